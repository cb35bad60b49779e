using static MechanismDsl.Proofs.Real.Intervals.DirectedRounding;

namespace MechanismDsl.Proofs.Real.Intervals;

/// <summary>The four operations, the remainder, and what is exact: negation, absolute value, minimum, maximum, rounding to whole numbers.</summary>
internal static class IntervalArithmetic
{
    /// <summary>−x.</summary>
    public static Interval Negate(Interval value) => new(-value.High, -value.Low, value.MayBeNaN);

    /// <summary>x + y.</summary>
    public static Interval Add(Interval left, Interval right)
    {
        var opposite = (double.IsPositiveInfinity(left.High) && double.IsNegativeInfinity(right.Low))
            || (double.IsNegativeInfinity(left.Low) && double.IsPositiveInfinity(right.High));
        var low = double.IsNegativeInfinity(left.Low) || double.IsNegativeInfinity(right.Low) ? double.NegativeInfinity : AddDown(left.Low, right.Low);
        var high = double.IsPositiveInfinity(left.High) || double.IsPositiveInfinity(right.High) ? double.PositiveInfinity : AddUp(left.High, right.High);
        return new(low, high, left.MayBeNaN || right.MayBeNaN || opposite);
    }

    /// <summary>x − y.</summary>
    public static Interval Subtract(Interval left, Interval right) => Add(left, Negate(right));

    /// <summary>x · y.</summary>
    public static Interval Multiply(Interval left, Interval right)
    {
        var undefined = (HasZero(left) && HasInfinity(right)) || (HasInfinity(left) && HasZero(right));
        var low = Math.Min(
            Math.Min(MultiplyDown(left.Low, right.Low), MultiplyDown(left.Low, right.High)),
            Math.Min(MultiplyDown(left.High, right.Low), MultiplyDown(left.High, right.High)));
        var high = Math.Max(
            Math.Max(MultiplyUp(left.Low, right.Low), MultiplyUp(left.Low, right.High)),
            Math.Max(MultiplyUp(left.High, right.Low), MultiplyUp(left.High, right.High)));
        return new(low, high, left.MayBeNaN || right.MayBeNaN || undefined);
    }

    /// <summary>x², which is never negative.</summary>
    public static Interval Square(Interval value)
    {
        var magnitude = Abs(value);
        return new(MultiplyDown(magnitude.Low, magnitude.Low), MultiplyUp(magnitude.High, magnitude.High), value.MayBeNaN);
    }

    /// <summary>x / y; every number if y can be zero, whose sign decides the infinity.</summary>
    public static Interval Divide(Interval left, Interval right)
    {
        var nan = left.MayBeNaN || right.MayBeNaN || (HasInfinity(left) && HasInfinity(right));
        if (HasZero(right))
        {
            return new(double.NegativeInfinity, double.PositiveInfinity, nan || HasZero(left));
        }

        var low = Math.Min(
            Math.Min(DivideDown(left.Low, right.Low), DivideDown(left.Low, right.High)),
            Math.Min(DivideDown(left.High, right.Low), DivideDown(left.High, right.High)));
        var high = Math.Max(
            Math.Max(DivideUp(left.Low, right.Low), DivideUp(left.Low, right.High)),
            Math.Max(DivideUp(left.High, right.Low), DivideUp(left.High, right.High)));
        return new(low, high, nan);
    }

    /// <summary>x % y with the sign of x, as in C#; exact for doubles, so only the quotient's jumps matter.</summary>
    public static Interval Remainder(Interval left, Interval right)
    {
        var nan = left.MayBeNaN || right.MayBeNaN || HasZero(right) || HasInfinity(left);
        var divisor = Abs(right);
        if (Abs(left).High < divisor.Low)
        {
            return left.OrNaN(nan);
        }

        // Within one step of the quotient the remainder rises with x. C#'s remainder of doubles has no rounding error.
        if (right.Low == right.High && left.IsFinite && divisor.Low > 0)
        {
            var first = left.Low % right.Low;
            var last = left.High % right.Low;
            if (left.High - left.Low < divisor.Low / 2 && first <= last && (left.Low >= 0 || left.High <= 0))
            {
                return new(first, last, nan);
            }
        }

        var bound = Math.Min(Abs(left).High, divisor.High);
        return new(left.Low < 0 ? -bound : 0, left.High > 0 ? bound : 0, nan);
    }

    /// <summary>|x|.</summary>
    public static Interval Abs(Interval value) => value.Low >= 0 ? value
        : value.High <= 0 ? Negate(value)
        : new(0, Math.Max(-value.Low, value.High), value.MayBeNaN);

    /// <summary>min(x, y).</summary>
    public static Interval Min(Interval left, Interval right) =>
        new(Math.Min(left.Low, right.Low), Math.Min(left.High, right.High), left.MayBeNaN || right.MayBeNaN);

    /// <summary>max(x, y).</summary>
    public static Interval Max(Interval left, Interval right) =>
        new(Math.Max(left.Low, right.Low), Math.Max(left.High, right.High), left.MayBeNaN || right.MayBeNaN);

    /// <summary>Whether zero lies in it.</summary>
    public static bool HasZero(Interval value) => value.Low <= 0 && value.High >= 0;

    private static bool HasInfinity(Interval value) => double.IsInfinity(value.Low) || double.IsInfinity(value.High);
}
