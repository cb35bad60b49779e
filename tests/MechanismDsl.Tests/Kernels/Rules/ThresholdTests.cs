using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Rules;

public class ThresholdTests
{
    [Theory]
    [InlineData(6.000000000000001, 6)]
    [InlineData(6.3700000000000010, 6.37)]
    [InlineData(10, 10)]
    [InlineData(0.1, 0.1)]
    [InlineData(8.747142857142857, 8.747142857142857)]
    [InlineData(double.Epsilon, 0)]
    public void ABuyerPaysTheShortDecimalBesideItsLeastWinningBid(double least, double price)
    {
        Assert.Equal(price, Threshold.OfBuyer(least, 0));
        Assert.Equal(least, Threshold.OfBuyer(least, least));
        Assert.Equal(price, Threshold.OfBuyer(price, 0));
    }

    [Theory]
    [InlineData(5.999999999999999, 6)]
    [InlineData(6, 6)]
    [InlineData(8.747142857142857, 8.747142857142857)]
    public void ASupplierReceivesTheShortDecimalBesideItsGreatestWinningCost(double greatest, double price)
    {
        Assert.Equal(price, Threshold.OfSupplier(greatest, 100));
        Assert.Equal(greatest, Threshold.OfSupplier(greatest, greatest));
    }

    [Fact]
    public void ThePriceIsNeverBeyondANeighbour()
    {
        var draws = new Draws(83);
        for (var sample = 0; sample < 100_000; sample++)
        {
            var report = sample % 2 == 0 ? draws.Uniform() * 1e15 : Math.Round(draws.Uniform() * 1e5) / 100;
            var least = sample % 3 == 0 ? Math.BitIncrement(report) : report;
            Assert.Contains(Threshold.OfBuyer(least, 0), new[] { least, Math.BitDecrement(least) });
            Assert.Contains(Threshold.OfSupplier(least, 1e15), new[] { least, Math.BitIncrement(least) });
        }
    }
}
