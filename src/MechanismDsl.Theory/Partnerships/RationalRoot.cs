using Fractions;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>Roots of rational numbers that are rational themselves.</summary>
internal static class RationalRoot
{
    /// <summary>Roots with longer numerators or denominators are not looked for: doubles round them no longer to the right integer.</summary>
    private const double Largest = 1e12;

    /// <summary>The root of a number of [0, 1]; null where it is irrational, or too long.</summary>
    public static Fraction? Of(Fraction value, int degree)
    {
        if (degree == 1 || value.IsZero || value == Fraction.One)
        {
            return value;
        }

        var reduced = value.Reduce();
        var (top, bottom) = (Nearest((double)reduced.Numerator), Nearest((double)reduced.Denominator));
        if (!(top < Largest && bottom < Largest))
        {
            return null;
        }

        var root = new Fraction((long)top, (long)bottom);
        return Power(root, degree) == value ? root : null;

        double Nearest(double number) => Math.Round(Math.Pow(number, 1.0 / degree));
    }

    /// <summary>The number to the power of an exponent that is not negative.</summary>
    public static Fraction Power(Fraction value, int exponent)
    {
        var power = Fraction.One;
        for (var factor = 0; factor < exponent; factor++)
        {
            power *= value;
        }

        return power;
    }
}
