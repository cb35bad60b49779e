using MathNet.Numerics.Integration;

namespace MechanismDsl.Theory.Numbers;

/// <summary>Gauss–Legendre quadrature on (0, 1) for panels that are so narrow that the integrand is nearly a polynomial.</summary>
internal static class Gauss
{
    /// <summary>Two orders that agree to this leave the higher one with about twice the digits.</summary>
    private const double Agreement = 1e-8;

    private static readonly GaussLegendreRule Coarse = new(0, 1, 3);
    private static readonly GaussLegendreRule Fine = new(0, 1, 6);

    /// <summary>The integral over (0, 1); false where two orders do not agree, so that another method has to be taken.</summary>
    /// <param name="integrand">The integrand.</param>
    /// <param name="scale">The size against which the difference of the two orders is judged.</param>
    /// <param name="integral">The integral of the higher order.</param>
    public static bool TryIntegrate(Func<double, double> integrand, double scale, out double integral)
    {
        integral = Sum(Fine, integrand);
        return Math.Abs(integral - Sum(Coarse, integrand)) <= Agreement * scale;
    }

    private static double Sum(GaussLegendreRule rule, Func<double, double> integrand)
    {
        var sum = 0.0;
        for (var node = 0; node < rule.Order; node++)
        {
            sum += rule.GetWeight(node) * integrand(rule.GetAbscissa(node));
        }

        return sum;
    }
}
