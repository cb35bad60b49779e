using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Alternatives;

public class PivotalTests
{
    [Fact]
    public void HomeImprovement_TheOneWhoTurnsTheChoicePays()
    {
        // Values (type + 5, 2 · type) of types 9 and 4: the studio is worth 26 against 23, and without the first agent the pool would have won by 1.
        double[] payments = [0, 0];
        Assert.Equal(1, Pivotal.Run([14, 18, 9, 8], 2, payments));
        Assert.Equal([1, 0], payments);
    }

    [Fact]
    public void ACostCountsAgainstItsAlternative()
    {
        double[] payments = [0, 0, 0];
        Assert.Equal(1, Pivotal.Run([0, 50, 0, 50, 0, 250], 2, [0, 300], payments));
        Assert.Equal([0, 0, 200], payments);
    }

    [Fact]
    public void FirstAlternativeAmongEquals()
    {
        double[] payments = [0];
        Assert.Equal(1, Pivotal.Run([1, 3, 3], 3, payments));
        Assert.Equal([0], payments);
    }

    [Fact]
    public void NobodyThere_TheCheapestIsChosen() => Assert.Equal(2, Pivotal.Run([], 3, [4, 2, 1], []));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ValuesThatAreNotFinite_AreNamed(double bad)
    {
        var values = Enumerable.Repeat(1.0, 40 * 23).ToArray();
        values[(31 * 23) + 17] = bad;
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Pivotal.Run(values, 23, new double[40]));
        Assert.Contains("The value of alternative 17 to agent 31 is", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SumsBeyondTheRangeAreRefused() =>
        Assert.Contains("sum", Assert.Throws<ArgumentOutOfRangeException>(() => Pivotal.Run([1e308, 1e308], 1, new double[2])).Message, StringComparison.Ordinal);

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        Assert.Throws<ArgumentException>(() => Pivotal.Run([1, 2, 3], 2, new double[2]));
        Assert.Throws<ArgumentException>(() => Pivotal.Run([1, 2], 2, [1], new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pivotal.Run([], 0, []));
        Assert.Contains(
            "The cost of alternative 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => Pivotal.Run([1, 2], 2, [0, double.NaN], new double[1])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void EqualsTheDefinitionOnRandomMarkets()
    {
        var draws = new Draws(41);
        for (var instance = 0; instance < 12_000; instance++)
        {
            var agents = draws.Below(9);
            var alternatives = 1 + draws.Below(instance % 5 == 0 ? 40 : 6);
            var isInteger = instance % 2 == 0;
            var range = instance % 3 == 0 ? 3 : 1000;
            double Draw() => isInteger ? draws.Below(range) - (instance % 7 == 0 ? range / 2 : 0) : (draws.Uniform() * range) - (instance % 7 == 0 ? range / 2.0 : 0);
            var values = Enumerable.Range(0, agents * alternatives).Select(_ => Draw()).ToArray();
            var costs = instance % 4 == 0 ? Enumerable.Range(0, alternatives).Select(_ => Draw()).ToArray() : [];
            var payments = new double[agents];
            var chosen = Pivotal.Run(values, alternatives, costs, payments);

            var (expected, clarke) = Definition(values, alternatives, costs, agents);
            Assert.Equal(expected, chosen);
            for (var agent = 0; agent < agents; agent++)
            {
                Assert.Equal(clarke[agent], payments[agent], isInteger ? 0 : 1e-12 * range * 10);
                Assert.True(payments[agent] >= 0);
            }
        }
    }

    private static (int Chosen, double[] Payments) Definition(double[] values, int alternatives, double[] costs, int agents)
    {
        double Welfare(int alternative, int without) =>
            Enumerable.Range(0, agents).Where(agent => agent != without).Sum(agent => values[(agent * alternatives) + alternative]) - (costs.Length == 0 ? 0 : costs[alternative]);
        var all = Enumerable.Range(0, alternatives).ToArray();
        var chosen = all.MaxBy(alternative => Welfare(alternative, -1));
        return (chosen, [.. Enumerable.Range(0, agents).Select(agent => all.Max(alternative => Welfare(alternative, agent)) - Welfare(chosen, agent))]);
    }
}
