using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Real;

/// <summary>
/// Proves L(x) ≤ R(x′) for x ≤ x′, where L and R are different functions, by way of corners: L(x) ≤ L(c) ≤ R(d) ≤ R(x′). The corners c and d are bounds
/// that the path puts on x and x′, also thresholds that are public inputs, or the other report.
/// </summary>
internal sealed class CornerStage : IStage
{
    private const int MaximumPairs = 24;

    private readonly LinearStage _linear = new();
    private readonly BranchAndPruneStage _boxes = new();

    /// <inheritdoc/>
    public string Name => "corner";

    /// <inheritdoc/>
    public StageResult Decide(Obligation obligation, Budget budget, CancellationToken cancellationToken)
    {
        if (SegmentGoal.Of(obligation) is not { } goal || goal.IsOneFunction(obligation.Pool))
        {
            return new StageResult.Open("not two functions of two reports");
        }

        var path = PathBox.Of(obligation.Facts, new PolynomialForms());
        if (path.IsEmpty)
        {
            return new StageResult.Open("a bound leaves no value");
        }

        var attempt = new Attempt(obligation, goal, path, budget, cancellationToken);
        foreach (var (left, right) in Corners(obligation, goal).Take(MaximumPairs))
        {
            var moved = new Goal.Compare(
                Relation.LessOrEqual, Move(goal.Left, goal.LeftReport, left), Move(goal.Right, goal.RightReport, right), ((Goal.Compare)obligation.Goal).Slack);
            if (Between(obligation with { Goal = moved }, moved, budget, cancellationToken) is { } between
                && attempt.Monotone(goal.Left, goal.LeftReport, left) is { } first
                && attempt.Monotone(goal.Right, goal.RightReport, right) is { } second)
            {
                return new StageResult.Closed(Arithmetic.Real, $"corner {left?.ToString() ?? "-"} and {right?.ToString() ?? "-"}: {first}; {second}; {between}");
            }
        }

        return new StageResult.Open("no corner connects the two functions");

        Term Move(Term term, Term.Symbol report, Term? corner) => corner is null ? term : obligation.Pool.Substitute(term, report, corner);
    }

    // Where L and R can be moved to: bounds of the report, the other report, or not at all (null); both to the other report gains nothing.
    private static IEnumerable<(Term? Left, Term? Right)> Corners(Obligation obligation, SegmentGoal goal)
    {
        var lefts = BoundsOf(obligation, goal.LeftReport, isUpper: goal.IsRising).Append(goal.RightReport).ToList();
        var rights = BoundsOf(obligation, goal.RightReport, isUpper: !goal.IsRising).Append(goal.LeftReport).ToList();
        var both = lefts.SelectMany(left => rights.Select(right => ((Term?)left, (Term?)right)))
            .Where(pair => !ReferenceEquals(pair.Item1, goal.RightReport) || !ReferenceEquals(pair.Item2, goal.LeftReport));
        return both.Concat(rights.Select(right => ((Term?)null, (Term?)right))).Concat(lefts.Select(left => ((Term?)left, (Term?)null)));
    }

    private static IEnumerable<Term> BoundsOf(Obligation obligation, Term.Symbol report, bool isUpper)
    {
        foreach (var fact in obligation.Facts.Where(fact => fact.Relation != Relation.NotEqual))
        {
            var isReportLeft = ReferenceEquals(fact.Left, report);
            var bound = isReportLeft ? fact.Right : fact.Left;
            if ((isReportLeft || ReferenceEquals(fact.Right, report)) && !MonotoneSegment.MentionsReport(bound) && (isReportLeft == isUpper || fact.Relation == Relation.Equal))
            {
                yield return bound;
            }
        }
    }

    private string? Between(Obligation part, Goal.Compare goal, Budget budget, CancellationToken cancellationToken) =>
        ReferenceEquals(goal.Left, goal.Right) ? "same"
        : _linear.Decide(part, budget, cancellationToken) is StageResult.Closed linear ? linear.Certificate
        : _boxes.Decide(part, budget, cancellationToken) is StageResult.Closed boxes ? boxes.Certificate
        : null;

    /// <summary>The monotone sides of one obligation.</summary>
    private sealed class Attempt(Obligation obligation, SegmentGoal goal, PathBox path, Budget budget, CancellationToken cancellationToken)
    {
        private readonly MonotoneSegment _segment = new(obligation, budget, cancellationToken);

        /// <summary>Why moving a function from a report to a corner goes the right way; the report passes through everything between their ranges.</summary>
        public string? Monotone(Term function, Term.Symbol report, Term? corner)
        {
            if (corner is null)
            {
                return "-";
            }

            var (from, to) = (path.RangeOf(report), path.RangeOf(corner));
            var segment = new Interval(Math.Min(from.Low, to.Low), Math.Max(from.High, to.High));

            // All reports on the way are on the same side of a threshold.
            IReadOnlyList<Fact> side = MonotoneSegment.MentionsReport(corner) ? []
                : ReferenceEquals(report, goal.Lower) ? [new Fact(Relation.LessOrEqual, report, corner)]
                : [new Fact(Relation.LessOrEqual, corner, report)];
            return _segment.Prove(function, report, segment, path.Ranges, goal.IsRising, side, _ => false);
        }
    }
}
