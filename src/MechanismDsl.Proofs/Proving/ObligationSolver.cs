using MechanismDsl.Proofs.Order;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Proving;

/// <summary>Hands an obligation to one stage after the other, the cheap and exact ones first.</summary>
/// <param name="stages">What comes after the order of the path.</param>
internal sealed class ObligationSolver(IReadOnlyList<IStage> stages)
{
    /// <summary>The slack that real arithmetic is granted against rounding; falsification grants at least as much.</summary>
    public const double Slack = 1e-9;

    /// <summary>The obligation is closed, or broken by the witness of the first stage that has one, or open.</summary>
    /// <param name="obligation">The obligation.</param>
    /// <param name="order">The order of its path.</param>
    /// <param name="budget">The steps of the proof.</param>
    /// <param name="stepsEach">How many of them one stage may spend on one obligation.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public StageResult Settle(Obligation obligation, PathOrder order, Budget budget, long stepsEach, CancellationToken cancellationToken)
    {
        if (GoalOrder.Settle(order, obligation) is { } closed)
        {
            return closed;
        }

        IReadOnlyDictionary<Term.Symbol, Scalar>? witness = null;
        foreach (var attempt in Attempts(obligation))
        {
            foreach (var stage in stages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var part = budget.Part(stepsEach);
                var result = stage.Decide(attempt, part, cancellationToken);
                budget.Return(part);
                if (result is StageResult.Closed)
                {
                    return result;
                }

                witness ??= (result as StageResult.Witness)?.Values;
            }
        }

        return witness is null ? new StageResult.Open(obligation.Words) : new StageResult.Witness(witness);
    }

    // As it is; then, if it is a weak comparison, up to rounding.
    private static IEnumerable<Obligation> Attempts(Obligation obligation)
    {
        yield return obligation;
        if (obligation.Goal is Goal.Compare { Relation: Relation.LessOrEqual or Relation.Equal, Slack: 0 } compare)
        {
            yield return obligation with { Goal = compare with { Slack = Slack } };
        }
    }
}
