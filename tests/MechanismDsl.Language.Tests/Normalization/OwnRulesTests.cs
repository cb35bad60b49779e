using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory.Problems;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>Rules of the user's own: what they mean, and what is wrong with them.</summary>
public sealed class OwnRulesTests
{
    private const string Score = "[Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;";
    private const string Winner = "[Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => -1;";
    private const string Pay = "[Payment] static double Pay(ReadOnlySpan<double> bids, int agent) => 0;";
    private const string AdBid = "public readonly record struct AdBid([property: Report, Between(0, 100)] double Amount, [Between(.1, 1), Verified] double Quality, string Advertiser);";

    [Fact]
    public void A_score_of_parameters()
    {
        var reading = Clean("SingleItem", Score);
        Assert.Equal((Goal.UserScore, new PaymentRule.Threshold()), (reading.Problem!.Objective, reading.Problem.Payments));
        Assert.Equal(AllocationForm.Winner, reading.Problem.Own!.Form);
        Assert.Equal(
            [new ReportField("bid", NumberKind.Double, 0, 100, FieldRole.Report), new ReportField("quality", NumberKind.Double, .1, 1, FieldRole.Verified)],
            reading.Problem.Own.Fields);
        Assert.Equal((ReportShape.Parameters, "Score"), (reading.Rules!.Shape, reading.Rules.Score!.Name));
    }

    [Fact]
    public void A_score_of_one_number()
    {
        var reading = Clean("IdenticalItems(3)", "[Score] static int Rank(int bid) => bid;");
        Assert.Equal([new ReportField("bid", NumberKind.Int32, 0, int.MaxValue, FieldRole.Report)], reading.Problem!.Own!.Fields);
        Assert.Equal((EnvironmentName.IdenticalItems, new ServeAtMost(3), AllocationForm.Served), (reading.Problem.Environment.Name, reading.Problem.Environment.Feasible, reading.Problem.Own.Form));
        Assert.Equal((ReportShape.Number, MoneyKind.Int64), (reading.Rules!.Shape, reading.Problem.Money.Kind));
    }

    [Theory]
    [InlineData("[Score] static double Score(AdBid bid) => bid.Amount * bid.Quality;", "SingleItem", Goal.UserScore)]
    [InlineData("[Allocation] static int Winner(IReadOnlyList<AdBid> bids) => -1;", "SingleItem", Goal.UserAllocation)]
    public void A_record_is_reported(string rule, string attributes, Goal objective)
    {
        var reading = Clean(attributes, rule, "namespace Shop; using System.Collections.Generic;", AdBid);
        Assert.Equal(objective, reading.Problem!.Objective);
        Assert.Equal(
            [new ReportField("Amount", NumberKind.Double, 0, 100, FieldRole.Report), new ReportField("Quality", NumberKind.Double, .1, 1, FieldRole.Verified)],
            reading.Problem.Own!.Fields);
        Assert.Equal((ReportShape.Record, "Shop.AdBid"), (reading.Rules!.Shape, reading.Rules.RecordType));
    }

    [Theory]
    [InlineData("[Allocation] static int A(double[] b) => -1;", AllocationForm.Winner, SequenceKind.Array, false)]
    [InlineData("[Allocation] static bool[] A(ReadOnlySpan<double> b) => new bool[b.Length];", AllocationForm.Served, SequenceKind.ReadOnlySpan, false)]
    [InlineData("[Allocation] static int[] A(System.Collections.Generic.IReadOnlyList<double> b) => new int[b.Count];", AllocationForm.Units, SequenceKind.List, false)]
    [InlineData("[Allocation] static double[] A(ReadOnlySpan<double> b) => new double[b.Length];", AllocationForm.Probability, SequenceKind.ReadOnlySpan, false)]
    [InlineData("[Allocation] static void A(ReadOnlySpan<double> b, Span<bool> served) { }", AllocationForm.Served, SequenceKind.ReadOnlySpan, true)]
    [InlineData("[Allocation] static void A(ReadOnlySpan<decimal> b, Span<int> units) { }", AllocationForm.Units, SequenceKind.ReadOnlySpan, true)]
    [InlineData("[Allocation] static void A(ReadOnlySpan<double> b, Span<double> chances) { }", AllocationForm.Probability, SequenceKind.ReadOnlySpan, true)]
    public void Forms_of_allocations(string rule, AllocationForm form, SequenceKind takes, bool fills)
    {
        var reading = Clean("IdenticalItems(2)", rule);
        Assert.Equal(form, reading.Problem!.Own!.Form);
        Assert.Equal((takes, fills), (UserRules.Takes(reading.Rules!.Allocation!), reading.Rules.FillsSpan));
        Assert.Equal("report", reading.Problem.Own.Report.Name);
    }

