using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class SharedTiesTests
{
    [Fact]
    public void ASoleWinnerPaysTheSecondPriceOrTheReserve()
    {
        AssertShares(1, [0, 1, 0], [0, 4, 0], Sell([4, 9, 1], 2));
        AssertShares(1, [0, 1, 0], [0, 5, 0], Sell([4, 9, 1], 5));
        AssertShares(1, [1], [0], Sell([0], 0));
        AssertShares(0, [0, 0, 0], [0, 0, 0], Sell([4, 9, 1], 9.5));
        AssertShares(0, [], [], Sell([], 0));
    }

    [Fact]
    public void EqualBestBidsShare()
    {
        AssertShares(2, [0.5, 0, 0.5], [4.5, 0, 4.5], Sell([9, 1, 9], 2));
        AssertShares(4, [0.25, 0.25, 0.25, 0.25], [1, 1, 1, 1], Sell([4, 4, 4, 4], 4));
        AssertShares(2, [0.5, 0.5], [0, 0], Sell([-0.0, 0], 0));
    }

    [Fact]
    public void SuppliersShareEqualLowestCosts()
    {
        AssertShares(1, [0, 0, 1], [0, 0, 4], Buy([4, 9, 1], 5));
        AssertShares(2, [0.5, 0, 0.5], [1, 0, 1], Buy([2, 9, 2], 5));
        AssertShares(1, [1], [5], Buy([2], 5));
        AssertShares(1, [1], [1e15], Buy([1e15], 1e15));
        AssertShares(0, [0, 0], [0, 0], Buy([6, 7], 5));
    }

    [Fact]
    public void ReportsAndLengthsAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sell([1, double.NaN], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Buy([1, -1], 5));
        Assert.Throws<ArgumentException>(() => SharedSecondPrice.Run([1, 2], 0, new double[2], new double[1]));
        Assert.Throws<ArgumentException>(() => SharedLowestCost.Run([1, 2], 0, new double[3], new double[2]));
    }

    private static void AssertShares(
        int sharers, double[] probabilities, double[] payments, (int Sharers, double[] Probabilities, double[] Payments) actual)
    {
        Assert.Equal(sharers, actual.Sharers);
        Assert.Equal(probabilities, actual.Probabilities);
        Assert.Equal(payments, actual.Payments);
    }

    private static (int Sharers, double[] Probabilities, double[] Payments) Sell(double[] bids, double reserve)
    {
        var probabilities = new double[bids.Length];
        var payments = new double[bids.Length];
        Array.Fill(probabilities, double.NaN);
        Array.Fill(payments, double.NaN);
        return (SharedSecondPrice.Run(bids, reserve, probabilities, payments), probabilities, payments);
    }

    private static (int Sharers, double[] Probabilities, double[] Receipts) Buy(double[] costs, double ceiling)
    {
        var probabilities = new double[costs.Length];
        var receipts = new double[costs.Length];
        Array.Fill(probabilities, double.NaN);
        Array.Fill(receipts, double.NaN);
        return (SharedLowestCost.Run(costs, ceiling, probabilities, receipts), probabilities, receipts);
    }
}
