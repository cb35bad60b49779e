using Fractions;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Derivatives;

/// <summary>
/// Terms as quotients of polynomials in real arithmetic. What is neither sum, product nor quotient is a variable of its own. If √v occurs for such a
/// variable v, then v is written as the square of √v, so that both are seen to move together.
/// </summary>
internal sealed class QuotientForms
{
    private const int MaximumTerms = 120;
    private const int MaximumDegree = 14;

    // Variables are characters inside a monomial; numbers above this one belong to auxiliary variables.
    private const int MaximumTermNumber = 50_000;

    private readonly Dictionary<Term, Quotient> _known = [];
    private readonly Dictionary<int, Term> _atoms = [];
    private readonly HashSet<Term> _roots = [];
    private readonly Dictionary<Term, Quotient> _rootOf = [];

    /// <summary>Forms of the terms in a set of terms, whose roots and half powers decide which variables are written as squares.</summary>
    /// <param name="pool">Where the roots of half powers are made.</param>
    /// <param name="terms">The terms.</param>
    public QuotientForms(TermPool pool, params Term[] terms)
    {
        foreach (var root in terms.SelectMany(term => term.SubTerms()).Select(term => RootIn(pool, term)).OfType<Term.Unary>().OrderBy(term => term.Id))
        {
            if (IsAtom(root.Operand) && !_known.ContainsKey(root.Operand) && root.Operand.Range.Low >= 0)
            {
                var square = Variable(root);
                _roots.Add(root);
                _known[root] = square;
                _known[root.Operand] = square * square;
                _rootOf[root.Operand] = square;
            }
        }
    }

    private static Term? RootIn(TermPool pool, Term term) => term switch
    {
        Term.Unary { Operation: UnaryOperation.Sqrt } => term,
        Term.Binary { Operation: BinaryOperation.Pow, Right: Term.Constant { Exact: { } exponent }, Left: var value } when IsHalf(exponent) => pool.Unary(UnaryOperation.Sqrt, value),
        _ => null,
    };

    private static bool IsHalf(Fraction exponent) => exponent.Denominator == 2 && Fraction.Abs(exponent) <= 6;

    /// <summary>The terms that variables stand for.</summary>
    public IReadOnlyDictionary<int, Term> Atoms => _atoms;

    /// <summary>Whether some form became too large, so that nothing should be concluded from its absence.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether a variable is an input.</summary>
    public bool IsSymbol(int variable) => _atoms.TryGetValue(variable, out var term) && term is Term.Symbol;

    /// <summary>Whether the operand of this square root is written as its square.</summary>
    public bool IsSquare(Term.Unary root) => _roots.Contains(root);

    /// <summary>The form of a term.</summary>
    public Quotient Of(Term term)
    {
        if (!_known.TryGetValue(term, out var form))
        {
            form = Compute(term) is { } quotient && IsSmall(quotient) ? quotient : Variable(term);
            _known.Add(term, form);
        }

        return form;
    }

    /// <summary>Whether a quotient is within the limits of size.</summary>
    public static bool IsSmall(Quotient quotient) =>
        quotient.Numerator.Terms.Count <= MaximumTerms && quotient.Numerator.Degree <= MaximumDegree && quotient.Factors.Values.All(factor => factor.Factor.Terms.Count <= MaximumTerms);

    private Quotient Variable(Term term)
    {
        if (term.Id >= MaximumTermNumber)
        {
            IsCut = true;
        }

        _atoms[term.Id] = term;
        return Quotient.Of(Polynomial.Variable(Math.Min(term.Id, MaximumTermNumber)));
    }

    private static bool IsAtom(Term term) => term switch
    {
        Term.Symbol => true,
        Term.Unary unary => unary.Operation != UnaryOperation.Negate,
        Term.Convert convert => !PolynomialForms.IsTransparent(convert),
        Term.Binary binary => binary.Operation is BinaryOperation.Min or BinaryOperation.Max,
        _ => false,
    };

    private Quotient? Compute(Term term)
    {
        switch (term)
        {
            case Term.Constant { Exact: { } exact }:
                return Quotient.Of(Polynomial.Constant(exact));
            case Term.Unary { Operation: UnaryOperation.Negate } unary:
                return Quotient.Zero - Of(unary.Operand);
            case Term.Convert convert when PolynomialForms.IsTransparent(convert):
                return Of(convert.Operand);
            case Term.Binary { Operation: BinaryOperation.Add } sum:
                return Of(sum.Left) + Of(sum.Right);
            case Term.Binary { Operation: BinaryOperation.Subtract } difference:
                return Of(difference.Left) - Of(difference.Right);
            case Term.Binary { Operation: BinaryOperation.Multiply } product:
                return Of(product.Left) * Of(product.Right);
            case Term.Binary { Operation: BinaryOperation.Divide, Kind: ScalarKind.Double or ScalarKind.Decimal } quotient:
                return Of(quotient.Right).Inverse() is { } reciprocal ? Of(quotient.Left) * reciprocal : null;
            case Term.Binary { Operation: BinaryOperation.Pow, Right: Term.Constant { Exact: { } exponent } } power
                when exponent.Denominator.IsOne && Fraction.Abs(exponent) <= 6 && !exponent.IsZero:
                var value = exponent.IsNegative ? Of(power.Left).Inverse() : Of(power.Left);
                return value is null ? null : Enumerable.Range(1, (int)exponent.Abs().Numerator - 1).Aggregate(value, (result, _) => result * value);

            // Half powers of what is written as a square are whole powers of its root.
            case Term.Binary { Operation: BinaryOperation.Pow, Right: Term.Constant { Exact: { } half } } power
                when IsHalf(half) && _rootOf.TryGetValue(power.Left, out var root):
                var odd = half.IsNegative ? root.Inverse() : root;
                return odd is null ? null : Enumerable.Range(1, (int)half.Abs().Numerator - 1).Aggregate(odd, (result, _) => result * odd);
            default:
                return null;
        }
    }
}