    [Fact]
    public void Own_payments()
    {
        var groves = Clean("SingleItem, Efficient", "[Payment] static double Pay([Between(0, 50)] ReadOnlySpan<double> bids, int agent) => 0;").Problem!;
        Assert.Equal((Goal.Efficient, new PaymentRule.Own(), 50), (groves.Objective, groves.Payments, groves.Own!.Report.High));
        Assert.Equal(new PaymentRule.Own(), Clean("SingleItem", Winner + Pay).Problem!.Payments);
    }

    [Fact]
    public void Decimal_reports_are_decimal_money()
    {
        Assert.Equal(new Money(MoneyKind.Decimal, 2), Clean("SingleItem", "[Score] static decimal Score(decimal bid) => bid;").Problem!.Money);
        Assert.Equal(new Money(MoneyKind.Decimal, 4), Clean("SingleItem, Money<decimal>(Decimals = 4)", "[Score] static decimal Score(decimal bid) => bid;").Problem!.Money);
    }

    [Fact]
    public void Types_and_assumptions()
    {
        var problem = Clean(
            "SingleItem, Agent(\"North\"), Agent(\"South\"), Types(1, 2, 5), TypeRange(3, 5, Agent = \"South\"), Assumed(NoDeficit, \"paper\"), Assumed(NoSubsidy, \" theorem 3 \")",
            Winner).Problem!;
        Assert.Equal([[1, 2, 5], [3, 4, 5]], Assert.IsType<Population.Named>(problem.Population).Agents.Select(agent => agent.Types));
        Assert.Equal([new Assumption(Theory.Problems.Guarantee.NoDeficit, "paper"), new Assumption(Theory.Problems.Guarantee.NoSubsidy, "theorem 3")], problem.Assumptions);
    }

    [Fact]
    public void The_name_of_a_method_is_no_part_of_the_problem() =>
        Assert.Equal(Clean("SingleItem", Winner).Problem, Clean("SingleItem", Winner.Replace("Winner", "Best", StringComparison.Ordinal)).Problem);

