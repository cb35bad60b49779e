using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Promises that no mechanism can keep together.</summary>
public class PossibilityRuleTests
{
    private const string Promises = "[|Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)|]";
    private const string Finite = """
        DiscretePrior([0, 5], [3, 1], Agent = "A"), DiscretePrior([0, 5], [3, 1], Agent = "B"), DiscretePrior([1, 6], [1, 3], Agent = "C"), DiscretePrior([1, 6], [1, 3], Agent = "D")
        """;

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
    [InlineData("PublicProject(1), Efficient, Agents(2), Prior<Uniform>(0, 1)", "Proposition 6.26 on public projects (Güth and Hellwig 1986) the payments leave at most S* = -1/6 in expectation (worst off: every agent at 0), so the least subsidy is 1/6")]
    [InlineData("PublicProject(1), Efficient, Agent<Uniform>(\"North\", 0, 1), Agent<Uniform>(\"South\", 0, 1)", "Proposition 6.26 on public projects (Güth and Hellwig 1986) the payments leave at most S* = -1/6 in expectation (worst off: North and South at 0), so the least subsidy is 1/6")]
    [InlineData("DoubleAuction, Efficient, Seller<Uniform>(\"A\", 0, 1), Seller<Uniform>(\"B\", 0, 1), Buyer<Uniform>(\"C\", 0, 1), Buyer<Uniform>(\"D\", 0, 1)", "the theorem of Williams (1999) on exchanges, after Myerson and Satterthwaite (1983) the payments leave at most S* = -0.2 in expectation (worst off: A and B at 1, C and D at 0), so the least subsidy is 0.2")]
    public async Task MECH3023_SpeaksOfEveryEnvironment(string declaration, string numbers)
    {
        var found = await Expect.FiresAt("MECH3023", $"[Mechanism, {declaration}, [|Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit)|]] public partial class Impossible;");
        Assert.StartsWith(
            "'Impossible' cannot be efficient, dominant-strategy incentive compatible, ex-post individually rational and free of deficits at once: by " + numbers,
            found.InvariantMessage(),
            StringComparison.Ordinal);
    }

    /// <summary>Four agents of different kinds; a number by a transform inverted with mpmath 1.3, see SumTests of the theory. Half of the costs are 0, the others 1/2: −1/8 by hand there.</summary>
    [Theory]
    [InlineData(
        "PublicProject(1.6), Agent<Power>(\"A\", 2, 1), Agent<Triangular>(\"B\", 0, .5, 1), Agent<Beta>(\"C\", 2, 3), Agent<TruncatedExponential>(\"D\", 1, 2)",
        "S* = -0.9979595832 in expectation (worst off: A, B, C and D at 0), so the least subsidy is 0.9979595832")]
    [InlineData(
        "BilateralTrade, DiscretePrior([0, .5], [1, 1], Agent = \"S\"), Seller(\"S\"), Buyer<Uniform>(\"B\", 0, 1)",
        "S* = -0.125 in expectation (worst off: S at 0.5, B at 0), so the least subsidy is 0.125")]
    public async Task MECH3023_KnowsTypesOfAnyKind(string declaration, string numbers)
    {
        var found = await Expect.FiresAt("MECH3023", $"[Mechanism, Efficient, {declaration}, {Promises}] public partial class Impossible;");
        Assert.Contains(numbers, found.InvariantMessage(), StringComparison.Ordinal);
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
        Assert.EndsWith("S* = -0.2 in expectation (worst off: every buyer at 0, every seller at 1), so the least subsidy is 0.2; [SecondBest] keeps 0.94366 of the gains", found.InvariantMessage(), StringComparison.Ordinal);
    }

    /// <summary>However many agents there are, the message names each type once.</summary>
    [Theory]
    [InlineData("PublicProject(8), Efficient, Agents(20), Prior<Uniform>(0, 1)", "(worst off: every agent at 0)")]
    [InlineData("DoubleAuction, Efficient, Sellers<Uniform>(0, 1, Count = 8), Buyers<Uniform>(0, 1, Count = 9)", "(worst off: every buyer at 0, every seller at 1)")]
    [InlineData("PublicProject(3), Efficient, Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 0, 1), Agent<Uniform>(\"C\", 0, 1), Agent<Uniform>(\"D\", 0, 1), Agent<Uniform>(\"E\", 0, 1), Agent<Uniform>(\"F\", 1, 2)", "(worst off: A, B, C and 2 others at 0, F at 1)")]
    public async Task MECH3023_StaysShort(string declaration, string worst)
    {
        var message = (await Expect.FiresAt("MECH3023", $"[Mechanism, {declaration}, {Promises}] public partial class Impossible;")).InvariantMessage();
        Assert.Contains(worst, message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 500);
    }

