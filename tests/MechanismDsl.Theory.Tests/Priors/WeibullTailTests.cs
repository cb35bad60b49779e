using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Priors;

/// <summary>F/f of a Weibull prior near 0, where F and f underflow at different rates.</summary>
public sealed class WeibullTailTests
{
    [Theory]
    [InlineData(3, 4, 1e-300)]
    [InlineData(3, 4, 1e-110)]
    [InlineData(.8, 1, 1e-300)]
    [InlineData(3, 4, 1e-5)]
    public void The_reverse_hazard_near_zero_is_that_of_a_power(double shape, double scale, double value) =>
        Assert.Equal(1, new WeibullPrior(shape, scale).InverseReverseHazard(value) / (value / shape), 1e-12);
}
