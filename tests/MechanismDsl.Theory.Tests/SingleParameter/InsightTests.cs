using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using MechanismDsl.Theory.SingleParameter.Insights;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>What the theory says of a solved auction, against numbers worked out by hand, and its silence where a hypothesis fails.</summary>
public sealed class InsightTests
{
    private const double Tolerance = 1e-12;
    private static readonly UniformPrior Unit = new(0, 1);
    private static readonly HistogramPrior Bimodal = new([0, 3, 8], [.75, .25]);

    [Fact]
    public void The_reserve_of_two_uniform_buyers_is_worth_a_twelfth()
    {
        var worth = ReserveWorth.Of(Optimal(2, Unit), SingleItem.Solve)!;
        Assert.Equal((2, .5), (worth.Agents, worth.Reserve));
        Assert.Equal(5.0 / 12, worth.With, Tolerance);
        Assert.Equal(1.0 / 3, worth.Without, Tolerance);
        Assert.Null(ReserveWorth.Of(Optimal(2, new UniformPrior(2, 3)), SingleItem.Solve));
        Assert.Null(ReserveWorth.Of(Optimal(null, Unit), SingleItem.Solve));
        Assert.Null(ReserveWorth.Of(SingleItem.Alike(Objective.RevenueOptimal, 2, Unit, cost: .25).Solve(), SingleItem.Solve));
    }

    [Fact]
    public void Ironing_is_worth_the_difference_to_the_plain_reserve()
    {
        var worth = IroningWorth.Of(Optimal(2, Bimodal), SingleItem.Solve)!;
        Assert.Equal(1.76423503277, worth.Optimal, 1e-11);
        Assert.Equal(1.75, worth.Plain, Tolerance);
        Assert.Equal(2, worth.Reserve, Tolerance);
        Assert.Null(IroningWorth.Of(Optimal(2, Unit), SingleItem.Solve));
        Assert.Null(IroningWorth.Of(Optimal(2, new DiscretePrior([1, 2, 10], [1, 5, 1])), SingleItem.Solve));
        Assert.Null(IroningWorth.Of(Optimal(1, Bimodal), SingleItem.Solve));
    }

    [Fact]
    public void One_more_bidder_earns_a_half()
    {
        var gain = BulowKlemperer.Of(Optimal(2, Unit), SingleItem.Solve)!;
        Assert.Equal(.5, gain.OneMore, Tolerance);
        Assert.Equal(5.0 / 12, gain.Optimal, Tolerance);
        Assert.Null(BulowKlemperer.Of(Optimal(2, Bimodal), SingleItem.Solve));
        Assert.Null(BulowKlemperer.Of(Optimal(2, new UniformPrior(2, 3)), SingleItem.Solve));
        Assert.Null(BulowKlemperer.Of(SecondPrice(2, Unit), SingleItem.Solve));
    }

    [Fact]
    public void Floors_before_after_and_without()
    {
        var problem = SingleItem.Sale(Objective.Efficient, new UniformPrior(0, 12), new UniformPrior(0, 18));
        var floors = FloorComparison.Of(problem.With((agent, index) => agent with { Reserve = new Reserve(6 + (3 * index), ReserveKind.Lazy) }).Solve(), SingleItem.Solve)!;
        Assert.Equal(37.0 / 6, floors.Eager, Tolerance);
        Assert.Equal(49.0 / 8, floors.Lazy, Tolerance);
        Assert.Equal(floors.Lazy, floors.Declared, Tolerance);
        Assert.Equal(14.0 / 3, floors.None, Tolerance);
        Assert.Equal(19.0 / 3, floors.Optimal, Tolerance);
        Assert.Null(FloorComparison.Of(problem.With((agent, _) => agent with { Reserve = new Reserve(6, ReserveKind.Eager) }).Solve(), SingleItem.Solve));
    }

    [Fact]
    public void Ties_of_the_bimodal_market()
    {
        var worth = TieWorth.Of(Optimal(2, Bimodal))!;

        // The block is [2.382, 4.382]: F goes from 0.5955 to 0.8191, so both types lie in it with probability 0.05.
        Assert.Equal(.05, worth.Probability, 1e-12);
        Assert.Equal(.111803398875, worth.Worth, 1e-11);
        Assert.Null(TieWorth.Of(Optimal(1, Bimodal)));
        Assert.Null(TieWorth.Of(Optimal(2, Unit)));
        Assert.Null(TieWorth.Of((SingleItem.Alike(Objective.RevenueOptimal, 2, Bimodal) with { Ties = TieBreaking.Shared }).Solve()));
        Assert.Null(TieWorth.Of(SecondPrice(2, new DiscretePrior([1, 2], [1, 1]))));
    }

