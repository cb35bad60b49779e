using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>Bitwise operations of integers: which ones move with their operand, and their ranges.</summary>
internal static class BitwiseRule
{
    // Beyond 2⁵³ the ends of a range are no exact integers.
    private const double LargestExact = 9007199254740992;

    /// <summary>
    /// How the result of an operation with a fixed operand moves with the other one: 1 never falls, −1 never rises, 0 neither. A mask of ones above zeros
    /// rounds down to a multiple of a power of two, one of zeros above ones rounds up to one less than a multiple, and bits that the operand does not have are
    /// added.
    /// </summary>
    /// <param name="operation">And, or, exclusive or.</param>
    /// <param name="operand">The values of the operand that moves.</param>
    /// <param name="mask">The fixed operand.</param>
    public static int Course(BinaryOperation operation, ValueRange operand, long mask)
    {
        if (operation == BinaryOperation.Xor && mask == -1)
        {
            // ~x = −x − 1.
            return -1;
        }

        // The bits above those that a non-negative operand has do not vary.
        var varying = operand.Low >= 0 && operand.High <= LargestExact ? BitsOf((long)operand.High) : -1;
        var bits = mask & varying;
        return operation switch
        {
            BinaryOperation.And => IsOnesAboveZeros(bits, varying) ? 1 : 0,
            BinaryOperation.Or => IsOnesAboveZeros(varying & ~bits, varying) ? 1 : 0,
            _ => bits == 0 ? 1 : bits == varying && varying >= 0 ? -1 : 0,
        };
    }

    /// <summary>The course of a term in its left or its right operand, the other one being a constant; 0 if there is none.</summary>
    public static (int Course, Term? Operand) Of(Term.Binary term) => term switch
    {
        { Operation: not (BinaryOperation.And or BinaryOperation.Or or BinaryOperation.Xor) } or { Kind: ScalarKind.Boolean } => (0, null),
        { Right: Term.Constant mask } => (Course(term.Operation, term.Left.Range, mask.Value.AsInteger), term.Left),
        { Left: Term.Constant mask } => (Course(term.Operation, term.Right.Range, mask.Value.AsInteger), term.Right),
        _ => (0, null),
    };

    /// <summary>The range of an operation on integers.</summary>
    public static ValueRange Range(BinaryOperation operation, ScalarKind kind, ValueRange a, ValueRange b)
    {
        if (kind == ScalarKind.Boolean)
        {
            return new ValueRange(0, 1);
        }

        if (IsExact(a) && IsExact(b))
        {
            var (operand, mask) = b.IsPoint ? (a, b) : (b, a);
            if (mask.IsPoint && Course(operation, operand, (long)mask.Low) is var course && course != 0)
            {
                double low = At(operation, operand.Low, mask.Low), high = At(operation, operand.High, mask.Low);
                return course > 0 ? new ValueRange(low, high) : new ValueRange(high, low);
            }

            if (operation == BinaryOperation.And && (a.Low >= 0 || b.Low >= 0))
            {
                return new ValueRange(0, a.Low < 0 ? b.High : b.Low < 0 ? a.High : Math.Min(a.High, b.High));
            }

            if (a.Low >= 0 && b.Low >= 0)
            {
                return new ValueRange(operation == BinaryOperation.Or ? Math.Max(a.Low, b.Low) : 0, BitsOf((long)Math.Max(a.High, b.High)));
            }
        }

        var (least, most) = RangeRules.Limits(kind);
        return new ValueRange(least, most);
    }

    /// <summary>The value of an operation on whole numbers.</summary>
    public static double At(BinaryOperation operation, double left, double right) => operation switch
    {
        BinaryOperation.And => (long)left & (long)right,
        BinaryOperation.Or => (long)left | (long)right,
        _ => (long)left ^ (long)right,
    };

    private static bool IsExact(ValueRange range) => !range.MayBeNaN && range.Low >= -LargestExact && range.High <= LargestExact;

    // Ones above zeros within the bits that vary: adding the lowest one carries through all of them.
    private static bool IsOnesAboveZeros(long bits, long varying) => bits == 0 || unchecked(bits + (bits & -bits)) == unchecked(varying + 1);

    // 2ᵏ − 1 at least as large as a value.
    private static long BitsOf(long value)
    {
        var bits = 0L;
        while (bits < value)
        {
            bits = (bits << 1) | 1;
        }

        return bits;
    }
}
