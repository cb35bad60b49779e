using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Exchange;

public class UnitExchangeTests
{
    [Fact]
    public void PricesOfTheLiterature()
    {
        Assert.Equal(new(2, 5, 6), Clarke([9, 7, 5, 2], [1, 3, 6, 8]).Clearing);
        Assert.Equal(new(2, 5.5, 5.5), Reduction([9, 7, 5, 2], [1, 3, 6, 8]).Clearing);
        Assert.Equal(new(2, 8, 3), Reduction([10, 9, 8], [1, 2, 3]).Clearing);
        Assert.Equal(15, Clarke([10, 9, 8], [1, 2, 3]).Clearing.Subsidy);
        Assert.Equal(-10, Reduction([10, 9, 8], [1, 2, 3]).Clearing.Subsidy);
    }

    [Fact]
    public void EqualReports_TheLowestIndexTrades()
    {
        var outcome = Reduction([6, 6], [6, 6]);
        Assert.Equal(new(1, 6, 6), outcome.Clearing);
        Assert.Equal([true, false], outcome.Buys.ToArray());
        Assert.Equal([true, false], outcome.Sells.ToArray());
        Assert.Equal(2, Clarke([6, 6], [6, 6]).Count);
        Assert.Equal([false, true, false], Clarke([4, 6, 6], [6]).Buys.ToArray());
        Assert.Equal([true, false], Clarke([6], [-0.0, 0]).Sells.ToArray());
    }

