using System.Numerics;
using Fractions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>
/// Computes operations on constants in both readings: to the bit as C# does, and exactly in rational numbers. Where an operation has no
/// rational value, fails, or its two readings would fall on different sides of a jump, it is not folded.
/// </summary>
internal static class Folding
{
    private static readonly Fraction _largestDecimal = Fraction.FromDecimal(decimal.MaxValue);

    /// <summary>The constant that an operation yields, or null.</summary>
    public static Term? Unary(TermPool pool, UnaryOperation operation, Term.Constant operand)
    {
        var kind = operand.Kind;
        if (operand.Exact is not { } exact)
        {
            return operation == UnaryOperation.Negate && kind == ScalarKind.Double ? pool.Constant(Scalar.Of(-operand.Value.AsDouble), null) : null;
        }

        switch (operation)
        {
            case UnaryOperation.Negate:
                return Fold(pool, kind, kind == ScalarKind.Double ? -operand.Value.AsDouble : 0, exact.Negate());
            case UnaryOperation.Abs:
                return Fold(pool, kind, kind == ScalarKind.Double ? Math.Abs(operand.Value.AsDouble) : 0, exact.Abs());
            case UnaryOperation.Sign:
                var sign = exact.IsZero ? 0 : exact.IsNegative ? -1 : 1;
                return Math.Sign(operand.Value.ToNumber()) == sign ? pool.Constant(Scalar.Of(sign)) : null;
            case UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate:
                var whole = Whole(operation, exact);
                var program = kind == ScalarKind.Double ? Whole(operation, operand.Value.AsDouble) : 0;
                return kind != ScalarKind.Double || program == (double)whole ? Fold(pool, kind, program, new Fraction(whole)) : null;
            case UnaryOperation.Single:
                // The nearest float is a rational number; both readings have the same one unless it lies next to a half.
                var single = (float)operand.Value.AsDouble;
                return !float.IsInfinity(single) && single == (float)exact.ToDouble() ? pool.Constant(Scalar.Of((double)single), ExactReading.Of(Scalar.Of((double)single))) : null;
            default:
                return null;
        }
    }

    /// <summary>The constant that an operation yields, or null.</summary>
    public static Term? Binary(TermPool pool, BinaryOperation operation, Term.Constant left, Term.Constant right)
    {
        var kind = left.Kind;
        if (kind is ScalarKind.Int32 or ScalarKind.Int64)
        {
            return Integers(kind, operation, left.Value.AsInteger, right.Value.AsInteger) is { } value ? pool.Constant(value) : null;
        }

        var program = kind == ScalarKind.Double ? Doubles(operation, left.Value.AsDouble, right.Value.AsDouble) : 0;
        if (double.IsNaN(program))
        {
            return null;
        }

        if (left.Exact is not { } a || right.Exact is not { } b)
        {
            return kind == ScalarKind.Double && double.IsInfinity(program) ? pool.Constant(Scalar.Of(program), null) : null;
        }

        return operation switch
        {
            BinaryOperation.Add => Fold(pool, kind, program, a.Add(b)),
            BinaryOperation.Subtract => Fold(pool, kind, program, a.Subtract(b)),
            BinaryOperation.Multiply => Fold(pool, kind, program, a.Multiply(b)),
            BinaryOperation.Divide when !b.IsZero => Fold(pool, kind, program, a.Divide(b)),
            _ when operation.IsRounding() && b >= Fraction.Zero && b <= new Fraction(28) && Power(b) is var units => Fold(pool, kind, 0, new Fraction(Whole(operation, a.Multiply(units))).Divide(units)),
            BinaryOperation.Min => Fold(pool, kind, program, a.CompareTo(b) <= 0 ? a : b),
            BinaryOperation.Max => Fold(pool, kind, program, a.CompareTo(b) >= 0 ? a : b),
            _ => null,
        };
    }

    /// <summary>The constant that a conversion yields, or null.</summary>
    public static Term? Convert(TermPool pool, ScalarKind to, Term.Constant operand)
    {
        if (operand.Exact is not { } exact)
        {
            return null;
        }

        if (to is ScalarKind.Int32 or ScalarKind.Int64)
        {
            var whole = Whole(UnaryOperation.Truncate, exact);
            var (low, high) = to == ScalarKind.Int32 ? ((BigInteger)int.MinValue, (BigInteger)int.MaxValue) : (long.MinValue, long.MaxValue);
            var jumps = operand.Kind == ScalarKind.Double && Math.Truncate(operand.Value.AsDouble) != (double)whole;
            return whole < low || whole > high || jumps ? null : Fold(pool, to, 0, new Fraction(whole));
        }

        return to == ScalarKind.Double ? pool.Constant(Scalar.Of(ToDouble(operand.Value)), exact)
            : to == ScalarKind.Decimal && operand.Kind != ScalarKind.Double ? Fold(pool, to, 0, exact)
            : null;
    }

