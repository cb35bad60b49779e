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

    /// <summary>80 − cost is 50 from 29.999999999999996 to 30.000000000000004: a price inside would be wrong for some of the reports there.</summary>
    [Theory]
    [InlineData(false, 30.000000000000004)]
    [InlineData(true, 29.999999999999993)]
    public void OnAPlateauOfTheScore_ThePriceIsItsEnd(bool mustExceed, double price)
    {
        Assert.Equal(80 - 30.0, 80 - 29.999999999999996);
        Assert.Equal(80 - 30.0, 80 - 30.000000000000004);
        var greatest = CriticalScore.Greatest(default(EightyLessCost), 5, 100, 75, target: 50, mustExceed);
        Assert.Equal(price, greatest);
        Assert.Equal(price, Threshold.OfSupplier(greatest, 100));
        Assert.Equal(30m, CriticalReport.Greatest(default(OnTheGrid), 5m, 100m, 0.01m));
    }

    private readonly struct EightyLessCost : IScoreCurve
    {
        public double Score(double report) => 80 - report;
    }

    private readonly struct OnTheGrid : IWinTest<decimal>
    {
        public bool Wins(decimal report) => 80 - (double)report >= 50;
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
