using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Alternatives;

public class ExactPivotalTests
{
    [Fact]
    public void ThePivotalAgentIsTheOneWithoutWhomTheChoiceIsAnother()
    {
        // Values (type + 5, 2 · type) of types 9 and 4.
        long[] payments = [0, 0];
        int[] without = [-1, -1];
        Assert.Equal(1, ExactPivotal.Run<long>([14, 18, 9, 8], 2, [], payments, without));
        Assert.Equal([1, 0], payments);
        Assert.Equal([0, 1], without);
    }

    [Fact]
    public void APivotalAgentPaysNothingIfTheOthersAreIndifferent()
    {
        decimal[] payments = [9, 9];
        int[] without = [-1, -1];
        Assert.Equal(1, ExactPivotal.Run<decimal>([0m, 1m, 2m, 2m], 2, [], payments, without));
        Assert.Equal([0, 0], payments);
        Assert.Equal([0, 1], without);
    }

    [Fact]
    public void DecimalsAreExact()
    {
        // In doubles 0.1 + 0.2 exceeds 0.3, and the second alternative would win.
        decimal[] payments = [0, 0];
        Assert.Equal(0, ExactPivotal.Run<decimal>([0.3m, 0.1m, 0m, 0.2m], 2, [], payments, []));
        Assert.Equal([0.2m, 0m], payments);
    }

    [Fact]
    public void SumsBeyondTheRangeAreNamed()
    {
        var error = Assert.Throws<OverflowException>(() => ExactPivotal.Run<long>([1, long.MaxValue, 1, 1], 2, [], new long[2], []));
        Assert.Equal("The sum of the values of alternative 1 is beyond the range of Int64.", error.Message);
        error = Assert.Throws<OverflowException>(() => ExactPivotal.Run<double>([1, double.MaxValue, 1, double.MaxValue], 2, [], new double[2], []));
        Assert.Equal("The sum of the values of alternative 1 is beyond the range of Double.", error.Message);
        Assert.Throws<OverflowException>(() => ExactPivotal.Run<long>([long.MaxValue, long.MinValue, -5_000_000_000_000_000_000, 5_000_000_000_000_000_000], 2, [], new long[2], []));
    }

    [Fact]
    public void NumbersThatAreNoneAreNamed()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ExactPivotal.Run<double>([1, 2, 3, double.NaN], 2, [], new double[2], []));
        Assert.StartsWith("The value of alternative 1 to agent 1 is NaN", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => ExactPivotal.Run<double>([1, 2], 2, [0, double.NegativeInfinity], new double[1], []));
        Assert.StartsWith("The cost of alternative 1 is -Infinity", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        Assert.Throws<ArgumentException>(() => ExactPivotal.Run<long>([1, 2, 3], 2, [], new long[2], []));
        Assert.Throws<ArgumentException>(() => ExactPivotal.Run<long>([1, 2], 2, [1], new long[1], []));
        Assert.Throws<ArgumentException>(() => ExactPivotal.Run<long>([1, 2], 2, [], new long[1], new int[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactPivotal.Run<long>([], 0, [], [], []));
    }

    [Fact]
    public void AgreesWithTheFastKernelOnWholeNumbers_AndPaymentsAreExternalities()
    {
        var draws = new Draws(77);
        for (var instance = 0; instance < 12_000; instance++)
        {
            var agents = draws.Below(7);
            var alternatives = 1 + draws.Below(6);
            var range = instance % 3 == 0 ? 3 : 1000;
            var whole = Enumerable.Range(0, agents * alternatives).Select(_ => (long)(draws.Below(range) - (range / 3))).ToArray();
            var costs = instance % 2 == 0 ? [] : Enumerable.Range(0, alternatives).Select(_ => (long)draws.Below(range)).ToArray();
            var (payments, without) = (new long[agents], new int[agents]);
            var chosen = ExactPivotal.Run<long>(whole, alternatives, costs, payments, without);

            var fast = new double[agents];
            Assert.Equal(Pivotal.Run(Array.ConvertAll(whole, value => (double)value), alternatives, Array.ConvertAll(costs, cost => (double)cost), fast), chosen);
            Assert.Equal(fast, Array.ConvertAll(payments, payment => (double)payment));
            for (var agent = 0; agent < agents; agent++)
            {
                // What is chosen without the agent is what a run without its row chooses.
                long[] rest = [.. whole[..(agent * alternatives)], .. whole[((agent + 1) * alternatives)..]];
                Assert.Equal(ExactPivotal.Run<long>(rest, alternatives, costs, new long[agents - 1], []), without[agent]);
                Assert.True(payments[agent] == 0 || without[agent] != chosen);
            }
        }
    }
}
