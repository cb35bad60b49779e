using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Knapsack;

public class KnapsackAuctionTests
{
    [Fact]
    public void TwoSmallOnesDisplaceALargeOne()
    {
        var (total, served, payments) = Run([10, 7, 6], [4, 2, 2], 4);
        Assert.Equal(13, total);
        Assert.Equal([false, true, true], served);
        Assert.Equal([0, 4, 3], payments);
    }

    [Fact]
    public void EqualTotals_TheLowerIndices() => Assert.Equal([true, false, false], Run([5, 5, 5], [2, 2, 2], 3).Served);

    [Fact]
    public void WhatIsWorthNothingIsNotServed() => Assert.Equal([false, true], Run([0, 1], [0, 0], 0).Served);

    [Theory]
    [InlineData(double.NaN, 1, "Agent 1 reports NaN")]
    [InlineData(-1.0, 1, "Agent 1 reports -1")]
    [InlineData(double.PositiveInfinity, 1, "Agent 1 reports")]
    [InlineData(1.0, -2, "Agent 1 has size -2")]
    public void BadInputIsNamed(double value, int size, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentOutOfRangeException>(() => Run([1, value], [1, size], 5)).Message, StringComparison.Ordinal);

    [Fact]
    public void CapacitiesOutsideTheDomain()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run([], [], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run([], [], KnapsackAuction.MostCapacity + 1));
        Assert.Throws<ArgumentException>(() => Run([1], [1, 2], 3));
    }

    [Fact]
    public void EqualsTheDefinitionOnRandomMarkets()
    {
        var draws = new Draws(71);
        for (var instance = 0; instance < 10_000; instance++)
        {
            var agents = draws.Below(9);
            var capacity = draws.Below(instance % 4 == 0 ? 200 : 20);
            var range = instance % 3 == 0 ? 4 : 1000;
            var values = Enumerable.Range(0, agents).Select(_ => instance % 2 == 0 ? draws.Below(range) : draws.Uniform() * range).ToArray();
            var sizes = Enumerable.Range(0, agents).Select(_ => draws.Below(1 + (capacity * 3 / 4))).ToArray();
            var (total, served, payments) = Run(values, sizes, capacity);

            var tolerance = instance % 2 == 0 ? 0 : 1e-12 * range * 10;
            Assert.True(Enumerable.Range(0, agents).Where(agent => served[agent]).Sum(agent => sizes[agent]) <= capacity);
            Assert.Equal(Enumerable.Range(0, agents).Where(agent => served[agent]).Sum(agent => values[agent]), total);
            Assert.Equal(Best(values, sizes, capacity, -1), total, tolerance);
            for (var agent = 0; agent < agents; agent++)
            {
                Assert.Equal(Best(values, sizes, capacity, agent) - (total - (served[agent] ? values[agent] : 0)), payments[agent], tolerance);
            }
        }
    }

    private static (double Total, bool[] Served, double[] Payments) Run(double[] values, int[] sizes, int capacity)
    {
        // What was in the memory before does not matter.
        var served = Enumerable.Repeat(true, values.Length).ToArray();
        var payments = Enumerable.Repeat(double.NaN, values.Length).ToArray();
        return (KnapsackAuction.Run(values, sizes, capacity, served, payments), served, payments);
    }

    /// <summary>The highest total without one agent, over all sets.</summary>
    private static double Best(double[] values, int[] sizes, int capacity, int without)
    {
        var best = 0.0;
        for (var set = 0; set < 1 << values.Length; set++)
        {
            if (without >= 0 && ((set >> without) & 1) != 0)
            {
                continue;
            }

            var (size, value) = (0, 0.0);
            for (var agent = 0; agent < values.Length; agent++)
            {
                size += ((set >> agent) & 1) * sizes[agent];
                value += ((set >> agent) & 1) * values[agent];
            }

            best = size <= capacity ? Math.Max(best, value) : best;
        }

        return best;
    }
}
