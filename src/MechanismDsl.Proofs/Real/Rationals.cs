using System.Globalization;
using System.Numerics;
using Fractions;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Real;

/// <summary>Between doubles, the decimals that a source file writes, and rational numbers.</summary>
internal static class Rationals
{
    /// <summary>The decimal that a source file means by a double: the shortest one that rounds to it. The double is finite.</summary>
    public static Fraction OfLiteral(double value)
    {
        var text = NumberText.Exact(value);
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

    /// <summary>Exactly the value of a finite double.</summary>
    public static Fraction OfBinary(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var significand = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0)
        {
            exponent = 1;
        }
        else
        {
            significand |= 0x10000000000000L;
        }

        var numerator = new BigInteger(bits < 0 ? -significand : significand);
        exponent -= 1075;
        return exponent >= 0
            ? new Fraction(numerator << exponent)
            : new Fraction(numerator, BigInteger.One << -exponent, true);
    }

    /// <summary>Exactly the value of a decimal.</summary>
    public static Fraction OfDecimal(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0];
        return new Fraction(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF), true);
    }

    /// <summary>Whether a literal's decimal is the double itself, as 0.25 is and 0.1 is not.</summary>
    public static bool IsBinary(double value) => OfLiteral(value) == OfBinary(value);

    /// <summary>The tightest interval of doubles around a rational number.</summary>
    public static Interval Enclose(Fraction value)
    {
        var near = Nearest(value);
        if (double.IsInfinity(near))
        {
            return near > 0 ? new(double.MaxValue, near) : new(near, -double.MaxValue);
        }

        var comparison = OfBinary(near).CompareTo(value);
        return comparison == 0 ? Interval.Of(near)
            : comparison < 0 ? new(near, DirectedRounding.Above(near))
            : new(DirectedRounding.Below(near), near);
    }

    /// <summary>A double within one unit in the last place of a rational number; ±∞ beyond the doubles.</summary>
    public static double Nearest(Fraction value)
    {
        var numerator = BigInteger.Abs(value.Numerator);
        var denominator = BigInteger.Abs(value.Denominator);
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
        var magnitude = bits * Math.Pow(2, -(shift / 2)) * Math.Pow(2, -(shift - (shift / 2)));
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
