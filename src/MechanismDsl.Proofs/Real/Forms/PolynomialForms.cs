using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Forms;

/// <summary>
/// Terms as polynomials with rational coefficients in real arithmetic. What is no sum or product — a root, a minimum, a quotient by something that
/// varies — is an atom: a variable of its own, whose number is the number of its term.
/// </summary>
internal sealed class PolynomialForms
{
    // Larger forms become atoms too: the work of every stage grows with the number of monomials.
    private const int MaximumTerms = 80;
    private const int MaximumDegree = 12;

    private readonly Dictionary<Term, Polynomial> _known = [];
    private readonly Dictionary<int, Term> _atoms = [];

    /// <summary>The atoms met so far, by their variables.</summary>
    public IReadOnlyDictionary<int, Term> Atoms => _atoms;

    /// <summary>The form of a term.</summary>
    public Polynomial Of(Term term)
    {
        if (!_known.TryGetValue(term, out var form))
        {
            form = Compute(term) is { } polynomial && polynomial.Terms.Count <= MaximumTerms && polynomial.Degree <= MaximumDegree ? polynomial : Atom(term);
            _known.Add(term, form);
        }

        return form;
    }

    /// <summary>The term as a variable.</summary>
    public Polynomial Atom(Term term)
    {
        _atoms[term.Id] = term;
        return Polynomial.Variable(term.Id);
    }

    /// <summary>Whether a conversion keeps the real value.</summary>
    public static bool IsTransparent(Term.Convert convert) =>
        convert.Kind is ScalarKind.Double or ScalarKind.Decimal || convert.Operand.Kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Boolean;

    private Polynomial? Compute(Term term)
    {
        switch (term)
        {
            case Term.Constant { Exact: { } exact }:
                return Polynomial.Constant(exact);
            case Term.Unary { Operation: UnaryOperation.Negate } unary:
                return Of(unary.Operand) * Fraction.MinusOne;
            case Term.Convert convert when IsTransparent(convert):
                return Of(convert.Operand);
            case Term.Binary { Operation: BinaryOperation.Add } sum:
                return Of(sum.Left) + Of(sum.Right);
            case Term.Binary { Operation: BinaryOperation.Subtract } difference:
                return Of(difference.Left) - Of(difference.Right);
            case Term.Binary { Operation: BinaryOperation.Multiply } product:
                return Product(Of(product.Left), Of(product.Right));
            case Term.Binary { Operation: BinaryOperation.Divide, Kind: ScalarKind.Double or ScalarKind.Decimal } quotient:
                return Of(quotient.Right).AsConstant is { IsZero: false } divisor ? Of(quotient.Left) * divisor.Reciprocal() : null;
            case Term.Binary { Operation: BinaryOperation.Pow, Right: Term.Constant { Exact: { } exponent } } power
                when exponent.Denominator.IsOne && exponent.Numerator > 0 && exponent.Numerator <= MaximumDegree:
                return Power(Of(power.Left), (int)exponent.Numerator);
            default:
                return null;
        }
    }

    private static Polynomial? Power(Polynomial value, int exponent)
    {
        Polynomial? power = Polynomial.One;
        for (; exponent > 0 && power is not null; exponent--)
        {
            power = Product(power, value);
        }

        return power;
    }

    private static Polynomial? Product(Polynomial left, Polynomial right) =>
        (long)left.Terms.Count * right.Terms.Count > 4 * MaximumTerms || left.Degree + right.Degree > MaximumDegree ? null : left * right;
}
