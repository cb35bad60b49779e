using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>What declarations of exchanges mean, and what is wrong with them.</summary>
public sealed class ExchangeTests
{
    [Fact]
    public void Alike_sides()
    {
        var problem = Meaning.Of("DoubleAuction, TradeReduction, Sellers<Uniform>(0, 1), Buyers");
        Assert.Equal(new Population.TwoSided(new Agent(null, Side.Supplier, new UniformPrior(0, 1)), new Agent(null, Side.Buyer, null)), problem.Population);
        Assert.Equal((Goal.ReducedTrade, Information.Unknown, EnvironmentName.DoubleAuction), (problem.Objective, problem.Information, problem.Environment.Name));
        Assert.Equal(problem, Meaning.Of("TradeReduction, DoubleAuction, Buyers, Sellers<Uniform>(0, 1)"));
        Assert.Equal(Information.IndependentPriors, Meaning.Of("DoubleAuction, Efficient, Prior<Uniform>(0, 1)").Information);
    }

    [Fact]
    public void Named_agents_keep_their_order_and_side()
    {
        var problem = Meaning.Of("DoubleAuction, PostedPrice(5), Buyer(\"East\"), Seller<Uniform>(\"North\", 0, 2), DiscretePrior([1, 2], [1, 1], Agent = \"East\")");
        var agents = Assert.IsType<Population.Named>(problem.Population).Agents;
        Assert.Equal([("East", Side.Buyer), ("North", Side.Supplier)], agents.Select(agent => (agent.Name!, agent.Side)));
        Assert.Equal(new UniformPrior(0, 2), agents[1].Prior);
        Assert.IsType<DiscretePrior>(agents[0].Prior);
        Assert.Equal(new PaymentRule.Posted(5), problem.Payments);
    }

    [Theory]
    [InlineData("BilateralTrade, Efficient", "Seller", "Buyer", false)]
    [InlineData("BilateralTrade, Efficient, Buyer<Uniform>(0, 1), Seller<Uniform>(0, 1)", "Seller", "Buyer", true)]
    [InlineData("BilateralTrade, Efficient, Buyer<Uniform>(\"Ann\", 0, 1), Seller, Prior<Uniform>(0, 1)", "Seller", "Ann", true)]
    public void A_pair_is_a_seller_and_a_buyer(string attributes, string seller, string buyer, bool hasPriors)
    {
        var problem = Meaning.Of(attributes);
        var agents = Assert.IsType<Population.Named>(problem.Population).Agents;
        Assert.Equal([(seller, Side.Supplier, hasPriors), (buyer, Side.Buyer, hasPriors)], agents.Select(agent => (agent.Name!, agent.Side, agent.Prior is not null)));
    }

