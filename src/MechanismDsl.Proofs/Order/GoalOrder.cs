using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>Settles goals by the order of a path: chains, ranges, rules, and thresholds between the two reports.</summary>
internal static class GoalOrder
{
    /// <summary>The name of the technique.</summary>
    public const string Name = "order";

    /// <summary>The goal is closed, or null.</summary>
    public static StageResult.Closed? Settle(PathOrder order, Obligation obligation)
    {
        order.Refresh();
        if (order.IsContradictory)
        {
            var cycle = OrderChains.Find(order.Graph, order.Graph.Contradiction!, order.Graph.Contradiction!, isStrict: true);
            return Close(order, Entailment.Exact, Name, "cycle " + cycle);
        }

        switch (obligation.Goal)
        {
            case Goal.Compare compare:
                return Compare(order, obligation.Pool, compare);
            case Goal.NotNaN number:
                return Range(order, !order.Range(number.Value).MayBeNaN);
            case Goal.Finite number:
                return Range(order, order.Range(number.Value).IsFinite);
            case Goal.InRange number:
                var range = order.Range(number.Value);
                return Range(order, !range.MayBeNaN && range.Low >= number.Low && range.High <= number.High);
            default:
                return Impossible(order, obligation.Facts);
        }
    }

    private static StageResult.Closed? Compare(PathOrder order, TermPool pool, Goal.Compare goal)
    {
        var entailment = goal.Relation switch
        {
            Relation.LessOrEqual => order.LessOrEqual(goal.Left, goal.Right),
            Relation.Equal => order.LessOrEqual(goal.Left, goal.Right).And(order.LessOrEqual(goal.Right, goal.Left)),
            Relation.Less => Entailments.If(order.Decide(Relation.Less, goal.Left, goal.Right) == true),
            _ => Entailments.If(order.Decide(Relation.Less, goal.Left, goal.Right) == true || order.Decide(Relation.Less, goal.Right, goal.Left) == true),
        };
        if (entailment != Entailment.Open)
        {
            return Close(order, entailment, Name, OrderChains.Find(order.Graph, goal.Left, goal.Right, goal.Relation == Relation.Less) ?? "rules");
        }

        return goal.Relation == Relation.LessOrEqual && KinkSearch.Find(order, pool, goal.Left, goal.Right) is { } kink
            ? Close(order, kink.Entailment, KinkSearch.Name, kink.Chain)
            : null;
    }

    private static StageResult.Closed? Impossible(PathOrder order, IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            var entailment = fact.Relation == Relation.Less
                ? order.LessOrEqual(fact.Right, fact.Left)
                : Entailments.If(fact.Relation == Relation.LessOrEqual && order.Decide(Relation.Less, fact.Right, fact.Left) == true);
            if (entailment != Entailment.Open)
            {
                return Close(order, entailment, Name, $"against {fact}");
            }
        }

        return null;
    }

    private static StageResult.Closed? Range(PathOrder order, bool holds) => holds ? Close(order, Entailment.Exact, Name, "range") : null;

    private static StageResult.Closed Close(PathOrder order, Entailment entailment, string technique, string conclusion)
    {
        var arithmetic = order.UsesReals ? Entailment.Real : entailment;
        return new StageResult.Closed(arithmetic.ToArithmetic(), technique + "; " + conclusion);
    }
}
