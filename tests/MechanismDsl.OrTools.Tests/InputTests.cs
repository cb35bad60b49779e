namespace MechanismDsl.OrTools.Tests;

public class InputTests
{
    [Theory]
    [InlineData(2, new[] { 0 }, 1, "Bid 1 is made by bidder 2; bidders are 0 to 1")]
    [InlineData(-1, new[] { 0 }, 1, "Bid 1 is made by bidder -1")]
    [InlineData(0, new int[0], 1, "Bid 1 of bidder 0 names no good")]
    [InlineData(0, new[] { 0, 90 }, 1, "Bid 1 of bidder 0 names good 90; goods are 0 to 89")]
    [InlineData(0, new[] { -1 }, 1, "names good -1")]
    [InlineData(0, new[] { 3, 0, 3 }, 1, "names good 3 twice")]
    [InlineData(0, new[] { 0 }, -1, "is worth -1")]
    public void BadBidsAreNamed(int bidder, int[] goods, long value, string words) =>
        Assert.Contains(
            words,
            Assert.Throws<ArgumentOutOfRangeException>(() => LargePackageAuction.Run([new(0, [3], 1), new(bidder, goods, value)], 90, 2)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void BadBooksAreNamed()
    {
        Assert.Contains("Bid 1 is null", Assert.Throws<ArgumentException>(() => LargePackageAuction.Run([new(0, [0], 1), null!], 1, 1)).Message, StringComparison.Ordinal);
        var error = Assert.Throws<ArgumentException>(() => LargePackageAuction.Run([new(0, [0], LargePackageAuction.MostMoney), new(0, [0], 1)], 1, 1));
        Assert.Contains("With bid 1 of 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => LargePackageAuction.Run([], -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargePackageAuction.Run([], 1, -1));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    public void BadLimits(long nodes, double time) => Assert.Throws<ArgumentOutOfRangeException>(() => LargePackageAuction.Run([], 1, 1, new SearchLimit(nodes, time)));

    [Fact]
    public void DecimalMoneyIsCountedInUnits_AndNeverRounded()
    {
        Assert.Equal(1234, LargePackageBid.FromDecimal(0, [0], 12.34m, 2).Value);
        Assert.Equal(12, LargePackageBid.FromDecimal(0, [0], 12.000m, 0).Value);
        Assert.Equal(-5, LargePackageBid.FromDecimal(0, [0], -0.05m, 2).Value);
        var off = Assert.Throws<ArgumentOutOfRangeException>(() => LargePackageBid.FromDecimal(3, [0], 12.345m, 2));
        Assert.Contains("Bidder 3 bids 12.345; with 2 decimals a bid must be a multiple of 0.01.", off.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => LargePackageBid.FromDecimal(0, [0], 1e20m, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargePackageBid.FromDecimal(0, [0], 1, 10));
    }
}
