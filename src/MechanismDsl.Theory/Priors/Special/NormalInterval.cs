using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace MechanismDsl.Theory.Priors.Special;

/// <summary>Integrals of the normal density over an interval that starts at z and has length d, relative to φ(z), without cancellation.</summary>
internal static class NormalInterval
{
    private const double Sqrt2 = 1.4142135623730950488;
    private const double SqrtHalfPi = 1.2533141373155002512;

    /// <summary>Nodes that integrate e^(−u), u ≤ 1, and its product with a short Gaussian to the last digit.</summary>
    private const int Nodes = 16;

    /// <summary>
    /// ∫₀ᵈ exp(−zt − t²/2) dt = (Φ(z+d) − Φ(z))/φ(z) for any z and d ≥ 0 (or +∞): Mills' ratio cut off at d. +∞ where it exceeds the range of doubles.
    /// </summary>
    public static double Mills(double z, double d)
    {
        if (double.IsPositiveInfinity(d))
        {
            return NormalTail.Mills(z);
        }

        if (z < 0)
        {
            return z + d <= 0
                ? Math.Exp(-Drop(z, d)) * MillsOfUpperHalf(-(z + d), d)    // read the interval from its other end
                : Math.Exp(z * z / 2) * SqrtHalfPi * (SpecialFunctions.Erf(-z / Sqrt2) + SpecialFunctions.Erf((z + d) / Sqrt2));
        }

        return MillsOfUpperHalf(z, d);
    }

    /// <summary>Φ(end) − Φ(z), where end = z + d is given too; any of them may be infinite.</summary>
    public static double Mass(double z, double d, double end)
    {
        if (z < 0 && end > 0)
        {
            return (SpecialFunctions.Erf(-z / Sqrt2) + SpecialFunctions.Erf(end / Sqrt2)) / 2;
        }

        return z < 0
            ? double.IsNegativeInfinity(z) ? NormalTail.Upper(-end) : NormalTail.Density(end) * MillsOfUpperHalf(-end, d)
            : double.IsPositiveInfinity(end) ? NormalTail.Upper(z) : NormalTail.Density(z) * MillsOfUpperHalf(z, d);
    }

    /// <summary>∫₀ᵈ t·exp(−zt − t²/2) dt for z ≥ 0: by this much, over <see cref="Mills"/>, the mean of the interval exceeds z.</summary>
    public static double FirstMoment(double z, double d)
    {
        var drop = Drop(z, d);
        if (drop <= 2)
        {
            return GaussLegendreRule.Integrate(t => t * Math.Exp(-t * (z + (t / 2))), 0, d, Nodes);
        }

        if (z <= 2)
        {
            return 1 - Math.Exp(-drop) - (z * MillsOfUpperHalf(z, d));
        }

        var whole = NormalTail.Mills(z) * NormalTail.MeanExcess(z);
        return double.IsPositiveInfinity(d) ? whole : whole - (Math.Exp(-drop) * NormalTail.Mills(z + d) * (NormalTail.MeanExcess(z + d) + d));
    }

    /// <summary>ln φ(z) − ln φ(z + d).</summary>
    public static double Drop(double z, double d) => d * (z + (d / 2));

    private static double MillsOfUpperHalf(double z, double d)
    {
        var drop = Drop(z, d);
        return drop <= 1
            ? GaussLegendreRule.Integrate(t => Math.Exp(-t * (z + (t / 2))), 0, d, Nodes)
            : double.IsPositiveInfinity(d) ? NormalTail.Mills(z)
            : NormalTail.Mills(z) - (Math.Exp(-drop) * NormalTail.Mills(z + d));
    }
}
