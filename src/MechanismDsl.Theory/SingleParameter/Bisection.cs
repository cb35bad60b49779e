namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// Inverses of monotone functions by bisection down to neighbouring doubles. Slower than Brent's method and used because it needs nothing but
/// monotonicity: virtual values have jumps, kinks and infinite ends, and the last bits of a threshold must not depend on a tolerance.
/// </summary>
internal static class Bisection
{
    /// <summary>
    /// The boundary in [from, to] between types for which a monotone property is false and those for which it is true, taken on the true
    /// side. The property is not evaluated at the ends: the result is <paramref name="to"/> if it holds nowhere before. Ends may be infinite.
    /// </summary>
    public static double FirstTrue(Func<double, bool> property, double from, double to)
    {
        var low = from;
        var high = to;
        if (double.IsPositiveInfinity(high))
        {
            high = double.IsInfinity(low) ? 1 : low + Math.Max(1, Math.Abs(low));
            while (!property(high))
            {
                low = high;
                high += Math.Max(1, Math.Abs(high));
                if (double.IsPositiveInfinity(high))
                {
                    return to;
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
                    return from;
                }
            }
        }

        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (!(low < middle && middle < high))
            {
                return high;
            }

            if (property(middle))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }
    }
}
