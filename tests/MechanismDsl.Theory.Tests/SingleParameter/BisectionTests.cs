using CsCheck;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>The boundary of a monotone property, to the last bit and with ends at infinity.</summary>
public sealed class BisectionTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData(5, 0, 8)]
    [InlineData(5, 0, Infinity)]
    [InlineData(1e200, 0, Infinity)]
    [InlineData(1e-200, 0, Infinity)]
    [InlineData(.1, -Infinity, 3)]
    [InlineData(-7.3, -Infinity, 0)]
    [InlineData(-1e200, -Infinity, 0)]
    [InlineData(-7.3, -Infinity, Infinity)]
    [InlineData(12.7, -Infinity, Infinity)]
    public void The_boundary_is_found_to_the_last_bit(double boundary, double from, double to) =>
        Assert.Equal(boundary, Bisection.FirstTrue(value => value >= boundary, from, to));

    [Theory]
    [InlineData(0, 2.5)]
    [InlineData(-Infinity, 2.5)]
    [InlineData(0, Infinity)]
    public void A_property_that_holds_nowhere_before_the_end_gives_the_end(double from, double to) =>
        Assert.Equal(to, Bisection.FirstTrue(value => value >= 3 && !double.IsInfinity(to), from, to));

    [Fact]
    public void A_property_that_holds_everywhere_gives_the_lower_end()
    {
        Assert.Equal(double.NegativeInfinity, Bisection.FirstTrue(_ => true, double.NegativeInfinity, 4));
        Assert.Equal(double.BitIncrement(2), Bisection.FirstTrue(_ => true, 2, 4));
    }

    [Fact]
    public void The_ends_are_not_looked_at()
    {
        var looked = new List<double>();
        _ = Bisection.FirstTrue(
            value =>
            {
                looked.Add(value);
                return value >= 3;
            },
            2,
            4);
        Assert.All(looked, value => Assert.True(value is > 2 and < 4));
    }

    public static TheoryData<string, Func<double, double>> Curves => new()
    {
        { "line", type => (3 * type) - 4 },
        { "cube", type => type * type * type },
        { "flat at the boundary", type => Math.Pow(type - 1, 9) },
        { "steep", type => type < 0 ? double.NegativeInfinity : Math.Log(type) },
        { "exponential", type => Math.Exp(40 * type) - 7 },
        { "rising to a pole", type => type >= 2 ? double.PositiveInfinity : -1 / (type - 2) },
        { "step", type => type < 1.25 ? -1 : 3 },
        { "steps", type => Math.Floor(16 * type) / 16 },
        { "kink", type => type < 1 ? 1e-9 * (type - 1) : 1e9 * (type - 1) },
        { "not a number below", type => type < .5 ? double.NaN : type },
        { "tiny", type => 1e-300 * (type - .75) },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Interpolation_finds_the_type_that_halving_finds(string name, Func<double, double> curve)
    {
        _ = name;
        foreach (var level in (double[])[-2, -.5, -1e-9, 0, 1e-300, 1e-9, .3, .5, 1, 1.5, 1e9])
        {
            foreach (var (from, to) in ((double, double)[])[(-3, 5), (0, 1), (0, Infinity), (-Infinity, 4), (-Infinity, Infinity), (1e-12, 1e12)])
            {
                foreach (var strictly in (bool[])[false, true])
                {
                    double Excess(double type) => curve(type) is var own && own == level ? 0 : own - level;
                    Assert.Equal(
                        Bisection.FirstTrue(type => strictly ? Excess(type) > 0 : Excess(type) >= 0, from, to),
                        Bisection.FirstReaching(Excess, strictly, from, to));
                }
            }
        }
    }

    [Fact]
    public void Smooth_functions_take_some_ten_steps_and_no_function_takes_many_more_than_halving() =>
        (from level in Gen.Double[.01, .9] from power in Gen.Double[1, 5] from jump in Gen.Bool select (level, power, jump)).Sample(
            problem =>
            {
                var steps = 0;
                double Excess(double type)
                {
                    steps++;
                    var own = Math.Pow(type, problem.power);
                    return (problem.jump ? Math.Round(own, 3) : own) - problem.level;
                }

                _ = Bisection.FirstReaching(Excess, strictly: false, 1e-3, 1);
                Assert.InRange(steps, 1, problem.jump ? 180 : 24);
            },
            iter: 10_000);
}
