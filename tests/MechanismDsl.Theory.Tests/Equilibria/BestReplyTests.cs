using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Equilibria;

namespace MechanismDsl.Theory.Tests.Equilibria;

public sealed class BestReplyTests
{
    private static readonly UniformPrior Unit = new(0, 1);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_uniform_first_price_equilibrium_holds(int agents) =>
        Assert.IsType<BestReplyResult.NoneFound>(BestReply.Check(value => value * (agents - 1) / agents, Unit, agents, new PaymentRule.PayAsBid()));

    [Fact]
    public void Too_little_shading_is_refuted_with_numbers_that_can_be_checked()
    {
        // Rivals bid 2v/3 instead of v/2. Type v bids b and wins with probability 3b/2: the best bid is v/2, utility 3v²/8 instead of v²/3.
        var refuted = Assert.IsType<BestReplyResult.Refuted>(BestReply.Check(value => 2 * value / 3, Unit, 2, new PaymentRule.PayAsBid()));
        Assert.Equal(1, refuted.Type, 1e-9);
        Assert.Equal(2.0 / 3, refuted.OwnBid, 1e-9);
        Assert.Equal(0.5, refuted.BetterBid, 1e-5);
        Assert.Equal(1.0 / 24, refuted.Gain, 1e-9);
    }

    [Fact]
    public void Truth_is_a_best_reply_in_a_second_price_auction_and_not_in_a_first_price_one()
    {
        Assert.IsType<BestReplyResult.NoneFound>(BestReply.Check(value => value, Unit, 3, new PaymentRule.Threshold()));
        Assert.IsType<BestReplyResult.Refuted>(BestReply.Check(value => value, Unit, 3, new PaymentRule.PayAsBid()));
    }

    [Fact]
    public void Shading_in_a_second_price_auction_is_refuted() =>
        Assert.IsType<BestReplyResult.Refuted>(BestReply.Check(value => value / 2, Unit, 3, new PaymentRule.Threshold(), reserve: 0.4));

    public static TheoryData<ContinuousPrior, int, double> Settings => new()
    {
        { new PowerPrior(2, 3), 2, 0 },
        { new ExponentialPrior(1), 3, 0.5 },
        { new LognormalPrior(0, 0.5), 2, 0 },
        { new HistogramPrior([0, 3, 8], [0.75, 0.25]), 3, 0.5 },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Equilibria_of_this_library_are_best_replies(ContinuousPrior prior, int agents, double reserve)
    {
        var first = SymmetricEquilibrium.PayAsBid(prior, agents, reserve);
        Assert.NotNull(first);
        Assert.IsType<BestReplyResult.NoneFound>(
            BestReply.Check(value => value < first.LowestBidder ? 0 : first.Bid(value), prior, agents, new PaymentRule.PayAsBid(), reserve: reserve));
        var all = SymmetricEquilibrium.AllPay(prior, agents, reserve);
        Assert.NotNull(all);
        Assert.IsType<BestReplyResult.NoneFound>(
            BestReply.Check(value => value < all.LowestBidder ? 0 : all.Bid(value), prior, agents, new PaymentRule.AllPay(), reserve: reserve));
    }

    [Fact]
    public void A_posted_price_is_accepted_by_whoever_values_the_good_more()
    {
        // Three buyers, price 1/2: whoever accepts is the first of those who do, whatever else its bid says.
        var rule = new PaymentRule.Posted(0.5);
        Assert.IsType<BestReplyResult.NoneFound>(BestReply.Check(value => value, Unit, 3, rule));
        Assert.IsType<BestReplyResult.NoneFound>(BestReply.Check(value => value < 0.5 ? 0 : 1, Unit, 3, rule));

        // Bidding half the value refuses although it is worth up to 1: with one rival who never accepts that loses 1/2.
        var refuted = Assert.IsType<BestReplyResult.Refuted>(BestReply.Check(value => value * 0.499, Unit, 2, rule));
        Assert.Equal((1, 0.5), (refuted.Type, Math.Round(refuted.Gain, 9)));
    }

    [Fact]
    public void A_flat_strategy_is_beaten_by_a_bid_just_above_it()
    {
        var refuted = Assert.IsType<BestReplyResult.Refuted>(BestReply.Check(_ => 0.25, Unit, 2, new PaymentRule.PayAsBid()));
        Assert.Equal(1, refuted.Type, 1e-9);
        Assert.Equal(0.375, refuted.Gain, 1e-6);
        Assert.True(refuted.BetterBid > 0.25);
    }

    [Fact]
    public void The_message_set_limits_deviations()
    {
        // With bids of at most 1/4 everybody above the threshold pools at the cap; a cap below the equilibrium bids makes v/2 no message.
        Assert.IsType<BestReplyResult.Undecided>(BestReply.Check(value => value / 2, Unit, 2, new PaymentRule.PayAsBid(), highestMessage: 0.25));
        Assert.IsType<BestReplyResult.NoneFound>(BestReply.Check(value => value / 2, Unit, 2, new PaymentRule.PayAsBid(), highestMessage: 0.5));
    }

    [Fact]
    public void A_falling_strategy_is_not_judged()
    {
        var undecided = Assert.IsType<BestReplyResult.Undecided>(BestReply.Check(value => 1 - value, Unit, 2, new PaymentRule.PayAsBid()));
        Assert.Contains("falls", undecided.Reason, StringComparison.Ordinal);
    }
}
