using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>The interpreter on profiles whose outcome is known by hand.</summary>
public sealed class InterpreterTests
{
    private static readonly Problem Vickrey = SingleItem.Alike(Objective.Efficient, null, null);

    private static readonly Problem TwoBuyers = SingleItem.Sale(Objective.RevenueOptimal, new UniformPrior(0, 12), new UniformPrior(0, 18));

    [Fact]
    public void The_second_price_auction()
    {
        Assert.Equal((0, 8), Sale(Vickrey.Run(10, 8, 6, 4)));
        Assert.Equal((0, 0), Sale(Vickrey.Run(7)));
        Assert.Equal((-1, 0), Sale(Vickrey.Run()));
        Assert.Equal((1, 5), Sale(Vickrey.Run(3, 5, 5)));
        Assert.Equal((0, 0), Sale(Vickrey.Run(0, 0)));
        Assert.True(Vickrey.Solve().BestReportWins);
    }

    [Fact]
    public void Absent_agents_do_not_compete()
    {
        var outcome = new AuctionInterpreter(TwoBuyers.Solve()).Run([null, 15]);
        Assert.Equal((1, 9), Sale(outcome));
        Assert.Equal(0, outcome.Payments[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1.1e15)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Reports_outside_the_domain_are_refused(double report)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => TwoBuyers.Run(1, report));
        Assert.Contains("South", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("[0, 1e15]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Below_the_support_nobody_is_served_and_the_threshold_is_clipped_at_it()
    {
        var problem = SingleItem.Sale(Objective.RevenueOptimal, new UniformPrior(1, 2), new UniformPrior(0, 1));
        Assert.Equal((-1, 0), Sale(problem.Run(.9, .4)));
        Assert.Equal((0, 1), Sale(problem.Run(1.5, .4)));
    }

    [Fact]
    public void Above_the_support_scores_go_on() => Assert.Equal((0, 17), Sale(TwoBuyers.Run(100, 20)));

    [Fact]
    public void Eager_and_lazy_reserves_differ_when_floors_differ()
    {
        var eager = Floors(ReserveKind.Eager);
        var lazy = Floors(ReserveKind.Lazy);
        Assert.Equal((0, 6), Sale(eager.Run(7, 8)));
        Assert.Equal((-1, 0), Sale(lazy.Run(7, 8)));
        Assert.Equal((0, 8), Sale(lazy.Run(9, 8)));
        Assert.Equal((0, 6), Sale(eager.Run(9, 8)));
        Assert.Equal((1, 9), Sale(lazy.Run(3, 10)));
        Assert.Equal((1, 9), Sale(eager.Run(9, 10)));
        Assert.Equal((0, 6), Sale(eager.Run(6, 0)));
    }

    [Fact]
    public void A_run_time_reserve_is_required_and_used()
    {
        var problem = Vickrey.With((agent, _) => agent with { Reserve = new Reserve(null, ReserveKind.Eager) });
        var interpreter = new AuctionInterpreter(problem.Solve());
        Assert.Equal((0, 7), Sale(interpreter.Run([10.0, 5.0], reserve: 7)));
        Assert.Equal((-1, 0), Sale(interpreter.Run([6.0, 5.0], reserve: 7)));
        Assert.Throws<ArgumentException>(() => interpreter.Run([6.0, 5.0]));
    }

    [Fact]
    public void Procurement_pays_the_lowest_cost_up_to_the_ceiling()
    {
        var problem = SingleItem.Alike(Objective.RevenueOptimal, null, new UniformPrior(0, 1), Side.Supplier, cost: -1);
        var solved = problem.Solve();
        Assert.Equal(-.5, solved.Agents[0].LowestServed);
        Assert.True(solved.BestReportWins);
        Assert.Equal((1, .4), Sale(problem.Run(.4, .25, .7)));
        Assert.Equal((0, .5), Sale(problem.Run(.3, .7)));
        Assert.Equal((-1, 0), Sale(problem.Run(.6, .7)));
        Assert.Equal([0, -.4, 0], problem.Run(.4, .25, .7).Payments);
    }

    [Fact]
    public void Payment_rules_of_the_best_report()
    {
        var bestReport = SingleItem.Alike(Objective.BestReport, null, null);
        Assert.Equal([0, 5, 0], (bestReport with { Payments = new PaymentRule.PayAsBid() }).Run(3, 5, 4).Payments);
        Assert.Equal([3, 5, 4], (bestReport with { Payments = new PaymentRule.AllPay() }).Run(3, 5, 4).Payments);
        var posted = SingleItem.Alike(Objective.FirstToAccept, null, null) with { Payments = new PaymentRule.Posted(4) };
        Assert.Equal((1, 4), Sale(posted.Run(3, 4, 9)));
        Assert.Equal((-1, 0), Sale(posted.Run(3, 3.9)));
        Assert.Equal(4, posted.Solve().Agents[0].LowestServed);
    }

    [Fact]
    public void An_entry_fee_is_paid_by_everybody_present()
    {
        var problem = Vickrey with { Payments = new PaymentRule.Threshold { EntryFee = .25 } };
        var outcome = problem.Run(3, 5);
        Assert.Equal((1, 3), Sale(outcome));
        Assert.Equal([.25, 3.25], outcome.Payments);
    }

    [Fact]
    public void Shared_ties_give_chances_and_expected_payments()
    {
        var shared = Vickrey with { Ties = TieBreaking.Shared };
        var tie = shared.Run(5, 5, 3);
        Assert.Equal(-1, tie.Winner);
        Assert.Equal([.5, .5, 0], tie.Chances);
        Assert.Equal([2.5, 2.5, 0], tie.Payments);

        // Finite types 1, 2, 4 with equal revenue share the score 0. Above the block the price is the sum of the two steps: half of 1, half of 8.
        var block = SingleItem.Alike(Objective.RevenueOptimal, null, new DiscretePrior([1, 2, 4, 8], [4, 2, 1, 1])) with { Ties = TieBreaking.Shared };
        Assert.Equal([.5, .5], block.Run(4, 2).Payments);
        Assert.Equal([4.5, 0], block.Run(8, 2).Payments);
        Assert.False(block.Solve().BestReportWins);
    }

    [Fact]
    public void Priority_breaks_ties_before_the_index()
    {
        var problem = SingleItem.Sale(Objective.Efficient, null, null, null) with { Ties = TieBreaking.Priority };
        var ranked = problem.With((agent, index) => agent with { Priority = index == 0 ? 0 : 1 });
        Assert.Equal((1, 5), Sale(ranked.Run(5, 5, 5)));
    }

    [Fact]
    public void On_a_grid_the_price_is_the_smallest_report_that_still_wins()
    {
        var cents = Vickrey with { Money = new Money(MoneyKind.Decimal, 2) };
        Assert.Equal((1, 5.01), Sale(cents.Run(5, 7)));    // at 5.00 the lower index would win
        Assert.Equal((0, 5), Sale(cents.Run(7, 5)));
        var units = TwoBuyers with { Money = new Money(MoneyKind.Int64) };
        Assert.Equal((0, 6), Sale(units.Run(8, 9)));
        Assert.Equal((1, 12), Sale(units.Run(8, 15)));     // at 11 the scores are equal and North would win
        var suppliers = SingleItem.Alike(Objective.Efficient, null, null, Side.Supplier, cost: -10) with { Money = new Money(MoneyKind.Int64) };
        Assert.Equal((1, 6), Sale(suppliers.Run(7, 5)));
        Assert.Equal((0, 7), Sale(suppliers.Run(5, 7)));
    }

    [Fact]
    public void Weights_scale_scores()
    {
        var problem = SingleItem.Sale(Objective.Efficient, null, null).With((agent, index) => agent with { Weight = index + 1 });
        Assert.Equal((1, 3), Sale(problem.Run(6, 4)));
        Assert.False(problem.Solve().BestReportWins);
    }

    [Fact]
    public void The_bimodal_market_pools_its_block()
    {
        var problem = SingleItem.Alike(Objective.RevenueOptimal, 2, new HistogramPrior([0, 3, 8], [.75, .25]));
        Assert.False(problem.Solve().BestReportWins);
        var (winner, price) = Sale(problem.Run(2.5, 4.3));
        Assert.Equal(0, winner);
        Assert.Equal(2.38196601125011, price, 1e-12);
        Assert.Equal(4.38196601125011, Sale(problem.Run(2.5, 6)).Price, 1e-12);
    }

    [Fact]
    public void Data_only_move_the_reserve()
    {
        var prior = new EmpiricalPrior(new BidSample("bids.csv", [3, 7, 4, 9, 4], []));
        var problem = SingleItem.Alike(Objective.RevenueOptimal, null, prior);
        var solved = problem.Solve();
        Assert.Equal(4, solved.Agents[0].LowestServed);
        Assert.True(solved.BestReportWins);
        Assert.Equal((1, 8.5), Sale(problem.Run(8.5, 8.75)));
    }

    [Fact]
    public void A_reserve_on_top_of_the_optimal_auction_raises_its_floor()
    {
        var problem = TwoBuyers.With((agent, _) => agent with { Reserve = new Reserve(7, ReserveKind.Eager) });
        Assert.Equal([7, 9], problem.Solve().Agents.Select(agent => agent.LowestServed));
        Assert.Equal((0, 7), Sale(problem.Run(8, 1)));
    }

    private static Problem Floors(ReserveKind kind) =>
        SingleItem.Sale(Objective.Efficient, null, null).With((agent, index) => agent with { Reserve = new Reserve(index == 0 ? 6 : 9, kind) });

    private static (int Winner, double Price) Sale(AuctionOutcome outcome) => (outcome.Winner, outcome.Price);

    [Fact]
    public void Only_who_competes_pays_its_bid_to_an_auction_in_which_all_pay()
    {
        var problem = (SingleItem.Alike(Objective.BestReport, 3, null) with { Payments = new PaymentRule.AllPay() })
            .With((agent, _) => agent with { Reserve = new Reserve(2, ReserveKind.Eager) });
        Assert.Equal([5, 0, 3], problem.Run(5, 1, 3).Payments);
    }

    [Fact]
    public void The_highest_legal_report_is_legal() =>
        Assert.Equal(0, SingleItem.Alike(Objective.Efficient, 1, null).Run(AuctionInterpreter.HighestReport).Winner);
}
