using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Real.Derivatives;

/// <summary>The slopes of the functions of the C library on a range of their arguments, as far as they are defined there; an end without bound is infinite.</summary>
internal static class ElementarySlopes
{
    /// <summary>1/ln 2 = 1.442695040888963407….</summary>
    private static readonly Interval _perDoubling = new(1.4426950408889634, DirectedRounding.Above(1.4426950408889634));

    /// <summary>1/ln 10 = 0.434294481903251827….</summary>
    private static readonly Interval _perTenfold = new(0.4342944819032518, DirectedRounding.Above(0.4342944819032518));

    private static readonly Interval _one = Interval.Of(1);

    /// <summary>The slopes; null for functions of another kind.</summary>
    public static Interval? Of(UnaryOperation operation, Interval argument)
    {
        var x = argument.Numbers;
        switch (operation)
        {
            case UnaryOperation.Sin:
                return Value(UnaryOperation.Cos, x);
            case UnaryOperation.Cos:
                return IntervalArithmetic.Negate(Value(UnaryOperation.Sin, x));
            case UnaryOperation.Sinh:
                return Value(UnaryOperation.Cosh, x);
            case UnaryOperation.Cosh:
                return Value(UnaryOperation.Sinh, x);
            case UnaryOperation.Log2 or UnaryOperation.Log10:
                var unit = operation == UnaryOperation.Log2 ? _perDoubling : _perTenfold;
                return Falling(x, 0, at => IntervalArithmetic.Divide(unit, at));
            case UnaryOperation.Acosh:
                return Falling(x, 1, at => IntervalArithmetic.Divide(_one, IntervalFunctions.Sqrt(IntervalArithmetic.Subtract(IntervalArithmetic.Square(at), _one))));
            case UnaryOperation.Asinh:
                return Falling(IntervalArithmetic.Abs(x), -1, at => IntervalArithmetic.Divide(_one, IntervalFunctions.Sqrt(IntervalArithmetic.Add(_one, IntervalArithmetic.Square(at)))));
            case UnaryOperation.Atanh:
                return Steepening(x, at => IntervalArithmetic.Divide(_one, IntervalArithmetic.Subtract(_one, IntervalArithmetic.Square(at))));
            case UnaryOperation.Asin:
                return Steepening(x, at => IntervalArithmetic.Divide(_one, IntervalFunctions.Sqrt(IntervalArithmetic.Subtract(_one, IntervalArithmetic.Square(at)))));
            case UnaryOperation.Acos:
                return IntervalArithmetic.Negate(Of(UnaryOperation.Asin, x)!.Value);
            default:
                return null;
        }
    }

    /// <summary>Whether a function grows by a factor 1/(x ln b): a logarithm whose base b is not e.</summary>
    public static Interval? PerLogarithm(UnaryOperation operation) => operation switch
    {
        UnaryOperation.Log2 => _perDoubling,
        UnaryOperation.Log10 => _perTenfold,
        _ => null,
    };

    private static Interval Value(UnaryOperation operation, Interval x) => IntervalFunctions.Elementary(operation, x).Numbers;

    // A positive slope that falls as the argument rises, and is infinite at the beginning of the domain.
    private static Interval Falling(Interval x, double from, Func<Interval, Interval> slope)
    {
        var low = x.High > from && !double.IsInfinity(x.High) ? slope(Interval.Of(x.High)).Low : 0;
        return new(Math.Max(0, low), x.Low > from ? slope(Interval.Of(x.Low)).High : double.PositiveInfinity);
    }

    // A slope of at least 1 that rises with the size of the argument, and is infinite at −1 and 1.
    private static Interval Steepening(Interval x, Func<Interval, Interval> slope)
    {
        var size = IntervalArithmetic.Abs(x);
        return new(
            size.Low < 1 ? Math.Max(1, slope(Interval.Of(size.Low)).Low) : 1,
            size.High < 1 ? slope(Interval.Of(size.High)).High : double.PositiveInfinity);
    }
}
