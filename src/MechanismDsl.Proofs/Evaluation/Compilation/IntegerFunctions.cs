using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Operators of <c>int</c> and <c>long</c>. An <c>int</c> is held sign-extended in a long.</summary>
internal static class IntegerFunctions
{
    /// <summary>The smallest value of a kind.</summary>
    public static long Smallest(ScalarKind kind) => kind == ScalarKind.Int32 ? int.MinValue : long.MinValue;

    /// <summary>left + right in a checked context.</summary>
    public static long AddChecked(Frame frame, ScalarKind kind, long left, long right)
    {
        var sum = unchecked(left + right);
        return InRange(frame, kind, sum, isOverflow: ((left ^ sum) & (right ^ sum)) < 0);
    }

    /// <summary>left − right in a checked context.</summary>
    public static long SubtractChecked(Frame frame, ScalarKind kind, long left, long right)
    {
        var difference = unchecked(left - right);
        return InRange(frame, kind, difference, isOverflow: ((left ^ right) & (left ^ difference)) < 0);
    }

    /// <summary>left · right in a checked context.</summary>
    public static long MultiplyChecked(Frame frame, ScalarKind kind, long left, long right)
    {
        var product = unchecked(left * right);
        var isOverflow = left switch
        {
            0 => false,
            -1 => right == long.MinValue,
            _ => product / left != right,
        };
        return InRange(frame, kind, product, isOverflow);
    }

    /// <summary>left / right; truncates. Fails at zero and where the quotient does not exist, in every context.</summary>
    public static long Divide(Frame frame, ScalarKind kind, long left, long right)
    {
        if (right == 0)
        {
            frame.Fail(nameof(DivideByZeroException));
            return 0;
        }

        if (right == -1 && left == Smallest(kind))
        {
            frame.Fail(nameof(OverflowException));
            return 0;
        }

        return left / right;
    }

    /// <summary>left % right, with the sign of left; fails where the quotient fails, as the processors' division does.</summary>
    public static long Remainder(Frame frame, ScalarKind kind, long left, long right)
    {
        if (right == 0)
        {
            frame.Fail(nameof(DivideByZeroException));
            return 0;
        }

        if (right == -1 && left == Smallest(kind))
        {
            frame.Fail(nameof(OverflowException));
            return 0;
        }

        return left % right;
    }

    /// <summary><c>Math.Abs</c>, and negation in a checked context: they fail at the smallest value.</summary>
    public static long NegateChecked(Frame frame, ScalarKind kind, long value)
    {
        if (value == Smallest(kind))
        {
            frame.Fail(nameof(OverflowException));
            return 0;
        }

        return -value;
    }

    private static long InRange(Frame frame, ScalarKind kind, long value, bool isOverflow)
    {
        if (isOverflow || (kind == ScalarKind.Int32 && value != (int)value))
        {
            frame.Fail(nameof(OverflowException));
            return 0;
        }

        return value;
    }
}
