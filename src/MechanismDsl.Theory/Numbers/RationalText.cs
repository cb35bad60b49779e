using System.Globalization;
using System.Numerics;
using Fractions;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Numbers;

/// <summary>Rational numbers in prose and in code, the same in every culture.</summary>
public static class RationalText
{
    /// <summary>Decimals with more digits behind the point are written as fractions.</summary>
    private const int MostDecimals = 4;

    /// <summary>Fractions with a longer denominator are written as decimals.</summary>
    private const int LongestDenominator = 5;

    /// <summary>The number as a reader expects it: <c>7</c>, <c>0.25</c>, <c>580/27</c>; with 10 digits where the fraction would be too long to read.</summary>
    public static string Of(Fraction number)
    {
        var reduced = number.Reduce();
        if (reduced.Denominator.IsOne)
        {
            return reduced.Numerator.ToString(CultureInfo.InvariantCulture);
        }

        var power = BigInteger.Pow(10, MostDecimals);
        if ((power % reduced.Denominator).IsZero)
        {
            return NumberText.Words(ToDouble(reduced), 15);
        }

        return reduced.Denominator.ToString(CultureInfo.InvariantCulture).Length <= LongestDenominator
            ? $"{reduced.Numerator.ToString(CultureInfo.InvariantCulture)}/{reduced.Denominator.ToString(CultureInfo.InvariantCulture)}"
            : NumberText.Words(ToDouble(reduced), 10);
    }

    /// <summary>The exact sum of decimals.</summary>
    public static Fraction Sum(EquatableArray<double> numbers) => numbers.Aggregate(Fraction.Zero, (sum, number) => sum + FromDecimal(number));

    /// <summary>The difference of two decimals, rounded once.</summary>
    public static double Difference(double minuend, double subtrahend) => ToDouble(FromDecimal(minuend) - FromDecimal(subtrahend));

    /// <summary>The nearest double.</summary>
    public static double ToDouble(Fraction number) => Rationals.ToNearest(number);

    /// <summary>The decimal that a declaration means by a double: 0.1 is 1/10.</summary>
    public static Fraction FromDecimal(double number) => Rationals.FromDecimal(number);
}
