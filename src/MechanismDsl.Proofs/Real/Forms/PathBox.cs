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
    public static PathBox Of(IReadOnlyList<Fact> facts, PolynomialForms forms)
    {
        var narrowed = new Dictionary<Term, Interval>();
        var box = new PathBox(forms, narrowed);
        foreach (var fact in facts)
        {
            box.Narrow(fact);
        }

        foreach (var bound in box._bounds)
        {
            var term = forms.Atoms[bound.Key];
            var range = TermIntervals.OfDomains.Of(term);
            var low = bound.Value.Low is { } least ? Math.Max(range.Low, Rationals.Enclose(least).Low) : range.Low;
            var high = bound.Value.High is { } most ? Math.Min(range.High, Rationals.Enclose(most).High) : range.High;
            if (low > high)
            {
                box.IsEmpty = true;
                continue;
            }

            narrowed[term] = new Interval(low, high, range.MayBeNaN);
        }

        return box;
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
