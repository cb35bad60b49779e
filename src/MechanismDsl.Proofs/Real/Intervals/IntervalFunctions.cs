using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;
using static MechanismDsl.Proofs.Real.Intervals.DirectedRounding;

namespace MechanismDsl.Proofs.Real.Intervals;

/// <summary>Functions of <see cref="Math"/>: square root exactly rounded, and the others, which come from the C library, within four units in the last place.</summary>
internal static class IntervalFunctions
{
    /// <summary>Maximum error assumed of exp, log, pow and cbrt; glibc and the Windows runtime document at most two units.</summary>
    private const int LibraryUlps = 4;

    /// <summary>√x; NaN below zero.</summary>
    public static Interval Sqrt(Interval value) => value.High < 0
        ? Interval.Everything
        : new(SqrtDown(Math.Max(0, value.Low)), SqrtUp(value.High), value.MayBeNaN || value.Low < 0);

    /// <summary>eˣ, exactly 1 at 0.</summary>
    public static Interval Exp(Interval value) => new(ExpDown(value.Low), ExpUp(value.High), value.MayBeNaN);

    /// <summary>The natural logarithm, exactly 0 at 1; −∞ at zero, NaN below.</summary>
    public static Interval Log(Interval value)
    {
        if (value.High < 0)
        {
            return Interval.Everything;
        }

        var low = value.Low <= 0 ? double.NegativeInfinity : value.Low == 1 ? 0 : Below(Math.Log(value.Low), LibraryUlps);
        var high = value.High == 0 ? double.NegativeInfinity : value.High == 1 ? 0 : Above(Math.Log(value.High), LibraryUlps);
        return new(low, high, value.MayBeNaN || value.Low < 0);
    }

    /// <summary>The cube root.</summary>
    public static Interval Cbrt(Interval value) => new(-CbrtUp(-value.Low), CbrtUp(value.High), value.MayBeNaN);

    /// <summary>A function of <see cref="ElementaryFunctions"/>.</summary>
    public static Interval Elementary(UnaryOperation operation, Interval value)
    {
        var range = ElementaryRanges.Of(operation, new ValueRange(value.Low, value.High, value.MayBeNaN)) ?? throw new ArgumentOutOfRangeException(nameof(operation));
        return new(range.Low, range.High, range.MayBeNaN);
    }

    /// <summary>Sign: −1, 0 or 1.</summary>
    public static Interval Sign(Interval value) => new(Math.Sign(value.Low), Math.Sign(value.High), value.MayBeNaN);

    /// <summary>A nondecreasing function whose values are computed without error, such as rounding to whole numbers.</summary>
    public static Interval Monotone(Interval value, Func<double, double> function) => new(function(value.Low), function(value.High), value.MayBeNaN);

    /// <summary>x to the power y.</summary>
    public static Interval Power(Interval value, Interval exponent)
    {
        var nan = value.MayBeNaN || exponent.MayBeNaN;
        if (exponent.Low == 0 && exponent.High == 0)
        {
            return new(1, 1, nan);
        }

        if (exponent.Low == 1 && exponent.High == 1)
        {
            return value.OrNaN(nan);
        }

        var isWhole = exponent.Low == exponent.High && Math.Floor(exponent.Low) == exponent.Low && Math.Abs(exponent.Low) < 9007199254740992;
        var isOdd = isWhole && exponent.Low % 2 != 0;
        if (value.Low < 0)
        {
            return isWhole ? WholePower(value, exponent.Low, isOdd).OrNaN(nan) : new(double.NegativeInfinity, double.PositiveInfinity, mayBeNaN: true);
        }

        // At zero a negative power is infinite, of either sign if the zero is −0.0 and the exponent odd.
        if (value.Low == 0 && exponent.Low < 0 && (isOdd || exponent.Low < exponent.High))
        {
            return new(double.NegativeInfinity, double.PositiveInfinity, nan);
        }

        return Corners(value, exponent).OrNaN(nan);
    }

    // A power of a base that can be negative: odd powers rise or, if negative, fall on each side of zero; even ones depend on |x|.
    private static Interval WholePower(Interval value, double exponent, bool isOdd)
    {
        if (exponent < 0 && value.High >= 0)
        {
            return isOdd ? Interval.Line : new(0, double.PositiveInfinity);
        }

        var whole = Interval.Of(exponent);
        if (!isOdd)
        {
            return Corners(IntervalArithmetic.Abs(value.Numbers), whole);
        }

        var negative = IntervalArithmetic.Negate(Corners(new(Math.Max(0, -value.High), -value.Low), whole));
        return value.High <= 0 ? negative : negative.Join(Corners(new(0, value.High), whole));
    }

    // For a non-negative base the power is monotone in each argument while the other is fixed, so its extremes are at the corners.
    private static Interval Corners(Interval value, Interval exponent)
    {
        var low = double.PositiveInfinity;
        var high = 0.0;
        foreach (var x in new[] { value.Low, value.High })
        {
            foreach (var y in new[] { exponent.Low, exponent.High })
            {
                var power = Math.Pow(x, y);
                var isExact = x == 1 || y == 0 || y == 1 || (x == 0 && y != 0);
                low = Math.Min(low, isExact ? power : Math.Max(0, PowerDown(power)));
                high = Math.Max(high, isExact ? power : Above(power, LibraryUlps));
            }
        }

        return new(low, high);
    }

    private static double PowerDown(double power) => double.IsPositiveInfinity(power) ? double.MaxValue : Below(power, LibraryUlps);

    private static double ExpDown(double value) => value == 0 ? 1
        : double.IsPositiveInfinity(value) ? value
        : Math.Max(0, PowerDown(Math.Exp(value)));

    private static double ExpUp(double value) => value == 0 ? 1 : double.IsNegativeInfinity(value) ? 0 : Above(Math.Exp(value), LibraryUlps);

    private static double CbrtUp(double value)
    {
        if (value == 0 || double.IsInfinity(value))
        {
            return value;
        }

        var root = Math.Pow(Math.Abs(value), 1.0 / 3);

        // The exponent 1/3 is rounded; two steps of Newton's method for r³ = |x| leave less than two units in the last place.
        var magnitude = Math.Abs(value);
        root -= (root - (magnitude / (root * root))) / 3;
        root -= (root - (magnitude / (root * root))) / 3;
        return value > 0 ? Above(root, LibraryUlps + 2) : -Below(root, LibraryUlps + 2);
    }
}
