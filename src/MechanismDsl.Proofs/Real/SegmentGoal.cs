using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real;

/// <summary>
/// A goal L ≤ R in which only L mentions one focal report, and only R the other one: with no further relation between the two runs it follows from how
/// L and R move with the report.
/// </summary>
/// <param name="Left">L.</param>
/// <param name="Right">R.</param>
/// <param name="LeftReport">The focal report that L depends on.</param>
/// <param name="RightReport">The focal report that R depends on.</param>
/// <param name="IsRising">Whether the report of L is the lower one, so that L and R should rise; otherwise they should fall.</param>
internal sealed record SegmentGoal(Term Left, Term Right, Term.Symbol LeftReport, Term.Symbol RightReport, bool IsRising)
{
    /// <summary>The lower one of the two reports.</summary>
    public Term.Symbol Lower => IsRising ? LeftReport : RightReport;

    /// <summary>The higher one of the two reports.</summary>
    public Term.Symbol Upper => IsRising ? RightReport : LeftReport;

    /// <summary>Whether L and R are the same function of the report.</summary>
    public bool IsOneFunction(TermPool pool) => ReferenceEquals(pool.Substitute(Right, RightReport, LeftReport), Left);

    /// <summary>The goal of an obligation in this form; null if it has another one.</summary>
    public static SegmentGoal? Of(Obligation obligation)
    {
        if (obligation.Goal is not Goal.Compare { Relation: Relation.LessOrEqual } compare)
        {
            return null;
        }

        var focal = obligation.Pool.Symbols.FirstOrDefault(symbol => symbol.Role == SymbolRole.Focal);
        var other = obligation.Pool.Symbols.FirstOrDefault(symbol => symbol.Role == SymbolRole.FocalOther);
        if (focal is null || other is null || !obligation.Facts.Any(fact => ReferenceEquals(fact.Left, focal) && ReferenceEquals(fact.Right, other) && fact.Relation is (Relation.LessOrEqual or Relation.Less)))
        {
            return null;
        }

        var (left, right) = (compare.Left, compare.Right);
        if (!left.Mentions(other) && !right.Mentions(focal))
        {
            return new SegmentGoal(left, right, focal, other, IsRising: true);
        }

        return !left.Mentions(focal) && !right.Mentions(other) ? new SegmentGoal(left, right, other, focal, IsRising: false) : null;
    }
}
