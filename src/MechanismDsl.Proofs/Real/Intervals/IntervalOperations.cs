using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Intervals;

/// <summary>
/// What the operations of a rule do to intervals, for every kind of number. Booleans are 0 and 1. An operation that fails for some operands has
/// no value there; the interval encloses the others.
/// </summary>
internal static class IntervalOperations
{
    // Decimals have at most 28 digits after the point; below 10⁻²⁸ the error of an operation is absolute.
    private const double DecimalUnit = 1e-28;

    // 2⁶³ − 1 is no double; 2⁶³ is one, and an overflow.
    private const double LargestInt64 = 9223372036854774784;

    /// <summary>The values that a kind can hold.</summary>
    public static Interval RangeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => new(0, 1),
        ScalarKind.Int32 => new(int.MinValue, int.MaxValue),
        ScalarKind.Int64 => new(long.MinValue, long.MaxValue),
        ScalarKind.Decimal => new((double)decimal.MinValue, (double)decimal.MaxValue),
        _ => Interval.Everything,
    };

    /// <summary>A constant.</summary>
    /// <param name="value">The constant.</param>
    /// <param name="asWritten">True to enclose, besides the double that the program computes with, the decimal that its source shows.</param>
    public static Interval Of(Scalar value, bool asWritten) => value.Kind switch
    {
        ScalarKind.Decimal => Rationals.Enclose(Rationals.OfDecimal(value.AsDecimal)),
        ScalarKind.Int64 => Widen(Interval.Of(value.AsInteger), 0),
        ScalarKind.Double when asWritten => Interval.OfLiteral(value.AsDouble),
        _ => Interval.Of(value.ToNumber()),
    };

    /// <summary>The values of a unary operation on an operand of a kind.</summary>
    public static Interval Apply(UnaryOperation operation, ScalarKind kind, Interval operand)
    {
        var result = operation switch
        {
            UnaryOperation.Negate => IntervalArithmetic.Negate(operand),
            UnaryOperation.Not => new(1 - operand.High, 1 - operand.Low),
            UnaryOperation.Abs => IntervalArithmetic.Abs(operand),
            UnaryOperation.Sqrt => IntervalFunctions.Sqrt(operand),
            UnaryOperation.Exp => IntervalFunctions.Exp(operand),
            UnaryOperation.Log => IntervalFunctions.Log(operand),
            UnaryOperation.Cbrt => IntervalFunctions.Cbrt(operand),
            UnaryOperation.Floor => IntervalFunctions.Monotone(operand, Math.Floor),
            UnaryOperation.Ceiling => IntervalFunctions.Monotone(operand, Math.Ceiling),
            UnaryOperation.Round => IntervalFunctions.Monotone(operand, Math.Round),
            UnaryOperation.Truncate => IntervalFunctions.Monotone(operand, Math.Truncate),
            UnaryOperation.Single => IntervalFunctions.Monotone(operand, value => (float)value),
            UnaryOperation.Sign => IntervalFunctions.Sign(operand).Numbers,
            _ => IntervalFunctions.Elementary(operation, operand),
        };
        return operation == UnaryOperation.Sign ? result : Fit(result, kind, isChecked: operation == UnaryOperation.Abs);
    }

    /// <summary>The values of a binary operation on operands of a kind; of a comparison, of booleans.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">The kind of the operands.</param>
    /// <param name="isChecked">Whether overflow of integers fails instead of wrapping round.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    public static Interval Apply(BinaryOperation operation, ScalarKind kind, bool isChecked, Interval left, Interval right) => operation switch
    {
        BinaryOperation.Less => Truth(left.High < right.Low, left.Low >= right.High, left, right),
        BinaryOperation.LessOrEqual => Truth(left.High <= right.Low, left.Low > right.High, left, right),
        BinaryOperation.Equal => Truth(left.Low == right.High && left.High == right.Low, left.High < right.Low || right.High < left.Low, left, right),
        BinaryOperation.NotEqual => Apply(UnaryOperation.Not, ScalarKind.Boolean, Apply(BinaryOperation.Equal, kind, isChecked, left, right)),
        BinaryOperation.And or BinaryOperation.Or or BinaryOperation.Xor => kind == ScalarKind.Boolean ? Logical(operation, left, right) : Bitwise(operation, kind, left, right),
        _ => Fit(Arithmetic(operation, kind, left, right), kind, isChecked),
    };

    /// <summary>
    /// The values of an operation before they are brought into their kind: what has to be known of them to say that nothing overflows, and so nothing that
    /// takes for granted that nothing does.
    /// </summary>
    public static Interval BeforeOverflow(BinaryOperation operation, ScalarKind kind, Interval left, Interval right) =>
        operation is BinaryOperation.And or BinaryOperation.Or or BinaryOperation.Xor ? Bitwise(operation, kind, left, right)
        : BeforeOverflow(kind, Arithmetic(operation, kind, left, right));

    /// <summary>The same for a sign that is turned, or left out.</summary>
    public static Interval BeforeOverflow(UnaryOperation operation, ScalarKind kind, Interval operand) => operation switch
    {
        UnaryOperation.Negate => BeforeOverflow(kind, IntervalArithmetic.Negate(operand)),
        UnaryOperation.Abs => BeforeOverflow(kind, IntervalArithmetic.Abs(operand)),
        _ => Apply(operation, kind, operand),
    };

    private static Interval BeforeOverflow(ScalarKind kind, Interval value) => kind switch
    {
        ScalarKind.Decimal => Widen(value.Numbers, DecimalUnit),
        ScalarKind.Int32 or ScalarKind.Int64 => value.Numbers,
        _ => value,
    };

    /// <summary>The values of a conversion between kinds.</summary>
    public static Interval Convert(Interval operand, ScalarKind from, ScalarKind to, bool isChecked)
    {
        if (to is not (ScalarKind.Int32 or ScalarKind.Int64))
        {
            // long to double rounds to nearest, double to decimal to 15 digits, decimal to double to nearest.
            return (from, to) switch
            {
                (ScalarKind.Double, ScalarKind.Decimal) => Decimals(Widen(operand.Numbers, 1e-14)),
                (ScalarKind.Decimal or ScalarKind.Int64, ScalarKind.Double) when !operand.IsPoint => Widen(operand, 0),
                _ => operand,
            };
        }

        if (from is ScalarKind.Int32 or ScalarKind.Int64)
        {
            return Fit(operand, to, isChecked);
        }

        // Unchecked, a double saturates and NaN gives 0; checked, both fail. A decimal fails in any case.
        var range = RangeOf(to);
        var whole = IntervalFunctions.Monotone(operand.Numbers, Math.Truncate);
        var clamped = new Interval(Math.Min(Math.Max(whole.Low, range.Low), range.High), Math.Min(Math.Max(whole.High, range.Low), range.High));
        return operand.MayBeNaN && from == ScalarKind.Double && !isChecked ? clamped.Join(Interval.Of(0)) : clamped;
    }

    private static Interval Arithmetic(BinaryOperation operation, ScalarKind kind, Interval left, Interval right)
    {
        switch (operation)
        {
            case BinaryOperation.Add:
                return IntervalArithmetic.Add(left, right);
            case BinaryOperation.Subtract:
                return IntervalArithmetic.Subtract(left, right);
            case BinaryOperation.Multiply:
                return IntervalArithmetic.Multiply(left, right);
            case BinaryOperation.Min:
                return IntervalArithmetic.Min(left, right);
            case BinaryOperation.Max:
                return IntervalArithmetic.Max(left, right);
            case BinaryOperation.Pow:
                return IntervalFunctions.Power(left, right);
            case >= BinaryOperation.RoundTo and <= BinaryOperation.CeilingTo:
                var distance = operation is BinaryOperation.RoundTo or BinaryOperation.RoundAwayTo ? 0.5 : 1;
                var rounded = IntervalArithmetic.Add(left, new(-distance, distance));
                return left.Low >= 0 ? new(Math.Max(0, rounded.Low), rounded.High) : left.High <= 0 ? new(rounded.Low, Math.Min(0, rounded.High)) : rounded;
            case BinaryOperation.Remainder:
                var remainder = IntervalArithmetic.Remainder(left, right);
                return kind == ScalarKind.Double ? remainder : remainder.Numbers;
            case BinaryOperation.Divide when kind is ScalarKind.Int32 or ScalarKind.Int64:
                return WholeQuotient(left, right);
            case BinaryOperation.Divide:
                var quotient = IntervalArithmetic.Divide(left, right);
                return kind == ScalarKind.Double ? quotient : quotient.Numbers;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    // The quotient of integers, towards zero; by zero it fails, so a divisor is at least one in magnitude.
    private static Interval WholeQuotient(Interval left, Interval right)
    {
        if (!IntervalArithmetic.HasZero(right))
        {
            return IntervalFunctions.Monotone(IntervalArithmetic.Divide(left, right), Math.Truncate);
        }

        var magnitude = IntervalArithmetic.Abs(left).High;
        return new(left.Low >= 0 && right.Low >= 0 ? 0 : -magnitude, magnitude);
    }

    // Integers that leave their kind wrap round (or fail); decimals fail, and are rounded to 28 digits after the point at most.
    private static Interval Fit(Interval value, ScalarKind kind, bool isChecked)
    {
        switch (kind)
        {
            case ScalarKind.Decimal:
                return Decimals(value);
            case ScalarKind.Int32 or ScalarKind.Int64:
                var range = RangeOf(kind);
                return range.Low <= value.Low && value.High <= Math.Min(range.High, LargestInt64) ? value.Numbers
                    : isChecked && value.Meet(range) is { } inside ? inside.Numbers
                    : range;
            default:
                return value;
        }
    }

    private static Interval Decimals(Interval value) => Widen(value.Numbers, DecimalUnit).Meet(RangeOf(ScalarKind.Decimal)) ?? RangeOf(ScalarKind.Decimal);

    // One unit in the last place and an absolute or relative amount more; a point that is a whole number of moderate size is exact in every kind.
    private static Interval Widen(Interval value, double amount)
    {
        if (value.IsPoint && Math.Floor(value.Low) == value.Low && Math.Abs(value.Low) < 1e15)
        {
            return value;
        }

        var low = amount * Math.Max(1, Math.Abs(value.Low));
        var high = amount * Math.Max(1, Math.Abs(value.High));
        return new(DirectedRounding.Below(DirectedRounding.AddDown(value.Low, -low)), DirectedRounding.Above(DirectedRounding.AddUp(value.High, high)), value.MayBeNaN);
    }

    private static Interval Truth(bool always, bool never, Interval left, Interval right)
    {
        // Comparisons with NaN are false.
        var low = always && !left.MayBeNaN && !right.MayBeNaN ? 1 : 0;
        return new(low, never ? 0 : 1);
    }

    private static Interval Logical(BinaryOperation operation, Interval left, Interval right) => operation switch
    {
        BinaryOperation.And => IntervalArithmetic.Min(left, right),
        BinaryOperation.Or => IntervalArithmetic.Max(left, right),
        _ when left.IsPoint && right.IsPoint => Interval.Of(left.Low == right.Low ? 0 : 1),
        _ => new(0, 1),
    };

    private static Interval Bitwise(BinaryOperation operation, ScalarKind kind, Interval left, Interval right)
    {
        var range = BitwiseRule.Range(operation, kind, new ValueRange(left.Low, left.High), new ValueRange(right.Low, right.High));
        return new Interval(range.Low, range.High).Meet(RangeOf(kind)) ?? RangeOf(kind);
    }
}
