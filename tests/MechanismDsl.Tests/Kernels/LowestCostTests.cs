using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class LowestCostTests
{
    [Theory]
    [InlineData(new double[] { 4, 6, 8 }, 100, 0, 6)]
    [InlineData(new double[] { 4 }, 100, 0, 100)]
    [InlineData(new double[] { }, 100, -1, 0)]
    [InlineData(new double[] { 7, 5, 5 }, 100, 1, 5)]
    [InlineData(new double[] { 7, 5, 6 }, 5, 1, 5)]
    [InlineData(new double[] { 7, 5, 6 }, 4.9, -1, 0)]
    [InlineData(new double[] { 0, 1, 2, 3, 4 }, 0, 0, 0)]
    [InlineData(new double[] { 1e15 }, 1e15, 0, 1e15)]
    public void WinnerAndPrice(double[] costs, double ceiling, int winner, double price) =>
        Assert.Equal(new Sale<double>(winner, price), LowestCost.Run(costs, ceiling));

    [Fact]
    public void EqualsTheInterpreterOnRandomCosts()
    {
        var draws = new Draws(3);
        for (var instance = 0; instance < 24_000; instance++)
        {
            var costs = draws.Reports(instance < 20_000 ? instance % 601 : draws.Below(700));
            var ceiling = costs.Length > 0 && draws.Below(2) == 0 ? Math.Abs(costs[draws.Below(costs.Length)]) : 50;
            SecondPriceTests.AssertSame(Interpreter.LowestCost(costs, ceiling), LowestCost.Run(costs, ceiling));
        }
    }

    [Fact]
    public void FindsBestAndSecondAtEveryPairOfPositions()
    {
        foreach (var count in SecondPriceTests.Sizes)
        {
            var costs = new double[count];
            Array.Fill(costs, 9);
            for (var best = 0; best < count; best++)
            {
                for (var second = 0; second < count; second++)
                {
                    if (second == best)
                    {
                        continue;
                    }

                    costs[best] = 3;
                    costs[second] = 4;
                    Assert.Equal(new(best, 4), LowestCost.Run(costs, 100));
                    costs[second] = 3;
                    Assert.Equal(new(Math.Min(best, second), 3), LowestCost.Run(costs, 100));
                    costs[best] = 9;
                    costs[second] = 9;
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
    public void RejectsACostOutsideTheDomainAtEveryPosition(double cost)
    {
        foreach (var count in SecondPriceTests.Sizes)
        {
            var costs = new double[count];
            for (var agent = 0; agent < count; agent++)
            {
                costs[agent] = cost;
                var failure = Assert.Throws<ArgumentOutOfRangeException>(() => LowestCost.Run(costs, 10));
                Assert.StartsWith($"Agent {agent} reports {cost.ToString(System.Globalization.CultureInfo.InvariantCulture)};", failure.Message);
                costs[agent] = agent % 3;
            }
        }
    }

    [Fact]
    public void NegativeZeroIsZero()
    {
        foreach (var count in SecondPriceTests.Sizes)
        {
            var costs = new double[count];
            Array.Fill(costs, -0.0);
            var sale = LowestCost.Run(costs, 5);
            Assert.Equal(new(0, count == 1 ? 5 : 0), sale);
            Assert.False(double.IsNegative(sale.Price));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void RejectsACeilingOutsideTheDomain(double ceiling) =>
        Assert.Throws<ArgumentOutOfRangeException>("ceiling", () => LowestCost.Run([1, 2, 3, 4], ceiling));
}
