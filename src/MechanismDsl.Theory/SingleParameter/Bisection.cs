namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// Inverses of monotone functions down to neighbouring doubles. Slower than Brent's method and used because it needs nothing but
/// monotonicity: virtual values have jumps, kinks and infinite ends, and the last bits of a threshold must not depend on a tolerance.
/// </summary>
internal static class Bisection
{
    /// <summary>An interval that interpolation has not halved in this many steps is halved.</summary>
    private const int MostSlowSteps = 3;

    /// <summary>The distance of neighbouring doubles, relative to them, at most.</summary>
    private const double Spacing = 1.0 / (1L << 52);

    /// <summary>
    /// The boundary in [from, to] between types for which a monotone property is false and those for which it is true, taken on the true
    /// side. The property is not evaluated at the ends: the result is <paramref name="to"/> if it holds nowhere before. Ends may be infinite.
    /// </summary>
    public static double FirstTrue(Func<double, bool> property, double from, double to)
    {
        if (!TryBracket(property, from, to, out var low, out var high))
        {
            return high;
        }

        while (TryHalve(low, high, out var middle))
        {
            (low, high) = property(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>
    /// The same boundary for the property that a function is at least 0, or positive if <paramref name="strictly"/>. Where the function is
    /// smooth, false position (the Illinois rule of Dowell and Jarratt 1971) finds it in some ten steps instead of fifty.
    /// </summary>
    /// <param name="excess">Monotone in its sign; may be infinite or, on the false side, not a number.</param>
    /// <param name="strictly">Whether 0 is still on the false side.</param>
    /// <param name="from">The lower end; may be −∞.</param>
    /// <param name="to">The upper end; may be +∞.</param>
    public static double FirstReaching(Func<double, double> excess, bool strictly, double from, double to)
    {
        // What the function misses at the lower end and exceeds at the upper one, once it is known.
        var (missing, surplus) = (double.NaN, double.NaN);
        if (!TryBracket(Reaches, from, to, out var low, out var high))
        {
            return high;
        }

        var (slow, repeated, wasReached) = (0, 0, false);
        while (TryHalve(low, high, out var middle))
        {
            var width = high - low;
            var type = slow < MostSlowSteps ? Interpolated(low, missing, high, surplus, repeated, middle) : middle;
            var isReached = Reaches(type);
            (low, high) = isReached ? (low, type) : (type, high);
            slow = high - low <= width / 2 ? 0 : slow + 1;
            repeated = isReached == wasReached ? repeated + 1 : 0;
            wasReached = isReached;
            if (repeated > 0)
            {
                // The end that stays pulls half as much: without that it would stay for ever where the function is curved.
                (missing, surplus) = isReached ? (missing / 2, surplus) : (missing, surplus / 2);
            }
        }

        return high;

        bool Reaches(double type)
        {
            var value = excess(type);
            var reaches = strictly ? value > 0 : value >= 0;
            (missing, surplus) = reaches ? (missing, value) : (-value, surplus);
            return reaches;
        }
    }

    /// <summary>Where a line through both ends is 0, but so far inside that a boundary beside an end is soon caught between two types.</summary>
    private static double Interpolated(double low, double missing, double high, double surplus, int repeated, double middle)
    {
        var part = missing / (missing + surplus);
        var margin = Math.Max(Math.Abs(low), Math.Abs(high)) * Spacing * (1L << Math.Min(2 * repeated, 40));
        return part is >= 0 and <= 1 && !double.IsInfinity(surplus) && low + margin < high - margin
            ? Math.Min(Math.Max(low + (part * (high - low)), low + margin), high - margin)
            : middle;
    }

    private static bool TryHalve(double low, double high, out double middle)
    {
        middle = low + ((high - low) / 2);
        return low < middle && middle < high;
    }

    /// <summary>Finite ends between which the boundary lies; false if it lies at <paramref name="high"/>, an end at infinity.</summary>
    private static bool TryBracket(Func<double, bool> property, double from, double to, out double low, out double high)
    {
        (low, high) = (from, to);
        if (double.IsPositiveInfinity(high))
        {
            high = double.IsInfinity(low) ? 1 : low + Math.Max(1, Math.Abs(low));
            while (!property(high))
            {
                low = high;
                high += Math.Max(1, Math.Abs(high));
                if (double.IsPositiveInfinity(high))
                {
                    return false;
                }
            }
        }

        if (double.IsNegativeInfinity(low))
        {
            low = high - Math.Max(1, Math.Abs(high));
            while (property(low))
            {
                high = low;
                low -= Math.Max(1, Math.Abs(low));
                if (double.IsNegativeInfinity(low))
                {
                    high = low;
                    return false;
                }
            }
        }

        return true;
    }
}
