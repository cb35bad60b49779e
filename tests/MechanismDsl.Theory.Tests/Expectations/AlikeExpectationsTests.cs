using CsCheck;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Expectations;

public sealed class AlikeExpectationsTests
{
    private static readonly HistogramPrior Bimodal = new([0, 3, 8], [0.75, 0.25]);

    [Fact]
    public void The_bimodal_market_ties_in_one_auction_of_twenty()
    {
        var solved = SingleItem.Alike(Objective.RevenueOptimal, 2, Bimodal).Solve();
        var numbers = Assert.Single(solved.Numbers);
        Rules.Equal(0.05, numbers.Tie);
        Rules.Equal(0.025, numbers.Misallocation);

        // Being favoured is worth the chance of a rival's tie times ∫ P(V ≥ v) dv over the ironed block: √5/20.
        var rule = new AlikeRule(AuctionExpectations.ToRule(solved.Agents[0]));
        var block = Assert.Single(rule.Blocks);
        Rules.Equal(Math.Sqrt(5) / 20, (block.High - block.Low) * rule.RentOver(block));
    }

    [Fact]
    public void A_second_price_auction_with_the_best_reserve_misses_what_ironing_earns() =>
        Rules.Equal(1.75, Rules.Alike(Rules.Bidder(Bimodal, 2), 2).Revenue);

    [Fact]
    public void A_lone_buyer_without_a_reserve_pays_nothing()
    {
        Rules.Equal(0, Rules.Alike(Rules.Bidder(new UniformPrior(2, 3)), 1).Revenue);
        Rules.Equal(0, Rules.Alike(Rules.Bidder(new LognormalPrior(0, 1)), 1).Revenue);
        Rules.Equal(7.0 / 3, Rules.Alike(Rules.Bidder(new UniformPrior(2, 3)), 2).Revenue);
    }

    [Fact]
    public void The_formula_in_n_agrees_with_the_numbers()
    {
        foreach (var prior in new Prior[] { new UniformPrior(0, 12), new UniformPrior(2, 3), Bimodal, new HistogramPrior([0, 1, 2, 3], [1, 0, 1]), new DiscretePrior([1, 4, 5, 10], [5, 10, 1, 4]) })
        {
            var solved = SingleItem.Alike(Objective.RevenueOptimal, null, prior).Solve();
            Assert.NotNull(solved.Revenue);
            Assert.Equal(AuctionExpectations.FreeAgents, solved.Numbers.Count);
            foreach (var numbers in solved.Numbers.Where(entry => entry.Agents >= solved.Revenue.Least))
            {
                Rules.Equal(numbers.Revenue, solved.Revenue.At(numbers.Agents));
            }
        }
    }

    [Fact]
    public void There_is_no_formula_where_the_quantile_is_curved_or_a_bid_beats_a_tie()
    {
        Assert.Null(Rules.Known(AuctionExpectations.Alike(Rules.Optimal(new ExponentialPrior(1)), [1])).Revenue);
        Assert.Null(Rules.Known(AuctionExpectations.Alike(Rules.Bidder(new DiscretePrior([1, 2], [1, 1])), [2])).Revenue);
        Assert.Equal(2, Rules.Known(AuctionExpectations.Alike(Rules.Bidder(new UniformPrior(2, 3)), [2])).Revenue!.Least);
    }

    [Fact]
    public void An_entry_fee_earns_what_its_reserve_earns()
    {
        // U[0,1], n = 2: the fee 1/4 keeps out values below 1/2.
        Rules.Equal(0.5, EntryFees.Participation(new UniformPrior(0, 1), 2, 0.25, 0));
        var problem = SingleItem.Alike(Objective.Efficient, 2, new UniformPrior(0, 1)) with { Payments = new PaymentRule.Threshold { EntryFee = 0.25 } };
        Rules.Equal(5.0 / 12, Assert.Single(problem.Solve().Numbers).Revenue);
        Assert.Equal(double.PositiveInfinity, EntryFees.Participation(new UniformPrior(0, 1), 2, 1.5, 0));
    }

    [Fact]
    public void A_fee_above_every_value_sells_nothing()
    {
        var problem = SingleItem.Alike(Objective.Efficient, 2, new UniformPrior(0, 1)) with { Payments = new PaymentRule.Threshold { EntryFee = 1.5 } };
        var numbers = Assert.Single(problem.Solve().Numbers);
        Assert.Equal(0, numbers.Revenue);
        Assert.Equal(0, numbers.Sale);
    }

