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
}