    [Theory]
    [InlineData("DoubleAuction", "MECH0004: X | a goal ([Efficient] or [SecondBest] or [RevenueOptimal]) or a payment rule that needs no goal ([TradeReduction], [PostedPrice])")]
    [InlineData("DoubleAuction, SingleItem, Efficient", "MECH0005: SingleItem | DoubleAuction | a mechanism has one environment")]
    [InlineData("DoubleAuction, Efficient, TradeReduction", "MECH0005: TradeReduction | Efficient | each of them says by itself who trades and at which price")]
    [InlineData("DoubleAuction, Efficient, Agents(3)", "MECH0005: Agents | DoubleAuction | the agents of an exchange stand on two sides: [Seller] and [Buyer], or [Sellers] and [Buyers]")]
    [InlineData("DoubleAuction, Efficient, Reserve(3)", "MECH0005: Reserve | DoubleAuction | the prices of an exchange follow from its rule alone; a fixed price is [PostedPrice]")]
    [InlineData("BilateralTrade, PostedPrice(3), TradeReduction", "MECH0005: TradeReduction | BilateralTrade | of one possible trade the reduction would leave none; it belongs to a [DoubleAuction]", "MECH0005: TradeReduction | PostedPrice | each of them says by itself who trades and at which price")]
    [InlineData("DoubleAuction, SecondBest, Prior<Uniform>(0, 1)", "MECH0009: [SecondBest] | [Sellers(Count = n), Buyers(Count = m)]")]
    [InlineData("DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 2), Buyers<Uniform>(0, 1)", "MECH0012: Sellers | the number of one side counts only together with that of the other", "MECH0009: [SecondBest] | [Sellers(Count = n), Buyers(Count = m)]")]
    [InlineData("DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 2), Buyers(Count = 2)", "MECH0006: [SecondBest] | every buyer")]
    [InlineData("DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = -1), Buyers<Uniform>(0, 1, Count = 2)", "MECH0013: the number of sellers | -1 | at least 1, or 0 for one that is known when the mechanism runs", "MECH0012: Buyers | the number of one side counts only together with that of the other", "MECH0009: [SecondBest] | [Sellers(Count = n), Buyers(Count = m)]")]
    [InlineData("DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 30), Buyers<Uniform>(0, 1, Count = 30)", "MECH0028: SecondBest | X | the budget of more than 40 agents is not computed")]
    [InlineData("DoubleAuction, RevenueOptimal, Sellers<Uniform>(0, 1), Buyers<UniformIntegers>(1, 9)", "MECH0028: RevenueOptimal | X | the type of every buyer has atoms, and the best decision at a tie is a lottery")]
    [InlineData("DoubleAuction, RevenueOptimal, Money<decimal>, Prior<Uniform>(0, 1)", "MECH0005: Money | RevenueOptimal | its prices follow from the priors and lie between the multiples of a step; a [DoubleAuction] with [RevenueOptimal] needs double")]
    [InlineData("SingleItem, Efficient, TradeReduction", "MECH0005: TradeReduction | SingleItem | it has no meaning where one item is decided on", "MECH0005: TradeReduction | Efficient | each of them says by itself who trades and at which price")]
    [InlineData("SingleItem, Efficient, Seller(\"North\")", "MECH0005: Seller | SingleItem | it has no meaning where one item is decided on")]
    [InlineData("DoubleAuction, Efficient, Sellers, Sellers<Uniform>(0, 1)", "MECH0005: Sellers | Sellers | the same question is answered twice")]
    [InlineData("DoubleAuction, Efficient, Seller(\"North\"), Buyer(\"north\")", "MECH0007: north | another agent has it; names differ in more than the case of letters")]
    [InlineData("DoubleAuction, Efficient, Seller, Buyer(\"East\")", "MECH0007:  | it is empty")]
    [InlineData("BilateralTrade, Efficient, Seller(\"Run\")", "MECH0007: Run | the generated part uses it")]
    [InlineData("DoubleAuction, Efficient, Seller(\"North\")", "MECH0027: X | an exchange with a named seller, but no buyer is named")]
    [InlineData("BilateralTrade, Efficient, Seller(\"North\"), Seller(\"South\")", "MECH0027: X | a trade between two, and this is a second seller; more agents meet in a [DoubleAuction]")]
    [InlineData("DoubleAuction, PostedPrice(-1)", "MECH0013: the price | -1 | a number from 0 to 1E15")]
    [InlineData("DoubleAuction, PostedPrice(.005), Money<decimal>", "MECH0013: the price | 0.005 | a multiple of 0.01, the step of its money")]
    [InlineData("BilateralTrade, Efficient, Seller<Uniform>(2, 1)", "MECH4001: Uniform | High | 1 | above Low = 2")]
    [InlineData("BilateralTrade, Efficient, Seller<Uniform>(\"Ann\", 2)", "MECH4002: Uniform(Low, High) | 2 parameters | 1 is")]
    [InlineData("BilateralTrade, Efficient, Prior<Uniform>(0, 1, Agent = \"Byer\")", "MECH0016: Byer | ; did you mean 'Buyer'?")]
    public void What_is_wrong(string attributes, params string[] findings) => Assert.Equal(findings, Meaning.Findings(attributes));

    [Fact]
    public void Lots_are_not_drawn() =>
        Assert.Equal("MECH0005: Mechanism | DoubleAuction | among equal reports of an exchange the lowest index trades", Assert.Single(Meaning.Findings("DoubleAuction, Efficient", "Ties = TieRule.Shared")));

