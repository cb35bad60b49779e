using Fractions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Certificates.Reals;

/// <summary>The checker's own ranges of the functions of the C library and of their slopes, in real numbers; everything where it knows none.</summary>
internal static class ElementaryReals
{
    // The doubles nearest to larger exponents are too far from them.
    private const int LargestExponent = 8;

    private static readonly RationalRange _unit = new(Fraction.MinusOne, Fraction.One);
    private static readonly RationalRange _one = RationalRange.Of(Fraction.One);

    /// <summary>The values on a range.</summary>
    public static RationalRange Of(UnaryOperation operation, RationalRange x)
    {
        if (ElementaryFunctions.Of(operation) is not { } function)
        {
            return RationalRange.Everything;
        }

        Fraction? zero = x.IsNonNegative ? Fraction.Zero : null;
        return operation switch
        {
            UnaryOperation.Sin or UnaryOperation.Cos => _unit,
            UnaryOperation.Tanh => x.Rising(function, null, zero).Meet(_unit),
            UnaryOperation.Sinh or UnaryOperation.Asinh or UnaryOperation.Atan => x.Rising(function, null, zero),
            UnaryOperation.Asin or UnaryOperation.Atanh when IsDefined(operation, x) => x.Rising(function, null, zero),
            UnaryOperation.Tan when IsDefined(operation, x) => x.Rising(function, null, zero),
            UnaryOperation.Log2 or UnaryOperation.Log10 when x.IsPositive => x.Rising(function, null, x.Low >= Fraction.One ? Fraction.Zero : null),
            UnaryOperation.Acosh when IsDefined(operation, x) => x.Rising(function, null, Fraction.Zero),
            UnaryOperation.Acos when IsDefined(operation, x) => new(Fraction.Zero, null),
            UnaryOperation.Cosh => (x.IsNonNegative ? x : x.High is { IsPositive: false } ? -x : new(Fraction.Zero, null)).Rising(function, null, Fraction.One),
            _ => RationalRange.Everything,
        };
    }

    /// <summary>The slopes on a range; null for functions that it does not know.</summary>
    public static RationalRange? Slope(UnaryOperation operation, RationalRange x)
    {
        var square = x.Power(2);
        return operation switch
        {
            UnaryOperation.Sin or UnaryOperation.Cos => _unit,
            UnaryOperation.Sinh => Of(UnaryOperation.Cosh, x),
            UnaryOperation.Cosh => Of(UnaryOperation.Sinh, x),
            UnaryOperation.Asinh => Root(_one + square).Reciprocal(),
            UnaryOperation.Acosh => Root(square + -_one).Steepness(),
            UnaryOperation.Atanh => (_one + -square).Steepness(),
            UnaryOperation.Asin => Root(_one + -square).Steepness(),
            UnaryOperation.Acos => -Root(_one + -square).Steepness(),
            UnaryOperation.Log2 => (RationalRange.Of(new Fraction(14426950408889634, 10000000000000000)) * x.Reciprocal()).Widened(),
            UnaryOperation.Log10 => (RationalRange.Of(new Fraction(4342944819032518, 10000000000000000)) * x.Reciprocal()).Widened(),
            _ => null,
        };
    }

    /// <summary>The slopes of a square or cube root at the inner points of a range; without bound where the argument can be zero.</summary>
    public static RationalRange SlopeOfRoot(UnaryOperation operation, RationalRange x, RationalRange root) => operation == UnaryOperation.Cbrt
        ? (RationalRange.Of(new Fraction(3)) * root.Power(2)).Steepness()
        : x.IsNonNegative ? (root + root).Steepness() : RationalRange.Everything;

    /// <summary>The slopes of a power with a fixed exponent at the inner points of a range that is not negative.</summary>
    public static RationalRange SlopeOfPower(RationalRange x, Fraction exponent)
    {
        if (!x.IsNonNegative || exponent.IsNegative || exponent > new Fraction(LargestExponent))
        {
            return RationalRange.Everything;
        }

        var rest = exponent - Fraction.One;
        var power = x.Rising(value => Math.Pow(value, Math.Abs(rest.ToDouble())), null, Fraction.Zero);
        return RationalRange.Of(exponent) * (rest.IsNegative ? power.Steepness() : power).Widened();
    }

    /// <summary>Whether a function is defined, and continuous, on a range.</summary>
    public static bool IsDefined(UnaryOperation operation, RationalRange x) => operation switch
    {
        UnaryOperation.Log2 or UnaryOperation.Log10 => x.IsPositive,
        UnaryOperation.Acosh => x.Low >= Fraction.One,
        UnaryOperation.Asin or UnaryOperation.Acos => x.Low >= Fraction.MinusOne && x.High <= Fraction.One,
        UnaryOperation.Atanh => x.Low > Fraction.MinusOne && x.High < Fraction.One,

        // Short of the poles at ±π/2.
        UnaryOperation.Tan => x.Low >= new Fraction(-157, 100) && x.High <= new Fraction(157, 100),
        _ => true,
    };

    private static RationalRange Root(RationalRange x) => x.Rising(Math.Sqrt, Fraction.Zero, Fraction.Zero);
}
