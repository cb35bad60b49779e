using Fractions;
using MechanismDsl.Proofs.Order;
using MechanismDsl.Proofs.Real.Boxes;
using MechanismDsl.Proofs.Real.Derivatives;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real;

/// <summary>Proves that a term rises, or falls, with one symbol on a segment of its values, by the sign of its derivative (mean value theorem of Clarke 1983).</summary>
/// <param name="obligation">The obligation whose facts hold on the whole segment, as far as they do not mention a focal report.</param>
/// <param name="budget">The steps.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class MonotoneSegment(Obligation obligation, Budget budget, CancellationToken cancellationToken)
{
    private const int MaximumBoxes = 3000;

    private readonly List<Fact> _facts = [.. obligation.Facts.Where(fact => !MentionsReport(fact.Left) && !MentionsReport(fact.Right))];

    /// <summary>A cover of the segment that shows it; null if it is not seen.</summary>
    /// <param name="term">The term.</param>
    /// <param name="symbol">The symbol that moves.</param>
    /// <param name="segment">The values through which it moves.</param>
    /// <param name="ranges">Ranges of what does not mention a focal report.</param>
    /// <param name="isRising">Whether the term should rise.</param>
    /// <param name="additional">What else holds on the whole segment.</param>
    /// <param name="refute">Asked of boxes that are not seen to be good; true ends the search.</param>
    public string? Prove(Term term, Term.Symbol symbol, Interval segment, IReadOnlyDictionary<Term, Interval> ranges, bool isRising, IReadOnlyList<Fact> additional, Func<Box, bool> refute)
    {
        if (!term.Mentions(symbol))
        {
            return "constant";
        }

        List<Fact> facts = [.. _facts, .. Lasting(symbol), .. additional];
        var known = ranges.Where(pair => !MentionsReport(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
        PathBox.AddDifferences(known, facts, [term]);
        var box = new Box(known).With(symbol, segment);
        var forms = new QuotientForms(obligation.Pool, term);
        var value = forms.Of(term);
        var slopes = new Slopes(forms, symbol, box);
        if (forms.IsCut || slopes.Of(value) is not { } slope)
        {
            return null;
        }

        slope = isRising ? slope : Quotient.Zero - slope;
        if (Exactly(slope, value, symbol, segment) is { } exact)
        {
            return exact;
        }

        // What is known to be positive is a divisor wherever it occurs.
        var divisors = new Dictionary<Term, Interval>();
        var positive = new List<Quotient>();
        foreach (var fact in facts.Where(fact => fact.Relation == Relation.Less && fact.Left.Kind == ScalarKind.Double))
        {
            positive.Add(forms.Of(fact.Right) - forms.Of(fact.Left));
            if (fact.Left is Term.Constant { Exact.IsZero: true })
            {
                divisors[fact.Right] = new Interval(double.Epsilon, double.PositiveInfinity);
            }
        }

        if (forms.IsCut)
        {
            return null;
        }

        var problem = new SignProblem(slope, slopes.Unbounded, slopes.RangeOf, forms.IsSymbol, positive: positive);

        // Where the term could be undefined it need not be connected.
        return new BoxSearch(SignProblem.SymbolsOf([term, .. additional.SelectMany(fact => new[] { fact.Left, fact.Right })]), facts, MaximumBoxes).Cover(
            box, part => (divisors.Count == 0 ? part : part.Given(divisors)).RangeOf(term).MayBeNaN ? null : problem.Decide(part), refute, budget, cancellationToken);
    }

    // A polynomial in the symbol alone is decided exactly, also where its slope touches zero inside.
    private static string? Exactly(Quotient slope, Quotient value, Term.Symbol symbol, Interval segment)
    {
        if (slope.Factors.Count > 0 || value.Factors.Count > 0 || slope.Numerator.Variables.Any(variable => variable != symbol.Id) || !segment.IsFinite || segment.IsPoint)
        {
            return null;
        }

        var coefficients = slope.Numerator.CoefficientsIn(symbol.Id).Select(coefficient => coefficient.AsConstant ?? Fraction.Zero).ToArray();
        var polynomial = new UnivariatePolynomial(coefficients);
        var (low, high) = (Rationals.OfLiteral(segment.Low), Rationals.OfLiteral(segment.High));
        return PolynomialSign.IsNonNegative(polynomial, low, high, out _)
            ? $"sturm [{CertificateText.Of(low)}, {CertificateText.Of(high)}] {string.Join(" ", coefficients.Select(CertificateText.Of))}"
            : null;
    }

    // Facts about the report that moves that hold all the way: of the lower report those that hold of every higher one, of the higher report those that hold of
    // every lower one. Where a sum of bids is positive, it is so for all higher bids.
    private IEnumerable<Fact> Lasting(Term.Symbol symbol)
    {
        var other = obligation.Pool.Symbols.FirstOrDefault(one => one.Role == (symbol.Role == SymbolRole.Focal ? SymbolRole.FocalOther : SymbolRole.Focal));
        var order = new StaticOrder();
        foreach (var fact in obligation.Facts.Where(fact => fact.Relation is Relation.Less or Relation.LessOrEqual))
        {
            if (other is not null && (fact.Left.Mentions(symbol) || fact.Right.Mentions(symbol)) && !fact.Left.Mentions(other) && !fact.Right.Mentions(other)
                && order.LessOrEqual(fact.Right, obligation.Pool.Substitute(fact.Right, symbol, other)) != Entailment.Open
                && order.LessOrEqual(obligation.Pool.Substitute(fact.Left, symbol, other), fact.Left) != Entailment.Open)
            {
                yield return fact;
            }
        }
    }

    /// <summary>Whether a focal report occurs in a term.</summary>
    public static bool MentionsReport(Term term) => term.SymbolsOf().Any(symbol => symbol.Role is SymbolRole.Focal or SymbolRole.FocalOther);
}