    [Fact]
    public void EmptyMarkets()
    {
        foreach (var (bids, costs) in new[] { (new double[] { }, new double[] { }), ([5], []), ([], [3]), ([3], [5]) })
        {
            Assert.Equal(default, Clarke(bids, costs).Clearing);
            var outcome = Reduction(bids, costs);
            Assert.Equal(default, outcome.Clearing);
            Assert.False(outcome.Buys.Contains(true) || outcome.Sells.Contains(true));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1.0)]
    [InlineData(1.1e15)]
    [InlineData(double.PositiveInfinity)]
    public void BadReportsAreNamed(double report)
    {
        foreach (var (size, place) in new[] { (3, 1), (131, 70), (5000, 4321) })
        {
            var good = Enumerable.Repeat(50.0, size).ToArray();
            var bad = good.ToArray();
            bad[place] = report;
            Assert.Contains($"Buyer {place} reports", Assert.Throws<ArgumentOutOfRangeException>(() => Clarke(bad, good)).Message, StringComparison.Ordinal);
            Assert.Contains($"Seller {place} reports", Assert.Throws<ArgumentOutOfRangeException>(() => Reduction(good, bad)).Message, StringComparison.Ordinal);
            Assert.Contains($"Seller {place} reports", Assert.Throws<ArgumentOutOfRangeException>(() => Reduction([], bad)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void RoomForEveryAgentIsNeeded()
    {
        Assert.Throws<ArgumentException>(() => UnitExchange.Clarke([1, 2], [1], new bool[1], new bool[1]));
        Assert.Throws<ArgumentException>(() => UnitExchange.TradeReduction([1], [1, 2], new bool[1], new bool[1]));
        Assert.Throws<ArgumentException>(() => GridExchange.Clarke([1L], [1, 2], 1, new bool[1], new bool[1]));
    }

    [Fact]
    public void EqualsTheDefinition_OnRandomMarketsWithTies()
    {
        var draws = new Draws(90);
        for (var instance = 0; instance < 12_000; instance++)
        {
            var range = instance % 3 == 0 ? 4 : 40;
            var bids = Integers(draws, draws.Below(9), range);
            var costs = Integers(draws, draws.Below(9), range);
            var (buys, sells, pays, receives) = ExchangeDefinition.Clarke(bids, costs);
            foreach (var outcome in new[] { Exact(Clarke(Doubles(bids), Doubles(costs))), Exact(GridClarke(Longs(bids), Longs(costs))) })
            {
                Assert.Equal(buys, outcome.Buys.ToArray());
                Assert.Equal(sells, outcome.Sells.ToArray());
                Assert.Equal(pays, bids.Select((_, buyer) => outcome.PaymentOf(buyer)));
                Assert.Equal(receives, costs.Select((_, seller) => outcome.ReceiptOf(seller)));
            }

            AssertReduction(Reduction(Doubles(bids), Doubles(costs)), ExchangeDefinition.TradeReduction(bids, costs, (low, high) => (low + high) / 2));
            AssertReduction(GridReduction(Longs(bids), Longs(costs)), ExchangeDefinition.TradeReduction(bids, costs, (low, high) => decimal.Floor((low + high) / 2)));
        }
    }

    [Fact]
    public void LargeMarkets_EqualTheDefinition()
    {
        var draws = new Draws(91);
        for (var instance = 0; instance < 120; instance++)
        {
            var (buyers, sellers) = (1 + draws.Below(9000), 1 + draws.Below(9000));
            var range = new[] { 1, 2, 50, 3000, 1_000_000_000 }[instance % 5];
            var shift = draws.Below(3) switch { 0 => 0, 1 => range / 2, _ => range * 2 };
            var bids = Integers(draws, buyers, range).Select(bid => bid + shift).ToArray();
            var costs = Integers(draws, sellers, range);
            if (instance % 4 == 0)
            {
                // Sorted reports mislead no sample, and a few far away ones must not either.
                Array.Sort(bids);
                costs[^1] = 900_000_000_000_000;
            }

            AssertReduction(Reduction(Doubles(bids), Doubles(costs)), ExchangeDefinition.TradeReduction(bids, costs, (low, high) => (low + high) / 2));
            var efficient = Clarke(Doubles(bids), Doubles(costs));
            var expected = GridClarke(Longs(bids), Longs(costs));
            Assert.Equal(expected.Buys, efficient.Buys);
            Assert.Equal(expected.Sells, efficient.Sells);
            Assert.Equal((expected.Clearing.BuyerPays, expected.Clearing.SellerReceives), ((long)efficient.Clearing.BuyerPays, (long)efficient.Clearing.SellerReceives));
        }
    }

    [Fact]
    public void PeriodicReports_MisleadTheSampleButNotTheResult()
    {
        // Every sampled report is one of the rare ones.
        var bids = Enumerable.Range(0, 40_000).Select(buyer => buyer % 5 == 0 ? 1e6 + buyer : buyer % 977).ToArray();
        var costs = Enumerable.Range(0, 40_000).Select(seller => seller % 4 == 0 ? seller : 5e5 + (seller % 1013)).ToArray();
        AssertReduction(
            Reduction(bids, costs),
            ExchangeDefinition.TradeReduction([.. bids.Select(bid => (decimal)bid)], [.. costs.Select(cost => (decimal)cost)], (low, high) => (low + high) / 2));
    }

    [Fact]
    public void TruthIsDominant_NobodyLoses_AndReductionNeedsNoMoney()
    {
        var draws = new Draws(92);
        for (var instance = 0; instance < 4000; instance++)
        {
            var bids = Longs(Integers(draws, 1 + draws.Below(4), 6));
            var costs = Longs(Integers(draws, 1 + draws.Below(4), 6));
            foreach (var run in new Func<long[], long[], Trades<long>>[] { GridClarke, GridReduction })
            {
                var truth = run(bids, costs);
                for (var buyer = 0; buyer < bids.Length; buyer++)
                {
                    var value = bids[buyer];
                    var utility = Gain(truth, buyer, value);
                    Assert.True(utility >= 0);
                    for (var lie = 0; lie < 8; lie++)
                    {
                        Assert.True(Gain(run([.. bids[..buyer], lie, .. bids[(buyer + 1)..]], costs), buyer, value) <= utility);
                    }
                }

                for (var seller = 0; seller < costs.Length; seller++)
                {
                    var cost = costs[seller];
                    var utility = truth.Sells[seller] ? truth.Clearing.SellerReceives - cost : 0;
                    Assert.True(utility >= 0);
                    for (var lie = 0; lie < 8; lie++)
                    {
                        var outcome = run(bids, [.. costs[..seller], lie, .. costs[(seller + 1)..]]);
                        Assert.True((outcome.Sells[seller] ? outcome.Clearing.SellerReceives - cost : 0) <= utility);
                    }
                }
            }

            Assert.True(GridReduction(bids, costs).Clearing.Subsidy <= 0);
            Assert.True(GridClarke(bids, costs).Clearing.Subsidy >= 0);
        }

        static long Gain(Trades<long> outcome, int buyer, long value) => outcome.Buys[buyer] ? value - outcome.Clearing.BuyerPays : 0;
    }

    [Fact]
    public void Grid_ThePriceIsRoundedDownToIt_AndOverflowIsSaid()
    {
        Assert.Equal(new(1, 5.00m, 5.00m), GridReduction([7.00m, 4.99m], [2.00m, 5.02m], 0.01m).Clearing);
        Assert.Equal("Buyer 0 reports 1.005; a bid must be a multiple of 0.01 in [0, 1000000000000000.00].".Split(" in ")[0],
            Assert.Throws<ArgumentOutOfRangeException>(() => GridReduction([1.005m], [1m], 0.01m)).Message.Split(" in ")[0]);
        var rich = Enumerable.Repeat(1_000_000_000_000_000L, 20_000).ToArray();
        var market = GridClarke(rich, new long[20_000]);
        Assert.Throws<OverflowException>(() => market.Clearing.Subsidy);
    }

    [Fact]
    public void RunsAllocateNothing()
    {
        var draws = new Draws(93);
        var (bids, costs) = (Doubles(Integers(draws, 3000, 1000)), Doubles(Integers(draws, 3000, 1000)));
        var (buys, sells) = (new bool[3000], new bool[3000]);
        Run();
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            UnitExchange.Clarke(bids, costs, buys, sells);
            UnitExchange.TradeReduction(bids, costs, buys, sells);
        }
    }

    private static void AssertReduction<TMoney>(Trades<TMoney> outcome, (bool[] Buys, bool[] Sells, decimal BuyerPays, decimal SellerReceives) expected)
        where TMoney : struct, System.Numerics.INumber<TMoney>
    {
        Assert.Equal(expected.Buys, outcome.Buys.ToArray());
        Assert.Equal(expected.Sells, outcome.Sells.ToArray());
        Assert.Equal((expected.BuyerPays, expected.SellerReceives), (decimal.CreateChecked(outcome.Clearing.BuyerPays), decimal.CreateChecked(outcome.Clearing.SellerReceives)));
    }

    private static Trades<decimal> Exact<TMoney>(Trades<TMoney> outcome)
        where TMoney : struct, System.Numerics.INumber<TMoney> =>
        new(
            new(outcome.Count, decimal.CreateChecked(outcome.Clearing.BuyerPays), decimal.CreateChecked(outcome.Clearing.SellerReceives)),
            outcome.Buys.ToArray(),
            outcome.Sells.ToArray());

    private static decimal[] Integers(Draws draws, int count, int range) => [.. Enumerable.Range(0, count).Select(_ => (decimal)draws.Below(range))];

    private static double[] Doubles(decimal[] reports) => [.. reports.Select(report => (double)report)];

    private static long[] Longs(decimal[] reports) => [.. reports.Select(report => (long)report)];

    private static Trades<double> Clarke(double[] bids, double[] costs)
    {
        var (buys, sells) = (new bool[bids.Length], new bool[costs.Length]);
        return new(UnitExchange.Clarke(bids, costs, buys, sells), buys, sells);
    }

    private static Trades<double> Reduction(double[] bids, double[] costs)
    {
        var (buys, sells) = (new bool[bids.Length], new bool[costs.Length]);
        return new(UnitExchange.TradeReduction(bids, costs, buys, sells), buys, sells);
    }

    private static Trades<long> GridClarke(long[] bids, long[] costs)
    {
        var (buys, sells) = (new bool[bids.Length], new bool[costs.Length]);
        return new(GridExchange.Clarke(bids, costs, 1L, buys, sells), buys, sells);
    }

    private static Trades<long> GridReduction(long[] bids, long[] costs) => GridReduction(bids, costs, 1L);

    private static Trades<TMoney> GridReduction<TMoney>(TMoney[] bids, TMoney[] costs, TMoney unit)
        where TMoney : struct, System.Numerics.INumber<TMoney>
    {
        var (buys, sells) = (new bool[bids.Length], new bool[costs.Length]);
        return new(GridExchange.TradeReduction(bids, costs, unit, buys, sells), buys, sells);
    }
}