    [Theory]
    [InlineData("[Score] double Rank(double bid) => bid;", "it must be static")]
    [InlineData("[Score] static double Rank<T>(double bid) => bid;", "it is generic")]
    [InlineData("[Score] static double Rank() => 1;", "it takes nothing, but a score depends on the report")]
    [InlineData("[Score] static bool Rank(double bid) => bid > 1;", "it returns bool, but a score is a number (double, decimal, int or long)")]
    [InlineData("[Score] static double Rank(string bid) => 1;", "its parameter 'bid' is string, but a score takes one agent's report: numbers (double, decimal, int, long, bool; an enum for what is public), or one record of them")]
    [InlineData("[Score] static double Rank(double[] bids) => 1;", "its parameter 'bids' is double[], but a score takes one agent's report: numbers (double, decimal, int, long, bool; an enum for what is public), or one record of them; a rule over all reports is an [Allocation]")]
    [InlineData("[Score] static double Rank(bool bid) => 1;", "'bid' is the report, and a bool is no amount of money")]
    [InlineData("[Score] static double Rank(double bid, double quality) => bid;", "'quality' has no domain to prove anything on; state it with [Between(low, high)]")]
    [InlineData("[Score] static double Rank([Report] double bid, [Report, Between(0, 1)] double quality) => bid;", "'bid' and 'quality' are both marked [Report], but one number is the report")]
    [InlineData("[Score] static double Rank(ref double bid) => bid;", "its parameter 'bid' is passed by reference")]
    [InlineData("[Allocation] static int Rank(double bid) => 0;", "its first parameter must be all reports, such as ReadOnlySpan<double>")]
    [InlineData("[Allocation] static int Rank(Span<double> bids) => 0;", "its reports can be overwritten; take them as ReadOnlySpan<double>")]
    [InlineData("[Allocation] static int Rank(bool[] bids) => 0;", "its reports are bool, but reports are numbers (double, decimal, int, long) or records")]
    [InlineData("[Allocation] static double Rank(double[] bids) => 0;", "it must return the winner's index (int), or one bool, int or double for each agent: as an array, or into a second parameter such as Span<bool>")]
    [InlineData("[Score] static double S(double bid) => bid; [Payment] static double Rank(double[] bids) => 0;", "it must take all reports and the index of an agent (int), and return what that agent pays (double)")]
    [InlineData("[Score] static int S(int bid) => bid; [Payment] static double Rank(int[] bids, int agent) => 0;", "it returns double, but reports are int")]
    [InlineData("[Score] static int S(int bid) => bid; [Payment] static double Rank(double[] bids, int agent) => 0;", "its reports are double, but those of 'S' are int")]
    [InlineData("[Score] static double S([Between(0, 9)] double bid) => bid; [Payment] static double Rank([Between(0, 8)] double[] bids, int agent) => 0;", "it states another domain of reports than 'S'; state it there only")]
    [InlineData("[Score] static double S(double bid, bool old) => bid; [Payment] static double Rank(double[] bids, int agent) => 0;", "the score 'S' takes 2 parameters; make them one record, so that the payment sees them too")]
    [InlineData("[Score] static double S(double bid) => bid; [Value] static double Rank(double bid) => bid;", "where items are handed out the report is the value itself; let the agents report the value")]
    [InlineData("record struct B(double Bid, double Quality); [Score] static double Rank(B bid) => 1;", "no member of B is marked [Report], so that nobody knows which number is the bid")]
    [InlineData("record struct B(string Text); [Score] static double Rank(B bid) => 1;", "B has no public member that is a number and can be set")]
    [InlineData("readonly struct B { [Report] public double Bid { get; } } [Score] static double Rank(B bid) => 1;", "'Bid' of B is the report, so that copies with another one must be possible: give it an init accessor")]
    [InlineData("private record struct B(double Bid); [Score] static double Rank(B bid) => 1;", "B must be as accessible as 'X', whose Run takes it")]
    [InlineData("record struct B(double Bid, [property: Verified] string Quality); [Score] static double Rank(B bid) => 1;", "the member 'Quality' of B is string, not a number")]
    public void Signatures(string rules, string words) =>
        Assert.Equal([$"MECH1012: Rank | {words}"], Findings("SingleItem", rules.Replace("record struct", "internal record struct", StringComparison.Ordinal).Replace("readonly struct", "internal readonly struct", StringComparison.Ordinal).Replace("private internal", "private", StringComparison.Ordinal)));

    [Theory]
    [InlineData("SingleItem, Efficient", Score, "MECH0005: Score | Efficient | a mechanism has one goal, and a rule of one's own is one")]
    [InlineData("SingleItem, RevenueOptimal, Prior<Uniform>(0, 1)", Winner, "MECH0005: Allocation | RevenueOptimal | a mechanism has one goal, and a rule of one's own is one", "MECH0012: Prior | neither a rule of one's own nor its threshold payments depend on what values are likely")]
    [InlineData("SingleItem", Winner + "[Score] static double Rank(double bid) => bid;", "MECH0005: Allocation | Score | a mechanism has one goal, and a rule of one's own is one")]
    [InlineData("SingleItem", Winner + "[Allocation] static int Other(double[] bids) => -1;", "MECH0005: Allocation | Allocation | a mechanism has one such rule")]
    [InlineData("SingleItem, PayAsBid", Winner, "MECH0005: Allocation | PayAsBid | a rule of one's own comes with threshold payments, or with those of a [Payment] method")]
    [InlineData("SingleItem, Reserve(5)", Winner, "MECH0005: Allocation | Reserve | a rule of one's own says by itself who is worth serving; a score below zero is not served")]
    [InlineData("SingleItem, RevenueOptimal, Prior<Uniform>(0, 1)", Pay, "MECH0005: Payment | RevenueOptimal | the optimal revenue is that of the threshold payments (Myerson 1981); other payments come with [Efficient] or a rule of one's own")]
    [InlineData("SingleItem, Efficient, EntryFee(1)", Pay, "MECH0005: Payment | EntryFee | a mechanism has one payment rule, and the [Payment] method is one")]
    [InlineData("SingleItem, Efficient, Reserve", Pay, "MECH0005: Payment | Reserve | 'Pay' does not see a reserve that is given when the mechanism runs; state its number")]
    [InlineData("SingleItem, Efficient, Agent(\"North\"), Agent(\"South\"), Reserve(5, Agent = \"North\", Kind = ReserveKind.Lazy)", Pay, "MECH0005: Payment | Reserve | beside payments of one's own a reserve drops reports before the winner is chosen; it is eager")]
    [InlineData("SingleItem, IdenticalItems(2)", Winner, "MECH0005: IdenticalItems | SingleItem | a mechanism has one environment")]
    [InlineData("IdenticalItems(0)", Winner, "MECH0013: the number of items | 0 | at least 1")]
    [InlineData("Agents(2)", Winner, "MECH0003: X")]
    [InlineData("SingleItem", Pay, "MECH0004: X | a goal ([Efficient] or [RevenueOptimal]), a rule of your own (a [Score] or [Allocation] method), or a payment rule that needs no goal ([PayAsBid], [AllPay], [PostedPrice])")]
    [InlineData("SingleItem, Money<decimal>", Winner, "MECH0017: decimal | the reports of its rules are double")]
    [InlineData("SingleItem, Procurement", "[Score] static double Rank(double cost) => -cost;", "MECH1012: Rank | a supplier without rivals would be paid the highest cost of the domain, so [Between(low, high)] must state it: high is the ceiling")]
    [InlineData("SingleItem, Efficient", "[Value] static double Worth(ReadOnlySpan<double> all, int agent) => all[0];", "MECH1010: Worth | all")]
    [InlineData("SingleItem, Agents(2), Prior<Uniform>(0, 1), PayAsBid", "[Strategy] static double Bid(double v) => v / 2;" + Winner, "MECH0005: Allocation | PayAsBid | a rule of one's own comes with threshold payments, or with those of a [Payment] method", "MECH0012: Prior | neither a rule of one's own nor its threshold payments depend on what values are likely", "MECH0018: Bid | its check knows the rules of the language only, and a method is marked [Score], [Allocation] or [Payment]")]
    public void Attributes(string attributes, string rules, params string[] findings) => Assert.Equal(findings, Findings(attributes, rules));

