using CsCheck;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using MechanismDsl.Theory.SingleParameter.Insights;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Equilibria;

public sealed class SymmetricEquilibriumTests
{
    [Fact]
    public void The_interim_payment_is_the_same_in_both_auctions() =>
        Gen.Select(Gen.Double[0.5, 4], Gen.Int[2, 6], Gen.Double[0, 0.6], Gen.Double[0, 1]).Sample((exponent, agents, reserve, share) =>
        {
            var prior = new PowerPrior(exponent, 1);
            var first = SymmetricEquilibrium.PayAsBid(prior, agents, reserve)!;
            var value = first.LowestBidder + (share * (1 - first.LowestBidder));
            var expected = SymmetricEquilibrium.InterimPayment(prior, agents, first.LowestBidder, value);
            return Math.Abs((first.Bid(value) * Math.Pow(prior.Cdf(value), agents - 1)) - expected) < 1e-13;
        });

    [Fact]
    public void A_table_meets_the_closed_form_of_an_exponential_prior()
    {
        // n = 2: β(v) = 1 − v e^(−v)/(1 − e^(−v)).
        var bid = Assert.IsType<TabulatedBid>(SymmetricEquilibrium.PayAsBid(new ExponentialPrior(1), 2));
        Gen.Double[1e-6, 20].Sample(v => Math.Abs(bid.Bid(v) - (1 - (v / Math.Exp(v) / (1 - Math.Exp(-v))))) < 2e-11);
    }

    [Fact]
    public void A_lone_bidder_bids_the_reserve()
    {
        Assert.Equal(0.3, SymmetricEquilibrium.PayAsBid(new UniformPrior(0, 1), 1, 0.3)!.Bid(0.9));
        Assert.Equal(0, SymmetricEquilibrium.PayAsBid(new UniformPrior(2, 3), 1)!.Bid(2.5));
        Assert.Equal(0.3, SymmetricEquilibrium.AllPay(new UniformPrior(0, 1), 1, 0.3)!.Bid(0.9));
    }

    [Fact]
    public void With_a_support_away_from_zero_the_lowest_type_bids_its_value()
    {
        // F(v) = v − 2 on [2, 3], n = 3: β(v) = 2 + 2(v − 2)/3.
        var bid = SymmetricEquilibrium.PayAsBid(new UniformPrior(2, 3), 3)!;
        Assert.Equal(2, bid.Bid(2), 1e-15);
        Assert.Equal(2.5, bid.Bid(2.75), 1e-15);
    }

    [Fact]
    public void The_value_of_the_seller_screens_bids_as_a_reserve_does()
    {
        // U[0,1], n = 2, no sale below 0.3: β(v) = v/2 + 0.3²/(2v).
        var problem = SingleItem.Alike(Objective.BestReport, 2, new UniformPrior(0, 1), cost: 0.3);
        var first = SymmetricEquilibrium.Of(problem with { Payments = new PaymentRule.PayAsBid() })!;
        Assert.Equal((0.3, 0.3), (first.LowestBidder, first.Bid(0.3)));
        Assert.Equal(0.34, first.Bid(0.5), 1e-14);

        // All-pay: v*² = 0.3.
        var all = SymmetricEquilibrium.Of(problem with { Payments = new PaymentRule.AllPay() })!;
        Assert.Equal(Math.Sqrt(0.3), all.LowestBidder, 1e-14);
        Assert.Equal(0.3, all.Bid(all.LowestBidder), 1e-14);

        // Value/2 is no best reply where bids below 0.3 do not win.
        var claimed = (problem with { Payments = new PaymentRule.PayAsBid(), Strategy = new Formula.Binary(BinaryOperator.Divide, new Formula.Variable(), new Formula.Constant(2)) }).Solve();
        Assert.IsType<BestReplyResult.Refuted>(StrategyDeviation.Of(claimed, CancellationToken.None)!.Value.Verdict);
    }

    [Fact]
    public void Atoms_have_no_pure_equilibrium()
    {
        Assert.Null(SymmetricEquilibrium.PayAsBid(new DiscretePrior([1, 2], [1, 1]), 2));
        Assert.Null(SymmetricEquilibrium.AllPay(new DiscretePrior([1, 2], [1, 1]), 2));
    }

    [Fact]
    public void The_all_pay_reserve_keeps_out_who_cannot_earn_it_back()
    {
        // U[0,1], n = 2, reserve 1/4: v*² = 1/4.
        var bid = SymmetricEquilibrium.AllPay(new UniformPrior(0, 1), 2, 0.25)!;
        Assert.Equal(0.5, bid.LowestBidder, 1e-14);
        Assert.Equal(0.25, bid.Bid(0.5), 1e-14);
    }
}