    /// <summary>An integer operation with the wrapping of C#'s unchecked context; null for a division by zero and for what integers do not have.</summary>
    public static Scalar? Integers(ScalarKind kind, BinaryOperation operation, long a, long b)
    {
        BigInteger? value = operation switch
        {
            BinaryOperation.Add => (BigInteger)a + b,
            BinaryOperation.Subtract => (BigInteger)a - b,
            BinaryOperation.Multiply => (BigInteger)a * b,
            BinaryOperation.Divide when b != 0 => (BigInteger)a / b,
            BinaryOperation.Remainder when b != 0 => (BigInteger)a % b,
            BinaryOperation.Min => Math.Min(a, b),
            BinaryOperation.Max => Math.Max(a, b),
            BinaryOperation.And => a & b,
            BinaryOperation.Or => a | b,
            BinaryOperation.Xor => a ^ b,
            _ => null,
        };

        return value is { } exact ? Wrap(kind, exact) : null;
    }

    private static Fraction Power(Fraction digits) => new(BigInteger.Pow(10, (int)(digits.Numerator / digits.Denominator)));

    private static Scalar Wrap(ScalarKind kind, BigInteger value)
    {
        var modulus = BigInteger.One << (kind == ScalarKind.Int32 ? 32 : 64);
        var rest = BigInteger.Remainder(value, modulus);
        rest = rest < 0 ? rest + modulus : rest;
        rest = rest >= modulus / 2 ? rest - modulus : rest;
        return kind == ScalarKind.Int32 ? Scalar.Of((int)rest) : Scalar.Of((long)rest);
    }

    private static double Doubles(BinaryOperation operation, double a, double b) => operation switch
    {
        BinaryOperation.Add => a + b,
        BinaryOperation.Subtract => a - b,
        BinaryOperation.Multiply => a * b,
        BinaryOperation.Divide => a / b,
        BinaryOperation.Min => Math.Min(a, b),
        BinaryOperation.Max => Math.Max(a, b),
        _ => double.NaN,
    };

    // Decimals and integers are folded from the exact value, if they hold it; doubles keep both readings.
    private static Term? Fold(TermPool pool, ScalarKind kind, double program, Fraction exact)
    {
        switch (kind)
        {
            case ScalarKind.Double:
                return pool.Constant(Scalar.Of(program), double.IsInfinity(program) ? null : exact);
            case ScalarKind.Int32:
                return pool.Constant(Wrap(kind, exact.Numerator));
            case ScalarKind.Int64:
                return pool.Constant(Wrap(kind, exact.Numerator));
            case ScalarKind.Decimal:
                if (exact.Abs() > _largestDecimal)
                {
                    return null;
                }

                var value = exact.ToDecimal();
                return Fraction.FromDecimal(value) == exact ? pool.Constant(Scalar.Of(value)) : null;
            default:
                return null;
        }
    }

    private static BigInteger Whole(BinaryOperation operation, Fraction exact) => operation switch
    {
        BinaryOperation.RoundTo => Whole(UnaryOperation.Round, exact),
        BinaryOperation.TruncateTo => Whole(UnaryOperation.Truncate, exact),
        BinaryOperation.FloorTo => Whole(UnaryOperation.Floor, exact),
        BinaryOperation.CeilingTo => Whole(UnaryOperation.Ceiling, exact),
        _ => exact.IsNegative ? -Whole(UnaryOperation.Floor, exact.Negate().Add(new Fraction(1, 2))) : Whole(UnaryOperation.Floor, exact.Add(new Fraction(1, 2))),
    };

    private static BigInteger Whole(UnaryOperation operation, Fraction exact)
    {
        var floor = BigInteger.Divide(exact.Numerator - BigInteger.Remainder(BigInteger.Remainder(exact.Numerator, exact.Denominator) + exact.Denominator, exact.Denominator), exact.Denominator);
        if (new Fraction(floor) == exact)
        {
            return floor;
        }

        switch (operation)
        {
            case UnaryOperation.Floor:
                return floor;
            case UnaryOperation.Ceiling:
                return floor + 1;
            case UnaryOperation.Truncate:
                return exact.IsNegative ? floor + 1 : floor;
            default:
                var side = exact.Subtract(new Fraction(floor)).CompareTo(new Fraction(1, 2));
                return side < 0 ? floor : side > 0 ? floor + 1 : floor.IsEven ? floor : floor + 1;
        }
    }

    private static double Whole(UnaryOperation operation, double value) => operation switch
    {
        UnaryOperation.Floor => Math.Floor(value),
        UnaryOperation.Ceiling => Math.Ceiling(value),
        UnaryOperation.Truncate => Math.Truncate(value),
        _ => Math.Round(value),
    };

    private static double ToDouble(Scalar value) => value.Kind == ScalarKind.Decimal ? (double)value.AsDecimal : value.AsInteger;
}
