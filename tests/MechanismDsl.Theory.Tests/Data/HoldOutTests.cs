using CsCheck;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Data;

/// <summary>Expected numbers: every profile of held-out values tried, in exact rationals, thresholds by trying each report.</summary>
public sealed class HoldOutTests
{
    private static readonly EquatableArray<double> Values = [3, 7, 4, 9, 4, 12, 5, 8, 8, 20, 21, 1, 9];
    private static readonly BidSample Loose = new("s", Values, []);
    private static readonly BidSample Grouped = new("s", Values, [0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6]);

    [Theory]
    [InlineData(1, 0, 0.0, 49.0 / 13, 49.0 / 13)]
    [InlineData(2, 0, 499.0 / 78, 493.0 / 78, 215.0 / 39)]
    [InlineData(3, 0, 1009.0 / 117, 3737.0 / 468, 1031.0 / 156)]
    [InlineData(2, 5, 94.0 / 39, 161.0 / 78, 41.0 / 26)]
    public void Values_without_auctions_are_held_out_one_by_one(int agents, double own, double none, double reserve, double ironed)
    {
        var replay = HoldOut.Of(Loose, new DataOptions(Own: own, Agents: agents))!;

        Assert.Equal((null, (int?)agents), (replay.Auctions, replay.Agents));
        AssertRevenues(replay, none, reserve, ironed);
        Assert.Equal(own == 0 ? [7, 8, 7, 7, 7] : [8, 20, 20, 20, 8], replay.TrainedReserves);
        Assert.All(replay.Rules, rule => Assert.Null(rule.DifferenceError));
    }

    [Theory]
    [InlineData(0, 3.0, 44.0 / 7, 45.0 / 7, 1.491472358415793, 1.4451419909993826)]
    [InlineData(5, 3.0 / 7, 1.0, 1.0, 0.4285714285714286, 0.4285714285714286)]
    public void Auctions_are_held_out_whole(double own, double none, double reserve, double ironed, double reserveError, double ironedError)
    {
        var replay = HoldOut.Of(Grouped, new DataOptions(Own: own))!;

        Assert.Equal(((int?)7, null), (replay.Auctions, replay.Agents));
        AssertRevenues(replay, none, reserve, ironed);
        Close.Equal(reserveError, replay.Of(DataRule.Reserve)!.DifferenceError!.Value);
        Close.Equal(ironedError, replay.Of(DataRule.Ironing)!.DifferenceError!.Value);
        Assert.Null(replay.Of(DataRule.NoReserve)!.DifferenceError);
    }

    [Fact]
    public void The_number_of_bidders_is_two_unless_it_is_known() =>
        Assert.Equal(HoldOut.Of(Loose, new DataOptions(Agents: 2)), HoldOut.Of(Loose, new DataOptions()));

    [Fact]
    public void A_rule_loses_to_simpler_ones_only()
    {
        var replay = HoldOut.Of(Loose, new DataOptions(Agents: 3))!;

        Assert.Equal(DataRule.NoReserve, replay.Best.Rule);
        Assert.Null(replay.BetterSimplerRule(DataRule.NoReserve));
        Assert.Equal(DataRule.NoReserve, replay.BetterSimplerRule(DataRule.Reserve)!.Rule);
        Assert.Equal(DataRule.NoReserve, replay.BetterSimplerRule(DataRule.Ironing)!.Rule);
        Assert.Null(HoldOut.Of(Grouped, new DataOptions())!.BetterSimplerRule(DataRule.Reserve));

        // Equal revenue is no loss; a rule that was not replayed cannot lose.
        Assert.Null(HoldOut.Of(Loose, new DataOptions(Agents: 1))!.BetterSimplerRule(DataRule.Ironing));
        Assert.Null(replay.BetterSimplerRule(DataRule.Bins));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void It_needs_an_auction_for_each_fold(int auctions, bool isPossible)
    {
        var values = Enumerable.Range(1, 2 * auctions).Select(value => (double)value).ToEquatableArray();
        var sample = new BidSample("s", values, Enumerable.Range(0, 2 * auctions).Select(entry => entry / 2).ToEquatableArray());

        Assert.Equal(isPossible, HoldOut.Of(sample, new DataOptions()) is not null);
    }

    /// <summary>One bin is the uniform distribution on [min, max]: its optimal auction is a second price with the reserve max(min, max/2).</summary>
    [Fact]
    public void One_bin_is_a_uniform_prior()
    {
        // The auctions are alike, so that each fold learns from the values 1, 2, 3, 12 and charges at least 6.
        var values = Enumerable.Range(0, 10).SelectMany(_ => new double[] { 1, 12, 3, 2 }).ToEquatableArray();
        var sample = new BidSample("s", values, Enumerable.Range(0, 40).Select(entry => entry / 4).ToEquatableArray());

        Close.Equal(6, HoldOut.Of(sample, new DataOptions(DataRule.Bins, Bins: 1))!.Of(DataRule.Bins)!.Revenue);
    }

    [Fact]
    public void Equal_values_cannot_be_binned_and_are_their_own_histogram()
    {
        var replay = HoldOut.Of(new BidSample("s", [4, 4, 4, 4, 4], []), new DataOptions(DataRule.Bins, Bins: 10))!;

        Assert.Equal(4, replay.Of(DataRule.Bins)!.Revenue);
    }

    /// <summary>Costs c for a buyer of value V are values K − c for a seller of own value K − V: the same gains, prices reflected.</summary>
    [Fact]
    public void Procurement_mirrors_a_sale() =>
        Gen.Select(Gen.Int[0, 20].Array[5, 20], Gen.Int[0, 20], Gen.Int[1, 3]).Sample((costs, worth, bidders) =>
        {
            const double Top = 20;
            var auctions = Enumerable.Range(0, costs.Length).Select(entry => entry / bidders).ToEquatableArray();
            var bought = new BidSample("s", costs.Select(cost => (double)cost).ToEquatableArray(), auctions);
            var sold = new BidSample("s", costs.Select(cost => Top - cost).ToEquatableArray(), auctions);
            var buying = new DataOptions(Side: Side.Supplier, Own: worth);
            var selling = new DataOptions(Own: Top - worth);

            Assert.Equal(HoldOut.Of(sold, selling)?.Rules, HoldOut.Of(bought, buying)?.Rules);
            Assert.Equal(HoldOut.Of(sold, selling)?.TrainedReserves.Select(price => Top - price), HoldOut.Of(bought, buying)?.TrainedReserves);
            Assert.Equal(SampleSize.Of(sold, selling), SampleSize.Of(bought, buying));
            var (low, high) = Bootstrap.Of(sold, selling);
            Assert.Equal(new ReserveRange(Top - high, Top - low), Bootstrap.Of(bought, buying));
        });

    [Fact]
    public void A_caller_that_lost_interest_is_heard() =>
        Assert.Throws<OperationCanceledException>(() => HoldOut.Of(Loose, new DataOptions(), new CancellationToken(canceled: true)));

    private static void AssertRevenues(HoldOutReplay replay, double none, double reserve, double ironed)
    {
        Assert.Equal([DataRule.NoReserve, DataRule.Reserve, DataRule.Ironing], replay.Rules.Select(entry => entry.Rule));
        Close.Equal(none, replay.Of(DataRule.NoReserve)!.Revenue);
        Close.Equal(reserve, replay.Of(DataRule.Reserve)!.Revenue);
        Close.Equal(ironed, replay.Of(DataRule.Ironing)!.Revenue);
    }
}
