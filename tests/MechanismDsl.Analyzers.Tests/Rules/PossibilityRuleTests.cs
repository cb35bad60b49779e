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
    public async Task MECH3023_TellsWhatTheNearestMechanismsKeep()
    {
        var found = await Expect.FiresAt("MECH3023", $"[Mechanism, BilateralTrade, Efficient, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1), {Promises}] public partial class Impossible;");
        Assert.EndsWith("so the least subsidy is 1/6; [SecondBest] keeps 27/32 of the gains, [PostedPrice(0.5)] keeps 0.75", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MECH3023_CountsAlikeSellersAndBuyers()
    {
        var found = await Expect.FiresAt("MECH3023", $"[Mechanism, DoubleAuction, Efficient, Sellers<Uniform>(0, 1, Count = 2), Buyers<Uniform>(0, 1, Count = 2), {Promises}] public partial class Impossible;");
        Assert.EndsWith("S* = -0.2 in expectation (worst off: buyer 0 at 0, buyer 1 at 0, seller 0 at 1, seller 1 at 1), so the least subsidy is 0.2; [SecondBest] keeps 0.94366 of the gains", found.InvariantMessage(), StringComparison.Ordinal);
    }

    /// <summary>Home improvement of finite types: with property rights of 10 or 11 it is possible, up to 308/27.</summary>
    [Theory]
    [InlineData("Efficient", 12, true)]
    [InlineData("Efficient, IndividuallyRationalVcg, Rebalanced", 12, true)]
    [InlineData("Efficient, IndividuallyRationalVcg", 11, false)]
    [InlineData("Efficient, IndividuallyRationalVcg, Rebalanced", 10, false)]
    public async Task MECH3023_SolvesAnExactProgramOfFiniteTypes(string rule, int option, bool isImpossible)
    {
        var source = $$"""
            public enum Home { SwimmingPool, DanceStudio }

            [Mechanism, Outcomes<Home>, {{rule}}]
            [Agent<UniformIntegers>("Alexa", 1, 9, OutsideOption = {{option}}), Agent<UniformIntegers>("Siri", 1, 9)]
            [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
            public partial class Renovation
            {
                [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
            }
            """;
        var found = (await Analysis.Run(source)).SingleOrDefault(one => one.Id == "MECH3023");
        Assert.Equal(
            !isImpossible ? null : "'Renovation' cannot be efficient, Bayesian incentive compatible, interim individually rational and balanced at once: by an exact linear program over all efficient mechanisms for these types (Conitzer and Sandholm 2002) the payments leave at most S* = -16/27 in expectation, so the least subsidy is 16/27",
            found?.InvariantMessage());
    }

    [Fact]
    public Task MECH0009_FixesBothSidesOfAnExchange() => Expect.Repairs(
        "MECH0009",
        "[Mechanism, DoubleAuction, SecondBest]\n[Sellers<Uniform>(0, 1), Prior<Uniform>(0, 2)]\npublic partial class Pool;",
        "Fix two sellers and two buyers",
        "[Mechanism, DoubleAuction, SecondBest]\n[Sellers<Uniform>(0, 1, Count = 2), Prior<Uniform>(0, 2)]\n[Buyers(Count = 2)]\npublic partial class Pool;");

    [Theory]
    [InlineData("Let somebody else pay: give up balance", "Efficient", "BayesianIncentiveCompatible, InterimIndividuallyRational")]
    [InlineData("Use [SecondBest], balanced in expectation", "SecondBest", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced")]
    [InlineData("Trade at the fixed price 0.5", "PostedPrice(0.5)", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    public async Task MECH3023_OffersWhatIsPossible(string title, string rule, string claims) => await Expect.Repairs(
        "MECH3023",
        "[Mechanism, BilateralTrade, Efficient]\n[Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]\n[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]\npublic partial class Impossible;",
        title,
        $"[Mechanism, BilateralTrade, {rule}]\n[Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]\n[Guarantees({claims})]\npublic partial class Impossible;");

    [Theory]
    [InlineData("PublicProject(1), [|SecondBest|], Agents(3), Prior<Exponential>(1)", "[SecondBest] of 'Bridge' is not solved: the budget of three or more agents is known for uniform types only")]
    [InlineData("PublicProject(1), [|RevenueOptimal|], Agents(2), DiscretePrior([0, 1], [1, 1])", "[RevenueOptimal] of 'Bridge' is not solved: the type of agent 0 has atoms, and the best decision at a tie is a lottery")]
    [InlineData("PublicProject(1), [|SecondBest|], Prior<Uniform>(0, 1)", "[SecondBest] of 'Bridge' is not solved: the number of agents must be fixed")]
    public Task MECH0028_SaysWhatIsNotSolved(string declaration, string message) =>
        Expect.Fires("MECH0028", $"[Mechanism, {declaration}] public partial class Bridge;", message);

    [Fact]
    public Task MECH0028_OffersTheGoalThatNeedsNoPriors() => Expect.Repairs(
        "MECH0028",
        "[Mechanism, PublicProject(1), SecondBest]\n[Agents(3), Prior<Exponential>(1)]\npublic partial class Bridge;",
        "Use [Efficient], which needs no priors",
        "[Mechanism, PublicProject(1), Efficient]\n[Agents(3), Prior<Exponential>(1)]\npublic partial class Bridge;");

    [Theory]
    [InlineData("MECH0006", "[Mechanism, BilateralTrade, SecondBest, Seller<Uniform>(0, 1), [|Buyer|]] public partial class House;")]
    [InlineData("MECH0005", "[Mechanism, BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1), [|Money<decimal>|]] public partial class House;")]
    [InlineData("MECH0005", "[Mechanism, PublicProject(1, [|EqualShares = true|]), SecondBest, Agents(2), Prior<Uniform>(0, 1)] public partial class Bridge;")]
    [InlineData("MECH0005", "[Mechanism, SingleItem, [|SecondBest|], Efficient, Prior<Uniform>(0, 1)] public partial class Sale;")]
    [InlineData("MECH0005", "[Mechanism, BilateralTrade, Efficient, [|SecondBest|], Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)] public partial class House;")]
    [InlineData("MECH0013", "[Mechanism, PublicProject(1), SecondBest, Agent<Uniform>(\"A\", 0, 1, [|OutsideOption = 0.1|]), Agent<Uniform>(\"B\", 0, 1)] public partial class Bridge;")]
    public Task WhatDoesNotGoWithTheSecondBest(string id, string marked) => Expect.FirstAt(id, new Snippet(marked));

    [Theory]
    [InlineData("BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExAnteBudgetBalanced)")]
    [InlineData("PublicProject(1), SecondBest, Agents(2), Prior<Uniform>(0, 1), Guarantees(NoSubsidy, ExAnteBudgetBalanced)")]
    [InlineData("PublicProject(1), RevenueOptimal, Agents(2), Prior<Uniform>(0, 1), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)")]
    public async Task SilentWhereTheSecondBestKeepsItsPromises(string declaration) => Assert.Empty(await Analysis.Run($"[Mechanism, {declaration}] public partial class Solved;"));

    [Theory]
    [InlineData("SecondBest", "ExPostBudgetBalanced")]
    [InlineData("RevenueOptimal", "ExAnteBudgetBalanced")]
    [InlineData("SecondBest", "AllocativelyEfficient")]
    public async Task WhatScoresDoNotGiveIsNotPromised(string goal, string claim) => Assert.Contains(
        await Analysis.Run($"[Mechanism, BilateralTrade, {goal}, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1), Guarantees({claim})] public partial class House;"),
        one => one.Id is "MECH2001" or "MECH2002");
}