    [Fact]
    public void A_fee_of_a_quarter_is_a_reserve_of_a_half()
    {
        var problem = SingleItem.Alike(Objective.Efficient, 2, Unit) with { Payments = new PaymentRule.Threshold { EntryFee = .25 } };
        var same = EntryFeeEquivalent.Of(problem.Solve(), SingleItem.Solve)!;
        Assert.Equal((2, .25), (same.Agents, same.Fee));
        Assert.Equal(.5, same.Threshold, Tolerance);
        Assert.Equal(5.0 / 12, same.Revenue, Tolerance);
        Assert.Null(EntryFeeEquivalent.Of((problem with { Payments = new PaymentRule.Threshold { EntryFee = 2 } }).Solve(), SingleItem.Solve));
        Assert.Null(EntryFeeEquivalent.Of(SecondPrice(2, Unit), SingleItem.Solve));
    }

    [Theory]
    [InlineData(ReserveKind.Eager, false, true, 0, .125, 1.0 / 48)]
    [InlineData(ReserveKind.Lazy, true, false, .125, 0, 1.0 / 24)]
    public void The_reserve_of_one_of_two_buyers(ReserveKind kind, bool unsold, bool passesOver, double first, double second, double loss)
    {
        var problem = SingleItem.Sale(Objective.Efficient, Unit, Unit).With((agent, index) => index == 0 ? agent with { Reserve = new Reserve(.5, kind) } : agent);
        var found = ReserveInefficiency.Of(problem.Solve(), SingleItem.Solve)!;
        Assert.Equal((unsold, passesOver, "North"), (found.CanStayUnsold, found.CanPassOver, found.Holder));
        Assert.Equal(first, found.Unsold!.Value, Tolerance);
        Assert.Equal(second, found.PassedOver!.Value, Tolerance);
        Assert.Equal(loss, found.Loss!.Value, Tolerance);
    }

    [Fact]
    public void A_reserve_that_is_the_sellers_value_is_efficient()
    {
        var problem = SingleItem.Alike(Objective.Efficient, 2, Unit, cost: .5).With((agent, _) => agent with { Reserve = new Reserve(.5, ReserveKind.Eager) });
        Assert.Null(ReserveInefficiency.Of(problem.Solve(), SingleItem.Solve));
        var higher = ReserveInefficiency.Of(problem.With((agent, _) => agent with { Reserve = new Reserve(.6, ReserveKind.Eager) }).Solve(), SingleItem.Solve)!;
        Assert.Equal((true, false, null), (higher.CanStayUnsold, higher.CanPassOver, higher.Holder));

        // P(.5 ≤ max < .6) = .36 − .25.
        Assert.Equal(.11, higher.Unsold!.Value, Tolerance);
        Assert.Null(ReserveInefficiency.Of(problem.With((agent, _) => agent with { Prior = null, Reserve = new Reserve(.6, ReserveKind.Eager) }).Solve(), SingleItem.Solve)!.Loss);
    }

    [Theory]
    [InlineData(false, .25)]
    [InlineData(true, .125)]
    public void The_median_of_two_uniform_buyers_shades_its_bid(bool isAllPay, double bid)
    {
        PaymentRule payments = isAllPay ? new PaymentRule.AllPay() : new PaymentRule.PayAsBid();
        var shading = EquilibriumShading.Of((SingleItem.Alike(Objective.BestReport, 2, Unit) with { Payments = payments }).Solve())!;
        Assert.Equal(.5, shading.Value, Tolerance);
        Assert.Equal(bid, shading.Bid, Tolerance);
        Assert.Equal(.125, shading.Equilibrium, Tolerance);
        Assert.Equal(0, shading.Truth, Tolerance);
        Assert.Null(EquilibriumShading.Of((SingleItem.Alike(Objective.BestReport, 1, Unit) with { Payments = payments }).Solve()));
        Assert.Null(EquilibriumShading.Of(SecondPrice(2, Unit)));
    }

