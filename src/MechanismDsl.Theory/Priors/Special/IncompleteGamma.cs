namespace MechanismDsl.Theory.Priors.Special;

/// <summary>
/// The incomplete Gamma functions as ratios to xᵃe⁻ˣ, which are inverse hazard rates up to a factor. Own code instead of MathNet's
/// regularised functions: those give tail and density apart, and their upper tail is one minus the lower one for small a.
/// </summary>
internal static class IncompleteGamma
{
    /// <summary>Enough for arguments up to 10⁹; the series and the fraction stop far earlier in common use.</summary>
    private const int MaximumTerms = 1_000_000;

    /// <summary>Two units in the last place: below that the fraction only jitters.</summary>
    private const double Precision = 4.5e-16;
    private const double Tiny = 1e-300;

    /// <summary>P(a, x): the mass up to x.</summary>
    public static double Lower(double a, double x) => IsUpper(a, x)
        ? 1 - (GammaFunction.GammaWeight(a, x) * UpperRatio(a, x))
        : GammaFunction.GammaWeight(a, x) * LowerRatio(a, x);

    /// <summary>Q(a, x) = 1 − P(a, x): the mass beyond x.</summary>
    public static double Upper(double a, double x) => IsUpper(a, x)
        ? GammaFunction.GammaWeight(a, x) * UpperRatio(a, x)
        : a < 1 ? UpperOfSmallShape(a, x) : 1 - (GammaFunction.GammaWeight(a, x) * LowerRatio(a, x));

    /// <summary>Q(a, x)Γ(a)/(xᵃe⁻ˣ).</summary>
    public static double UpperOverWeight(double a, double x) => IsUpper(a, x) ? UpperRatio(a, x) : Upper(a, x) / GammaFunction.GammaWeight(a, x);

    /// <summary>P(a, x)Γ(a)/(xᵃe⁻ˣ).</summary>
    public static double LowerOverWeight(double a, double x) => IsUpper(a, x) ? Lower(a, x) / GammaFunction.GammaWeight(a, x) : LowerRatio(a, x);

    /// <summary>The region in which the continued fraction converges fast and one minus its value does not cancel.</summary>
    private static bool IsUpper(double a, double x) => x >= (a < 1 ? 0.5 : a + 1);

    /// <summary>Σ xⁿ/(a(a+1)…(a+n)), all terms positive (DLMF 8.7.1).</summary>
    private static double LowerRatio(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < MaximumTerms && term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    /// <summary>Legendre's continued fraction (DLMF 8.9.2, even part), by Lentz's method.</summary>
    private static double UpperRatio(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var value = d;
        for (var n = 1; n < MaximumTerms; n++)
        {
            var factor = -n * (n - a);
            b += 2;
            d = (factor * d) + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (factor / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            var change = c * d;
            value *= change;
            if (Math.Abs(change - 1) < Precision)
            {
                break;
            }
        }

        return value;
    }

    /// <summary>
    /// For a &lt; 1 and x &lt; 1/2, where P is near 1: 1 − xᵃ/Γ(1+a) − xᵃ/Γ(a) Σ_{n≥1} (−x)ⁿ/(n!(a+n)) (DLMF 8.7.1), two positive parts (Gautschi 1979).
    /// </summary>
    private static double UpperOfSmallShape(double a, double x)
    {
        var sum = 0.0;
        var power = 1.0;
        for (var n = 1; n < 40; n++)
        {
            power *= -x / n;
            sum -= power / (a + n);
        }

        // ln Γ(1+a), by its Stirling form at 1 + a.
        var logGamma = ((a + 0.5) * Elementary.Log1P(a)) - (1 + a) + 0.91893853320467274178 + GammaFunction.Correction(1 + a);
        var exponent = (a * Math.Log(x)) - logGamma;
        return -Elementary.ExpM1(exponent) + (a * Math.Exp(exponent) * sum);
    }
}
