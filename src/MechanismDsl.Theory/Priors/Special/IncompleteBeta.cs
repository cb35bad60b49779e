namespace MechanismDsl.Theory.Priors.Special;

/// <summary>
/// The incomplete Beta function as a ratio to xᵃ(1−x)ᵇ/B(a, b). Own code instead of MathNet's BetaRegularized, which takes x alone and
/// so knows the upper tail only as one minus the lower one.
/// </summary>
internal static class IncompleteBeta
{
    private const int MaximumTerms = 100_000;
    private const double Tiny = 1e-300;

    /// <summary>Two units in the last place: below that the fraction only jitters.</summary>
    private const double Precision = 4.5e-16;

    /// <summary>I_x(a, b) for y = 1 − x, both given so that neither loses digits.</summary>
    public static double Regularized(double a, double b, double x, double y) => IsLower(a, b, x)
        ? GammaFunction.BetaWeight(a, b, x, y) * Fraction(a, b, x)
        : 1 - (GammaFunction.BetaWeight(b, a, y, x) * Fraction(b, a, y));

    /// <summary>I_x(a, b)·B(a, b)/(xᵃyᵇ).</summary>
    public static double OverWeight(double a, double b, double x, double y) =>
        IsLower(a, b, x) ? Fraction(a, b, x) : Regularized(a, b, x, y) / GammaFunction.BetaWeight(a, b, x, y);

    /// <summary>Below about the mean, where the continued fraction converges fast.</summary>
    private static bool IsLower(double a, double b, double x) => x < (a + 1) / (a + b + 2);

    /// <summary>The continued fraction of DLMF 8.17.22 over a, by Lentz's method.</summary>
    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        var value = d;
        for (var m = 1; m < MaximumTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            Step(even);
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            if (Math.Abs(Step(odd) - 1) < Precision)
            {
                break;
            }
        }

        return value / a;

        double Step(double factor)
        {
            d = 1 + (factor * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (factor / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            var change = c * d;
            value *= change;
            return change;
        }
    }
}
