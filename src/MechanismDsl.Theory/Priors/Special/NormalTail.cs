using MathNet.Numerics;

namespace MechanismDsl.Theory.Priors.Special;

/// <summary>The standard normal distribution with its tails. MathNet's erfc and its inverse are used where they suffice.</summary>
internal static class NormalTail
{
    private const double Sqrt2 = 1.4142135623730950488;
    private const double SqrtTwoPi = 2.5066282746310005024;

    /// <summary>φ(z).</summary>
    public static double Density(double z) => Math.Exp(-z * z / 2) / SqrtTwoPi;

    /// <summary>P(Z &gt; z).</summary>
    public static double Upper(double z) => z > 2 ? Density(z) * MillsFraction(z) : SpecialFunctions.Erfc(z / Sqrt2) / 2;

    /// <summary>
    /// Mills' ratio P(Z &gt; z)/φ(z). From z = 2 on by Laplace's continued fraction, because tail and density, computed apart, lose z²
    /// units in the last place and underflow together; +∞ below about −38, where it exceeds the range of doubles.
    /// </summary>
    public static double Mills(double z) => z > 2 ? MillsFraction(z) : SpecialFunctions.Erfc(z / Sqrt2) / 2 * (Math.Exp(z * z / 2) * SqrtTwoPi);

    /// <summary>1/Mills(z) − z for z &gt; 2: how far the mean of the tail beyond z exceeds z.</summary>
    public static double MeanExcess(double z) => 1 / Denominator(z, 2) ;

    /// <summary>The z with P(Z &gt; z) = q, for q in (0, 1).</summary>
    public static double UpperQuantile(double q)
    {
        if (q > 0.5)
        {
            return -LowerHalf(1 - q);   // exact: 1 − q loses nothing for q ≥ 1/2
        }

        return LowerHalf(q);
    }

    /// <summary>The z with P(Z ≤ z) = p, for p in (0, 1).</summary>
    public static double Quantile(double p) => -UpperQuantile(p);

    private static double LowerHalf(double q)
    {
        if (q <= 0)
        {
            return double.PositiveInfinity;
        }

        // MathNet's rational approximation, then one Newton step on ln P(Z > z), which is nearly linear.
        var z = Sqrt2 * SpecialFunctions.ErfcInv(2 * q);
        return z + (Mills(z) * Math.Log(Upper(z) / q));
    }

    private static double MillsFraction(double z) => 1 / Denominator(z, 1);

    /// <summary>z + k/(z + (k+1)/(z + …)), backwards from a depth at which the truncation error is below 1e−17 for z ≥ 2.</summary>
    private static double Denominator(double z, int first)
    {
        var depth = 12 + (int)Math.Ceiling(240 / (z * z));
        var value = z;
        for (var k = first + depth; k >= first; k--)
        {
            value = z + (k / value);
        }

        return value;
    }
}
