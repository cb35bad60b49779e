namespace MechanismDsl.Kernels;

/// <summary>
/// Values over the square roots of numbers of goods, compared exactly: v/√s is more than w/√r where v²·r is more than w²·s, and both are whole numbers once
/// common powers of two are taken out.
/// </summary>
internal static class RootValue
{
    /// <summary>The most goods: six binary digits beside the 2 · 60 of a square.</summary>
    public const int MostGoods = 64;

    /// <summary>The highest whole value.</summary>
    public const long Most = 1L << 60;

    private const int FractionBits = 52;

    private const int LeastExponent = -1074;

    /// <summary>The sign of v/√s − w/√r.</summary>
    /// <param name="value">v, from 0 to 2⁶⁰.</param>
    /// <param name="size">s, from 1 to 64.</param>
    /// <param name="other">w, from 0 to 2⁶⁰.</param>
    /// <param name="otherSize">r, from 1 to 64.</param>
    public static int Compare(long value, int size, long other, int otherSize) => Square(value, otherSize).CompareTo(Square(other, size));

    /// <summary>The sign of v/√s − w/√r.</summary>
    /// <param name="value">v, finite and at least 0.</param>
    /// <param name="size">s, from 1 to 64.</param>
    /// <param name="other">w, finite and at least 0.</param>
    /// <param name="otherSize">r, from 1 to 64.</param>
    public static int Compare(double value, int size, double other, int otherSize)
    {
        if (value == 0 || other == 0)
        {
            return value.CompareTo(other);
        }

        var (digits, exponent) = Split(value);
        var (theirs, otherExponent) = Split(other);
        var (left, right) = (Square(digits, otherSize), Square(theirs, size));
        var shift = 2 * (exponent - otherExponent);

        // Of different lengths the longer one is more; otherwise both fit into the length of one of them.
        var longer = (Length(left) + shift).CompareTo(Length(right));
        return longer != 0 ? longer : shift >= 0 ? (left << shift).CompareTo(right) : left.CompareTo(right << -shift);
    }

    /// <summary>The lowest whole value v with v/√s at least w/√r, or above it, where one of at most 2⁶⁰ is.</summary>
    /// <param name="size">s, from 1 to 64.</param>
    /// <param name="other">w, from 0 to 2⁶⁰.</param>
    /// <param name="otherSize">r, from 1 to 64.</param>
    /// <param name="mustExceed">Whether it must be above.</param>
    public static long Least(int size, long other, int otherSize, bool mustExceed)
    {
        var (quotient, rest) = UInt128.DivRem(Square(other, size), (UInt128)otherSize);
        var square = mustExceed || rest != 0 ? quotient + 1 : quotient;
        return RootUp(square);
    }

    /// <summary>The lowest whole number, of at most 2⁶⁰, whose square is at least a number.</summary>
    private static long RootUp(UInt128 square)
    {
        var (low, high) = (0L, Most);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if ((UInt128)middle * (UInt128)middle >= square)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static UInt128 Square(long value, int factor) => (UInt128)value * (UInt128)value * (UInt128)factor;

    private static int Length(UInt128 number) => 128 - (int)UInt128.LeadingZeroCount(number);

    /// <summary>A positive double as digits · 2^exponent.</summary>
    private static (long Digits, int Exponent) Split(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (fraction, exponent) = (bits & ((1L << FractionBits) - 1), (int)(bits >> FractionBits));
        return exponent == 0 ? (fraction, LeastExponent) : (fraction | (1L << FractionBits), LeastExponent - 1 + exponent);
    }
}
