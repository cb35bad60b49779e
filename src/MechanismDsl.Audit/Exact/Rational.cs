using System.Globalization;
using System.Numerics;
using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Auditing.Exact;

/// <summary>Between doubles, rational numbers and text.</summary>
internal static class Rational
{
    /// <summary>The exact binary value of a double.</summary>
    /// <exception cref="AuditException">It is NaN or infinite.</exception>
    public static Fraction OfBits(double number) => double.IsFinite(number)
        ? number == Math.Floor(number) && Math.Abs(number) < 1L << 53 ? new Fraction((long)number) : Fraction.FromDouble(number)
        : throw new AuditException(string.Create(CultureInfo.InvariantCulture, $"{number} is not an amount: a number has to be finite."));

    /// <summary>The nearest double.</summary>
    public static double Near(Fraction number) => RationalText.ToDouble(number);

    /// <summary>A fraction with small terms as it is, others as a decimal: <c>142/27</c>, <c>0.30000000000000004</c>.</summary>
    public static string Text(Fraction number)
    {
        var reduced = number.Reduce();
        return BigInteger.Abs(reduced.Denominator) <= 100_000 && BigInteger.Abs(reduced.Numerator) < 1_000_000_000_000 && !IsShort(reduced.Denominator)
            ? string.Create(CultureInfo.InvariantCulture, $"{reduced.Numerator}/{reduced.Denominator}")
            : Near(reduced).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a fraction with this denominator is a decimal of few digits.</summary>
    private static bool IsShort(BigInteger denominator) => BigInteger.Remainder(1_000_000, denominator).IsZero;
}
