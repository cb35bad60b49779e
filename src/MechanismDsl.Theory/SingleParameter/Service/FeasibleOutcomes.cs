using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>Every feasible outcome, one by one: for each agent the quantity that it gets. For few agents only.</summary>
internal static class FeasibleOutcomes
{
    /// <summary>The outcomes for a number of agents.</summary>
    /// <param name="feasible">The feasible set.</param>
    /// <param name="competes">For each agent, whether it may be served.</param>
    /// <param name="sizes">The size of each agent, where the run brings them.</param>
    /// <exception cref="ArgumentException">The set is not one of service.</exception>
    public static IEnumerable<double[]> Of(FeasibleSet feasible, IReadOnlyList<bool> competes, IReadOnlyList<int>? sizes = null) => feasible switch
    {
        Limited limited => Subsets(competes).Where(served => limited.Admits(Enumerable.Range(0, served.Length).Sum(agent => (int)served[agent] << agent))),
        WithinCapacity(var capacity, var declared, _) => Subsets(competes).Where(served => served.Select((one, agent) => one * (sizes ?? declared)[agent]).Sum() <= capacity),
        ServeAtMost(var units) => Subsets(competes).Where(served => served.Sum() <= units),
        Slots(var clicks) => Placements(clicks, competes, new double[competes.Count], 0),
        _ => throw new ArgumentException($"{feasible.GetType().Name} is not a set of agents to serve.", nameof(feasible)),
    };

    private static IEnumerable<double[]> Subsets(IReadOnlyList<bool> competes)
    {
        for (var mask = 0; mask < 1 << competes.Count; mask++)
        {
            var served = new double[competes.Count];
            var isAllowed = true;
            for (var agent = 0; agent < competes.Count; agent++)
            {
                served[agent] = (mask >> agent) & 1;
                isAllowed &= served[agent] == 0 || competes[agent];
            }

            if (isAllowed)
            {
                yield return served;
            }
        }
    }

    /// <summary>All ways to fill the slots from <paramref name="slot"/> on, each with an agent or with nobody.</summary>
    private static IEnumerable<double[]> Placements(IReadOnlyList<double> clicks, IReadOnlyList<bool> competes, double[] placed, int slot)
    {
        if (slot == clicks.Count)
        {
            yield return placed;
            yield break;
        }

        foreach (var outcome in Placements(clicks, competes, placed, slot + 1))
        {
            yield return outcome;
        }

        for (var agent = 0; agent < competes.Count; agent++)
        {
            if (!competes[agent] || placed[agent] > 0)
            {
                continue;
            }

            var next = (double[])placed.Clone();
            next[agent] = clicks[slot];
            foreach (var outcome in Placements(clicks, competes, next, slot + 1))
            {
                yield return outcome;
            }
        }
    }
}
