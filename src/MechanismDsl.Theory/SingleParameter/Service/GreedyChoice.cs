using Fractions;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>
/// The greedy choice within a capacity by its definition: the highest score a unit of size first, whoever still fits; the best single agent instead, if it is
/// worth more (Mu'alem and Nisan 2008). Slow and obvious on purpose: it is what fast code is compared with.
/// </summary>
/// <param name="sizes">The size of each agent.</param>
/// <param name="capacity">What there is.</param>
/// <param name="order">The agents in the order among equals.</param>
internal sealed class GreedyChoice(IReadOnlyList<int> sizes, int capacity, IReadOnlyList<int> order)
{
    /// <summary>Who is served.</summary>
    /// <param name="nets">The score of each agent, what serving it costs deducted; null for an agent that is absent.</param>
    public HashSet<int> Served(IReadOnlyList<Fraction?> nets)
    {
        var competing = order.Where(agent => nets[agent] is { } net && net >= Fraction.Zero && sizes[agent] <= capacity).ToList();
        HashSet<int> group = [];
        foreach (var agent in competing.OrderByDescending(agent => nets[agent]!.Value / sizes[agent]))
        {
            if (group.Sum(other => sizes[other]) + sizes[agent] <= capacity)
            {
                group.Add(agent);
            }
        }

        var single = competing.OrderByDescending(agent => nets[agent]!.Value).Take(1).ToList();
        return single.Exists(best => nets[best]!.Value > Sum(group, nets)) ? [.. single] : group;
    }

    /// <summary>The lowest score at which an agent is served: all scores at which the choice can change are tried, and one between each two of them.</summary>
    /// <param name="nets">The scores; the agent's own does not matter.</param>
    /// <param name="agent">An agent that is served at its own score.</param>
    /// <returns>The infimum, and whether the agent is not served at the infimum itself.</returns>
    public (Fraction Score, bool IsExcluded) Critical(IReadOnlyList<Fraction?> nets, int agent)
    {
        List<int> others = [.. order.Where(other => other != agent && nets[other] is not null)];
        var sums = Enumerable.Range(0, 1 << others.Count)
            .Select(set => Sum(others.Where((_, index) => ((set >> index) & 1) != 0), nets)).Distinct().ToList();
        var points = sums.SelectMany(one => sums.Select(other => one - other))
            .Concat(others.Select(other => nets[other]!.Value * sizes[agent] / sizes[other]))
            .Where(point => point >= Fraction.Zero).Append(Fraction.Zero).Distinct().OrderBy(point => point).ToList();
        for (var index = 0; index < points.Count; index++)
        {
            if (Wins(points[index]))
            {
                return (points[index], false);
            }

            if (Wins(index + 1 < points.Count ? (points[index] + points[index + 1]) / 2 : points[index] + 1))
            {
                return (points[index], true);
            }
        }

        throw new InvalidOperationException("The agent is never served.");

        bool Wins(Fraction score) => Served([.. nets.Select((net, index) => index == agent ? score : net)]).Contains(agent);
    }

    private static Fraction Sum(IEnumerable<int> agents, IReadOnlyList<Fraction?> nets) => agents.Aggregate(Fraction.Zero, (sum, agent) => sum + nets[agent]!.Value);
}