    /// <summary>The number is that of the linear program over whole mechanisms (RandomExchangeTests of the theory).</summary>
    [Fact]
    public async Task MECH3023_KnowsExchangesOfFiniteTypes()
    {
        var found = await Expect.FiresAt("MECH3023", $"[Mechanism, DoubleAuction, Efficient, Seller(\"A\"), Seller(\"B\"), Buyer(\"C\"), Buyer(\"D\"), {Finite}, {Promises}] public partial class Impossible;");
        Assert.EndsWith("by the discrete virtual types of all efficient exchanges between these finite types (Myerson 1981) the payments leave at most S* = -87/64 in expectation, so the least subsidy is 87/64", found.InvariantMessage(), StringComparison.Ordinal);
    }

    /// <summary>Costs and values of 0 to 3 with equal chances leave 35/64.</summary>
    [Theory]
    [InlineData("Sellers(Count = 2), Buyers(Count = 2), Prior<UniformIntegers>(0, 3)")]
    [InlineData("Seller(\"A\"), Buyer(\"B\"), Prior<UniformIntegers>(0, 4)")]
    public async Task MECH3023_IsSilentWhereFiniteTypesEscape(string agents) => Assert.DoesNotContain(
        await Analysis.Run($"[Mechanism, DoubleAuction, Efficient, {agents}, Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced)] public partial class Pool;"),
        one => one.Id == "MECH3023");

    /// <summary>Promises at every profile are held against a program of their own; in expectation the same types can keep them.</summary>
    [Theory]
    [InlineData("BayesianIncentiveCompatible, InterimIndividuallyRational, NoDeficit", null)]
    [InlineData("DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExAnteBudgetBalanced", null)]
    [InlineData("DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit", "'House' cannot be efficient, dominant-strategy incentive compatible, ex-post individually rational and free of deficits at once: by an exact linear program over all efficient mechanisms that keep the other promises (Conitzer and Sandholm 2002) payments miss the budget at single profiles, and to make up for that takes 0.25 in expectation")]
    public async Task MECH3023_HoldsFiniteTypesToPromisesAtProfiles(string claims, string? message)
    {
        var found = await Analysis.Run($"[Mechanism, BilateralTrade, Efficient, DiscretePrior([1, 3], [1, 1], Agent = \"S\"), Seller(\"S\"), DiscretePrior([2, 4], [1, 1], Agent = \"B\"), Buyer(\"B\"), Guarantees({claims})] public partial class House;");
        var impossible = found.SingleOrDefault(one => one.Id == "MECH3023")?.InvariantMessage();
        Assert.Equal(message, impossible?.Split(';')[0]);
    }

    /// <summary>
    /// Payments are a term of the other's type and, for a chance to win, between t − 1 and t of it at a tie at t. Terms are the same constants wherever both types are at
    /// least 1, so that balance at the ties (t, t) needs a number in all of [t − 1, t] for t = 1, …, k: 1 is one for the values 0 to 2, and the values 0 to 3 have none.
    /// </summary>
    [Theory]
    [InlineData("NoDeficit", 4, false)]
    [InlineData("ExPostBudgetBalanced", 2, false)]
    [InlineData("ExPostBudgetBalanced", 3, true)]
    public async Task MECH3023_SpeaksOfSalesOfFiniteTypes(string money, int highest, bool isImpossible) => Assert.Equal(
        isImpossible,
        (await Analysis.Run($"[Mechanism, SingleItem, Efficient, Agents(2), Prior<UniformIntegers>(0, {highest}), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, {money})] public partial class Sale;"))
            .Any(one => one.Id == "MECH3023"));

