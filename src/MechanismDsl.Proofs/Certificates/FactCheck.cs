using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates;

/// <summary>
/// Checks comparisons from a list of facts, without any part of the provers: chains whose steps are facts, or follow from the ranges, or from
/// comparisons of the parts by one of the rules of <see cref="MonotoneCheck"/>.
/// </summary>
/// <param name="facts">The facts.</param>
/// <param name="isExact">Whether only what holds to the bit counts, not what holds in real arithmetic.</param>
internal sealed class FactCheck(IReadOnlyList<Fact> facts, bool isExact = false)
{
    private readonly Dictionary<(Term, Term), bool> _known = [];
    private readonly Dictionary<Term, ValueRange> _ranges = [];
    private readonly Term[] _sides = [.. facts.SelectMany(fact => new[] { fact.Left, fact.Right }).Distinct()];
    private Dictionary<Term, (double Low, double High)>? _bounds;

    /// <summary>Whether a library function had to be taken as monotone, which holds in real arithmetic only.</summary>
    public bool UsesReals { get; private set; }

    private Dictionary<Term, (double Low, double High)> Bounds => _bounds ??= FindBounds();

    /// <summary>Whether left ≤ right.</summary>
    public bool IsBelow(Term left, Term right) => Reaches(left, right, isStrict: false);

    /// <summary>Whether left &lt; right: some step is strict.</summary>
    public bool IsStrictlyBelow(Term left, Term right) => Reaches(left, right, isStrict: true);

    /// <summary>Whether the facts contradict each other.</summary>
    public bool AreContradictory() => facts.Any(fact => fact.Relation switch
    {
        Relation.Less => IsBelow(fact.Right, fact.Left),
        Relation.LessOrEqual => IsStrictlyBelow(fact.Right, fact.Left),
        Relation.Equal => IsStrictlyBelow(fact.Right, fact.Left) || IsStrictlyBelow(fact.Left, fact.Right),
        _ => IsBelow(fact.Left, fact.Right) && IsBelow(fact.Right, fact.Left),
    });

    /// <summary>The values that a term can have.</summary>
    public ValueRange RangeOf(Term term)
    {
        if (_ranges.TryGetValue(term, out var known))
        {
            return known;
        }

        var range = term switch
        {
            Term.Unary unary => RangeRules.Of(unary.Operation, unary.Operand.Kind, RangeOf(unary.Operand)),
            Term.Binary binary => RangeRules.Of(binary.Operation, binary.Kind, RangeOf(binary.Left), RangeOf(binary.Right)),
            Term.Convert convert => RangeRules.Convert(convert.Operand.Kind, convert.Kind, RangeOf(convert.Operand)),
            _ => term.Range,
        };
        if (Bounds.TryGetValue(term, out var bound))
        {
            range = range with { Low = Math.Max(range.Low, bound.Low), High = Math.Min(range.High, bound.High) };
        }

        return _ranges[term] = range;
    }

    // The bounds that facts hand on from side to side, until none moves.
    private Dictionary<Term, (double Low, double High)> FindBounds()
    {
        var bounds = _sides.ToDictionary(
            side => side,
            side => side.Range.MayBeNaN ? (Low: double.NegativeInfinity, High: double.PositiveInfinity) : (side.Range.Low, side.Range.High));
        for (var (round, moved) = (0, true); moved && round <= facts.Count; round++)
        {
            moved = false;
            foreach (var fact in facts.Where(fact => fact.Relation is Relation.Less or Relation.LessOrEqual))
            {
                // A strict bound moves to the neighbouring double, or integer.
                var (lower, upper) = (bounds[fact.Left], bounds[fact.Right]);
                var isDouble = fact.Left.Kind == ScalarKind.Double;
                var isStrict = fact.Relation == Relation.Less && (isDouble || fact.Left.Kind == ScalarKind.Int32);
                var high = Math.Min(lower.High, !isStrict ? upper.High : isDouble ? Ulp.Down(upper.High) : upper.High - 1);
                var low = Math.Max(upper.Low, !isStrict ? lower.Low : isDouble ? Ulp.Up(lower.Low) : lower.Low + 1);
                moved |= high < lower.High || low > upper.Low;
                bounds[fact.Left] = (lower.Low, high);
                bounds[fact.Right] = (low, bounds[fact.Right].High);
            }
        }

        return bounds;
    }

    // Breadth first from side to side of the facts, each step by a fact or by a rule.
    private bool Reaches(Term from, Term to, bool isStrict)
    {
        var seen = new HashSet<(Term, bool)> { (from, false) };
        var open = new Queue<(Term At, bool Strict)>();
        open.Enqueue((from, false));
        while (open.Count > 0)
        {
            var (at, strict) = open.Dequeue();
            foreach (var side in _sides.Append(to))
            {
                var step = strict || IsStrictStep(at, side);
                if ((step == strict && (ReferenceEquals(at, side) || !Step(at, side))) || seen.Contains((side, step)))
                {
                    continue;
                }

                if (ReferenceEquals(side, to) && (step || !isStrict))
                {
                    return true;
                }

                seen.Add((side, step));
                open.Enqueue((side, step));
            }
        }

        return !isStrict && Step(from, to);
    }

    private bool IsStrictStep(Term a, Term b) =>
        Apart(a, b) || IsBeforeNext(a, b) || facts.Any(fact => fact.Relation == Relation.Less && ReferenceEquals(fact.Left, a) && ReferenceEquals(fact.Right, b));

    // Whole numbers: a ≤ c is a < c + 1. That the sum is a number of its kind has been demanded where it was made.
    private bool IsBeforeNext(Term a, Term b) =>
        b is Term.Binary { Operation: BinaryOperation.Add, Kind: ScalarKind.Int32, Right: Term.Constant { Exact: not null, Value.AsInteger: >= 1 } } next && Step(a, next.Left);

    // One step: the same, a chain of facts, the ranges, or a rule on parts.
    private bool Step(Term a, Term b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        if (!_known.TryGetValue((a, b), out var known))
        {
            ValueRange left = RangeOf(a), right = RangeOf(b);
            known = (!left.MayBeNaN && !right.MayBeNaN && left.High <= right.Low)
                || IsLinked(a, b)
                || MonotoneCheck.Holds(a, b, Step, RangeOf, () => UsesReals = !isExact);
            _known[(a, b)] = known;
        }

        return known;
    }

    private bool IsLinked(Term from, Term to)
    {
        var seen = new HashSet<Term> { from };
        var open = new Queue<Term>();
        open.Enqueue(from);
        while (open.Count > 0)
        {
            var at = open.Dequeue();
            foreach (var fact in facts)
            {
                if (ReferenceEquals(fact.Left, at) && fact.Relation != Relation.NotEqual && seen.Add(fact.Right))
                {
                    if (ReferenceEquals(fact.Right, to))
                    {
                        return true;
                    }

                    open.Enqueue(fact.Right);
                }
            }
        }

        return false;
    }

    private bool Apart(Term a, Term b)
    {
        ValueRange left = RangeOf(a), right = RangeOf(b);
        return !left.MayBeNaN && !right.MayBeNaN && left.High < right.Low;
    }
}
