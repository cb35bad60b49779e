using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>
/// What the functions of <see cref="ElementaryFunctions"/> make of a range: both the values in real numbers and those that the C library returns, whose
/// error is taken to be below eight units in the last place (glibc, the Windows runtime and musl document at most two). At the arguments where the value is
/// a whole number, and within the limits of their values, libraries do not err.
/// </summary>
internal static class ElementaryRanges
{
    private const int Error = 16;

    // Sines of large arguments are nothing that a rule computes; beyond this one every value is thought possible.
    private const double LargestAngle = 1e6;

    // A turning point that is nearer than this counts as inside; the multiples of π that are compared have an error below 10⁻⁹.
    private const double Near = 1e-8;

    // Short of the poles of the tangent at ±π/2, where the last digits of π decide.
    private const double BeforePole = 1.57;

    // Next to a multiple of π a library with a short π loses digits.
    private const double AngleError = 1e-15;

    /// <summary>The range of a function's values; null for operations of another kind.</summary>
    public static ValueRange? Of(UnaryOperation operation, ValueRange a)
    {
        switch (operation)
        {
            case UnaryOperation.Log2 or UnaryOperation.Log10:
                return Rising(operation, a, 0, double.PositiveInfinity, 1);
            case UnaryOperation.Acosh:
                return Rising(operation, a, 1, double.PositiveInfinity, 1);
            case UnaryOperation.Atanh or UnaryOperation.Asin:
                return Rising(operation, a, -1, 1, 0);
            case UnaryOperation.Sinh or UnaryOperation.Asinh or UnaryOperation.Atan:
                return Rising(operation, a, double.NegativeInfinity, double.PositiveInfinity, 0);
            case UnaryOperation.Tanh:
                return Rising(operation, a, double.NegativeInfinity, double.PositiveInfinity, 0).Within(-1, 1);
            case UnaryOperation.Acos:
                // arccos x falls: it is the value of a rising function of −x.
                return a.High < -1 || a.Low > 1 ? ValueRange.Anything : new ValueRange(
                    a.High >= 1 ? 0 : Down(Math.Acos(Math.Max(-1, a.High))),
                    a.Low >= 1 ? 0 : Up(Math.Acos(Math.Max(-1, a.Low))),
                    a.MayBeNaN || a.Low < -1 || a.High > 1);
            case UnaryOperation.Cosh:
                var (least, most) = (a.Low > 0 ? a.Low : a.High < 0 ? -a.High : 0, Math.Max(-a.Low, a.High));
                return new ValueRange(least == 0 ? 1 : Math.Max(1, Down(Math.Cosh(least))), most == 0 ? 1 : Up(Math.Cosh(most)), a.MayBeNaN);
            case UnaryOperation.Sin:
                return Wave(a, Math.Sin, ElementaryFunctions.HalfPi, 0);
            case UnaryOperation.Cos:
                return Wave(a, Math.Cos, 0, 1);
            case UnaryOperation.Tan:
                // Only between the poles around zero.
                return a.Low >= -BeforePole && a.High <= BeforePole
                    ? Rising(operation, a, -BeforePole, BeforePole, 0)
                    : ValueRange.Anything;
            default:
                return null;
        }
    }

    // A function that rises from one end of its domain to the other and has the value 0 at a root.
    private static ValueRange Rising(UnaryOperation operation, ValueRange a, double from, double to, double root)
    {
        if (a.High < from || a.Low > to)
        {
            return ValueRange.Anything;
        }

        var function = ElementaryFunctions.Of(operation)!;
        double first = Math.Max(a.Low, from), last = Math.Min(a.High, to);
        var low = first == root ? 0 : Down(function(first));
        var high = last == root ? 0 : Up(function(last));
        return new ValueRange(first >= root ? Math.Max(0, low) : low, last <= root ? Math.Min(0, high) : high, a.MayBeNaN || a.Low < from || a.High > to);
    }

    // The sine or cosine: the values at the ends, and 1 or −1 if a peak or a trough lies between them.
    private static ValueRange Wave(ValueRange a, Func<double, double> function, double peak, double atZero)
    {
        if (a.HasInfinity)
        {
            return new ValueRange(-1, 1, MayBeNaN: true);
        }

        if (!(a.High - a.Low < 6) || a.Low < -LargestAngle || a.High > LargestAngle)
        {
            return new ValueRange(-1, 1, a.MayBeNaN);
        }

        var (lowFirst, highFirst) = At(a.Low);
        var (lowLast, highLast) = At(a.High);
        return new ValueRange(
            HasTurn(a, peak + Math.PI) ? -1 : Math.Min(lowFirst, lowLast),
            HasTurn(a, peak) ? 1 : Math.Max(highFirst, highLast),
            a.MayBeNaN);

        (double Low, double High) At(double angle)
        {
            if (angle == 0)
            {
                return (atZero, atZero);
            }

            var value = function(angle);
            var error = Math.Abs(angle) <= 1.5 ? 0 : AngleError;
            return (Math.Max(-1, Ulp.Down(value - error, Error)), Math.Min(1, Ulp.Up(value + error, Error)));
        }
    }

    // Whether turn + 2πk lies in the range for a whole k.
    private static bool HasTurn(ValueRange a, double turn)
    {
        var count = Math.Floor((a.Low - turn) / (2 * Math.PI));
        for (var k = count - 1; k <= count + 2; k++)
        {
            var angle = turn + (2 * Math.PI * k);
            if (a.Low - Near <= angle && angle <= a.High + Near)
            {
                return true;
            }
        }

        return false;
    }

    // What overflows is finite in real numbers.
    private static double Down(double value) =>
        double.IsNaN(value) ? double.NegativeInfinity : double.IsPositiveInfinity(value) ? double.MaxValue : Ulp.Down(value, Error);

    private static double Up(double value) =>
        double.IsNaN(value) ? double.PositiveInfinity : double.IsNegativeInfinity(value) ? -double.MaxValue : Ulp.Up(value, Error);
}
