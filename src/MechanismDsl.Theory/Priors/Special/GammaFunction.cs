namespace MechanismDsl.Theory.Priors.Special;

/// <summary>
/// Γ and B by Stirling's formula with its correction δ, ln Γ(x) = (x − 1/2) ln x − x + ln √(2π) + δ(x). Own code instead of MathNet's
/// GammaLn: the densities of Gamma and Beta need differences of ln Γ, which cancel for large parameters; with δ the large terms cancel
/// on paper instead.
/// </summary>
internal static class GammaFunction
{
    private const double TwoPi = 6.2831853071795864769;

    /// <summary>δ(x) for x &gt; 0; absolute error about 1e−16 (DLMF 5.11.1, below 10 with Γ(x+1) = xΓ(x)).</summary>
    public static double Correction(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++)
        {
            shift += ((x + 0.5) * Elementary.Log1P(1 / x)) - 1;
        }

        var square = 1 / (x * x);
        var series = 1.0 / 156;
        foreach (var coefficient in (ReadOnlySpan<double>)[-691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12])
        {
            series = (series * square) + coefficient;
        }

        return shift + (series / x);
    }

    /// <summary>Γ(x) for x &gt; 0.</summary>
    public static double Gamma(double x) => Math.Sqrt(TwoPi / x) * Math.Exp((x * Math.Log(x)) - x + Correction(x));

    /// <summary>B(p, q) = Γ(p)Γ(q)/Γ(p+q).</summary>
    public static double Beta(double p, double q) => Math.Sqrt(TwoPi / p / q * (p + q))
        * Math.Exp((-p * Elementary.Log1P(q / p)) - (q * Elementary.Log1P(p / q)) + Correction(p) + Correction(q) - Correction(p + q));

    /// <summary>xᵃ e⁻ˣ / Γ(a).</summary>
    public static double GammaWeight(double a, double x) =>
        Math.Sqrt(a / TwoPi) * Math.Exp((a * Elementary.LogRatio(x, a)) - (x - a) - Correction(a));

    /// <summary>xᵃ yᵇ / B(a, b) for y = 1 − x, both given so that neither loses digits.</summary>
    public static double BetaWeight(double a, double b, double x, double y)
    {
        var sum = a + b;
        return Math.Sqrt(a / TwoPi * (b / sum))
            * Math.Exp((a * Elementary.LogRatio(x, a / sum)) + (b * Elementary.LogRatio(y, b / sum))
                + Correction(sum) - Correction(a) - Correction(b));
    }
}
