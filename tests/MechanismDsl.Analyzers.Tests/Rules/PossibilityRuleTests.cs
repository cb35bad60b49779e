using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Promises that no mechanism can keep together.</summary>
public class PossibilityRuleTests
{
    private const string Promises = "[|Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)|]";

    [Theory]
    [InlineData("Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "S* = -1/6 in expectation (worst off: Seller at 1, Buyer at 0), so the least subsidy is 1/6")]
    [InlineData("Seller<Uniform>(0, 2), Buyer<Uniform>(1, 3)", "S* = -13/24 in expectation (worst off: Seller at 2, Buyer at 1), so the least subsidy is 13/24")]
    [InlineData("Seller<Exponential>(1), Buyer<Exponential>(1)", "S* = -0.5 in expectation (worst off: Seller at ever higher costs, Buyer at 0), so the least subsidy is 0.5")]
    public async Task MECH3023_NamesTheTheoremAndItsNumbers(string agents, string numbers)
    {
        var found = await Expect.FiresAt("MECH3023", $"[Mechanism, BilateralTrade, Efficient, {agents}, {Promises}] public partial class Impossible;");
        Assert.StartsWith(
            "'Impossible' cannot be efficient, Bayesian incentive compatible, interim individually rational and balanced at once: by the Myerson–Satterthwaite theorem (1983) the payments leave at most " + numbers,
            found.InvariantMessage(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublicProject(1), Efficient, Agents(2), Prior<Uniform>(0, 1)", "Proposition 6.26 on public projects (Güth and Hellwig 1986) the payments leave at most S* = -1/6 in expectation (worst off: agent 0 at 0, agent 1 at 0), so the least subsidy is 1/6")]
    [InlineData("PublicProject(1), Efficient, Agent<Uniform>(\"North\", 0, 1), Agent<Uniform>(\"South\", 0, 1)", "Proposition 6.26 on public projects (Güth and Hellwig 1986) the payments leave at most S* = -1/6 in expectation (worst off: North at 0, South at 0), so the least subsidy is 1/6")]
    [InlineData("DoubleAuction, Efficient, Seller<Uniform>(\"A\", 0, 1), Seller<Uniform>(\"B\", 0, 1), Buyer<Uniform>(\"C\", 0, 1), Buyer<Uniform>(\"D\", 0, 1)", "the theorem of Williams (1999) on exchanges, after Myerson and Satterthwaite (1983) the payments leave at most S* = -0.2 in expectation (worst off: A at 1, B at 1, C at 0, D at 0), so the least subsidy is 0.2")]
    public async Task MECH3023_SpeaksOfEveryEnvironment(string declaration, string numbers)
    {
        var found = await Expect.FiresAt("MECH3023", $"[Mechanism, {declaration}, [|Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit)|]] public partial class Impossible;");
        Assert.StartsWith(
            "'Impossible' cannot be efficient, dominant-strategy incentive compatible, ex-post individually rational and free of deficits at once: by " + numbers,
            found.InvariantMessage(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "BayesianIncentiveCompatible, InterimIndividuallyRational")]
    [InlineData("Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "InterimIndividuallyRational, AllocativelyEfficient")]
    [InlineData("Seller<Uniform>(2, 3), Buyer<Uniform>(0, 1)", "BayesianIncentiveCompatible, InterimIndividuallyRational, NoDeficit")]
    [InlineData("DiscretePrior([1, 3], [1, 1], Agent = \"S\"), Seller(\"S\"), DiscretePrior([2, 4], [1, 1], Agent = \"B\"), Buyer(\"B\")", "BayesianIncentiveCompatible, InterimIndividuallyRational, NoDeficit")]
    public async Task SilentWherePromisesCanBeKept(string agents, string claims)
    {
        var found = await Analysis.Run($"[Mechanism, BilateralTrade, Efficient, {agents}, Guarantees({claims})] public partial class House;");
        Assert.DoesNotContain(found, one => one.Id == "MECH3023");
    }

    [Fact]
    public async Task WhatAnotherMechanismCouldPromiseIsStillRefused() =>
        Assert.Contains(
            await Analysis.Run("[Mechanism, BilateralTrade, Efficient, Seller<Uniform>(2, 3), Buyer<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, NoDeficit)] public partial class House;"),
            one => one.Id == "MECH2002");

    [Fact]
    public async Task MECH3023_OffersWhatIsPossible() => await Expect.Repairs(
        "MECH3023",
        "[Mechanism, BilateralTrade, Efficient]\n[Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]\n[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]\npublic partial class Impossible;",
        "Let somebody else pay: give up balance",
        "[Mechanism, BilateralTrade, Efficient]\n[Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]\n[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational)]\npublic partial class Impossible;");
}
