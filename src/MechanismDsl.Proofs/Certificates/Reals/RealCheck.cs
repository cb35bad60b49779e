using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates.Reals;

/// <summary>
/// Checks the parts of a certificate that are about real functions: signs of derivatives on a cover of a segment, corners between two functions, and covers
/// of a box. It differentiates and bounds by rules of its own; from the certificate it takes where to cut and which corners to go by.
/// </summary>
/// <param name="obligation">What is closed.</param>
internal sealed class RealCheck(Obligation obligation)
{
    private readonly Dictionary<string, Term.Symbol> _symbols = obligation.Pool.Symbols.ToDictionary(symbol => symbol.Name, StringComparer.Ordinal);

    /// <summary>Whether the goal follows as the certificate says.</summary>
    /// <param name="evidence">The certificate of the obligation.</param>
    public bool Holds(string evidence)
    {
        var mark = evidence.IndexOf(' ');
        var proof = evidence.Substring(mark + 1);
        return evidence.Substring(0, Math.Max(0, mark)) switch
        {
            "derivative" => IsOneRisingFunction(proof),
            "corner" => GoesByCorners(proof),
            "boxes" => HoldsOnBoxes(obligation.Goal, proof),
            _ => false,
        };
    }

    // L(x) ≤ L(x′), L rising where x ≤ x′, falling where x′ ≤ x.
    private bool IsOneRisingFunction(string proof)
    {
        if (obligation.Goal is not Goal.Compare { Relation: Relation.LessOrEqual } goal || Reports() is not var (lower, upper))
        {
            return false;
        }

        var isRising = !goal.Left.Mentions(upper);
        var report = isRising ? lower : upper;
        var other = isRising ? upper : lower;
        var box = CheckBox.Of(obligation.Facts, isExact: false);
        return !goal.Left.Mentions(other)
            && ReferenceEquals(obligation.Pool.Substitute(goal.Left, report, other), goal.Right)
            && IsMonotone(goal.Left, report, box.Of(lower).Low, box.Of(upper).High, isRising, [], proof);
    }

    private bool IsMonotone(Term term, Term.Symbol symbol, double low, double high, bool isRising, IReadOnlyList<Fact> additional, string proof)
    {
        if (!term.Mentions(symbol))
        {
            return true;
        }

        return IsMonotone(new RatioForm(), term, symbol, low, high, isRising, additional, proof)
            || IsMonotone(new RatioForm(isSteep: true), term, symbol, low, high, isRising, additional, proof);
    }

    private bool IsMonotone(RatioForm form, Term term, Term.Symbol symbol, double low, double high, bool isRising, IReadOnlyList<Fact> additional, string proof)
    {
        if (form.Of(term) is not { } value || form.Slope(value, symbol) is not { } slope || low > high)
        {
            return false;
        }

        slope = isRising ? slope : Ratio.Of(Polynomial.Zero) - slope;
        List<Fact> facts = [.. obligation.Facts.Where(fact => !MentionsReport(fact.Left) && !MentionsReport(fact.Right)), .. additional];
        var box = CheckBox.Of(facts, isExact: false).With(symbol, low, high);
        if (proof.StartsWith("sturm ", StringComparison.Ordinal))
        {
            return slope.Below.AsConstant is { IsPositive: true }
                && slope.Top.Variables.All(variable => variable == symbol.Id)
                && box.RealOf(symbol) is { Low: { } from, High: { } to }
                && RootCheck.IsNonNegative([.. slope.Top.CoefficientsIn(symbol.Id).Select(coefficient => coefficient.AsConstant ?? Fraction.Zero)], from, to);
        }

        var sign = new SignCheck(form, slope, isStrict: false);
        return new CoverText(_symbols).Holds(proof, box, [(leaf, part) => part.IsVoidInReals(facts) || (leaf != "void" && IsDefined(term, part) && sign.Holds(part, facts))]);
    }

    // L(x) ≤ L(c) ≤ R(d) ≤ R(x′).
    private bool GoesByCorners(string proof)
    {
        var colon = proof.IndexOf(": ", StringComparison.Ordinal);
        var corners = colon < 0 ? [] : proof.Substring(0, colon).Split([" and "], StringSplitOptions.None);
        var steps = colon < 0 ? [] : proof.Substring(colon + 2).Split(["; "], 3, StringSplitOptions.None);
        if (corners.Length != 2 || steps.Length != 3 || obligation.Goal is not Goal.Compare { Relation: Relation.LessOrEqual } goal || Reports() is not var (lower, upper))
        {
            return false;
        }

        var isRising = !goal.Left.Mentions(upper) && !goal.Right.Mentions(lower);
        var (left, right) = isRising ? (lower, upper) : (upper, lower);
        if (goal.Left.Mentions(right) || goal.Right.Mentions(left))
        {
            return false;
        }

        var (first, second) = (Corner(corners[0]), Corner(corners[1]));
        var moved = goal with
        {
            Left = first is null ? goal.Left : obligation.Pool.Substitute(goal.Left, left, first),
            Right = second is null ? goal.Right : obligation.Pool.Substitute(goal.Right, right, second),
        };
        return (first is null || Moves(goal.Left, left, first, isUp: isRising, isRising, steps[0]))
            && (second is null || Moves(goal.Right, right, second, isUp: !isRising, isRising, steps[1]))
            && Between(moved, steps[2]);
    }

    private bool Between(Goal.Compare moved, string proof) =>
        proof == "same" ? ReferenceEquals(moved.Left, moved.Right)
        : proof.StartsWith("linear", StringComparison.Ordinal) ? LinearCertificate.Check(obligation with { Goal = moved }, proof)
        : proof.StartsWith("boxes ", StringComparison.Ordinal) && HoldsOnBoxes(moved, proof.Substring("boxes ".Length));

