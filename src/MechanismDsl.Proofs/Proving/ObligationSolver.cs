using MechanismDsl.Proofs.Order;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Proving;

/// <summary>Hands an obligation to one stage after the other, the cheap and exact ones first.</summary>
/// <param name="stages">What comes after the order of the path.</param>
internal sealed class ObligationSolver(IReadOnlyList<IStage> stages)
{
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

        foreach (var stage in stages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = budget.Part(stepsEach);
            var result = stage.Decide(obligation, part, cancellationToken);
            budget.Return(part);

            // At a witness the facts hold and the goal fails, at least in doubles: no later stage will prove it.
            if (result is not StageResult.Open)
            {
                return result;
            }
        }

        return new StageResult.Open(obligation.Words);
    }
}
