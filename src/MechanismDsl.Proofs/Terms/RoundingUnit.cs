using Fractions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>The unit to which <see cref="BinaryOperation.RoundTo"/> and its like round.</summary>
internal static class RoundingUnit
{
    private const int MostDigits = 28;

    /// <summary>10^−digits of a fixed number of digits; null for any other operation.</summary>
    public static Fraction? Of(Term.Binary term) =>
        term.Operation.IsRounding() && term.Right is Term.Constant { Exact: { } digits } && digits >= Fraction.Zero && digits <= new Fraction(MostDigits)
            ? new Fraction(1, System.Numerics.BigInteger.Pow(10, (int)(digits.Numerator / digits.Denominator)), true)
            : null;
}
