using System.Numerics;
using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>Whole numbers in place of rationals whose size does not matter.</summary>
internal static class SmallestIntegers
{
    /// <summary>The smallest integers that stand to each other as the numbers do, signs included.</summary>
    public static EquatableArray<Fraction> Of(IEnumerable<Fraction> numbers)
    {
        var reduced = numbers.Select(number => number.Reduce()).ToList();
        var multiple = reduced.Aggregate(BigInteger.One, (product, number) => product / BigInteger.GreatestCommonDivisor(product, number.Denominator) * number.Denominator);
        var integers = reduced.Select(number => number.Numerator * (multiple / number.Denominator)).ToList();
        var divisor = integers.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return integers.Select(integer => divisor.IsZero ? Fraction.Zero : new Fraction(integer / divisor)).ToEquatableArray();
    }

    /// <summary>The smallest integer that is not below a number.</summary>
    public static Fraction Ceiling(Fraction number)
    {
        var reduced = number.Reduce();
        return -new Fraction(FloorOf(-reduced.Numerator, reduced.Denominator));
    }

    /// <summary>The greatest integer that is not above a number.</summary>
    public static Fraction Floor(Fraction number)
    {
        var reduced = number.Reduce();
        return new Fraction(FloorOf(reduced.Numerator, reduced.Denominator));
    }

    private static BigInteger FloorOf(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
