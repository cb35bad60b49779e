using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.Tests.Expectations;

public sealed class NamedExpectationsTests
{
    private static readonly UniformPrior North = new(0, 12);
    private static readonly UniformPrior South = new(0, 18);

    [Fact]
    public void Asymmetric_floors_earn_what_the_theory_says()
    {
        Rules.Equal(19.0 / 3, Rules.Named(Rules.Optimal(North), Rules.Optimal(South)).Revenue);
        Rules.Equal(37.0 / 6, Rules.Named(Rules.Bidder(North, 6), Rules.Bidder(South, 9)).Revenue);
        Rules.Equal(49.0 / 8, Rules.Named(Rules.Bidder(North, 6, lazy: true), Rules.Bidder(South, 9, lazy: true)).Revenue);
        Rules.Equal(14.0 / 3, Rules.Named(Rules.Bidder(North), Rules.Bidder(South)).Revenue);
    }

    [Fact]
    public void Optimal_auction_between_a_strong_and_a_weak_buyer()
    {
        var numbers = Rules.Named(Rules.Optimal(new UniformPrior(0, 10)), Rules.Optimal(new UniformPrior(0, 6)));
        Rules.Equal(0.75, numbers.Sale);
        Rules.Equal(0.1, numbers.Misallocation);
        Rules.Equal(5.6, numbers.FirstBest);
        Rules.Equal(4.8, numbers.Welfare);
        Rules.Equal(3.4, numbers.Revenue);
        Assert.Equal(0, numbers.Tie);
    }

    [Fact]
    public void Named_agents_that_are_alike_get_the_numbers_of_alike_agents()
    {
        var prior = new LognormalPrior(0, 1);
        foreach (var agent in new[] { Rules.Optimal(prior), Rules.Bidder(prior, 1.2), Rules.Bidder(prior) })
        {
            var alike = Rules.Alike(agent, 3);
            var named = Rules.Named(agent, agent, agent);
            Rules.Equal(alike.Revenue, named.Revenue);
            Rules.Equal(alike.Welfare, named.Welfare);
            Rules.Equal(alike.FirstBest, named.FirstBest);
            Rules.Equal(alike.Sale, named.Sale);
            Rules.Equal(0, named.Misallocation);
        }
    }

    [Fact]
    public void A_lone_buyer_below_whose_support_rivals_bid_pays_their_bids()
    {
        // U[5,6] always beats U[0,1] and pays its value: 1/2.
        var numbers = Rules.Named(Rules.Bidder(new UniformPrior(5, 6)), Rules.Bidder(new UniformPrior(0, 1)));
        Rules.Equal(0.5, numbers.Revenue);
        Rules.Equal(5.5, numbers.Welfare);
    }

    [Theory]
    [InlineData(TieBreaking.LowestIndex)]
    [InlineData(TieBreaking.Shared)]
    [InlineData(TieBreaking.Priority)]
    public void Posted_price_serves_the_first_to_accept(TieBreaking ties)
    {
        ScoreCurve accepts = new([new ConstantPiece(0.5, double.PositiveInfinity, 0)]);
        var agent = new RuleAgent(new UniformPrior(0, 1), accepts, 0.5);
        var numbers = Rules.Known(AuctionExpectations.Named([agent, agent], ties)).Numbers[0];
        Rules.Equal(0.375, numbers.Revenue);
        Rules.Equal(0.75, numbers.Sale);
        Rules.Equal(0.25, numbers.Tie);
        Rules.Equal(0.75 * 0.75, numbers.Welfare);
        Rules.Equal(0.125, numbers.Misallocation);
        Rules.Equal(2.0 / 3, numbers.FirstBest);
        var alike = Rules.Alike(agent, 2);
        Rules.Equal(numbers.Revenue, alike.Revenue);
        Rules.Equal(numbers.Welfare, alike.Welfare);
        Rules.Equal(numbers.Tie, alike.Tie);
        Rules.Equal(numbers.Misallocation, alike.Misallocation);
    }

    [Fact]
    public void Ties_of_discrete_types_follow_the_priority()
    {
        // Second price with values 1 or 2: a tie at 2 pays 2, at 1 pays 1, (2,1) pays 1 whoever is first... or the next type.
        var types = new DiscretePrior([1, 2], [1, 1]);
        var low = new RuleAgent(types, ScoreCurve.Proportional(0), 0, Priority: 0);
        var high = new RuleAgent(types, ScoreCurve.Proportional(0), 0, Priority: 1);
        var numbers = Rules.Known(AuctionExpectations.Named([low, high], TieBreaking.Priority)).Numbers[0];
        Rules.Equal(1.25, numbers.Revenue);
        Rules.Equal(1.75, numbers.Welfare);
        Rules.Equal(1.75, numbers.FirstBest);
        Rules.Equal(0.5, numbers.Tie);
        Rules.Equal(0, numbers.Misallocation);
    }

    [Fact]
    public void Suppliers_are_mirrored_buyers()
    {
        // Two suppliers with costs U[0,1], buyer value 1: ceiling 1/2, the lowest cost receives min(1/2, second cost).
        var types = new UniformPrior(0, 1).Mirrored();
        var agent = Rules.Optimal(types, cutoff: -1);
        Rules.Equal(-0.5, agent.Lowest);
        var numbers = Rules.Known(AuctionExpectations.Named([agent, agent], cost: -1, side: Side.Supplier)).Numbers[0];
        Rules.Equal(0.75, numbers.Sale);

        // E[outlay] = P(one below 1/2)/2 + E[second cost; both below 1/2] = 1/4 + 1/12.
        Rules.Equal(1.0 / 3, numbers.Revenue);
        Rules.Equal(0.75 - (1.0 / 6), numbers.Welfare);
        Rules.Equal(2.0 / 3, numbers.FirstBest);
    }

    [Fact]
    public void Eight_lognormal_buyers_are_solved_with_few_evaluations()
    {
        // Inverses of one score that differ by rounding only are one kink: otherwise every sliver between two of them is a panel of its own.
        var agents = Enumerable.Range(0, 8).Select(agent => Rules.Optimal(new LognormalPrior(.1 * agent, .4 + (.05 * agent)))).ToArray();
        for (var self = 0; self < agents.Length; self++)
        {
            var kinks = RuleKinks.Of(agents, self, default);
            Assert.InRange(kinks.Count, 1, 16);
            Assert.All(kinks.Zip(kinks.Skip(1)), pair => Assert.True(pair.Second - pair.First > 1e-13 * pair.Second));
        }

        // The revenue as it was integrated over all slivers.
        Rules.Equal(2.67375384602, Rules.Named(agents).Revenue, 1e-11);
    }
}
