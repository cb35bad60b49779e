using Fractions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Proofs.Terms;

/// <summary>What a literal means in real arithmetic.</summary>
internal static class ExactReading
{
    /// <summary>
    /// The rational number that a value stands for: of a double, the shortest decimal that reads back as it (0.1 is 1/10, not the nearest
    /// binary fraction); null for the infinities and NaN.
    /// </summary>
    public static Fraction? Of(Scalar value) => value.Kind switch
    {
        ScalarKind.Double => OfDouble(value.AsDouble),
        ScalarKind.Decimal => Fraction.FromDecimal(value.AsDecimal),
        ScalarKind.Boolean => value.AsBoolean ? Fraction.One : Fraction.Zero,
        _ => new Fraction(value.AsInteger),
    };

    /// <summary>The decimal that a double is written as.</summary>
    public static Fraction? OfDouble(double value) => double.IsNaN(value) || double.IsInfinity(value) ? null : Rationals.FromDecimal(value);
}
