using System.Globalization;
using System.Numerics;
using Fractions;

namespace MechanismDsl.Theory.Priors;

/// <summary>Between doubles, the decimals that a declaration writes, and rational numbers.</summary>
internal static class Rationals
{
    /// <summary>The decimal that a declaration means by a double: the shortest one that rounds to it.</summary>
    public static Fraction FromDecimal(double value)
    {
        var text = Numerals.Format(value);
        var exponent = 0;
        var mark = text.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text.Substring(0, mark);
        }

        var point = text.IndexOf('.');
        if (point >= 0)
        {
            exponent -= text.Length - point - 1;
            text = text.Remove(point, 1);
        }

        var digits = BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var power = BigInteger.Pow(10, Math.Abs(exponent));
        return exponent >= 0 ? new Fraction(digits * power) : new Fraction(digits, power, true);
    }

    /// <summary>The double nearest to numerator / denominator, both non-negative; own code because BigInteger's conversion to double truncates.</summary>
    public static double ToDouble(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        // Scale the quotient to 61–63 bits, put a sticky bit below it, and let one conversion from long round it.
        var shift = 62 - (BitLength(numerator) - BitLength(denominator));
        var quotient = shift >= 0
            ? BigInteger.DivRem(numerator << shift, denominator, out var remainder)
            : BigInteger.DivRem(numerator, denominator << -shift, out remainder);
        var bits = (long)quotient;
        if (!remainder.IsZero)
        {
            bits |= 1;
        }

        // Two factors, because 2^−shift alone may lie outside the range of doubles.
        return bits * Math.Pow(2, -(shift / 2)) * Math.Pow(2, -(shift - (shift / 2)));
    }

    /// <summary>The double nearest to a rational number.</summary>
    public static double ToNearest(Fraction value)
    {
        var magnitude = ToDouble(BigInteger.Abs(value.Numerator), BigInteger.Abs(value.Denominator));
        return value.IsNegative ? -magnitude : magnitude;
    }

    private static int BitLength(BigInteger value)
    {
        var bytes = value.ToByteArray();
        var top = bytes.Length - 1;
        while (top > 0 && bytes[top] == 0)
        {
            top--;
        }

        var length = top * 8;
        for (int rest = bytes[top]; rest != 0; rest >>= 1)
        {
            length++;
        }

        return length;
    }
}