    /// <summary>Two bidders for whom staying away is worth 3 together cannot be paid out of a sale that is worth 2 at most; 1/2 each they can.</summary>
    [Theory]
    [InlineData(1.5, true)]
    [InlineData(.25, false)]
    public async Task MECH3023_CountsOutsideOptionsOfSales(double option, bool isImpossible) => Assert.Equal(
        isImpossible,
        (await Analysis.Run(FormattableString.Invariant($"[Mechanism, SingleItem, Efficient, Agent<UniformIntegers>(\"A\", 1, 2, OutsideOption = {option}), Agent<UniformIntegers>(\"B\", 1, 2, OutsideOption = {option}), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced)] public partial class Sale;")))
            .Any(one => one.Id == "MECH3023"));

    /// <summary>Weights are another aim: what is efficient about them the theorems do not speak of.</summary>
    [Fact]
    public async Task MECH3023_IsSilentAboutWeights() => Assert.DoesNotContain(
        await Analysis.Run("[Mechanism, PublicProject(1), Efficient, Agent<Uniform>(\"A\", 0, 1, Weight = 2), Agent<Uniform>(\"B\", 0, 1), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, NoDeficit)] public partial class Bridge;"),
        one => one.Id == "MECH3023");

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

    /// <summary>Probabilities, shares and subsidies by the distribution of the sum of uniform variables, written down a second time in mpmath 1.3 with 40 digits.</summary>
    [Theory]
    [InlineData(20, "8", "0.93904", "0.0020919", "0.617", "7.2021", "; if who does not pay can be kept out, a fee of 0.5 brings in 5, less than the cost 8; with ever more agents, at a cost of 0.4 a head, the probability goes to 0 (Mailath and Postlewaite 1990)")]
    [InlineData(20, "4", "nearly 1", "0.15144", "20.2", "4", "; if who does not pay can be kept out, a fee of 0.5 brings in 5, enough for the cost 4; with ever more agents, at a cost of 0.2 a head, the probability goes to 0 (Mailath and Postlewaite 1990)")]
    public async Task MECH3019_PrintsWhatIsLeftOfAProject(int agents, string cost, string efficient, string chance, string kept, string subsidy, string more)
    {
        var found = await Expect.FiresAt("MECH3019", $"[Mechanism, PublicProject({cost}), [|SecondBest|], Agents({agents}), Prior<Uniform>(0, 1)] public partial class Library;");
        Assert.Equal(
            "Agents who take part of their own accord, and cannot be kept out, hardly ever pay for the project: the efficient decision carries it out with probability " + efficient
            + ", the best rule that covers its cost with " + chance + ", which keeps " + kept + " % of the welfare; the efficient decision needs a subsidy of " + subsidy + more,
            found.InvariantMessage());
    }

    [Theory]
    [InlineData("PublicProject(1), SecondBest, Agents(2), Prior<Uniform>(0, 1)")]
    [InlineData("PublicProject(1.5), SecondBest, Agents(3), Prior<Uniform>(0, 1)")]
    [InlineData("PublicProject(8), SecondBest, Agents(20), Prior<Uniform>(.5, 1)")]
    [InlineData("PublicProject(8), RevenueOptimal, Agents(20), Prior<Uniform>(0, 1)")]
    [InlineData("BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)")]
    public async Task MECH3019_IsSilentWhereTheProjectIsCarriedOut(string declaration) =>
        Assert.DoesNotContain(await Analysis.Run($"[Mechanism, {declaration}] public partial class Bridge;"), one => one.Id == "MECH3019");

