namespace MechanismDsl.Proofs.Terms;

/// <summary>The range of a power.</summary>
internal static class PowerRule
{
    /// <summary>
    /// The range of <c>Math.Pow(a, b)</c>: on a positive base it is monotone in each argument by itself, so the extremes are at the corners;
    /// a negative base is understood only under a fixed whole exponent.
    /// </summary>
    public static ValueRange Of(ValueRange a, ValueRange b, bool nan)
    {
        if (a.Low >= 0 && (a.Low > 0 || b.Low >= 0))
        {
            return Corners(a, b, nan || a.HasInfinity || b.HasInfinity);
        }

        if (b.IsPoint && b.Low >= 0 && Math.Floor(b.Low) == b.Low && b.Low <= 64 && !a.HasInfinity)
        {
            var odd = b.Low % 2 == 1;
            double low = Math.Pow(a.Low, b.Low), high = Math.Pow(a.High, b.Low);
            return odd
                ? RangeRules.Library(low, high, nan, double.NegativeInfinity)
                : RangeRules.Library(a.Contains(0) ? 0 : Math.Min(low, high), Math.Max(low, high), nan, lowest: 0);
        }

        return ValueRange.Anything;
    }

    private static ValueRange Corners(ValueRange a, ValueRange b, bool nan)
    {
        double p = Math.Pow(a.Low, b.Low), q = Math.Pow(a.Low, b.High), r = Math.Pow(a.High, b.Low), s = Math.Pow(a.High, b.High);
        return RangeRules.Library(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)), nan, lowest: 0);
    }
}