    // Whether a report that moves up (or down) to a corner moves the function the right way all the way.
    private bool Moves(Term function, Term.Symbol report, Term corner, bool isUp, bool isRising, string proof)
    {
        var known = isUp ? new Fact(Relation.LessOrEqual, report, corner) : new Fact(Relation.LessOrEqual, corner, report);
        if (!obligation.Facts.Any(fact => ReferenceEquals(fact.Left, known.Left) && ReferenceEquals(fact.Right, known.Right) && fact.Relation is Relation.LessOrEqual or Relation.Less or Relation.Equal)
            && !obligation.Facts.Any(fact => fact.Relation == Relation.Equal && ReferenceEquals(fact.Left, known.Right) && ReferenceEquals(fact.Right, known.Left)))
        {
            return false;
        }

        var box = CheckBox.Of(obligation.Facts, isExact: false);
        var (low, high) = box.Of(report);
        var range = box.RealOf(corner);
        var end = isUp ? range.High : range.Low;
        var far = end is { } number ? isUp ? Ulp.Up(Real.Rationals.Nearest(number)) : Ulp.Down(Real.Rationals.Nearest(number)) : isUp ? double.PositiveInfinity : double.NegativeInfinity;
        far = corner is Term.Constant or Term.Symbol && end is { } exact && ExactReading.OfDouble(Real.Rationals.Nearest(exact)) == exact ? Real.Rationals.Nearest(exact) : far;
        return IsMonotone(function, report, isUp ? low : Math.Min(low, far), isUp ? Math.Max(high, far) : high, isRising, MentionsReport(corner) ? [] : [known], proof);
    }

    private Term? Corner(string text) => text == "-" ? null : new TermReader(obligation.Pool).Read(text);

    private bool HoldsOnBoxes(Goal goal, string proof)
    {
        var cover = proof.StartsWith("{} ", StringComparison.Ordinal) ? proof.Substring(3) : proof;
        var isExact = goal is Goal.NotNaN or Goal.Finite or Goal.InRange;
        IReadOnlyList<Func<string, CheckBox, bool>> leaves = goal switch
        {
            Goal.Impossible => [(_, part) => part.IsVoidInReals(obligation.Facts)],
            Goal.NotNaN number => [(_, part) => part.IsVoidInDoubles(obligation.Facts) || !part.DoubleOf(number.Value).MayBeNaN],
            Goal.Finite number => [(_, part) => part.IsVoidInDoubles(obligation.Facts) || part.DoubleOf(number.Value).IsFinite],
            Goal.InRange number => [(_, part) => part.IsVoidInDoubles(obligation.Facts) || (part.DoubleOf(number.Value) is { MayBeNaN: false } range && range.Low >= number.Low && range.High <= number.High)],
            Goal.Compare { Relation: Relation.Equal } equal => [Sign(equal.Left, equal.Right, equal.Slack, false), Sign(equal.Right, equal.Left, equal.Slack, false)],
            Goal.Compare { Relation: Relation.LessOrEqual or Relation.Less } compare => [Sign(compare.Left, compare.Right, compare.Slack, compare.Relation == Relation.Less)],
            _ => [],
        };
        return leaves.Count > 0 && new CoverText(_symbols).Holds(cover, CheckBox.Of(obligation.Facts, isExact), leaves);
    }

    private Func<string, CheckBox, bool> Sign(Term low, Term high, double slack, bool isStrict)
    {
        var form = new RatioForm();
        if (form.Of(low) is not { } left || form.Of(high) is not { } right || ExactReading.OfDouble(slack) is not { } allowed)
        {
            return (_, _) => false;
        }

        var sign = new SignCheck(form, right - left + Ratio.Of(Polynomial.Constant(allowed)), isStrict);
        return (leaf, part) => part.IsVoidInReals(obligation.Facts) || (leaf != "void" && sign.Holds(part, obligation.Facts));
    }

    // Where a logarithm, a root or a power could be undefined a function need not be connected; at zero itself roots and positive powers are.
    private static bool IsDefined(Term term, CheckBox box) => term.SubTerms().All(part => part switch
    {
        Term.Unary { Operation: UnaryOperation.Log, Operand: var x } => box.RealOf(x).IsPositive,
        Term.Unary { Operation: UnaryOperation.Sqrt, Operand: var x } => box.RealOf(x).IsNonNegative,
        Term.Unary { Operation: var function, Operand: var x } => ElementaryReals.IsDefined(function, box.RealOf(x)),
        Term.Binary { Operation: BinaryOperation.Pow, Left: var x, Right: Term.Constant { Exact: { IsPositive: true } } } => box.RealOf(x).IsNonNegative,
        Term.Binary { Operation: BinaryOperation.Pow, Left: var x } => box.RealOf(x).IsPositive,
        Term.Binary { Operation: BinaryOperation.Divide, Right: var x } => box.RealOf(x) is var below && (below.IsPositive || below.IsNegative),
        _ => true,
    });

    private (Term.Symbol Lower, Term.Symbol Upper)? Reports()
    {
        var lower = _symbols.Values.FirstOrDefault(symbol => symbol.Role == SymbolRole.Focal);
        var upper = _symbols.Values.FirstOrDefault(symbol => symbol.Role == SymbolRole.FocalOther);
        return lower is not null && upper is not null && obligation.Facts.Any(fact => ReferenceEquals(fact.Left, lower) && ReferenceEquals(fact.Right, upper) && fact.Relation is Relation.LessOrEqual or Relation.Less)
            ? (lower, upper)
            : null;
    }

    private static bool MentionsReport(Term term) => term.SymbolsOf().Any(symbol => symbol.Role is SymbolRole.Focal or SymbolRole.FocalOther);
}
