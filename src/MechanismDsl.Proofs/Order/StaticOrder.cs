using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>The comparisons that hold on every path: from the domains, and from x ≤ x′. This is the monotonicity lattice: t(x) ≤ t(x′) is one of them.</summary>
internal sealed class StaticOrder : OrderRules
{
    private readonly Dictionary<(Term, Term), Entailment> _known = [];

    /// <summary>Comparisons that were not known yet, here and in the orders of the paths on top: the work that a path has cost.</summary>
    public long Comparisons { get; private set; }

    /// <summary>Counts a comparison that is not known yet.</summary>
    public void Count() => Comparisons++;

    /// <summary>Whether a ≤ b for all inputs with x ≤ x′.</summary>
    public Entailment LessOrEqual(Term a, Term b)
    {
        if (ReferenceEquals(a, b))
        {
            return Entailment.Exact;
        }

        if (_known.TryGetValue((a, b), out var known))
        {
            return known;
        }

        Count();

        // Terms are acyclic and every rule goes to parts, so the recursion ends; the entry guards nothing.
        var result = IsBelow(a.Range, b.Range) || IsFocalPair(a, b) ? Entailment.Exact : Derive(a, b);
        _known[(a, b)] = result;
        return result;
    }

    /// <summary>Whether a &lt; b for all inputs, from the domains alone.</summary>
    public static bool Less(Term a, Term b) => !a.Range.MayBeNaN && !b.Range.MayBeNaN && a.Range.High < b.Range.Low;

    /// <inheritdoc/>
    protected override Entailment Compare(Term a, Term b) => LessOrEqual(a, b);

    /// <inheritdoc/>
    protected override ValueRange RangeOf(Term term) => term.Range;

    private static bool IsBelow(ValueRange a, ValueRange b) => !a.MayBeNaN && !b.MayBeNaN && a.High <= b.Low;

    private static bool IsFocalPair(Term a, Term b) =>
        a is Term.Symbol { Role: SymbolRole.Focal } x && b is Term.Symbol { Role: SymbolRole.FocalOther } other && x.Input == other.Input && x.Agent == other.Agent;
}
