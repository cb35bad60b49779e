using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Packages;

public class PackageAuctionTests
{
    [Fact]
    public void TwoSmallBiddersBeatOneLarge_AndEachPaysWhatTheOtherLeavesIt()
    {
        // Bidder 0 wants both goods for 10, the others one good each for 8: they win and pay 10 − 8 = 2 each.
        var (total, accepted, payments) = Run([new(0, 0b11, 10), new(1, 0b01, 8), new(2, 0b10, 8)], 2, 3);
        Assert.Equal(16, total);
        Assert.Equal([-1, 1, 2], accepted);
        Assert.Equal([0, 2, 2], payments);
    }

    [Fact]
    public void BidsOfOneBidderExcludeEachOther()
    {
        var (total, accepted, payments) = Run([new(0, 0b01, 5), new(0, 0b10, 4), new(1, 0b01, 3)], 2, 2);
        Assert.Equal(7, total);
        Assert.Equal([1, 2], accepted);
        Assert.Equal([0, 1], payments);
    }

    [Fact]
    public void EqualBids_TheLowerIndexWins() => Assert.Equal([0, -1], Run([new(0, 1, 5), new(1, 1, 5)], 1, 2).Accepted);

    [Fact]
    public void NoBidsNoGoods()
    {
        Assert.Equal([-1, -1], Run([], 3, 2).Accepted);
        Assert.Empty(Run([], 0, 0).Accepted);
        Assert.Equal([-1], Run([new(0, 1, 0)], 1, 1).Accepted);
    }

    [Theory]
    [InlineData(2, 1u, 1.0, "made by bidder 2")]
    [InlineData(-1, 1u, 1.0, "made by bidder -1")]
    [InlineData(0, 0u, 1.0, "names no good")]
    [InlineData(0, 8u, 1.0, "names good 3")]
    [InlineData(0, 1u, -1.0, "is worth -1")]
    [InlineData(0, 1u, double.NaN, "is worth NaN")]
    [InlineData(1, 1u, double.PositiveInfinity, "is worth")]
    public void BadBidsAreNamed(int bidder, uint goods, double value, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentOutOfRangeException>(() => Run([new(bidder, goods, value)], 3, 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void TooManyGoods() => Assert.Throws<ArgumentOutOfRangeException>(() => Run([], PackageAuction.MostGoods + 1, 1));

    [Fact]
    public void EqualsTheDefinitionOnRandomMarkets()
    {
        var draws = new Draws(53);
        for (var instance = 0; instance < 10_000; instance++)
        {
            var goods = 1 + draws.Below(instance % 50 == 0 ? 7 : 5);
            var bidders = 1 + draws.Below(6);
            var range = instance % 3 == 0 ? 4 : 1000;
            var bids = Enumerable.Range(0, draws.Below(14))
                .Select(_ => new PackageBid(draws.Below(bidders), 1 + (uint)draws.Below((1 << goods) - 1), instance % 2 == 0 ? draws.Below(range) : draws.Uniform() * range))
                .ToArray();
            var (total, accepted, payments) = Run(bids, goods, bidders);

            var tolerance = instance % 2 == 0 ? 0 : 1e-12 * range * 10;
            Assert.Equal(Best(bids, bidders, -1, 0, 0), total, tolerance);
            var taken = 0u;
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                var own = accepted[bidder] < 0 ? default : bids[accepted[bidder]];
                Assert.Equal(0u, taken & own.Goods);
                Assert.True(accepted[bidder] < 0 || own.Bidder == bidder);
                taken |= own.Goods;
                Assert.Equal(Best(bids, bidders, bidder, 0, 0) - (total - own.Value), payments[bidder], tolerance);
            }
        }
    }

    private static (double Total, int[] Accepted, double[] Payments) Run(PackageBid[] bids, int goods, int bidders)
    {
        var accepted = new int[bidders];
        var payments = new double[bidders];
        return (PackageAuction.Run(bids, goods, accepted, payments), accepted, payments);
    }

    /// <summary>The highest total without one bidder, by trying all.</summary>
    private static double Best(PackageBid[] bids, int bidders, int without, int bidder, uint taken) =>
        bidder == bidders
            ? 0
            : bids.Where(bid => bid.Bidder == bidder && bidder != without && (bid.Goods & taken) == 0)
                .Select(bid => bid.Value + Best(bids, bidders, without, bidder + 1, taken | bid.Goods))
                .Append(Best(bids, bidders, without, bidder + 1, taken))
                .Max();
}
