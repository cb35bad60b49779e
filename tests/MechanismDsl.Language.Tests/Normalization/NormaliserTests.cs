using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Language.Tests.Normalization;

public sealed class NormaliserTests
{
    [Fact]
    public void Vickrey()
    {
        var problem = Meaning.Of("SingleItem, Efficient");
        Assert.Equal(Goal.Efficient, problem.Objective);
        Assert.Equal(new PaymentRule.Threshold(), problem.Payments);
        Assert.Equal(new Population.Alike(0, null, new Agent(null, Side.Buyer, null)), problem.Population);
        Assert.Equal((Information.Unknown, TieBreaking.LowestIndex, new Money(MoneyKind.Double)), (problem.Information, problem.Ties, problem.Money));
        Assert.Equal(new SocialCost.PerServed(0), problem.Environment.Cost);
    }

    [Fact]
    public void Two_named_buyers()
    {
        var problem = Meaning.Of("SingleItem, RevenueOptimal, Agent<Uniform>(\"North\", 0, 12, Priority = 1), Agent<Uniform>(\"South\", 0, 18)", "Ties = TieRule.Priority");
        Assert.Equal(
            new Population.Named([new Agent("North", Side.Buyer, new UniformPrior(0, 12)) { Priority = 1 }, new Agent("South", Side.Buyer, new UniformPrior(0, 18))]),
            problem.Population);
        Assert.Equal((Goal.RevenueOptimal, Information.IndependentPriors, TieBreaking.Priority), (problem.Objective, problem.Information, problem.Ties));
    }

    [Fact]
    public void Procurement()
    {
        var problem = Meaning.Of("SingleItem, Procurement, RevenueOptimal, BuyerValue(1), Suppliers<Uniform>(0, 1), Agents(2, 5)");
        Assert.Equal(new SocialCost.PerServed(-1), problem.Environment.Cost);
        Assert.Equal(new Population.Alike(2, 5, new Agent(null, Side.Supplier, new UniformPrior(0, 1))), problem.Population);
    }

    [Fact]
    public void Histogram_discrete_and_mixture()
    {
        Assert.Equal(new HistogramPrior([0, 3, 8], [.75, .25]), PriorOf("HistogramPrior([0, 3, 8], [.75, .25])"));
        Assert.Equal(new DiscretePrior([1, 2], [3, 1]), PriorOf("DiscretePrior([1, 2], [3, 1])"));
        Assert.Equal(
            new MixturePrior([new UniformPrior(0, 3), new UniformPrior(3, 8)], [3, 1]),
            PriorOf("Prior<Uniform>(0, 3, Weight = 3), Prior<Uniform>(3, 8)"));
        Assert.Equal(new TruncatedNormalPrior(5, 2, 0, double.PositiveInfinity), PriorOf("Prior<TruncatedNormal>(5, 2, 0)"));
    }

    [Fact]
    public void An_agents_own_prior_comes_before_the_one_for_all()
    {
        var named = Assert.IsType<Population.Named>(Meaning.Of("SingleItem, RevenueOptimal, Agent(\"North\"), Agent(\"South\"), Prior<Uniform>(0, 1), Prior<Exponential>(2, Agent = \"South\")").Population);
        Assert.Equal([new UniformPrior(0, 1), new ExponentialPrior(2)], named.Agents.Select(agent => agent.Prior!));
    }

    [Fact]
    public void Reserves_and_fees()
    {
        var problem = Meaning.Of("SingleItem, Efficient, Agent(\"North\"), Agent(\"South\"), Reserve, Reserve(9, Agent = \"South\", Kind = ReserveKind.Lazy), EntryFee(.25), SellerValue(2)");
        var named = Assert.IsType<Population.Named>(problem.Population);
        Assert.Equal([new Reserve(null, Theory.Problems.ReserveKind.Eager), new Reserve(9, Theory.Problems.ReserveKind.Lazy)], named.Agents.Select(agent => agent.Reserve!));
        Assert.Equal((.25, new SocialCost.PerServed(2)), (problem.Payments.EntryFee, problem.Environment.Cost));
    }

    [Theory]
    [InlineData("PayAsBid", Goal.BestReport)]
    [InlineData("AllPay", Goal.BestReport)]
    [InlineData("PostedPrice(5)", Goal.FirstToAccept)]
    public void Payment_rules_need_no_goal(string rule, Goal objective) =>
        Assert.Equal(objective, Meaning.Of($"SingleItem, {rule}").Objective);

    [Fact]
    public void Money_ties_and_claims()
    {
        var problem = Meaning.Of("SingleItem, Efficient, Money<decimal>(Decimals = 3), Guarantees(NoSubsidy, DominantStrategyIncentiveCompatible, NoSubsidy)", "Ties = TieRule.Shared");
        Assert.Equal((new Money(MoneyKind.Decimal, 3), TieBreaking.Shared), (problem.Money, problem.Ties));
        Assert.Equal([Theory.Problems.Guarantee.DominantStrategyIncentiveCompatible, Theory.Problems.Guarantee.NoSubsidy], problem.Claims);
        Assert.Equal(new Money(MoneyKind.Decimal, 2), Meaning.Of("SingleItem, Efficient, Money<decimal>").Money);
        Assert.Equal(new Money(MoneyKind.Int64), Meaning.Of("SingleItem, Efficient, Money<long>").Money);
    }

    [Fact]
    public void Strategy_and_messages()
    {
        var reading = Meaning.Reading("SingleItem, PayAsBid, Prior<Uniform>(0, 1), Agents(2), Message(0, 1)", body: "[Strategy] static double Bid(double value) => value / 2;");
        Assert.Empty(reading.Findings);
        Assert.Equal(.25, reading.Problem!.Strategy!.Evaluate(.5));
        Assert.Equal(new MessageInterval(0, 1), reading.Problem.Messages);
    }

    [Fact]
    public void Declarations_that_mean_the_same_are_equal() =>
        Assert.Equal(
            Meaning.Of("SingleItem, RevenueOptimal, Prior<Uniform>(0, 1), Guarantees(NoSubsidy, NoDeficit)"),
            Meaning.Of("Prior<Uniform>(0, 1.0), Guarantees(NoDeficit, NoSubsidy), RevenueOptimal, SingleItem, Money<double>", "Ties = TieRule.LowestIndex"));

    [Fact]
    public void A_half_written_declaration_has_neither_problem_nor_findings()
    {
        var reading = Normaliser.Read(Source.Incomplete("[Mechanism, Reserve(] class X;").Read(), []);
        Assert.Null(reading.Problem);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void The_place_of_each_prior_is_known() =>
        Assert.Equal(
            new Place[] { new Place.Attribute(5), new Place.Attribute(4) },
            Meaning.Reading("SingleItem, Efficient, Agent(\"North\"), Agent<Uniform>(\"South\", 0, 1), Prior<Uniform>(0, 2, Agent = \"North\")").PriorPlaces);

    private static Prior PriorOf(string attributes) => Assert.IsType<Population.Alike>(Meaning.Of("SingleItem, RevenueOptimal, " + attributes).Population).Agent.Prior!;
}
