using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CsCheck;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Crowdfunding;

/// <summary>Campaigns from source to numbers: generated, compiled without a warning, run, compared with their snapshot and with every set of backers.</summary>
public class CampaignProgramsTests
{
    private delegate bool Campaigns(int index, double[] reports, Award<double>[] awards);

    [Fact]
    public async Task Album()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Crowdfunding(1), PostedPrice(.5), Agents(3), Prior<Uniform>(0, 1)]
            public partial class Album;

            internal static class Table
            {
                public static string Run(double[] values) => Album.Run(values).ToString();

                public static double[] Constants => [Album.ProbabilityFunded, Album.ExpectedProfit, Album.ExpectedBackerSurplus, Album.PledgesNeeded, Album.Price, Album.Target];

                public static bool Generic<M>() where M : IMechanism<double, Awards<double>>, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational, INoDeficit => M.Run([1, 1, 0]).Served == 2;

                public static bool Holds() => Generic<Album>();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double[], string>>();
        Assert.Equal("0: 1 at 0.5, 1: 1 at 0.5", run([.9, .5, .2]));
        Assert.Equal("nobody is served", run([.9, .4, .2]));
        Assert.Equal("nobody is served", run([]));
        Assert.Equal([.5, .0625, .28125, 2, .5, 1], (double[])table.GetProperty("Constants")!.GetValue(null)!);
        Assert.Equal(true, table.GetMethod("Holds")!.Invoke(null, null));
        Assert.Contains("Agent 1 reports -1", Assert.Throws<ArgumentOutOfRangeException>(() => run([1, -1])).Message, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Concert()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Crowdfunding(.5), RevenueOptimal]
            [Agent<Uniform>("Ann", 0, 1), Agent<Exponential>("Bob", 2)]
            public partial class Concert;

            internal static class Table
            {
                public static string Run(double ann, double bob) => Concert.Run(ann: ann, bob: bob).ToString();
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double, double, string>>();

        // Virtual values 2v − 1 and v − 1/2: .6 and .25 meet .5, without Ann .25 of it would be missing, without Bob nothing.
        Assert.Equal("0: 1 at 0.625, 1: 1 at 0.5", run(.8, .75));
        Assert.Equal("0: 1 at 0.75", run(.8, .4));
        Assert.Equal("nobody is served", run(.7, .4));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Lift()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Crowdfunding(12), CostSharing, Money<decimal>]
            public partial class Lift;

            internal static class Table
            {
                public static string Run(decimal[] values) => Lift.Run(values).ToString();

                public static bool Generic<M>() where M : IMechanism<decimal, Awards<decimal>>, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational, IExPostBudgetBalanced => true;

                public static bool Holds() => Generic<Lift>();
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<decimal[], string>>();
        Assert.Equal("0: 1 at 4.00, 1: 1 at 4.00, 2: 1 at 4.00", run([9, 5, 4, 1]));
        Assert.Equal("nobody is served", run([9, 3, 3]));
        Assert.Equal("0: 1 at 12.00", run([12, 5]));
        Assert.Equal("0: 1 at 1.72, 1: 1 at 1.72, 2: 1 at 1.72, 3: 1 at 1.71, 4: 1 at 1.71, 5: 1 at 1.71, 6: 1 at 1.71", run([2, 2, 2, 2, 2, 2, 2]));
        Assert.Equal("nobody is served", run([]));
        Assert.Equal(true, assembly.GetType("Shop.Table")!.GetMethod("Holds")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    /// <summary>On a grid shares are uneven by a step: the same set and payments as by trying every set, exactly the cost, and no lie that gains.</summary>
    [Fact]
    public void SharesOfWholeMoney()
    {
        var run = Driver.Load("""
            [Mechanism, Crowdfunding(7), CostSharing, Money<long>] public partial class Whole;

            internal static class Table
            {
                public static Awards<long> Run(long[] reports) => Whole.Run(reports);
            }
            """).Assembly.GetType("Table")!.GetMethod("Run")!.CreateDelegate<Func<long[], Awards<long>>>();
        var oracle = new CampaignInterpreter(CampaignSolver.Solve(ProblemOf(Goal.BestReport, new PaymentRule.CostSharing(), null) with { Money = new Money(MoneyKind.Int64) }, CancellationToken.None));
        Gen.Int[0, 8].Array[0, 8].Sample(
            reports =>
            {
                long[] values = [.. reports];
                var outcome = run(values);
                var (served, payments) = oracle.Run([.. values.Select(value => (double)value)]);
                Assert.Equal(served, outcome.Agents.ToArray().Select(award => award.IsServed));
                Assert.Equal(payments, outcome.Agents.ToArray().Select(award => (double)award.Payment));
                Assert.Equal(served.Any(own => own) ? 7 : 0, outcome.Agents.ToArray().Sum(award => award.Payment));
                for (var agent = 0; agent < values.Length; agent++)
                {
                    for (var report = 0; report <= 8; report++)
                    {
                        var lie = run([.. values.Select((own, index) => index == agent ? report : own)])[agent];
                        Assert.True((lie.IsServed ? values[agent] : 0) - lie.Payment <= (outcome[agent].IsServed ? values[agent] : 0) - outcome[agent].Payment);
                    }
                }
            },
            iter: 10_000);
    }

    [Fact]
    public void Shapes_CompileAndRun()
    {
        var (_, assembly) = Driver.Load("""
            [Mechanism, Crowdfunding(10), PayAsBid, Money<long>] public partial class A;
            [Mechanism, Crowdfunding(10), Efficient, Money<decimal>] public partial class B;
            [Mechanism, Crowdfunding(10), PostedPrice(4), Agent("Ann"), Agent("New")] internal partial struct C;
            [Mechanism, Crowdfunding(2), PostedPrice(1), Agents(2), DiscretePrior([0, 1, 2], [1, 1, 2])] public partial class D;

            internal static class Table
            {
                public static string Run() => FormattableString.Invariant($"{A.Run([6, 5])} | {A.Run([6, 3])} | {B.Run([6, 5])} | {C.Run(ann: 5, @new: 5)} | {D.Run([1, 2])} {D.ProbabilityFunded} {D.ExpectedBackerSurplus}");
            }
            """);
        Assert.Equal(
            "0: 1 at 6, 1: 1 at 5 | nobody is served | 0: 1 at 5, 1: 1 at 4 | nobody is served | 0: 1 at 1, 1: 1 at 1 0.5625 0.75",
            assembly.GetType("Table")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null));
    }

    [Fact]
    public void ADeclarationWithErrors_KeepsItsSignatures()
    {
        var (driver, _) = Driver.Load("""
            [Mechanism, Crowdfunding(0), PostedPrice(1)] public partial class A;

            internal static class Table
            {
                public static double Run() => A.Run([9, 7]).Served + A.Target + A.ProbabilityFunded;
            }
            """);
        Assert.Contains("MECH0013", Driver.Text(driver), StringComparison.Ordinal);
    }

    [Fact]
    public void PublishedCases()
    {
        using var document = JsonDocument.Parse(typeof(CampaignProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        var all = document.RootElement.GetProperty("cases").EnumerateArray().ToList();
        var fixedPrices = all.Where(one => one.GetProperty("id").GetString()!.StartsWith("crowdfunding-allornothing-P-", StringComparison.Ordinal)).ToList();
        var optimal = all.Single(one => one.GetProperty("id").GetString() == "crowdfunding-optimal-P-2-1o2");
        Assert.Equal(3, fixedPrices.Count);
        var sources = fixedPrices.Select((one, index) =>
            $"[Mechanism, Crowdfunding({Text(one, "cost")}), PostedPrice({Text(one, "price")}), Agents({one.GetProperty("inputs").GetProperty("N").GetInt32()}), Prior<Uniform>(0, 1)] public partial class P{index};");
        var (_, assembly) = Driver.Load(string.Join('\n', sources) + $"\n[Mechanism, Crowdfunding({Text(optimal, "cost")}), RevenueOptimal, Agents(2), Prior<Uniform>(0, 1)] public partial class Best;");
        for (var index = 0; index < fixedPrices.Count; index++)
        {
            var type = assembly.GetType($"P{index}")!;
            var expected = fixedPrices[index].GetProperty("expected");
            Assert.Equal(expected.GetProperty("threshold_pledges").GetInt32(), (int)type.GetField("PledgesNeeded")!.GetRawConstantValue()!);
            Assert.Equal(Number(expected.GetProperty("P_funded")), Constant(type, "ProbabilityFunded"), 1e-12);
            Assert.Equal(Number(expected.GetProperty("expected_entrepreneur_profit")), Constant(type, "ExpectedProfit"), 1e-12);
            Assert.Equal(Number(expected.GetProperty("expected_backer_surplus")), Constant(type, "ExpectedBackerSurplus"), 1e-12);
            Assert.Contains(type.GetInterfaces(), one => one.Name == "IDominantStrategyIncentiveCompatible");
            Assert.Contains(type.GetInterfaces(), one => one.Name == "IExPostIndividuallyRational");
        }

        Assert.Equal(Number(optimal.GetProperty("expected").GetProperty("expected_profit")), Constant(assembly.GetType("Best")!, "ExpectedProfit"), 1e-12);

        static string Text(JsonElement one, string name) => one.GetProperty("inputs").GetProperty(name).GetProperty("exact").GetString()!.Replace("/", ".0/", StringComparison.Ordinal);

        static double Constant(Type type, string name) => (double)type.GetField(name)!.GetRawConstantValue()!;

        static double Number(JsonElement number) => number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.Parse(number.GetProperty("dec").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>Small whole reports, so that many meet a target or a price exactly.</summary>
    [Fact]
    public void RandomCampaigns()
    {
        var run = Load();
        (Goal Goal, PaymentRule Payments, Prior? Prior)[] rules =
        [
            (Goal.Efficient, new PaymentRule.Threshold(), null),
            (Goal.BestReport, new PaymentRule.PayAsBid(), null),
            (Goal.FirstToAccept, new PaymentRule.Posted(2), null),
            (Goal.RevenueOptimal, new PaymentRule.Threshold(), new UniformPrior(0, 8)),
            (Goal.BestReport, new PaymentRule.CostSharing(), null),
        ];
        foreach (var (rule, index) in rules.Select((rule, index) => (rule, index)))
        {
            var oracle = new CampaignInterpreter(CampaignSolver.Solve(ProblemOf(rule.Goal, rule.Payments, rule.Prior), CancellationToken.None));
            Gen.Int[0, 8].Array[0, 6].Sample(
                reports =>
                {
                    var values = Array.ConvertAll(reports, report => (double)report);
                    var awards = new Award<double>[values.Length];
                    var made = run(index, values, awards);
                    var (served, payments) = oracle.Run(values);
                    Assert.Equal(served.Any(own => own), made);
                    Assert.Equal(served, awards.Select(award => award.IsServed));
                    Assert.All(payments.Zip(awards), pair => Assert.Equal(pair.First, pair.Second.Payment, 1e-9));
                    if (index != 1)
                    {
                        NobodyGains(run, index, values, awards);
                    }
                },
                iter: index == 4 ? 10_000 : 2500);
        }
    }

    private static void NobodyGains(Campaigns run, int index, double[] values, Award<double>[] awards)
    {
        var other = new Award<double>[values.Length];
        for (var agent = 0; agent < values.Length; agent++)
        {
            for (var report = 0; report <= 8; report++)
            {
                double[] reports = [.. values];
                reports[agent] = report;
                run(index, reports, other);
                Assert.True((other[agent].Quantity * values[agent]) - other[agent].Payment <= (awards[agent].Quantity * values[agent]) - awards[agent].Payment + 1e-9);
            }
        }
    }

    private static Campaigns Load()
    {
        var (_, assembly) = Driver.Load("""
            [Mechanism, Crowdfunding(7), Efficient] public partial class F0;
            [Mechanism, Crowdfunding(7), PayAsBid] public partial class F1;
            [Mechanism, Crowdfunding(7), PostedPrice(2)] public partial class F2;
            [Mechanism, Crowdfunding(7), RevenueOptimal, Prior<Uniform>(0, 8)] public partial class F3;
            [Mechanism, Crowdfunding(7), CostSharing] public partial class F4;

            internal static class Table
            {
                public static bool Run(int index, double[] reports, Award<double>[] awards) => index switch
                {
                    0 => F0.Run(reports, awards),
                    1 => F1.Run(reports, awards),
                    2 => F2.Run(reports, awards),
                    3 => F3.Run(reports, awards),
                    _ => F4.Run(reports, awards),
                };
            }
            """);
        return assembly.GetType("Table")!.GetMethod("Run")!.CreateDelegate<Campaigns>();
    }

    private static Problem ProblemOf(Goal objective, PaymentRule payments, Prior? prior) => new()
    {
        Environment = new Environment(EnvironmentName.Crowdfunding, Kernel.SingleParameter, new Campaign(7), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(0)),
        Population = new Population.Alike(0, null, new Agent(null, Side.Buyer, prior)),
        Information = prior is null ? Information.Unknown : Information.IndependentPriors,
        Participation = Participation.Unspecified,
        Objective = objective,
        Payments = payments,
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };
}
