using System.Numerics;
using Fractions;

namespace MechanismDsl.Proofs.Tests.Real.Intervals;

/// <summary>Exponential and logarithm of rational numbers to 200 bits, by Taylor's series in fixed point: nothing is shared with what is tested.</summary>
internal static class HighPrecision
{
    private const int Bits = 400;
    private const int Halvings = 40;

    /// <summary>eˣ with a relative error below 2⁻²⁰⁰, for |x| ≤ 100.</summary>
    public static Fraction Exp(Fraction x)
    {
        // e^x = (e^(x / 2^40))^(2^40); every squaring doubles the relative error of 2^-400.
        var one = BigInteger.One << Bits;
        var reduced = (x.Numerator << (Bits - Halvings)) / x.Denominator;
        var sum = one;
        var term = one;
        for (var k = 1; !term.IsZero; k++)
        {
            term = (term * reduced >> Bits) / k;
            sum += term;
            if (k > 40)
            {
                break;
            }
        }

        // Squaring in floating point with 400 bits, so that small and large results keep their digits.
        var exponent = -Bits;
        for (var halving = 0; halving < Halvings; halving++)
        {
            sum *= sum;
            exponent *= 2;
            var excess = (int)(sum.GetBitLength() - Bits);
            if (excess > 0)
            {
                sum >>= excess;
                exponent += excess;
            }
        }

        return exponent >= 0 ? new Fraction(sum << exponent) : new Fraction(sum, BigInteger.One << -exponent, true);
    }

    /// <summary>sin x and cos x with an error below 2⁻²⁵⁰, for |x| ≤ 60.</summary>
    public static (Fraction Sine, Fraction Cosine) Wave(Fraction x)
    {
        // Terms of the series of e^(ix) grow to e^60 < 2^87 before they vanish: 400 bits leave more than 300.
        var argument = (x.Numerator << Bits) / x.Denominator;
        BigInteger sine = 0, cosine = 0, term = BigInteger.One << Bits;
        for (var k = 0; !term.IsZero; k++)
        {
            if (k % 2 == 0)
            {
                cosine += k % 4 == 0 ? term : -term;
            }
            else
            {
                sine += k % 4 == 1 ? term : -term;
            }

            term = BigInteger.Divide(term * argument, (BigInteger)(k + 1) << Bits);
        }

        return (new Fraction(sine, BigInteger.One << Bits, true), new Fraction(cosine, BigInteger.One << Bits, true));
    }

    /// <summary>The natural logarithm with an error below 2⁻¹⁵⁰, for x between 10⁻⁴⁰ and 10⁴⁰.</summary>
    public static Fraction Log(Fraction x)
    {
        var guess = (Fraction)(decimal)Math.Log(x.ToDouble());
        for (var step = 0; step < 4; step++)
        {
            // Newton's method in the form y + 2 (x − e^y) / (x + e^y): cubic convergence.
            var power = Exp(guess);
            guess += 2 * (x - power) / (x + power);
            guess = new Fraction((guess.Numerator << 220) / guess.Denominator, BigInteger.One << 220, true);
        }

        return guess;
    }
}
