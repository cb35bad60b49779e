using MechanismDsl.Proofs.Real.Boxes;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Real;

/// <summary>Proves t(x) ≤ t(x′) for x ≤ x′ by the sign of the derivative of t.</summary>
internal sealed class DerivativeSignStage : IStage
{
    // A counterexample is sought on the boxes on which the sign is not seen; the first ones are large, the later ones near the trouble.
    private const int TriedBoxes = 64;

    /// <inheritdoc/>
    public string Name => "derivative";

    /// <inheritdoc/>
    public StageResult Decide(Obligation obligation, Budget budget, CancellationToken cancellationToken)
    {
        if (SegmentGoal.Of(obligation) is not { } goal || !goal.IsOneFunction(obligation.Pool))
        {
            return new StageResult.Open("not one function of two reports");
        }

        var path = PathBox.Of(obligation.Facts, new PolynomialForms());
        if (path.IsEmpty || path.RangeOf(goal.Lower).Low > path.RangeOf(goal.Upper).High)
        {
            return new StageResult.Open("a bound leaves no value");
        }

        var segment = new Interval(path.RangeOf(goal.Lower).Low, path.RangeOf(goal.Upper).High);
        StageResult.Witness? witness = null;
        var tried = 0;
        var cover = new MonotoneSegment(obligation, budget, cancellationToken).Prove(
            goal.Left,
            goal.LeftReport,
            segment,
            path.Ranges,
            goal.IsRising,
            [],
            box => tried++ < TriedBoxes && (witness = Refutation(obligation, goal, box)) is not null);
        return cover is not null ? new StageResult.Closed(Arithmetic.Real, "derivative " + cover)
            : (StageResult?)witness ?? new StageResult.Open("the sign of a derivative is not seen");
    }

    // The two ends of a box in the report, at the middle and at the ends of the other inputs.
    private static StageResult.Witness? Refutation(Obligation obligation, SegmentGoal goal, Box box)
    {
        var segment = box.RangeOf(goal.LeftReport);
        return At(range => range.Middle) ?? At(range => range.Low) ?? At(range => range.High);

        StageResult.Witness? At(Func<Interval, double> choose) => SampleProfile.Check(obligation, symbol => ReferenceEquals(symbol, goal.Lower) ? segment.Low
            : ReferenceEquals(symbol, goal.Upper) ? segment.High
            : choose(box.RangeOf(symbol)));
    }
}
