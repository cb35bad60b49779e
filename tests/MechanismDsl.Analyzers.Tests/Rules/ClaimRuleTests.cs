using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>The gate.</summary>
public class ClaimRuleTests
{
    private const string FirstPrice = "[Mechanism, SingleItem, PayAsBid, Guarantees([|DominantStrategyIncentiveCompatible|])] public partial class FirstPrice;";

    [Fact]
    public async Task MECH2001_PrintsAProfileAtWhichTheClaimFails()
    {
        var found = await Expect.FiresAt("MECH2001", FirstPrice);
        Assert.StartsWith("'FirstPrice' does not have the guarantee DominantStrategyIncentiveCompatible: at ", found.InvariantMessage(), StringComparison.Ordinal);
        Assert.Contains("[", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AllPay", "ExPostIndividuallyRational")]
    [InlineData("Efficient, Reserve(5)", "AllocativelyEfficient")]
    [InlineData("Efficient", "ExPostBudgetBalanced")]
    public Task MECH2001_RefutesWhatFailsAtSomeProfile(string rule, string claim) =>
        Expect.FiresAt("MECH2001", $"[Mechanism, SingleItem, {rule}, Guarantees([|{claim}|])] public partial class Sale;");

    [Theory]
    [InlineData("IdenticalItems(2), Efficient, Reserve(5)", "AllocativelyEfficient")]
    [InlineData("IdenticalItems(2), Efficient, Procurement, BuyerValue(9)", "NoSubsidy")]
    [InlineData("Positions(2, 1), Efficient, Agent(\"North\"), Agent(\"South\", Weight = 2)", "AllocativelyEfficient")]
    [InlineData("Positions(2, 1), Efficient", "ExPostBudgetBalanced")]
    [InlineData("Positions(2, 1, Reserves = [7, 3]), Efficient", "AllocativelyEfficient")]
    [InlineData("Crowdfunding(10), CostSharing", "AllocativelyEfficient")]
    [InlineData("Packages(3), SingleMinded(Greedy = true), Efficient", "AllocativelyEfficient")]
    [InlineData("Knapsack(10), Efficient", "ExPostBudgetBalanced")]
    [InlineData("Knapsack(10, Greedy = true), Efficient", "AllocativelyEfficient")]
    [InlineData("Knapsack(10), RevenueOptimal, Agent<Uniform>(\"North\", 0, 12, Size = 6), Agent<Uniform>(\"South\", 0, 18, Size = 5)", "AllocativelyEfficient")]
    [InlineData("Services, Efficient, SellerValue(3), Agent(\"North\"), Agent(\"South\"), MustServe(\"North\")", "NoDeficit")]
    [InlineData("Services, Efficient, Procurement, BuyerValue(9), Supplier(\"North\"), Supplier(\"South\"), AtMost(1)", "NoSubsidy")]
    public Task MECH2001_RefutesWhereSeveralAreServed(string rule, string claim) =>
        Expect.FiresAt("MECH2001", $"[Mechanism, {rule}, Guarantees([|{claim}|])] public partial class Sale;");

    [Theory]
    [InlineData("IdenticalItems(2), UniformPrice", "DominantStrategyIncentiveCompatible")]
    [InlineData("IdenticalItems(2), PayAsBid", "BayesianIncentiveCompatible")]
    [InlineData("Positions(10, 5), GeneralizedSecondPrice", "DominantStrategyIncentiveCompatible")]
    public async Task MECH2001_RefutesTruthWhereMECH3018SaysThatItIsNot(string rule, string claim)
    {
        var found = await Analysis.Run($"[Mechanism, {rule}, Guarantees({claim})] public partial class Sale;");
        Assert.Equal(["MECH2001", "MECH3018"], found.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.All(found, one => Assert.Contains(", a gain of ", one.InvariantMessage(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("IdenticalItems(3), Efficient", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit, NoSubsidy, AllocativelyEfficient")]
    [InlineData("IdenticalItems(2), RevenueOptimal, Prior<Uniform>(0, 1)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit")]
    [InlineData("Positions(2, 1), Efficient", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy, AllocativelyEfficient")]
    [InlineData("Knapsack(10), Efficient", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit, NoSubsidy, AllocativelyEfficient")]
    [InlineData("Services, Efficient, SellerValue(3), Agent(\"North\"), Agent(\"South\"), Agent(\"East\"), AtMost(2), MustServe(\"North\")", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy, AllocativelyEfficient")]
    [InlineData("Services, RevenueOptimal, Agent<Uniform>(\"North\", 0, 12), Agent<Uniform>(\"South\", 0, 18), AtMost(1)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit")]
    public async Task SilentWhereSeveralAreServedByTheorem(string rule, string claims) =>
        Assert.Empty(await Analysis.Run($"[Mechanism, {rule}, Guarantees({claims})] public partial class Sale;"));

    [Fact]
    public async Task SilentWhereALimitOfOnesOwnDecidesWhoIsServedTogether() =>
        Assert.Empty(await Analysis.Run("""
            [Mechanism, Services, Efficient, Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit, AllocativelyEfficient)]
            [Agent("North"), Agent("South"), Agent("East")]
            public partial class Licences
            {
                [Feasible] static bool Quiet(ReadOnlySpan<bool> served) => !served[1] || (!served[0] && !served[2]);
            }
            """));

    [Fact]
    public async Task SilentWhereSumsOfScoresOfOnesOwnAreCompared() =>
        Assert.Empty(await Analysis.Run("""
            [Mechanism, Services, Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit)]
            [Agent("North"), Agent("South"), Agent("East")]
            [AtMost(1, "North", "South")]
            public partial class Licences
            {
                [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
            }
            """));

    [Fact]
    public async Task MECH2002_RefusesWhatNoTheoremGives()
    {
        var found = await Analysis.Run(
            "[Mechanism, SingleItem, Efficient, Agents(2), Prior<Uniform>(0, 1), EntryFee(0.0625), Guarantees(InterimIndividuallyRational)] public partial class Sale;");
        var one = Assert.Single(found, one => one.Id == "MECH2002");
        Assert.StartsWith("'Sale' claims InterimIndividuallyRational, which is not established: ", one.InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DominantStrategyIncentiveCompatible, BayesianIncentiveCompatible")]
    [InlineData("ExPostIndividuallyRational, InterimIndividuallyRational, ExAnteIndividuallyRational")]
    [InlineData("NoDeficit, NoSubsidy, AllocativelyEfficient")]
    public async Task SilentWhereATheoremGivesIt(string claims) =>
        Assert.Empty(await Analysis.Run($"[Mechanism, SingleItem, Efficient, Guarantees({claims})] public partial class Vickrey;"));

    [Theory]
    [InlineData("#pragma warning disable MECH2001\n{0}\n")]
    [InlineData("{0}\n#pragma warning disable\n")]
    public async Task PragmasDoNotOpenTheGate(string wrapping)
    {
        var code = wrapping.Replace("{0}", FirstPrice.Replace("[|", "").Replace("|]", ""), StringComparison.Ordinal);
        var found = await Analysis.Run(code);
        Assert.Contains(found, one => one.Id == "MECH2001" && !one.IsSuppressed && one.Severity == DiagnosticSeverity.Error);
    }
}