    [Fact]
    public void Procurement_with_a_ceiling()
    {
        var solved = SingleItem.Alike(Objective.RevenueOptimal, 2, new UniformPrior(0, 1), Side.Supplier, cost: -1).Solve();
        var numbers = Assert.Single(solved.Numbers);
        Rules.Equal(-0.5, solved.Agents[0].LowestServed);
        Rules.Equal(1.0 / 3, numbers.Revenue);
        Rules.Equal(0.75, numbers.Sale);

        // The buyer keeps value minus outlay: 3/4 − 1/3.
        Rules.Equal(5.0 / 12, (1 * numbers.Sale) - numbers.Revenue);
    }

    [Fact]
    public void Heavy_tails_have_infinite_welfare_and_a_finite_second_price()
    {
        // Pareto with shape 1: E[second of two] = 1 + ∫₁^∞ v⁻² dv = 2, of three: 1 + ∫ (3v⁻² − 2v⁻³) dv = 3.
        foreach (var agents in new[] { 2, 3 })
        {
            var numbers = Rules.Alike(Rules.Bidder(new ParetoPrior(1, 1)), agents);
            Rules.Equal(agents, numbers.Revenue, 1e-11);
            Assert.Equal(double.PositiveInfinity, numbers.Welfare);
        }
    }

    [Fact]
    public void Where_the_revenue_of_high_prices_has_no_bound_no_number_is_stated()
    {
        Assert.IsType<ExpectationResult.Unknown>(AuctionExpectations.Alike(Rules.Bidder(new ParetoPrior(0.75, 1)), [2]));
        var named = Rules.Bidder(new ParetoPrior(0.75, 1));
        Assert.IsType<ExpectationResult.Unknown>(AuctionExpectations.Named([named, named]));
    }

    [Fact]
    public void A_tail_that_doubles_cannot_reach_is_not_mistaken_for_convergence() =>
        Assert.IsType<ExpectationResult.Unknown>(AuctionExpectations.Alike(Rules.Optimal(new ParetoPrior(1.01, 1)), [2]));

    [Fact]
    public void Many_agents_keep_their_precision()
    {
        // U[0,1]: E[second of n] = (n − 1)/(n + 1).
        foreach (var agents in new[] { 100, 10_000, 1_000_000 })
        {
            Rules.Equal((agents - 1.0) / (agents + 1), Rules.Alike(Rules.Bidder(new UniformPrior(0, 1)), agents).Revenue);
            Rules.Equal((agents - 1.0) / (agents + 1), Rules.Alike(Rules.Bidder(new KumaraswamyPrior(1, 1)), agents).Revenue, 1e-11);
        }
    }

    [Fact]
    public void Without_a_prior_or_with_an_unknown_reserve_there_are_reasons()
    {
        var noPrior = SingleItem.Alike(Objective.Efficient, 2, null);
        Assert.Contains("prior", noPrior.Solve().NoNumbersBecause, StringComparison.Ordinal);
        var runTime = SingleItem.Alike(Objective.Efficient, 2, new UniformPrior(0, 1)).With((agent, _) => agent with { Reserve = new Reserve(null, ReserveKind.Eager) });
        Assert.Contains("reserve", runTime.Solve().NoNumbersBecause, StringComparison.Ordinal);
        var firstPrice = SingleItem.Sale(Objective.BestReport, new UniformPrior(0, 1), new UniformPrior(0, 2)) with { Payments = new PaymentRule.PayAsBid() };
        Assert.Contains("equilibrium", firstPrice.Solve().NoNumbersBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void Revenue_never_exceeds_welfare_and_welfare_never_exceeds_the_first_best() =>
        Gen.Select(Gen.Double[0.3, 4], Gen.Double[0.3, 4], Gen.Int[1, 12], Gen.Double[0, 0.9]).Sample((a, b, agents, reserve) =>
        {
            var numbers = Rules.Alike(Rules.Bidder(new KumaraswamyPrior(a, b), reserve), agents);
            return numbers.Revenue <= numbers.Welfare + 1e-10 && numbers.Welfare <= numbers.FirstBest + 1e-10 && numbers.Revenue >= (reserve * numbers.Sale) - 1e-10;
        }, iter: 60);

    [Fact]
    public void A_lone_bidder_pays_the_floor_where_it_reaches_it()
    {
        var prior = new LognormalPrior(0, .5);
        Assert.Equal(0, Rules.Alike(Rules.Bidder(prior), 1).Revenue);
        Rules.Equal(2 * prior.Survival(2), Rules.Alike(Rules.Bidder(prior, 2), 1).Revenue, 1e-15);
        Assert.Equal(0, Rules.Alike(Rules.Bidder(prior, double.PositiveInfinity), 1).Revenue);
    }
}
