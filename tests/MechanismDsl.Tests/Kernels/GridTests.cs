using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class GridTests
{
    [Fact]
    public void ALowerIndexMustBeBeatenAHigherOneOnlyMet()
    {
        Assert.Equal(new(1, 8.01m), GridSecondPrice.Run([8m, 10m], 0m, 0.01m));
        Assert.Equal(new(0, 8m), GridSecondPrice.Run([10m, 8m], 0m, 0.01m));
        Assert.Equal(new(0, 10m), GridSecondPrice.Run([10m, 10m], 0m, 0.01m));
        Assert.Equal(new(1, 9L), GridSecondPrice.Run([8L, 10, 9], 0L, 1L));
        Assert.Equal(new(1, 7.99m), GridLowestCost.Run([8m, 6m], 100m, 0.01m));
        Assert.Equal(new(0, 8m), GridLowestCost.Run([6m, 8m], 100m, 0.01m));
    }

    [Fact]
    public void TheReserveIsRoundedTowardsTheAgents()
    {
        Assert.Equal(new(0, 3.34m), GridSecondPrice.Run([5m], 10m / 3, 0.01m));
        Assert.Equal(new(0, 3.34m), GridSecondPrice.Run([3.34m], 10m / 3, 0.01m));
        Assert.Equal(Sale<decimal>.Unsold, GridSecondPrice.Run([3.33m], 10m / 3, 0.01m));
        Assert.Equal(new(0, 3.33m), GridLowestCost.Run([1m], 10m / 3, 0.01m));
        Assert.Equal(Sale<decimal>.Unsold, GridLowestCost.Run([3.34m], 10m / 3, 0.01m));
        Assert.Equal(Sale<decimal>.Unsold, GridSecondPrice.Run([], 0m, 0.01m));
        Assert.Equal(Sale<long>.Unsold, GridLowestCost.Run([], 0L, 1L));
    }

    [Fact]
    public void APriceIsTheSmallestBidThatStillWins()
    {
        var draws = new Draws(6);
        const decimal Unit = 0.25m;
        for (var instance = 0; instance < 10_000; instance++)
        {
            var agents = 1 + draws.Below(6);
            var reports = Enumerable.Range(0, agents).Select(_ => draws.Below(12) * Unit).ToArray();
            var limit = draws.Below(30) * 0.1m;
            var sale = GridSecondPrice.Run(reports, limit, Unit);
            Assert.Equal(Enumerable.Range(0, agents).Where(agent => Interpreter.WinsAuction(reports, agent, limit)).FirstOrDefault(-1), sale.Winner);
            if (sale.IsSold)
            {
                Assert.Equal(Extreme(reports, sale.Winner, bids => Interpreter.WinsAuction(bids, sale.Winner, limit), 0, 1), sale.Price);
            }

            sale = GridLowestCost.Run(reports, limit, Unit);
            Assert.Equal(Enumerable.Range(0, agents).Where(agent => Interpreter.WinsOrder(reports, agent, limit)).FirstOrDefault(-1), sale.Winner);
            if (sale.IsSold)
            {
                Assert.Equal(Extreme(reports, sale.Winner, costs => Interpreter.WinsOrder(costs, sale.Winner, limit), 40, -1), sale.Price);
            }
        }

        static decimal Extreme(decimal[] reports, int winner, Func<decimal[], bool> wins, int from, int step)
        {
            var changed = (decimal[])reports.Clone();
            for (var units = from; ; units += step)
            {
                changed[winner] = units * Unit;
                if (wins(changed))
                {
                    return changed[winner];
                }
            }
        }
    }

    [Fact]
    public void ReportsOffTheGridOrOutsideTheDomainAreRejected()
    {
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => GridSecondPrice.Run([1m, 1.005m], 0m, 0.01m));
        Assert.StartsWith("Agent 1 reports 1.005; a report must be a multiple of 0.01 in [0, 1000000000000000", failure.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => GridSecondPrice.Run([1m, -0.01m], 0m, 0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => GridSecondPrice.Run([1_000_000_000_000_001L], 0L, 1L));
        Assert.Equal(new(0, 0L), GridSecondPrice.Run([1_000_000_000_000_000L], 0L, 1L));
        Assert.Throws<ArgumentOutOfRangeException>(() => GridLowestCost.Run([3L], 10L, 2L));
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => GridLowestCost.Run([3L], 10L, 0L));
        Assert.Throws<ArgumentOutOfRangeException>("reserve", () => GridSecondPrice.Run([3L], -1L, 1L));
        Assert.Throws<ArgumentOutOfRangeException>("ceiling", () => GridLowestCost.Run([3L], -1L, 1L));
    }

    [Fact]
    public void TheEndOfTheTypeIsNoObstacle()
    {
        Assert.Equal(new(0, int.MaxValue), GridSecondPrice.Run([int.MaxValue, int.MaxValue], 0, 1));
        Assert.Equal(new(0, int.MaxValue), GridLowestCost.Run([5], int.MaxValue, 1));
        Assert.Equal(new(0, 1_000_000_000_000_000L), GridLowestCost.Run([5L], long.MaxValue, 1L));
    }

    [Fact]
    public void BatchesEqualSingleAuctions()
    {
        var sales = new Sale<long>[2];
        GridSecondPrice.RunBatch([1L, 5, 3, 9, 2, 9], 3, 2L, 1L, sales);
        Assert.Equal([new(1, 3L), new(0, 9L)], sales);
        GridLowestCost.RunBatch([1L, 5, 3, 9, 2, 9], 3, 8L, 1L, sales);
        Assert.Equal([new(0, 3L), new(1, 8L)], sales);
    }
}
