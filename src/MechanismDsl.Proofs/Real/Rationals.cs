using System.Numerics;
using Fractions;
using MechanismDsl.Proofs.Real.Intervals;

namespace MechanismDsl.Proofs.Real;

/// <summary>Between doubles, the decimals that a source file writes, and rational numbers.</summary>
internal static class Rationals
{
    /// <summary>The decimal that a source file means by a double: the shortest one that rounds to it. The double is finite.</summary>
    public static Fraction OfLiteral(double value) => Theory.Priors.Rationals.FromDecimal(value);

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

    /// <summary>The nearest double to a rational number; ±∞ beyond the doubles.</summary>
    public static double Nearest(Fraction value) => Theory.Priors.Rationals.ToNearest(value);
}
