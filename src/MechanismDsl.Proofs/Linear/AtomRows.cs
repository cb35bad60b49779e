using Fractions;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Linear;

/// <summary>What is known about an atom beyond its bounds: inequalities that its operation satisfies for all operands.</summary>
internal static class AtomRows
{
    private static readonly Polynomial _half = Polynomial.Constant(new Fraction(1, 2));

    /// <summary>The inequalities of an atom, each as p ≤ 0 or p &lt; 0.</summary>
    /// <param name="term">The term that the atom stands for.</param>
    /// <param name="forms">The forms of its operands.</param>
    /// <param name="box">Ranges on the path.</param>
    public static IEnumerable<LinearRow> Of(Term term, PolynomialForms forms, PathBox box)
    {
        var atom = Polynomial.Variable(term.Id);
        var origin = $"v{term.Id}";
        var rows = term switch
        {
            Term.Unary unary => OfUnary(unary, atom, forms.Of(unary.Operand), origin, box),
            Term.Convert convert => Truncation(atom, forms.Of(convert.Operand), origin, box.RangeOf(convert.Operand)),
            Term.Binary binary => OfBinary(binary, atom, forms.Of(binary.Left), forms.Of(binary.Right), origin, box),
            _ => [],
        };

        // Every row has a name of its own, by which certificates refer to it.
        return rows.Select((row, index) => row with { Origin = $"{row.Origin} {index + 1}" });
    }

    /// <summary>The two cases of a minimum, maximum or absolute value: a condition p ≤ 0 and the operand that the atom then equals; null for other terms.</summary>
    public static (Polynomial Condition, Polynomial First, Polynomial Second)? CasesOf(Term term, PolynomialForms forms)
    {
        switch (term)
        {
            case Term.Binary { Operation: BinaryOperation.Min } least:
                return (forms.Of(least.Left) - forms.Of(least.Right), forms.Of(least.Left), forms.Of(least.Right));
            case Term.Binary { Operation: BinaryOperation.Max } most:
                return (forms.Of(most.Left) - forms.Of(most.Right), forms.Of(most.Right), forms.Of(most.Left));
            case Term.Unary { Operation: UnaryOperation.Abs } size:
                var operand = forms.Of(size.Operand);
                return (operand, operand * Fraction.MinusOne, operand);
            default:
                return null;
        }
    }

    private static IEnumerable<LinearRow> OfUnary(Term.Unary unary, Polynomial atom, Polynomial operand, string origin, PathBox box)
    {
        switch (unary.Operation)
        {
            case UnaryOperation.Abs:
                return [Row(operand - atom, origin), Row((operand * Fraction.MinusOne) - atom, origin)];
            case UnaryOperation.Sqrt:
                return [Row((atom * atom) - operand, origin), Row(operand - (atom * atom), origin)];
            case UnaryOperation.Floor:
                return [Row(atom - operand, origin), Row(operand - atom - Polynomial.One, origin, isStrict: true)];
            case UnaryOperation.Ceiling:
                return [Row(operand - atom, origin), Row(atom - operand - Polynomial.One, origin, isStrict: true)];
            case UnaryOperation.Round:
                return [Row(atom - operand - _half, origin), Row(operand - atom - _half, origin)];
            case UnaryOperation.Truncate:
                return Truncation(atom, operand, origin, box.RangeOf(unary.Operand));

            // Tangents at 0 and at 1: eˣ ≥ 1 + x and ln x ≤ x − 1.
            case UnaryOperation.Exp:
                return [Row(operand + Polynomial.One - atom, origin)];
            case UnaryOperation.Log:
                return [Row(atom - operand + Polynomial.One, origin)];
            default:
                return [];
        }
    }

    private static IEnumerable<LinearRow> OfBinary(Term.Binary binary, Polynomial atom, Polynomial left, Polynomial right, string origin, PathBox box)
    {
        var isWhole = binary.Kind is ScalarKind.Int32 or ScalarKind.Int64;
        var dividend = box.RangeOf(binary.Left);
        var divisor = box.RangeOf(binary.Right);
        switch (binary.Operation)
        {
            case BinaryOperation.Min:
                return [Row(atom - left, origin), Row(atom - right, origin)];
            case BinaryOperation.Max:
                return [Row(left - atom, origin), Row(right - atom, origin)];
            case BinaryOperation.RoundTo or BinaryOperation.RoundAwayTo when RoundingUnit.Of(binary) is { } unit:
                var half = Polynomial.Constant(unit / 2);
                return [Row(atom - left - half, origin), Row(left - atom - half, origin)];
            case BinaryOperation.FloorTo when RoundingUnit.Of(binary) is { } unit:
                return [Row(atom - left, origin), Row(left - atom - Polynomial.Constant(unit), origin)];
            case BinaryOperation.CeilingTo when RoundingUnit.Of(binary) is { } unit:
                return [Row(left - atom, origin), Row(atom - left - Polynomial.Constant(unit), origin)];
            case BinaryOperation.TruncateTo when RoundingUnit.Of(binary) is { } unit:
                return [Row(atom - left - Polynomial.Constant(unit), origin), Row(left - atom - Polynomial.Constant(unit), origin)];
            case BinaryOperation.Divide when !isWhole && (divisor.Low > 0 || divisor.High < 0):
                return [Row((atom * right) - left, origin), Row(left - (atom * right), origin)];
            case BinaryOperation.Divide when isWhole && dividend.Low >= 0 && divisor.Low > 0:
                return [Row((atom * right) - left, origin), Row(left - (atom * right) - right + Polynomial.One, origin)];
            case BinaryOperation.Remainder when dividend.Low >= 0 && divisor.Low > 0:
                return [Row(atom - left, origin), isWhole ? Row(atom - right + Polynomial.One, origin) : Row(atom - right, origin, isStrict: true)];
            default:
                return [];
        }
    }

    // Towards zero: at most the operand where it is not negative, at least where it is not positive, and within one of it.
    private static IEnumerable<LinearRow> Truncation(Polynomial atom, Polynomial operand, string origin, Real.Intervals.Interval range) =>
    [
        range.Low >= 0 ? Row(atom - operand, origin) : Row(atom - operand - Polynomial.One, origin, isStrict: true),
        range.High <= 0 ? Row(operand - atom, origin) : Row(operand - atom - Polynomial.One, origin, isStrict: true),
    ];

    private static LinearRow Row(Polynomial form, string origin, bool isStrict = false) => new(form, isStrict, "law " + origin);
}
