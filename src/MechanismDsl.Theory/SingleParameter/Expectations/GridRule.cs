using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>
/// The rule as truthful bidders meet it on a grid of money: a buyer reports the highest grid amount that is at most its value, a supplier the
/// lowest that is at least its cost. In types both round down, and the agent's score as a function of its type is a step at every grid point.
/// </summary>
/// <remarks>
/// Rounding down is a dominant strategy: the price is a grid report θ, so to win at it is worth while exactly if θ ≤ type, that is, if
/// θ ≤ the rounded type. The threshold of a step function, inf{t : s(t) ≥ τ}, is the smallest grid report that still wins; so the formulas for
/// expected threshold payments (Myerson 1981) give the discrete problem's revenue exactly, and welfare stays that of the types themselves.
/// </remarks>
internal static class GridRule
{
    /// <summary>The most steps, over all agents that differ, that are counted one by one: grid points between the lowest and the highest type.</summary>
    public const int MostSteps = 20_000;

    /// <summary>The chance of what lies beyond the end of an unbounded support: less than the rounding of a sum.</summary>
    private const double Tail = 1e-20;

    /// <summary>The agents with stepped scores and with floors on the grid; null where there are too many steps.</summary>
    /// <param name="agents">All agents of the rule, or the one of which all are copies.</param>
    /// <param name="money">Money with a grid.</param>
    /// <param name="side">The side on which the agents stand.</param>
    public static EquatableArray<RuleAgent>? Of(EquatableArray<RuleAgent> agents, Money money, Side side)
    {
        // A supplier whose cost is negative reports the lowest cost there is, zero.
        var highest = side == Side.Buyer ? double.PositiveInfinity : 0;
        // A score that is constant over whole stretches steps there only; the others step at every grid point.
        var isStepped = agents.All(agent => agent.Score.Pieces.All(piece => piece is ConstantPiece));
        var span = (agents.Max(agent => High(agent.Types, highest)) - agents.Min(agent => Low(agent))) * money.StepsPerUnit;
        if (!isStepped && !(span * agents.Count <= MostSteps))
        {
            return null;
        }

        // No threshold lies below the type that meets the lowest score of all agents: there the chance of winning is constant.
        var lowest = agents.Min(agent => agent.Score.Score(Low(agent)));
        return agents
            .Select(agent => agent with
            {
                Score = Steps(agent.Score, agent.Score.LowestMeeting(lowest), High(agent.Types, highest), money),
                Lowest = money.RoundUp(agent.Lowest),
            })
            .ToEquatableArray();
    }

    /// <summary>
    /// The lowest type of which anything depends: no report is below zero, and a type below an eager floor is dropped.
    /// </summary>
    private static double Low(RuleAgent agent)
    {
        var low = double.IsNegativeInfinity(agent.Types.Lower) ? agent.Types.Quantile(Tail) : agent.Types.Lower;
        return Math.Max(low, agent.IsLazy ? agent.Score.From : agent.Floor);
    }

    private static double High(Prior types, double highest) =>
        Math.Min(highest, double.IsPositiveInfinity(types.Upper) ? types.UpperQuantile(Tail) : types.Upper);

    private static ScoreCurve Steps(ScoreCurve score, double lowest, double highest, Money money)
    {
        var first = money.RoundUp(score.From);
        var start = Math.Max(first, money.RoundDown(lowest));
        var top = money.RoundDown(highest);
        var pieces = score.Between(first, start).ToList();
        foreach (var piece in score.Pieces)
        {
            var from = Math.Max(money.RoundUp(piece.From), start);
            var to = money.RoundUp(piece.To);
            if (piece is ConstantPiece)
            {
                pieces.Add(piece with { From = from, To = to });
                continue;
            }

            // Grid points are quotients of whole numbers, so that each is the double nearest to its decimal.
            for (var step = Math.Round(from * money.StepsPerUnit); from < to; step++)
            {
                var next = from >= top ? to : Math.Min((step + 1) / money.StepsPerUnit, to);
                pieces.Add(new ConstantPiece(from, next, piece.At(from)));
                from = next;
            }
        }

        return new ScoreCurve(pieces.ToEquatableArray()).Normalise();
    }
}