    [Theory]
    [InlineData("DoubleAuction, Efficient", "DominantStrategyIncentiveCompatible, BayesianIncentiveCompatible, ExPostIndividuallyRational, InterimIndividuallyRational, ExAnteIndividuallyRational, AllocativelyEfficient")]
    [InlineData("DoubleAuction, TradeReduction, Money<long>", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit")]
    [InlineData("BilateralTrade, PostedPrice(5)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExPostBudgetBalanced, ExAnteBudgetBalanced, NoDeficit")]
    public void What_holds_by_theorem_passes(string attributes, string claims) => Assert.Empty(Check(attributes, claims));

    [Fact]
    public void Numbers_of_agents_belong_to_alike_ones()
    {
        var population = Assert.IsType<Population.TwoSided>(Meaning.Of("DoubleAuction, RevenueOptimal, Sellers<Uniform>(0, 1, Count = 3), Buyers<Uniform>(0, 2, Count = 2)").Population);
        Assert.Equal((3, 2), (population.Sellers, population.Buyers));
        Assert.Equal((null, null), Meaning.Of("DoubleAuction, RevenueOptimal, Prior<Uniform>(0, 1)").Population is Population.TwoSided free ? (free.Sellers, free.Buyers) : (0, 0));
    }

    [Theory]
    [InlineData("DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 2), Buyers<Uniform>(0, 1, Count = 2)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExAnteBudgetBalanced")]
    [InlineData("DoubleAuction, RevenueOptimal, Sellers<Uniform>(0, 1), Buyers<Exponential>(1)", "BayesianIncentiveCompatible, InterimIndividuallyRational")]
    public void What_holds_by_scores_passes(string attributes, string claims) => Assert.Empty(Check(attributes, claims));

    [Theory]
    [InlineData("DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 1), Buyers<Uniform>(0, 1, Count = 1)", "AllocativelyEfficient", "at the bids (0.3) and the costs (0.1) the trades that are made are worth 0; the efficient ones are worth 0.2")]
    [InlineData("DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 1), Buyers<Uniform>(0, 1, Count = 1)", "NoDeficit", "at the bids (1) and the costs (0.1) buyers pay 0.35 and sellers receive 0.75 in all, the market maker adds 0.4")]
    [InlineData("DoubleAuction, RevenueOptimal, Sellers<Uniform>(0, 1, Count = 1), Buyers<Uniform>(0, 1, Count = 1)", "ExAnteBudgetBalanced", "with truthful reports under the declared priors buyers are expected to pay 0.04166666667 more than sellers receive")]
    [InlineData("DoubleAuction, RevenueOptimal, Sellers<Uniform>(0, 1), Buyers<Uniform>(0, 1)", "NoSubsidy", "at the bids (1) and the costs (0.1) a seller receives 0.5")]
    public void What_fails_by_scores_is_refuted(string attributes, string claim, string counterexample) =>
        Assert.Equal($"MECH2001: X | {claim} | {counterexample}", Assert.Single(Check(attributes, claim)));

    [Theory]
    [InlineData("BilateralTrade, Efficient", "NoDeficit", "where Seller reports the cost 2 and Buyer bids 10 one unit is traded: buyers pay 2 and sellers receive 10 in all, the market maker adds 8")]
    [InlineData("BilateralTrade, Efficient, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)", "ExAnteBudgetBalanced", "where Seller reports the cost 0.2 and Buyer bids 1 one unit is traded: buyers pay 0.2 and sellers receive 1 in all, the market maker adds 0.8, and it keeps something at no other profile")]
    [InlineData("DoubleAuction, Efficient", "ExPostBudgetBalanced", "at the bids (10) and the costs (2) one unit is traded: buyers pay 2 and sellers receive 10 in all, the market maker adds 8")]
    [InlineData("DoubleAuction, TradeReduction", "ExPostBudgetBalanced", "at the bids (10, 10) and the costs (2, 2) one unit is traded: buyers pay 10 and sellers receive 2 in all, the market maker keeps 8")]
    [InlineData("DoubleAuction, TradeReduction", "AllocativelyEfficient", "at the bids (10) and the costs (2) nobody trades, worth 0; the efficient trades are worth 8")]
    [InlineData("DoubleAuction, PostedPrice(5)", "AllocativelyEfficient", "at the bids (4) and the costs (2) nobody trades, worth 0; the efficient trades are worth 2")]
    [InlineData("DoubleAuction, PostedPrice(5)", "NoSubsidy", "at the bids (10) and the costs (2) seller 0 receives 5")]
    [InlineData("DoubleAuction, Efficient, Seller(\"North\"), Buyer(\"East\")", "NoSubsidy", "where North reports the cost 2 and East bids 10 'North' receives 10")]
    public void What_fails_is_refuted_by_a_profile(string attributes, string claim, string counterexample) =>
        Assert.Equal($"MECH2001: X | {claim} | {counterexample}", Assert.Single(Check(attributes, claim)));

    private static IEnumerable<string> Check(string attributes, string claims)
    {
        var declaration = Source.Of($"[Mechanism, {attributes}, Guarantees({claims})] partial class X;").Read();
        var reading = Normaliser.Read(declaration, []);
        Assert.Empty(reading.Findings);
        var solution = Solver.Solve(reading.Problem!, CancellationToken.None);
        return reading.Problem!.Claims
            .Select(claim => ClaimCheck.Finding(declaration, claim, ClaimCheck.Of(solution, claim, CancellationToken.None)))
            .OfType<Findings.Finding>()
            .Select(Meaning.Text);
    }
}
