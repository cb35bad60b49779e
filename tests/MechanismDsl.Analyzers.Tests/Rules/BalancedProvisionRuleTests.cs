using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Trades and projects whose payments balance at every profile: what is promised, refuted and refused.</summary>
public sealed class BalancedProvisionRuleTests
{
    private const string Pair = "Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)";

    private const string Two = "Agent<Uniform>(\"First\", 0, 1), Agent<Uniform>(\"Second\", 0, 1)";

    [Theory]
    [InlineData($"BilateralTrade, SecondBest, Rebalanced, {Pair}", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteIndividuallyRational, ExPostBudgetBalanced, NoDeficit")]
    [InlineData("BilateralTrade, SecondBest, Rebalanced, Seller<Exponential>(1), Buyer<Power>(2, 3)", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    [InlineData($"PublicProject(1), SecondBest, Rebalanced, {Two}", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    [InlineData("PublicProject(1), SecondBest, Rebalanced, Agents(3), Prior<Uniform>(0, 1)", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    [InlineData("BilateralTrade, Efficient, DAgva, Seller<Exponential>(1), Buyer<Exponential>(1)", "BayesianIncentiveCompatible, ExPostBudgetBalanced, AllocativelyEfficient")]
    [InlineData("BilateralTrade, Efficient, Rebalanced, Seller<Uniform>(0, 1), Buyer<Uniform>(2, 3)", "InterimIndividuallyRational, ExPostBudgetBalanced, AllocativelyEfficient")]
    [InlineData("PublicProject(1), Efficient, ExpectedExternality, Agent<Uniform>(\"First\", 1, 2), Agent<Uniform>(\"Second\", 1, 2)", "ExPostBudgetBalanced, AllocativelyEfficient")]
    [InlineData("PublicProject(1), Efficient, DAgva, Agents(3), Prior<Exponential>(1)", "BayesianIncentiveCompatible, ExPostBudgetBalanced, AllocativelyEfficient")]
    [InlineData("PublicProject(3), Efficient, ExpectedExternality, Agent<Power>(\"First\", 2, 1), Agent<Beta>(\"Second\", 2, 3), Agent<Exponential>(\"Third\", 1), Agent<Uniform>(\"Fourth\", 0, 2)", "BayesianIncentiveCompatible, ExPostBudgetBalanced, AllocativelyEfficient")]
    public async Task Holds(string mechanism, string claims)
    {
        var found = await Analysis.Run($"[Mechanism, {mechanism}, Guarantees({claims})] public partial class Deal;");
        Assert.DoesNotContain(found, one => one.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData($"BilateralTrade, SecondBest, Rebalanced, {Pair}", "DominantStrategyIncentiveCompatible", "a gain of")]
    [InlineData($"BilateralTrade, SecondBest, Rebalanced, {Pair}", "ExPostIndividuallyRational", "a loss of")]
    [InlineData($"PublicProject(1), SecondBest, Rebalanced, {Two}", "ExPostIndividuallyRational", "a loss of")]
    [InlineData($"PublicProject(1), SecondBest, Rebalanced, {Two}", "AllocativelyEfficient", "the project is not carried out, which would be worth")]
    [InlineData($"PublicProject(1), SecondBest, Rebalanced, {Two}", "NoSubsidy", "receives")]
    [InlineData("BilateralTrade, Efficient, DAgva, Seller<Power>(1, 1), Buyer<Power>(1, 1)", "InterimIndividuallyRational", "with the cost 1 Seller expects to lose 0.3333333333 by taking part")]
    [InlineData("BilateralTrade, Efficient, DAgva, Seller<Power>(1, 1), Buyer<Power>(1, 1)", "ExAnteIndividuallyRational", "before it knows its cost, Seller expects to lose 0.1666666667 by taking part")]
    public async Task Fails(string mechanism, string claim, string words)
    {
        var found = await Analysis.Run(new Snippet($"[Mechanism, {mechanism}, Guarantees({claim})] public partial class Deal;"), mustCompile: false);
        Assert.Contains(words, found.Single(one => one.Id == "MECH2001").InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"BilateralTrade, Efficient, [|Rebalanced|], {Pair}", "1/6", "1/12")]
    [InlineData($"PublicProject(1), Efficient, [|Rebalanced|], {Two}", "1/6", "1/12")]
    [InlineData("PublicProject(1), Efficient, [|Rebalanced|], Agent<Power>(\"First\", 1, 1), Agent<Power>(\"Second\", 1, 1)", "0.1666666667", "0.08333333333")]
    public Task ADeficitIsDivided(string mechanism, string deficit, string each) => Expect.Fires(
        "MECH3016",
        $"[Mechanism, {mechanism}] public partial class Deal;",
        $"The payments that [Rebalanced] balances run an expected deficit of {deficit}; balanced, they charge every type {each} more, and participation that they allowed may be lost");

    [Theory]
    [InlineData("MECH0005", $"BilateralTrade, SecondBest, DAgva, {Pair}")]
    [InlineData("MECH0005", $"BilateralTrade, Efficient, ExpectedExternality, {Pair}")]
    [InlineData("MECH0005", $"BilateralTrade, RevenueOptimal, Rebalanced, {Pair}")]
    [InlineData("MECH0005", $"BilateralTrade, SecondBest, Rebalanced, Money<decimal>, {Pair}")]
    [InlineData("MECH0005", $"PublicProject(1), Efficient, Rebalanced, Money<decimal>, {Two}")]
    [InlineData("MECH0005", $"PublicProject(1), Efficient, Rebalanced, IndividuallyRationalVcg, {Two}")]
    [InlineData("MECH0006", "PublicProject(1), Efficient, Rebalanced, Agent(\"First\"), Agent<Uniform>(\"Second\", 0, 1)")]
    [InlineData("MECH0028", "PublicProject(1), Efficient, Rebalanced, Agent<UniformIntegers>(\"First\", 0, 1), Agent<Uniform>(\"Second\", 0, 1)")]
    [InlineData("MECH0028", "PublicProject(1), Efficient, DAgva, Agents(3), Prior<UniformIntegers>(0, 2)")]
    [InlineData("MECH0028", "PublicProject(1), SecondBest, Rebalanced, Agents(3), Prior<UniformIntegers>(0, 2)")]
    [InlineData("MECH0028", "PublicProject(1), Efficient, DAgva, Prior<Exponential>(1)")]
    [InlineData("MECH0028", "PublicProject(1), Efficient, DAgva, Agents(1), Prior<Exponential>(1)")]
    public async Task IsRefused(string id, string mechanism) =>
        Assert.Contains(await Analysis.Run(new Snippet($"[Mechanism, {mechanism}] public partial class Deal;"), mustCompile: false), one => one.Id == id);
}
