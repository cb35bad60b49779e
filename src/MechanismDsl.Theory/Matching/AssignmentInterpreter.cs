using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Matching;

/// <summary>
/// Runs an assignment by its definition, one profile at a time: every assignment is looked at, and a Clarke payment is what the presence of an agent costs
/// the others. Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
/// <remarks>Of the assignments that are worth most the first is taken, in the order in which agent 0's items come first, then those of agent 1, and no item last.</remarks>
/// <param name="demand">How many items there are, and how many of each.</param>
public sealed class AssignmentInterpreter(UnitDemandItems demand)
{
    /// <summary>The outcome at a profile.</summary>
    /// <param name="values">For each agent its value of each item.</param>
    /// <exception cref="ArgumentException">An agent has not one value an item.</exception>
    public AssignmentOutcome Run(IReadOnlyList<IReadOnlyList<decimal>> values)
    {
        var items = demand.Count ?? values.Select(row => row.Count).FirstOrDefault();
        if (values.Any(row => row.Count != items))
        {
            throw new ArgumentException("Every agent has one value for each item.", nameof(values));
        }

        var left = Enumerable.Range(0, items).Select(item => demand.Capacities.Count == 0 ? 1 : demand.Capacities[item]).ToArray();
        var (welfare, assigned) = Best(values, 0, left, except: -1);
        var payments = values
            .Select((row, agent) => Best(values, 0, left, agent).Worth - (welfare - (assigned[agent] < 0 ? 0 : row[assigned[agent]])))
            .ToEquatableArray();
        return new AssignmentOutcome(assigned.ToEquatableArray(), payments, welfare);
    }

    private static (decimal Worth, int[] Items) Best(IReadOnlyList<IReadOnlyList<decimal>> values, int agent, int[] left, int except)
    {
        if (agent == values.Count)
        {
            return (0, []);
        }

        (decimal Worth, int[] Items)? best = null;
        for (var item = 0; item <= left.Length; item++)
        {
            // The last choice is no item.
            var isNone = item == left.Length;
            if (!isNone && (left[item] == 0 || agent == except))
            {
                continue;
            }

            var rest = (int[])left.Clone();
            if (!isNone)
            {
                rest[item]--;
            }

            var (others, items) = Best(values, agent + 1, rest, except);
            var worth = others + (isNone ? 0 : values[agent][item]);
            if (best is not { } known || worth > known.Worth)
            {
                best = (worth, [isNone ? -1 : item, .. items]);
            }
        }

        return best!.Value;
    }
}
