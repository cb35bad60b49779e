using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Mechanisms that claim to be equivalent, and those that are without saying so. Numbers of home improvement were computed a second time by enumeration in Python fractions.</summary>
public class EquivalenceRuleTests
{
    private const string Unit = "Agents(2), Prior<Uniform>(0, 1)";
    private const string Two = "Agent<UniformIntegers>(\"Alexa\", 1, 9), Agent<UniformIntegers>(\"Siri\", 1, 9)";

    [Fact]
    public async Task EquivalentPaymentsThatDifferAtAProfile()
    {
        var found = await Analysis.Run(Home("ExpectedExternality, Agents(3), Prior<UniformIntegers>(1, 9)", "DAgva, Agents(3), Prior<UniformIntegers>(1, 9)"));
        Assert.DoesNotContain(found, one => one.Id is "MECH3024" or "MECH3025" or "MECH0050");

        // The claim says it already; the other one is told.
        Assert.Equal(
            "'First' and 'Second' are equivalent: at each of the 729 profiles of types they decide the same, and every type expects to pay the same for every report",
            Assert.Single(found, one => one.Id == "MECH3027").InvariantMessage());
    }

    [Theory]
    [InlineData("ExpectedExternality", "DAgva")]
    [InlineData("ExpectedExternality", "Rebalanced")]
    [InlineData("Rebalanced", "DAgva")]
    public Task WithTwoAlikeAgentsAllBalancedPaymentsAreTheSame(string first, string second) => Expect.Silent("MECH3024", Home($"{first}, {Two}", $"{second}, {Two}"));

