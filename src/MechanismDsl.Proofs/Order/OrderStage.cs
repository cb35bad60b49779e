using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>The order of a path as a stage of its own, built from the facts of the obligation.</summary>
internal sealed class OrderStage : IStage
{
    /// <inheritdoc/>
    public string Name => GoalOrder.Name;

    /// <inheritdoc/>
    public StageResult Decide(Obligation obligation, Budget budget, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!budget.TrySpend())
        {
            return new StageResult.Open("no steps left");
        }

        var order = new PathOrder(new StaticOrder());
        foreach (var fact in obligation.Facts)
        {
            order.Add(fact);
        }

        return (StageResult?)GoalOrder.Settle(order, obligation) ?? new StageResult.Open("no chain of comparisons");
    }
}
