using Fractions;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Forms;

/// <summary>The domains of the symbols, narrowed by those facts of a path that bound one symbol, or one atom, by a number.</summary>
internal sealed class PathBox
{
    private readonly Dictionary<int, (Fraction? Low, Fraction? High)> _bounds = [];
    private readonly PolynomialForms _forms;
    private readonly TermIntervals _intervals;

    private PathBox(PolynomialForms forms, Dictionary<Term, Interval> ranges)
    {
        _forms = forms;
        Ranges = ranges;
        _intervals = new TermIntervals(ranges);
    }

    /// <summary>Narrowed ranges, in doubles rounded outward, of symbols and atoms that a fact bounds.</summary>
    public IReadOnlyDictionary<Term, Interval> Ranges { get; }

    /// <summary>True if two facts, or a fact and a domain, leave no value: the path cannot be taken.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The box of a path.</summary>
    /// <param name="facts">The facts of the path.</param>
    /// <param name="forms">Forms of their terms.</param>
    /// <param name="isExact">Whether only facts that compare a term with a constant are used, which hold as the program computes them.</param>
    public static PathBox Of(IReadOnlyList<Fact> facts, PolynomialForms forms, bool isExact = false)
    {
        var narrowed = new Dictionary<Term, Interval>();
        var box = new PathBox(forms, narrowed);
        foreach (var fact in facts)
        {
            if (!isExact || box.IsSimple(fact.Left, fact.Right) || box.IsSimple(fact.Right, fact.Left))
            {
                box.Narrow(fact);
            }
        }

        var domains = TermIntervals.OfDomains();
        foreach (var bound in box._bounds)
        {
            var term = forms.Atoms[bound.Key];
            var range = domains.Of(term);
            var low = bound.Value.Low is { } least ? Math.Max(range.Low, Enclose(least).Low) : range.Low;
            var high = bound.Value.High is { } most ? Math.Min(range.High, Enclose(most).High) : range.High;
            if (low > high)
            {
                box.IsEmpty = true;
                continue;
            }

            narrowed[term] = new Interval(low, high, range.MayBeNaN);
        }

        return box;
    }

    /// <summary>
    /// Adds that a − b is not negative (not positive) where a fact says b ≤ a (a ≤ b): rounding is monotone, so this holds of doubles too, and √(x − t)
    /// is a number behind a test of t ≤ x. Whether the difference can be NaN, as that of infinities is, is left to its operands.
    /// </summary>
    public static void AddDifferences(Dictionary<Term, Interval> ranges, IReadOnlyList<Fact> facts, IEnumerable<Term> terms)
    {
        foreach (var difference in terms.SelectMany(term => term.SubTerms()).OfType<Term.Binary>().Where(term => term.Operation == BinaryOperation.Subtract))
        {
            if (IsBelow(facts, difference.Right, difference.Left))
            {
                ranges[difference] = new Interval(0, double.PositiveInfinity, mayBeNaN: true);
            }
            else if (IsBelow(facts, difference.Left, difference.Right))
            {
                ranges[difference] = new Interval(double.NegativeInfinity, 0, mayBeNaN: true);
            }
        }
    }

    // A chain of facts from one term up to the other.
    private static bool IsBelow(IReadOnlyList<Fact> facts, Term low, Term high)
    {
        var reached = new List<Term> { low };
        for (var index = 0; index < reached.Count; index++)
        {
            foreach (var fact in facts.Where(fact => ReferenceEquals(fact.Left, reached[index]) && fact.Relation != Relation.NotEqual && !reached.Contains(fact.Right)))
            {
                reached.Add(fact.Right);
            }
        }

        return reached.Contains(high);
    }

    /// <summary>The range of a term on the path.</summary>
    public Interval RangeOf(Term term) => _intervals.Of(term);

    /// <summary>The bounds of an atom on the path as rational numbers, the decimals that are written; null where there is none.</summary>
    public (Fraction? Low, Fraction? High) BoundsOf(int atom)
    {
        var term = _forms.Atoms[atom];
        Fraction? low;
        Fraction? high;
        if (term is Term.Symbol symbol)
        {
            (low, high) = (Rational(symbol.Domain.Low, isLiteral: true), Rational(symbol.Domain.High, isLiteral: true));
        }
        else
        {
            var range = _intervals.Of(term);
            (low, high) = (Rational(range.Low, isLiteral: false), Rational(range.High, isLiteral: false));
        }

        if (_bounds.TryGetValue(atom, out var bound))
        {
            low = bound.Low is { } least && (low is null || least > low) ? least : low;
            high = bound.High is { } most && (high is null || most < high) ? most : high;
        }

        return (low, high);
    }

    // A decimal that is written stands for its double too: x ≤ 25.3 bounds the doubles by the one that is nearest to 25.3.
    private static Interval Enclose(Fraction value)
    {
        var near = Rationals.Nearest(value);
        return !double.IsInfinity(near) && Rationals.OfLiteral(near) == value ? Interval.Of(near) : Rationals.Enclose(value);
    }

    // A folded constant can be another double than the nearest to its real value.
    private bool IsSimple(Term term, Term bound) =>
        bound is Term.Constant { Exact: { } exact } constant && ExactReading.Of(constant.Value) == exact && _forms.Of(term).Variables is [var atom] && atom == term.Id;

    // A fact about one atom: c · atom + d ≤ 0.
    private void Narrow(Fact fact)
    {
        if (fact.Relation == Relation.NotEqual || fact.Left.Kind == ScalarKind.Boolean)
        {
            return;
        }

        var form = _forms.Of(fact.Left) - _forms.Of(fact.Right);
        if (form.Degree != 1 || form.Variables is not [var atom])
        {
            return;
        }

        var slope = form.Terms[Monomial.Of(atom)];
        var limit = (form.Terms.TryGetValue(Monomial.One, out var constant) ? constant : Fraction.Zero).Negate() / slope;
        _bounds.TryGetValue(atom, out var bound);
        if ((slope.IsPositive || fact.Relation == Relation.Equal) && (bound.High is not { } high || limit < high))
        {
            bound.High = limit;
        }

        if ((slope.IsNegative || fact.Relation == Relation.Equal) && (bound.Low is not { } low || limit > low))
        {
            bound.Low = limit;
        }

        _bounds[atom] = bound;
    }

    private static Fraction? Rational(double value, bool isLiteral) => double.IsInfinity(value) || double.IsNaN(value) ? null
        : isLiteral ? Rationals.OfLiteral(value)
        : Rationals.OfBinary(value);
}
