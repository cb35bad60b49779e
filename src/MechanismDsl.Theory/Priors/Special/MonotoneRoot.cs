namespace MechanismDsl.Theory.Priors.Special;

/// <summary>Value and derivative of a function at a point.</summary>
internal readonly record struct Jet(double Value, double Slope);

/// <summary>The root of a non-decreasing function with a known derivative.</summary>
internal static class MonotoneRoot
{
    /// <summary>Enough to bisect the whole range of doubles twice.</summary>
    private const int MaximumSteps = 256;

    /// <summary>
    /// inf{x in [low, high] : f(x) ≥ 0} to the last place or two, given f(high) ≥ 0: Newton's method kept inside the bracket, with
    /// bisection where a step leaves it, is not defined (a flat stretch), or shrinks too slowly.
    /// </summary>
    public static double Find(Func<double, Jet> function, double low, double high, double start)
    {
        var x = start > low && start < high ? start : Middle(low, high);
        var slow = 0;
        for (var step = 0; step < MaximumSteps && low < high; step++)
        {
            var before = high - low;
            var (value, slope) = function(x);
            if (value >= 0)
            {
                high = x;
            }
            else
            {
                low = x;
            }

            var next = x - (value / slope);
            if (!(next >= low && next <= high))
            {
                next = Middle(low, high);
            }
            else if (Math.Abs(next - x) <= Ulp(x))
            {
                return next;
            }

            slow = high - low > before / 2 ? slow + 1 : 0;
            if (slow >= 4 || next <= low || next >= high)
            {
                next = Middle(low, high);
                slow = 0;
            }

            if (next <= low || next >= high)
            {
                break;
            }

            x = next;
        }

        return high;
    }

    /// <summary>The distance from |x| to the next double, roughly.</summary>
    private static double Ulp(double x) => Math.Abs(x) * 2.220446049250313e-16;

    /// <summary>Arithmetic mean, or the geometric one where the ends differ by orders of magnitude.</summary>
    private static double Middle(double low, double high)
    {
        if (low > 0 && high / low > 4)
        {
            return Math.Sqrt(low) * Math.Sqrt(high);
        }

        if (high < 0 && low / high > 4)
        {
            return -Math.Sqrt(-low) * Math.Sqrt(-high);
        }

        return low + ((high - low) / 2);
    }
}