    [Theory]
    [InlineData("ExpectedExternality", "Efficient", "of type 1 Alexa expects to pay 10/9 under 'Second', and 20/27 under 'First'")]
    [InlineData("Efficient, IndividuallyRationalVcg", "Efficient, ExpectedExternality", "of type 1 Alexa expects to pay 20/27 under 'Second', and ")]
    public async Task MECH3024_NamesTheTypeAndBothPayments(string first, string second, string words)
    {
        var found = await Expect.FiresAt("MECH3024", Home($"{first}, {Two}", $"{second}, {Two}").Replace("EquivalentTo<First>", "[|EquivalentTo<First>|]", StringComparison.Ordinal));
        Assert.StartsWith("'Second' is not equivalent to 'First': " + words, found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SingleItem, Efficient, " + Unit, "SingleItem, RevenueOptimal, " + Unit, "at the reports (")]
    [InlineData("SingleItem, Efficient, Reserve(.5), " + Unit, "SingleItem, PayAsBid, Reserve(.5), " + Unit, "of type 0.75 an agent expects to pay 0.5625 under 'Second', and 0.40625 under 'First'")]
    [InlineData("SingleItem, Efficient, " + Unit, "SingleItem, AllPay, " + Unit, "of type 0.5 an agent expects to pay 0.5 under 'Second', and 0.125 under 'First'")]
    [InlineData("BilateralTrade, Efficient, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "BilateralTrade, Efficient, DAgva, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "of type 1 Buyer expects to pay 1/3 under 'Second', and 0.5 under 'First'")]
    [InlineData("BilateralTrade, Efficient, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "at the reports (")]
    [InlineData("DoubleAuction, Efficient", "DoubleAuction, TradeReduction", "at the reports (")]
    [InlineData("SingleItem, Efficient, Agents(2), DiscretePrior([2, 3], [1, 1])", "SingleItem, RevenueOptimal, Agents(2), DiscretePrior([2, 3], [1, 1])", "of type 3 agent 1 expects to pay 1.5 under 'Second', and 1 under 'First'")]
    [InlineData("PublicProject(1), Efficient, " + Unit, "PublicProject(1), SecondBest, " + Unit, "at the reports (")]
    [InlineData("SingleItem, Efficient, Agents(2), DiscretePrior([1, 2], [1, 1])", "SingleItem, RevenueOptimal, Agents(2), DiscretePrior([1, 3], [1, 1])", "")]
    public async Task MECH3024_ComparesWhatRuns(string first, string second, string words)
    {
        var source = $"[Mechanism, {first}] public partial class First; [Mechanism, {second}, EquivalentTo<First>] public partial class Second;";
        var found = (await Analysis.Run(source)).Single(one => one.Id is "MECH3024" or "MECH0050");
        Assert.StartsWith(words.Length == 0 ? "'Second' cannot be equivalent to 'First': the types of agent 0 are distributed in different ways" : "'Second' is not equivalent to 'First': " + words, found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SingleItem, Efficient, Reserve(.5), " + Unit, "SingleItem, RevenueOptimal, " + Unit)]
    [InlineData("SingleItem, Efficient, Reserve(.5), Prior<Uniform>(0, 1)", "SingleItem, RevenueOptimal, Prior<Uniform>(0, 1)")]
    [InlineData("SingleItem, Efficient, Reserve(1), Agents(2), Prior<Uniform>(2, 3)", "SingleItem, RevenueOptimal, Agents(2), Prior<Uniform>(2, 3)")]
    [InlineData("SingleItem, Efficient, Reserve(5)", "SingleItem, Efficient, SellerValue(5)")]
    [InlineData("SingleItem, Efficient, Agents(2), DiscretePrior([2, 3], [1, 1])", "SingleItem, Efficient, SellerValue(1), Agents(2), DiscretePrior([2, 3], [1, 1])")]
    [InlineData("BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1), Guarantees(ExAnteBudgetBalanced)")]
    public async Task EquivalentWhereAnEnumerationOrATheoremSaysSo(string first, string second) => Assert.DoesNotContain(
        await Analysis.Run($"[Mechanism, {first}] public partial class First; [Mechanism, {second}, EquivalentTo<First>] public partial class Second;"),
        one => one.Id is "MECH3024" or "MECH3025" or "MECH0050");

    [Theory]
    [InlineData("SingleItem, Efficient, Agents(3), Prior<Uniform>(0, 1)", "one is for 2 agents, and the other for 3")]
    [InlineData("SingleItem, Efficient, Prior<Uniform>(0, 1)", "one is for a fixed number of agents, and the other for any")]
    [InlineData("IdenticalItems(2), Efficient", "they decide about different things")]
    [InlineData("SingleItem, Efficient, Money<long>, " + Unit, "their reports and payments are numbers of different types")]
    [InlineData("SingleItem, Efficient, Agents(2), Prior<Uniform>(0, 2)", "the types of agent 0 are distributed in different ways")]
    public async Task MECH0050_SaysWhatStandsInTheWay(string other, string because)
    {
        var found = await Expect.FiresAt("MECH0050", $"[Mechanism, {other}] public partial class First; [Mechanism, SingleItem, Efficient, {Unit}, [|EquivalentTo<First>|]] public partial class Second;");
        Assert.Equal("'Second' cannot be equivalent to 'First': " + because, found.InvariantMessage());
    }

    [Theory]
    [InlineData("EquivalentTo<Second>", "'Second' cannot be equivalent to 'Second': it is the mechanism itself")]
    [InlineData("EquivalentTo<Uniform>", "'Second' cannot be equivalent to 'Uniform': 'Uniform' is not marked [Mechanism]")]
    [InlineData("EquivalentTo<int>", "'Second' cannot be equivalent to 'Int32': 'Int32' is not marked [Mechanism]")]
    public async Task MECH0050_WantsAnotherMechanism(string claim, string message)
    {
        var found = await Expect.FiresAt("MECH0050", $"[Mechanism, SingleItem, Efficient, {Unit}, [|{claim}|]] public partial class Second;");
        Assert.Equal(message, found.InvariantMessage());
    }

    [Theory]
    [InlineData("SingleItem, Efficient, Agents(1000), DiscretePrior([1, 2], [1, 1])", "SingleItem, RevenueOptimal, Agents(1000), DiscretePrior([1, 2], [1, 1])")]
    [InlineData("PublicProject(1), Efficient, Agents(2), Prior<Exponential>(1)", "PublicProject(1, EqualShares = true), Efficient, Agents(2), Prior<Exponential>(1)")]
    [InlineData("Positions(10, 5), Efficient", "Positions(10, 5), GeneralizedSecondPrice")]
    [InlineData("SingleItem, Efficient, DiscretePrior([2, 3], [1, 1])", "SingleItem, Efficient, SellerValue(1), DiscretePrior([2, 3], [1, 1])")]
    [InlineData("SingleItem, Efficient, Agents(1), Prior<Uniform>(2, 3)", "SingleItem, Efficient, Reserve(1), Agents(1), Prior<Uniform>(2, 3)")]
    [InlineData("SingleItem, Efficient, Prior<Uniform>(2, 3)", "SingleItem, Efficient, Reserve(1), Prior<Uniform>(2, 3)")]
    public async Task MECH3025_RefusesWhatNobodyKnows(string first, string second)
    {
        var found = await Expect.At("MECH3025", new Snippet($"[Mechanism, {first}] public partial class First; [Mechanism, {second}, [|EquivalentTo<First>|]] public partial class Second;"));
        Assert.StartsWith("It is not established that 'Second' is equivalent to 'First': ", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MECH3024", "SingleItem, RevenueOptimal, " + Unit)]
    [InlineData("MECH0050", "SingleItem, Efficient, Agents(3), Prior<Uniform>(0, 1)")]
    public async Task TheClaimCanBeRemoved(string id, string other) => await Expect.Repairs(
        id,
        $"[Mechanism, {other}]\npublic partial class First;\n[Mechanism, SingleItem, Efficient, {Unit}, EquivalentTo<First>]\npublic partial class Second;",
        "Remove [EquivalentTo]",
        $"[Mechanism, {other}]\npublic partial class First;\n[Mechanism, SingleItem, Efficient, {Unit}]\npublic partial class Second;");

    [Theory]
    [InlineData("ExpectedExternality", "the Groves term 290/27 for everybody")]
    [InlineData("Rebalanced", "the Groves term 290/27 for everybody")]
    public async Task MECH3026_NamesTheConstants(string balancing, string payments)
    {
        var source = $"public enum Home {{ SwimmingPool, DanceStudio }} [Mechanism, Outcomes<Home>, Efficient, [|{balancing}|], {Two}] public partial class Renovation {{ {Value} }}";
        var found = await Expect.FiresAt("MECH3026", source);
        Assert.StartsWith($"Truth is a best reply to truth only; with the same decisions and {payments} every type expects the same and truth is a dominant strategy", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MECH3026_NamesTheFeesOfATrade()
    {
        var found = await Expect.FiresAt("MECH3026", "[Mechanism, BilateralTrade, Efficient, [|DAgva|], Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)] public partial class House;");
        Assert.Contains("Clarke's prices, the cost for the buyer and the bid for the seller, and fees of 1/3 from 'Seller' and of -1/6 from 'Buyer' whether they trade or not,", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Efficient")]
    [InlineData("Efficient, BalancedGroves")]
    [InlineData("Efficient, ExpectedExternality, Money<decimal>")]
    public Task MECH3026_IsSilentWhereTruthIsDominantOrRounded(string rule) =>
        Expect.Silent("MECH3026", $"public enum Home {{ SwimmingPool, DanceStudio }} [Mechanism, Outcomes<Home>, {rule}, {Two}] public partial class Renovation {{ {(rule.Contains("Money", StringComparison.Ordinal) ? Value.Replace("int", "decimal", StringComparison.Ordinal) : Value)} }}");

    private const string Value = "[Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;";

    private static string Home(string first, string second) =>
        $"public enum Home {{ SwimmingPool, DanceStudio }} [Mechanism, Outcomes<Home>, {Efficient(first)}] public partial class First {{ {Value} }} [Mechanism, Outcomes<Home>, {Efficient(second)}, EquivalentTo<First>] public partial class Second {{ {Value} }}";

    private static string Efficient(string rule) => rule.StartsWith("Efficient", StringComparison.Ordinal) ? rule : "Efficient, " + rule;
}