    [Theory]
    [InlineData("PublicProject(1), SecondBest, Agents(2), Prior<Uniform>(0, 1)", "NoDeficit")]
    [InlineData("PublicProject(1), SecondBest, Agents(2), Prior<Uniform>(0, 1)", "ExPostBudgetBalanced")]
    [InlineData("PublicProject(1), SecondBest, Agents(2), Prior<Uniform>(0, 1)", "AllocativelyEfficient")]
    [InlineData("PublicProject(8), SecondBest, Agents(20), Prior<Uniform>(0, 1)", "AllocativelyEfficient")]
    [InlineData("PublicProject(1), RevenueOptimal, Agents(2), Prior<Exponential>(1)", "ExAnteBudgetBalanced")]
    [InlineData("BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "ExPostBudgetBalanced")]
    [InlineData("BilateralTrade, SecondBest, Seller<Logistic>(4, 1), Buyer<Uniform>(0, 8)", "AllocativelyEfficient")]
    [InlineData("BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "NoSubsidy")]
    public async Task MECH2001_RefutesWhatScoresDoNotGive(string declaration, string claim) =>
        Assert.Contains(await Analysis.Run($"[Mechanism, {declaration}, Guarantees({claim})] public partial class X;"), one => one.Id == "MECH2001");

    [Fact]
    public async Task MECH2001_RunsTheDecisionAtAProfile()
    {
        var found = (await Analysis.Run("[Mechanism, PublicProject(1), SecondBest, Agents(2), Prior<Uniform>(0, 1), Guarantees(NoDeficit)] public partial class Bridge;")).Single(one => one.Id == "MECH2001");
        Assert.EndsWith("at the values (1, 1) the project is carried out: it costs 1, and the agents pay 0.5 in all", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task MECH0009_FixesBothSidesOfAnExchange() => Expect.Repairs(
        "MECH0009",
        "[Mechanism, DoubleAuction, SecondBest]\n[Sellers<Uniform>(0, 1), Prior<Uniform>(0, 2)]\npublic partial class Pool;",
        "Fix two sellers and two buyers",
        "[Mechanism, DoubleAuction, SecondBest]\n[Sellers<Uniform>(0, 1, Count = 2), Prior<Uniform>(0, 2)]\n[Buyers(Count = 2)]\npublic partial class Pool;");

    [Theory]
    [InlineData("Let somebody else pay: give up balance", "Efficient", "BayesianIncentiveCompatible, InterimIndividuallyRational")]
    [InlineData("Use [SecondBest, Rebalanced], balanced at every profile", "SecondBest, Rebalanced", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    [InlineData("Use [SecondBest], balanced in expectation", "SecondBest", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced")]
    [InlineData("Trade at the fixed price 0.5", "PostedPrice(0.5)", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced")]
    public async Task MECH3023_OffersWhatIsPossible(string title, string rule, string claims) => await Expect.Repairs(
        "MECH3023",
        "[Mechanism, BilateralTrade, Efficient]\n[Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]\n[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]\npublic partial class Impossible;",
        title,
        $"[Mechanism, BilateralTrade, {rule}]\n[Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]\n[Guarantees({claims})]\npublic partial class Impossible;");

    [Theory]
    [InlineData("PublicProject(9), [|SecondBest|], Agents(3), HistogramPrior([0, 1, 2, 3, 4, 5, 6, 7, 8], [8, 1, 8, 1, 8, 1, 8, 1])", "[SecondBest] of 'Bridge' is not solved: the scores of three or more agents are ironed in many blocks, and where blocks meet the budget jumps")]
    [InlineData("PublicProject(500), [|SecondBest|], Agents(1000), Prior<Uniform>(0, 1)", "[SecondBest] of 'Bridge' is not solved: the budget of more than 100 agents is not computed")]
    [InlineData("PublicProject(500), Efficient, [|Rebalanced|], Agents(1000), Prior<Uniform>(0, 1)", "[Rebalanced] of 'Bridge' is not solved: what more than 300 agents expect to pay is not computed")]
    [InlineData("PublicProject(1), [|RevenueOptimal|], Agents(2), DiscretePrior([0, 1], [1, 1])", "[RevenueOptimal] of 'Bridge' is not solved: the type of agent 0 has atoms, and the best decision at a tie is a lottery")]
    [InlineData("PublicProject(1), [|SecondBest|], Prior<Uniform>(0, 1)", "[SecondBest] of 'Bridge' is not solved: the number of agents must be fixed")]
    public Task MECH0028_SaysWhatIsNotSolved(string declaration, string message) =>
        Expect.Fires("MECH0028", $"[Mechanism, {declaration}] public partial class Bridge;", message);

    [Fact]
    public Task MECH0028_OffersTheGoalThatNeedsNoPriors() => Expect.Repairs(
        "MECH0028",
        "[Mechanism, PublicProject(1), SecondBest]\n[Agents(3), Prior<UniformIntegers>(0, 2)]\npublic partial class Bridge;",
        "Use [Efficient], which needs no priors",
        "[Mechanism, PublicProject(1), Efficient]\n[Agents(3), Prior<UniformIntegers>(0, 2)]\npublic partial class Bridge;");

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