    [Fact]
    public void A_posted_price_of_a_half_earns_nine_tenths()
    {
        var problem = SingleItem.Alike(Objective.FirstToAccept, 2, Unit) with { Payments = new PaymentRule.Posted(.5) };
        var ratio = PostedPriceRatio.Of(problem.Solve(), SingleItem.Solve)!;
        Assert.Equal((.5, 2), (ratio.Price, ratio.Agents));
        Assert.Equal(.375, ratio.Revenue, Tolerance);
        Assert.Equal(5.0 / 12, ratio.Optimal, Tolerance);
        var lone = SingleItem.Alike(Objective.FirstToAccept, 1, Unit) with { Payments = new PaymentRule.Posted(.5) };
        Assert.Null(PostedPriceRatio.Of(lone.Solve(), SingleItem.Solve));
    }

    [Fact]
    public void Second_price_and_pay_as_bid_earn_the_same()
    {
        var payAsBid = (SingleItem.Alike(Objective.BestReport, 2, Unit) with { Payments = new PaymentRule.PayAsBid() }).Solve();
        var same = RevenueEquivalence.Of(SecondPrice(2, Unit), payAsBid)!;
        Assert.Equal(2, same.Agents);
        Assert.Equal(1.0 / 3, same.Revenue, Tolerance);
        Assert.Null(RevenueEquivalence.Of(SecondPrice(3, Unit), payAsBid));
        Assert.Null(RevenueEquivalence.Of(Optimal(2, Unit), payAsBid));
        Assert.Null(RevenueEquivalence.Of(payAsBid, payAsBid));
        Assert.Null(RevenueEquivalence.Of((SingleItem.Alike(Objective.Efficient, 2, Unit) with { Money = new Money(MoneyKind.Int64) }).Solve(), payAsBid));
    }

    [Fact]
    public void Nothing_is_sold_above_the_support()
    {
        Problem With(double reserve, double cost = 0) =>
            SingleItem.Alike(Objective.Efficient, 2, new UniformPrior(0, 12), cost: cost).With((agent, _) => agent with { Reserve = new Reserve(reserve, ReserveKind.Eager) });

        var never = NeverServed.Of(With(15).Solve(), SingleItem.Solve)!;
        Assert.Equal(new MissedLimit(null, LimitKind.Reserve, 15, 12), Assert.Single(never.Agents));
        Assert.True(never.SellsWithoutReserves);
        Assert.False(NeverServed.Of(With(15, 13).Solve(), SingleItem.Solve)!.SellsWithoutReserves);
        Assert.Equal(LimitKind.OwnValue, NeverServed.Of(With(1, 13).Solve(), SingleItem.Solve)!.Agents[0].Kind);
        Assert.Null(NeverServed.Of(With(11.9).Solve(), SingleItem.Solve));
        Assert.Null(NeverServed.Of(SecondPrice(2, null), SingleItem.Solve));
        var suppliers = SingleItem.Procurement(Objective.Efficient, 2, new UniformPrior(3, 4), new UniformPrior(2, 5));
        Assert.Equal([new MissedLimit("North", LimitKind.OwnValue, 2, 3), new MissedLimit("South", LimitKind.OwnValue, 2, 2)], NeverServed.Of(suppliers.Solve(), SingleItem.Solve)!.Agents);
    }

    [Fact]
    public void A_strategy_is_judged_for_a_fixed_number_of_buyers()
    {
        var problem = SingleItem.Alike(Objective.BestReport, 2, Unit) with
        {
            Payments = new PaymentRule.PayAsBid(),
            Messages = new MessageInterval(0, 1),
            Strategy = new Formula.Binary(BinaryOperator.Divide, new Formula.Variable(), new Formula.Constant(2)),
        };
        Assert.IsType<BestReplyResult.NoneFound>(StrategyDeviation.Of(problem.Solve(), default)!.Value.Verdict);
        var low = problem with { Strategy = new Formula.Binary(BinaryOperator.Divide, new Formula.Variable(), new Formula.Constant(3)) };
        Assert.IsType<BestReplyResult.Refuted>(StrategyDeviation.Of(low.Solve(), default)!.Value.Verdict);
        Assert.Null(StrategyDeviation.Of(SecondPrice(2, Unit), default));
    }

    private static SolvedAuction Optimal(int? count, Prior prior) => SingleItem.Alike(Objective.RevenueOptimal, count, prior).Solve();

    private static SolvedAuction SecondPrice(int count, Prior? prior) => SingleItem.Alike(Objective.Efficient, count, prior).Solve();
}
