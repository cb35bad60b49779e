using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>
/// Closes comparisons across branches: <c>t(x) ≤ t(c) ≤ u(d) ≤ u(x′)</c> where the path knows x ≤ c and d ≤ x′. With c = d a branch constant this is what
/// proves a continuous function of several pieces; c and d can be any terms without the focal report.
/// </summary>
internal static class KinkSearch
{
    /// <summary>The name of the technique.</summary>
    public const string Name = "kink";

    private const int MostThresholds = 8;

    /// <summary>A chain that proves left ≤ right, or null.</summary>
    public static (Entailment Entailment, string Chain)? Find(PathOrder order, TermPool pool, Term left, Term right)
    {
        if (FocalOf(left) is not { } low || FocalOf(right) is not { } high || ReferenceEquals(low, high))
        {
            return null;
        }

        // t falls in its report if it stands above the other run: then the threshold is approached from the other side.
        var uppers = Thresholds(order, threshold => low.Role == SymbolRole.Focal ? order.LessOrEqual(low, threshold) : order.LessOrEqual(threshold, low));
        var lowers = Thresholds(order, threshold => high.Role == SymbolRole.Focal ? order.LessOrEqual(high, threshold) : order.LessOrEqual(threshold, high));
        foreach (var upper in uppers)
        {
            var first = pool.Substitute(left, low, upper);
            var reached = IsNumber(order, first) ? order.LessOrEqual(left, first) : Entailment.Open;
            foreach (var lower in reached == Entailment.Open ? [] : lowers)
            {
                var second = pool.Substitute(right, high, lower);
                var entailment = IsNumber(order, second)
                    ? reached.And(order.LessOrEqual(first, second)).And(order.LessOrEqual(second, right))
                    : Entailment.Open;
                if (entailment != Entailment.Open)
                {
                    return (entailment, $"{left} <= {first} <= {second} <= {right}");
                }
            }
        }

        return null;
    }

    // The one focal report that a term depends on.
    private static Term.Symbol? FocalOf(Term term)
    {
        Term.Symbol? found = null;
        foreach (var symbol in term.SymbolsOf())
        {
            if (symbol.Role is SymbolRole.Focal or SymbolRole.FocalOther)
            {
                if (found is not null)
                {
                    return null;
                }

                found = symbol;
            }
        }

        return found;
    }

    private static List<Term> Thresholds(PathOrder order, Func<Term, Entailment> bounds)
    {
        var found = new List<Term>();
        foreach (var node in order.Graph.Nodes.ToArray())
        {
            var isFree = node is Term.Constant || !node.SymbolsOf().Any(symbol => symbol.Role is SymbolRole.Focal or SymbolRole.FocalOther);
            if (found.Count < MostThresholds && isFree && bounds(node) != Entailment.Open)
            {
                found.Add(node);
            }
        }

        return found;
    }

    private static bool IsNumber(PathOrder order, Term term) => !order.Range(term).MayBeNaN;
}
