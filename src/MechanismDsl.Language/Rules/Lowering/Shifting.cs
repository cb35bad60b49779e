using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Shifts as arithmetic with powers of two, and the masks that only clear or set low bits: of those provers know that they are monotone, which of
/// bits they do not.
/// </summary>
internal sealed class Shifting(Emission emission, int site)
{
    /// <summary>
    /// A shift. As in C#, only the low five bits of the distance count, of a long the low six. To the left it multiplies by 2ᵈ and wraps round; to the
    /// right it divides by 2ᵈ and rounds towards −∞.
    /// </summary>
    public Expression Shift(BinaryOperatorKind kind, Expression value, Expression distance)
    {
        var bits = WidthOf(value.Kind) - 1;
        if (distance is Expression.Constant { Value.AsInteger: var number })
        {
            return Shift(kind, value, Power(value.Kind, (int)number & bits), LowBits(value.Kind, bits + 1 - ((int)number & bits)));
        }

        // Of a distance that is in range nothing is cut off, and nothing hides that a longer one shifts further.
        var held = emission.Hold(distance);
        var most = ArithmeticLowering.Constant(ScalarKind.Int32, bits, site);
        var low = new Expression.Binary(BinaryOperation.And, held, most, site: site);
        var upTo = new Expression.Conditional(new Expression.Binary(BinaryOperation.LessOrEqual, held, most, site: site), held, low, site);
        var index = emission.Hold(new Expression.Conditional(new Expression.Binary(BinaryOperation.Less, held, ArithmeticLowering.Constant(ScalarKind.Int32, 0, site), site: site), low, upTo, site));
        return Shift(
            kind,
            value,
            At(value.Kind, index, exponent => Power(value.Kind, exponent)),
            kind == BinaryOperatorKind.UnsignedRightShift ? At(value.Kind, index, exponent => LowBits(value.Kind, bits + 1 - exponent)) : LowBits(value.Kind, 0));
    }

    /// <summary>
    /// A bitwise operation with a constant that only touches low bits: <c>x &amp; ~7</c> is 8⌊x/8⌋ and <c>x | 7</c> is 8⌊x/8⌋ + 7; null for another one.
    /// </summary>
    public Expression? Mask(BinaryOperation operation, Expression left, Expression right)
    {
        var (value, mask) = right is Expression.Constant ? (left, right) : (right, left);
        if (mask is not Expression.Constant { Value.AsInteger: var bits } || value is Expression.Constant || operation is not (BinaryOperation.And or BinaryOperation.Or))
        {
            return null;
        }

        // ~7 clears what 7 sets.
        var low = operation == BinaryOperation.And ? ~bits : bits;
        if (low <= 0 || (low & (low + 1)) != 0 || low == MostOf(value.Kind))
        {
            return null;
        }

        var power = Number(value.Kind, low + 1);
        var floor = new Expression.Binary(BinaryOperation.Multiply, Floor(value, power), power, site: site);
        return operation == BinaryOperation.And ? floor : new Expression.Binary(BinaryOperation.Add, floor, Number(value.Kind, low), site: site);
    }

    private Expression Shift(BinaryOperatorKind kind, Expression value, Expression power, Expression bits) => kind switch
    {
        BinaryOperatorKind.LeftShift => new Expression.Binary(BinaryOperation.Multiply, value, power, site: site),
        BinaryOperatorKind.RightShift => Floor(value, power),
        _ => Unsigned(emission.Hold(value), power, bits),
    };

    /// <summary>Zeros come in from the left: below zero the bits that are left remain, otherwise it is a division.</summary>
    private Expression.Conditional Unsigned(Expression value, Expression power, Expression bits) => new(
        new Expression.Binary(BinaryOperation.Less, value, Number(value.Kind, 0), site: site),
        new Expression.Binary(BinaryOperation.And, Floor(value, power), bits, site: site),
        new Expression.Binary(BinaryOperation.Divide, value, power, site: site),
        site);

    /// <summary>
    /// ⌊value / power⌋. Division truncates, so below zero it divides −1 − value, which is never negative and never overflows. The largest power is the
    /// smallest number, by which everything divides to 0, so that the sign alone is left.
    /// </summary>
    private Expression Floor(Expression value, Expression power)
    {
        if (power is Expression.Constant { Value.AsInteger: 1 })
        {
            return value;
        }

        var held = emission.Hold(value);
        var below = Number(value.Kind, -1);
        var quotient = new Expression.Binary(BinaryOperation.Divide, new Expression.Binary(BinaryOperation.Subtract, below, held, site: site), power, site: site);
        return new Expression.Conditional(
            new Expression.Binary(BinaryOperation.Less, held, Number(value.Kind, 0), site: site),
            new Expression.Binary(BinaryOperation.Subtract, below, quotient, site: site),
            new Expression.Binary(BinaryOperation.Divide, held, power, site: site),
            site);
    }

    private Expression.Element At(ScalarKind kind, Expression index, Func<int, Expression.Constant> entry) =>
        new(new ArrayExpression.Table(kind, [.. Enumerable.Range(0, WidthOf(kind)).Select(exponent => entry(exponent).Value)], site), index, site);

    private Expression.Constant Power(ScalarKind kind, int exponent) => Number(kind, kind == ScalarKind.Int64 ? 1L << exponent : 1 << exponent);

    // All bits of a number are those of −1.
    private Expression.Constant LowBits(ScalarKind kind, int count) => Number(kind, count == WidthOf(kind) ? -1 : (1L << count) - 1);

    private Expression.Constant Number(ScalarKind kind, long value) => new(kind == ScalarKind.Int64 ? Scalar.Of(value) : Scalar.Of((int)value), site);

    private static int WidthOf(ScalarKind kind) => kind == ScalarKind.Int64 ? 64 : 32;

    private static long MostOf(ScalarKind kind) => kind == ScalarKind.Int64 ? long.MaxValue : int.MaxValue;
}