    [Theory]
    [InlineData("Ties = TieRule.Shared", Score, "MECH0005: Mechanism | Score | beside a rule of one's own, equals are told apart by priority or index, not by lot")]
    [InlineData("Ties = TieRule.LowestIndex", Winner, "MECH0012: Mechanism | 'Winner' decides between equals itself")]
    public void Trigger(string mechanism, string rules, string finding) => Assert.Equal(finding, Assert.Single(Meaning.Findings("SingleItem", mechanism, rules)));

    [Theory]
    [InlineData("[Between(5, 3)] double bid", "MECH0013: the highest 'bid' | 3 | at least the lowest, 5")]
    [InlineData("[Between(double.NaN, 3)] double bid", "MECH0013: the lowest 'bid' | NaN | a number from 0 to 1E15")]
    [InlineData("[Between(-1, 3)] double bid", "MECH0013: the lowest 'bid' | -1 | a number from 0 to 1E15")]
    [InlineData("[Between(0, 1e16)] double bid", "MECH0013: the highest 'bid' | 1E16 | a number from 0 to 1E15")]
    [InlineData("[Between(.2, .8)] long bid", "MECH0013: the highest 'bid' | 0.8 | large enough for a whole number from 0.2 on")]
    [InlineData("double bid, [Between(-1e16, 3)] double q", "MECH0013: the lowest 'q' | -1E16 | a number from -1E15 to 1E15")]
    [InlineData("[Between(1 / 3, 3)] double bid", "MECH0014: 1 / 3 | 0 | 1.0 / 3")]
    [InlineData("[Verified] double bid", "MECH0012: Verified | 'bid' is the report itself, which only the agent knows")]
    [InlineData("double bid, [Between(0, 1)] bool old", "MECH0012: Between | a bool is false or true")]
    public void Domains(string parameters, string finding) => Assert.Equal([finding], Findings("SingleItem", $"[Score] static double Rank({parameters}) => 1;"));

