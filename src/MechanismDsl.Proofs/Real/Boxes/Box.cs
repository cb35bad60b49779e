using MechanismDsl.Proofs.Real.Derivatives;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Boxes;

/// <summary>A range for every symbol, and the ranges of terms that follow from it.</summary>
internal sealed class Box
{
    private readonly IReadOnlyDictionary<Term, Interval> _ranges;
    private readonly TermIntervals _intervals;

    /// <summary>A box; symbols without a range have their domain.</summary>
    public Box(IReadOnlyDictionary<Term, Interval> ranges)
    {
        _ranges = ranges;
        _intervals = new TermIntervals(ranges);
    }

    /// <summary>The range of a term.</summary>
    public Interval RangeOf(Term term) => _intervals.Of(term);

    /// <summary>The range of what an operation computes, before it is brought into its kind.</summary>
    public Interval BeforeOverflow(Term term) => _intervals.BeforeOverflow(term);

    /// <summary>The same box with another range for one symbol; atoms that facts had bounded keep their bounds.</summary>
    public Box With(Term.Symbol symbol, Interval range)
    {
        var ranges = _ranges.ToDictionary(pair => pair.Key, pair => pair.Value);
        ranges[symbol] = range;
        return new Box(ranges);
    }

    /// <summary>The same box with what is known besides of some terms.</summary>
    public Box Given(IReadOnlyDictionary<Term, Interval> known)
    {
        var ranges = _ranges.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var pair in known)
        {
            ranges[pair.Key] = ranges.TryGetValue(pair.Key, out var range) ? range.Meet(pair.Value) ?? pair.Value : pair.Value;
        }

        return new Box(ranges);
    }

    /// <summary>Whether some fact holds nowhere in the box, so that the box need not be looked at.</summary>
    public bool Excludes(IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.Left.Kind == ScalarKind.Boolean)
            {
                continue;
            }

            var (left, right) = (RangeOf(fact.Left), RangeOf(fact.Right));
            var isImpossible = fact.Relation switch
            {
                Relation.LessOrEqual => left.Low > right.High,
                Relation.Less => left.Low >= right.High && !left.MayBeNaN && !right.MayBeNaN && IsExact(fact, left, right),
                Relation.Equal => left.Low > right.High || right.Low > left.High,
                _ => false,
            };
            if (isImpossible)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sign of a quotient all over the box: 1 if it is nowhere negative, −1 if nowhere positive, 0 if that is not seen.</summary>
    public int SignOf(QuotientForms forms, Quotient quotient)
    {
        var sign = new PolynomialBounds(quotient.Numerator).Sign(variable => RangeOf(forms.Atoms[variable]), forms.IsSymbol);
        foreach (var factor in quotient.Factors.Values)
        {
            if (sign != 0 && factor.Power % 2 == 1)
            {
                sign *= new PolynomialBounds(factor.Factor).Sign(variable => RangeOf(forms.Atoms[variable]), forms.IsSymbol);
            }
        }

        return sign;
    }

    // Ends that touch exclude x < c only if no rounding was involved: for symbols and constants.
    private static bool IsExact(Fact fact, Interval left, Interval right) =>
        left.Low > right.High || (fact.Left is Term.Symbol or Term.Constant && fact.Right is Term.Symbol or Term.Constant);
}
