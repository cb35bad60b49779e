using CsCheck;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Numbers;

public sealed class ChebyshevTableTests
{
    [Fact]
    public void A_polynomial_needs_one_segment_and_is_exact()
    {
        var table = ChebyshevTable.Fit(v => (3 * v * v) - (2 * v) + 1, 0, 5, degree: 3)!;
        Assert.Equal(1, table.Segments);
        Gen.Double[0, 5].Sample(v => Math.Abs(table.At(v) - ((3 * v * v) - (2 * v) + 1)) <= 2e-11 * 76);
    }

    [Fact]
    public void A_lognormal_virtual_value_is_met_to_1e_11_between_the_check_points()
    {
        var prior = new LognormalPrior(0, 0.5);
        var table = ChebyshevTable.Fit(prior.VirtualValue, 0.75, 40, floor: 0.75)!;
        Assert.True(table.MaxError <= 1e-11);
        Gen.Double[0.75, 40].Sample(v => Math.Abs(table.At(v) - prior.VirtualValue(v)) <= 1.2e-11 * Math.Max(0.75, Math.Abs(prior.VirtualValue(v))));
    }

    [Fact]
    public void A_function_of_many_scales_takes_octaves()
    {
        var table = ChebyshevTable.Fit(v => Math.Pow(v, 0.3), 1e-6, 1e6)!;
        Assert.Equal(TableSpacing.Octaves, table.Spacing);
        Gen.Double[-6, 6].Sample(exponent =>
        {
            var v = Math.Pow(10, exponent);
            return Math.Abs(table.At(v) - Math.Pow(v, 0.3)) <= 1.2e-11 * Math.Pow(v, 0.3);
        });
    }

    [Fact]
    public void The_domain_may_touch_zero_and_its_ends_are_met()
    {
        var table = ChebyshevTable.Fit(Math.Exp, -1, 20)!;
        Assert.Equal(Math.Exp(-1), table.At(-1), 1e-11);
        Assert.Equal(Math.Exp(20), table.At(20), 1e-2);
        Assert.Equal(table.At(20), table.At(1e9));
        Assert.Equal(table.At(-1), table.At(-5));
    }

    [Fact]
    public void A_kink_is_refused() => Assert.Null(ChebyshevTable.Fit(v => Math.Abs(v - Math.Sqrt(0.5)), 0, 1));

    [Fact]
    public void Equal_functions_make_equal_tables_of_short_literals()
    {
        var table = ChebyshevTable.Fit(Math.Sin, 0, 1);
        Assert.Equal(table, ChebyshevTable.Fit(Math.Sin, 0, 1));
        Assert.All(table!.Coefficients, coefficient => Assert.Equal(coefficient, NumberText.Rounded(coefficient)));
    }

    [Theory]
    [InlineData(1, 0, 7)]
    [InlineData(0, double.PositiveInfinity, 7)]
    [InlineData(0, 1, 12)]
    public void Domains_are_checked(double low, double high, int degree) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChebyshevTable.Fit(v => v, low, high, degree: degree));
}