    [Theory]
    [InlineData("Types(1, 3, 2)", "MECH0013: the type | 2 | above the one before it, 3: types ascend and differ")]
    [InlineData("Types(1, 1)", "MECH0013: the type | 1 | above the one before it, 1: types ascend and differ")]
    [InlineData("Types", "MECH0013: the number of types | 0 | from 1 to 1000")]
    [InlineData("Types(1, double.PositiveInfinity)", "MECH0013: the type | ∞ | a number from 0 to 1E15")]
    [InlineData("Types(1, 101)", "MECH0013: the type | 101 | inside the domain of 'report', from 0 to 100")]
    [InlineData("TypeRange(5, 2)", "MECH0013: the highest type | 2 | at least the lowest, 5")]
    [InlineData("TypeRange(0, 1000)", "MECH0013: the highest type | 1000 | less than 1000: at most 1000 types")]
    [InlineData("Types(1, 2), TypeRange(1, 2)", "MECH0005: TypeRange | TypeRange | both state the types of every agent")]
    [InlineData("Types(1, 2, Agent = \"North\")", "MECH0016: North | ; this declaration names no agents")]
    [InlineData("Assumed(NoSubsidy, \"\")", "MECH2004: NoSubsidy")]
    [InlineData("Assumed(NoSubsidy, null)", "MECH2004: NoSubsidy")]
    [InlineData("Assumed((Guarantee)77, \"x\")", "MECH0013: the guarantee | 77 | a member of Guarantee")]
    [InlineData("Assumed(NoSubsidy, \"x\"), Guarantees(NoSubsidy)", "MECH0005: Assumed | Guarantees | NoSubsidy is either checked or assumed")]
    [InlineData("Assumed(NoSubsidy, \"x\"), Assumed(NoSubsidy, \"y\")", "MECH0005: Assumed | Assumed | both give a reason for NoSubsidy")]
    public void TypesAndAssumptions(string attributes, string finding) => Assert.Equal([finding], Findings("SingleItem, " + attributes, Winner));

    [Fact]
    public void The_domain_has_one_zero()
    {
        var problem = Clean("SingleItem, Types(-0.0, 1)", "[Score] static double Rank([Between(-0.0, 5)] double bid) => bid;").Problem!;
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(problem.Own!.Report.Low));
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(Assert.IsType<Population.Alike>(problem.Population).Agent.Types[0]));
    }

    [Fact]
    public void A_record_that_other_files_cannot_name_is_no_report()
    {
        var source = Source.Incomplete("file record struct B(double Bid); [Mechanism, SingleItem] partial class X { [Score] static double Rank(B bid) => 1; }");
        Assert.Equal("MECH1012: Rank | B must be as accessible as 'X', whose Run takes it", Assert.Single(Normaliser.Read(source.Read(), []).Findings.Select(Meaning.Text)));
    }

    [Fact]
    public void Types_mean_nothing_without_rules_of_ones_own() =>
        Assert.Equal(["MECH0012: Types | finite types matter to rules of one's own, and no method is marked [Score], [Allocation], [Payment] or [Value]"], Findings("SingleItem, Efficient, Types(1, 2)", ""));

    [Fact]
    public void A_signature_that_does_not_compile_has_no_meaning_yet()
    {
        var source = Source.Incomplete("[Mechanism, SingleItem] partial class X { [Score] static double Rank(Missing bid) => 1; }");
        var reading = Normaliser.Read(source.Read(), []);
        Assert.Null(reading.Problem);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("SingleItem", "[Score] static double Rank(double bid, double {|quality|}) => bid;")]
    [InlineData("SingleItem", "public record struct B(double {|Bid|}, double Quality); [Score] static double Rank(B bid) => 1;")]
    [InlineData("SingleItem", "[Score] static double Rank(double bid) => bid; [Score] static double {|Rank|}(int bid) => bid;")]
    [InlineData("SingleItem", "[Allocation] static int {|Rank|}(double bid) => 0;")]
    [InlineData("SingleItem", "[Score] static double Rank([Between(5, 3)] double {|bid|}) => bid;")]
    public void Findings_point_into_the_signature(string attributes, string marked)
    {
        var text = $"[Mechanism, {attributes}] public partial class X {{ {marked} }}";
        var start = text.IndexOf("{|", StringComparison.Ordinal);
        var source = Source.Of(text.Replace("{|", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));
        var finding = Assert.Single(Normaliser.Read(source.Read(), []).Findings);
        var location = PlaceLocator.Locate(finding.Place, source.Mechanism, [], CancellationToken.None);
        Assert.Equal((start, text.IndexOf("|}", StringComparison.Ordinal) - 2), (location.SourceSpan.Start, location.SourceSpan.End));
    }

    private static IEnumerable<string> Findings(string attributes, string rules) => Meaning.Findings(attributes, body: rules);

    /// <summary>The reading of a declaration without findings; a prefix stands before the type, what follows it behind.</summary>
    private static Reading Clean(string attributes, string rules, string prefix = "", string suffix = "")
    {
        var reading = Normaliser.Read(Source.Of($"{prefix} [Mechanism, {attributes}] public partial class X {{ {rules} }} {suffix}").Read(), []);
        Assert.Empty(reading.Findings.Select(Meaning.Text));
        Assert.NotNull(reading.Problem);
        return reading;
    }
}
