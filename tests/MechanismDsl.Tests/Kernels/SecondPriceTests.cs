using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class SecondPriceTests
{
    /// <summary>Sizes around every register and block boundary of the kernels.</summary>
    public static readonly int[] Sizes = [.. Enumerable.Range(1, 41), 63, 64, 65, 71, 72, 73, 127, 128, 129, 136, 137];

    [Theory]
    [InlineData(new double[] { 10, 8, 6, 4 }, 0, 0, 8)]
    [InlineData(new double[] { 7 }, 0, 0, 0)]
    [InlineData(new double[] { 7 }, 5, 0, 5)]
    [InlineData(new double[] { }, 0, -1, 0)]
    [InlineData(new double[] { 3, 5, 5 }, 0, 1, 5)]
    [InlineData(new double[] { 3, 5 }, 5, 1, 5)]
    [InlineData(new double[] { 3, 5 }, 5.5, -1, 0)]
    [InlineData(new double[] { 0, 0 }, 0, 0, 0)]
    [InlineData(new double[] { 1e15, 2 }, double.PositiveInfinity, -1, 0)]
    public void WinnerAndPrice(double[] bids, double reserve, int winner, double price) =>
        Assert.Equal(new Sale<double>(winner, price), SecondPrice.Run(bids, reserve));

    [Fact]
    public void EqualsTheInterpreterOnRandomBids()
    {
        var draws = new Draws(1);
        for (var instance = 0; instance < 24_000; instance++)
        {
            var bids = draws.Reports(instance < 20_000 ? instance % 601 : draws.Below(700));
            var reserve = Reserve(draws, bids);
            AssertSame(Interpreter.SecondPrice(bids, reserve), SecondPrice.Run(bids, reserve));
        }
    }

    [Fact]
    public void EqualsTheInterpreterOnManyBids()
    {
        var draws = new Draws(2);
        foreach (var count in new[] { 1_000, 4_095, 4_096, 4_097, 10_000, 65_537, 300_001 })
        {
            for (var instance = 0; instance < 6; instance++)
            {
                var bids = draws.Reports(count);
                AssertSame(Interpreter.SecondPrice(bids, 1), SecondPrice.Run(bids, 1));
                Array.Sort(bids);
                AssertSame(Interpreter.SecondPrice(bids, 1), SecondPrice.Run(bids, 1));
                Array.Reverse(bids);
                AssertSame(Interpreter.SecondPrice(bids, 1), SecondPrice.Run(bids, 1));
            }
        }
    }

    [Fact]
    public void FindsBestAndSecondAtEveryPairOfPositions()
    {
        foreach (var count in Sizes)
        {
            var bids = new double[count];
            Array.Fill(bids, 1);
            for (var best = 0; best < count; best++)
            {
                for (var second = 0; second < count; second++)
                {
                    if (second == best)
                    {
                        continue;
                    }

                    bids[best] = 3;
                    bids[second] = 2;
                    Assert.Equal(new(best, 2), SecondPrice.Run(bids));
                    bids[second] = 3;
                    Assert.Equal(new(Math.Min(best, second), 3), SecondPrice.Run(bids));
                    bids[best] = 1;
                    bids[second] = 1;
                }
            }
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(-double.Epsilon)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1000000000000000.125)]
    [InlineData(double.MaxValue)]
    public void RejectsABidOutsideTheDomainAtEveryPosition(double bid)
    {
        foreach (var count in Sizes)
        {
            var bids = new double[count];
            Array.Fill(bids, 1e15);
            for (var agent = 0; agent < count; agent++)
            {
                bids[agent] = bid;
                var failure = Assert.Throws<ArgumentOutOfRangeException>(() => SecondPrice.Run(bids, 10));
                Assert.Contains($"Agent {agent} reports {bid.ToString(System.Globalization.CultureInfo.InvariantCulture)};", failure.Message);
                Assert.Contains("[0, 1e15]", failure.Message);
                Assert.Equal(bid, failure.ActualValue);
                Assert.Throws<ArgumentOutOfRangeException>(() => Selection.Highest(bids));
                bids[agent] = agent % 3;
            }
        }
    }

    [Fact]
    public void NamesTheFirstOfSeveralAgentsOutsideTheDomain()
    {
        var bids = new double[200];
        bids[130] = double.NaN;
        bids[57] = -3;
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => SecondPrice.Run(bids));
        Assert.StartsWith("Agent 57 reports -3;", failure.Message);
    }

    [Fact]
    public void NegativeZeroIsZero()
    {
        foreach (var count in Sizes)
        {
            var bids = new double[count];
            Array.Fill(bids, -0.0);
            var sale = SecondPrice.Run(bids, -0.0);
            Assert.Equal(0, sale.Winner);
            Assert.False(double.IsNegative(sale.Price));
            bids[count / 2] = 4;
            Assert.Equal(new(count / 2, 0), SecondPrice.Run(bids));
            Assert.False(double.IsNegative(SecondPrice.Run(bids).Price));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void RejectsAReserveBelowZero(double reserve)
    {
        Assert.Throws<ArgumentOutOfRangeException>("reserve", () => SecondPrice.Run([1, 2, 3, 4], reserve));
        Assert.Throws<ArgumentOutOfRangeException>("reserve", () => SecondPrice.Run([], reserve));
    }

    [Fact]
    public void SelectionReportsBothBids()
    {
        Assert.Equal(new BestTwo(1, 9, 4), Selection.Highest([4, 9, 1]));
        Assert.Equal(new BestTwo(0, 4, 0), Selection.Highest([4]));
        Assert.Equal(new BestTwo(-1, 0, 0), Selection.Highest([]));
        Assert.Equal(new BestTwo(2, 1, 4), Selection.Lowest([4, 9, 1]));
        Assert.Equal(new BestTwo(0, 4, 1e15), Selection.Lowest([4]));
        Assert.Equal(new BestTwo(-1, 1e15, 1e15), Selection.Lowest([]));
    }

    /// <summary>A reserve that often equals a bid, for ties between bid and reserve.</summary>
    internal static double Reserve(Draws draws, double[] bids) =>
        bids.Length > 0 && draws.Below(2) == 0 ? Math.Abs(bids[draws.Below(bids.Length)]) : draws.Below(3);

    internal static void AssertSame(Sale<double> expected, Sale<double> actual)
    {
        Assert.Equal(expected.Winner, actual.Winner);
        Assert.True(expected.Price == actual.Price, $"price {actual.Price:R}, expected {expected.Price:R}");
    }
}
