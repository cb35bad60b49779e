using MechanismDsl.Theory.Priors;
using static MechanismDsl.Theory.Priors.Formula;

namespace MechanismDsl.Theory.Tests.Priors;

public sealed class FormulaPriorTests
{
    private static readonly Formula V = new Variable();

    /// <summary>v/10 up to 5, then (v − 5)²/50 more: a kink of the density at 5, where it jumps from 0.1 to 0.</summary>
    private static readonly Formula Kinked = new Conditional(
        new Condition.Compare(Comparison.LessOrEqual, V, 5),
        V / 10,
        0.5 + ((V - 5) * (V - 5) / 50));

    private static FormulaPrior Prior(Formula distribution, double low, double high, Formula? density = null) => new(distribution, density, low, high, "Own()");

    [Fact]
    public void AFormulaOfAPowerIsThatPower()
    {
        var own = Prior(V * V / 100, 0, 10);
        var power = new PowerPrior(2, 10);

        Assert.Null(own.FindInconsistency());
        Assert.Equal([0, 10], own.Breakpoints);
        Close(power.Mean, own.Mean, 1e-13);
        foreach (var value in new[] { 1e-6, 0.1, 3, 9, 9.999, 9.9999999 })
        {
            Close(power.Cdf(value), own.Cdf(value), 2e-15);
            Close(power.Survival(value), own.Survival(value), 1e-12);
            Close(power.Density(value), own.Density(value), 2e-15);
            Close(power.InverseHazard(value), own.InverseHazard(value), 1e-12);
        }

        foreach (var mass in new[] { 1e-12, 1e-3, 0.3, 0.5, 0.9 })
        {
            Close(power.Quantile(mass), own.Quantile(mass), 1e-13);
            Close(power.UpperQuantile(mass), own.UpperQuantile(mass), 1e-13);
        }
    }

    [Fact]
    public void KinksAreBreakpointsAndTheDensityHasTwoSidesThere()
    {
        var own = Prior(Kinked, 0, 10);

        Assert.Null(own.FindInconsistency());
        Assert.Equal([0, 5, 10], own.Breakpoints);
        Assert.Equal(0.1, own.LeftDensity(5), 14);
        Assert.Equal(0, own.Density(5), 14);
        Assert.Equal(0.2, own.Density(10), 14);
        Close(1.25 + (0.5 * (5 + (10.0 / 3))), own.Mean, 1e-13);
    }

    [Fact]
    public void KinksOfComparedFormulasAreFound()
    {
        var root = Prior(new Conditional(new Condition.Compare(Comparison.Less, V * V, 2), V / 4, 1 - ((2 - V) * 0.5)), 0, 2);
        var maximum = Prior(new Binary(BinaryOperator.Max, V / 4, V - 1.5) / 0.5, 0, 2);

        Close(Math.Sqrt(2), root.Breakpoints[1], 1e-15);
        Assert.Equal(2, maximum.Breakpoints[1], 12);
    }

    [Fact]
    public void AnUnboundedTailIsAccurate()
    {
        var own = Prior(1 - new Unary(UnaryOperator.Exp, -V / 3), 0, double.PositiveInfinity);
        var exponential = new ExponentialPrior(1 / 3.0);

        Assert.Null(own.FindInconsistency());
        Assert.Equal(0, own.RevenueLimit);
        Close(3, own.Mean, 1e-13);
        foreach (var value in new[] { 0.01, 1, 10, 50, 80 })
        {
            Close(exponential.Survival(value), own.Survival(value), 1e-12);
            Close(3, own.InverseHazard(value), 1e-12);
        }

        Close(exponential.UpperQuantile(1e-12), own.UpperQuantile(1e-12), 1e-13);
    }

    [Fact]
    public void TheWeightOfAnUnboundedTailIsMeasured()
    {
        var square = Prior(V * V / (1 + (V * V)), 0, double.PositiveInfinity);
        var equalRevenue = RevenueTail.Of(Prior(V / (1 + V), 0, double.PositiveInfinity));
        var heavy = RevenueTail.Of(Prior(1 - (1 / new Unary(UnaryOperator.Sqrt, 1 + V)), 0, double.PositiveInfinity));

        Assert.Equal(0, square.RevenueLimit);
        Close(Math.PI / 2, square.Mean, 1e-11);
        Close(1, equalRevenue.Limit, 1e-6);
        Assert.Equal((true, false, false), (equalRevenue.InfiniteMean, equalRevenue.Unbounded, equalRevenue.Attained));
        Assert.Equal((true, true, false), (heavy.InfiniteMean, heavy.Unbounded, heavy.Attained));
    }

    [Fact]
    public void TheWholeLineIsASupport()
    {
        var own = Prior(1 / (1 + new Unary(UnaryOperator.Exp, -V)), double.NegativeInfinity, double.PositiveInfinity);
        var logistic = new LogisticPrior(0, 1);

        Assert.Null(own.FindInconsistency());
        Assert.Equal(0, own.Mean, 12);
        Close(logistic.Quantile(1e-9), own.Quantile(1e-9), 1e-13);
        Close(logistic.UpperQuantile(1e-9), own.UpperQuantile(1e-9), 1e-12);
        Close(logistic.InverseHazard(12), own.InverseHazard(12), 1e-12);
    }

    [Fact]
    public void InconsistentFormulasAreRefutedWithNumbers()
    {
        Formula third = 1 / 3.0;
        var jump = new Conditional(new Condition.Compare(Comparison.Less, V, 0.25), V, 0.5 + ((V - 0.25) * (2 * third)));

        Assert.Equal("the support from 2 to 1 is empty", Prior(V, 2, 1).FindInconsistency()!.Message);
        Assert.Equal("F(0) = 0.1 at the lower end of the support, not 0", Prior(0.1 + (0.9 * V), 0, 1).FindInconsistency()!.Message);
        Assert.Equal("F(2) = 2 at the upper end of the support, not 1", Prior(V, 0, 2).FindInconsistency()!.Message);
        Assert.Equal("F(1) = undefined at the upper end of the support, not 1", Prior(V / (1 - V) * (1 - V), 0, 1).FindInconsistency()!.Message);
        Assert.StartsWith("f(0.00194932) = 0.00194932, but F has slope 0.00389864", Prior(V * V, 0, 1, density: V).FindInconsistency()!.Message, StringComparison.Ordinal);
        Assert.Contains("is not a density", Prior((5 * V) - (8 * V * V) + (4 * V * V * V), 0, 1).FindInconsistency()!.Message, StringComparison.Ordinal);
        Assert.Contains("F jumps", Prior(jump, 0, 1).FindInconsistency()!.Message, StringComparison.Ordinal);
        Assert.Contains("F jumps", Prior(new Unary(UnaryOperator.Floor, V * 4) / 4, 0, 1).FindInconsistency()!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EqualityIsThatOfTheFormulas()
    {
        Assert.Equal(Prior(Kinked, 0, 10), Prior(Kinked with { }, 0, 10));
        Assert.NotEqual(Prior(Kinked, 0, 10), Prior(Kinked, 0, 9));
        Assert.Equal(3, (Prior(V * 2, 0, 0.5) with { DeclaredDensity = 3 }).Density(0.25));
    }

    private static void Close(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
