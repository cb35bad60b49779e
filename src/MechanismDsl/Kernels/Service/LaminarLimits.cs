namespace MechanismDsl.Kernels;

/// <summary>
/// Limits on how many agents of groups are served, where any two groups are nested or share nobody (a laminar matroid): the highest scores first, whoever still
/// keeps every limit, are the best set (Rado 1957; Edmonds 1971), and who would take the place of each of them follows from the groups that are full.
/// </summary>
/// <remarks>
/// For any number of agents, in O(n · log n + n · d) where groups are nested d deep; working memory is pooled. It decides as <see cref="ServiceSets"/> does, ties
/// included: among equal scores the agent that comes first in the ranks is served.
/// </remarks>
public sealed class LaminarLimits
{
    private readonly int[] _ranks;
    private readonly int[] _most;

    /// <summary>For every agent the smallest group that it is in; −1: none.</summary>
    private readonly int[] _innermost;

    /// <summary>For every group the smallest group around it; −1: none.</summary>
    private readonly int[] _around;

    /// <summary>Groups with their limits.</summary>
    /// <param name="agents">The number of agents, at least 1.</param>
    /// <param name="most">How many of each group may be served, at least 0.</param>
    /// <param name="groups">The members of each group; any two groups are nested or share nobody.</param>
    /// <param name="ranks">The place of every agent among equals, 0 first, each place once; empty for the order of the indices.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no agent, or a limit is negative.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit, a group names an agent that there is not or one twice, two groups overlap, or the ranks are not the places of the agents.</exception>
    public LaminarLimits(int agents, ReadOnlySpan<int> most, ReadOnlySpan<int[]> groups, ReadOnlySpan<int> ranks = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);
        if (most.Length != groups.Length)
        {
            throw new ArgumentException("Every group has one limit.", nameof(most));
        }

        _ranks = RanksOf(agents, ranks);
        _most = most.ToArray();
        _innermost = new int[agents];
        _around = new int[groups.Length];
        Array.Fill(_innermost, -1);
        Array.Fill(_around, -1);

        // The largest first: when a group comes, its members agree on what is around it.
        var sizes = new int[groups.Length];
        var order = new int[groups.Length];
        for (var group = 0; group < groups.Length; group++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(most[group]);
            (sizes[group], order[group]) = (-groups[group].Length, group);
        }

        Array.Sort(sizes, order);
        foreach (var group in order)
        {
            Enter(group, groups[group]);
        }
    }

    private void Enter(int group, int[] members)
    {
        for (var place = 0; place < members.Length; place++)
        {
            var agent = members[place];
            if (agent < 0 || agent >= _innermost.Length || _innermost[agent] == group)
            {
                throw new ArgumentException($"Group {group} names agent {agent}, which is none or named twice.", "groups");
            }

            if (place == 0)
            {
                _around[group] = _innermost[agent];
            }
            else if (_innermost[agent] != _around[group])
            {
                throw new ArgumentException($"Group {group} overlaps with another one; groups must be nested or share nobody.", "groups");
            }

            _innermost[agent] = group;
        }
    }

    /// <summary>Decides who is served, and at which score each of them would not be.</summary>
    /// <param name="scores">One score an agent, what serving it costs deducted; an agent below 0, or <see cref="FixedPoint.Absent"/>, is not served.</param>
    /// <param name="standings">Receives one standing an agent.</param>
    /// <exception cref="ArgumentException">A length is not the number of agents.</exception>
    public void Decide(ReadOnlySpan<Int128> scores, Span<Standing<Int128>> standings)
    {
        BatchShape.CheckAgents(scores.Length, _ranks.Length, nameof(scores));
        BatchShape.CheckAgents(standings.Length, _ranks.Length, nameof(standings));
        standings.Clear();
        using var memory = new RunMemory<Place>(scores.Length);
        var count = 0;
        for (var agent = 0; agent < scores.Length; agent++)
        {
            if (scores[agent] >= 0)
            {
                memory.Span[count++] = new(scores[agent], _ranks[agent], agent);
            }
        }

        var order = memory.Span[..count];
        order.Sort();
        using var counts = new RunMemory<int>(_most.Length);
        var served = counts.Span;
        served.Clear();
        foreach (var place in order)
        {
            if (FirstFull(place.Agent, served) < 0)
            {
                for (var group = _innermost[place.Agent]; group >= 0; group = _around[group])
                {
                    served[group]++;
                }

                standings[place.Agent] = new(IsServed: true, IsContested: true, Int128.Zero, MustExceed: false);
            }
        }

        SetCritical(order, served, standings);
    }

    /// <summary>
    /// Who is not served takes the place of one of those in the smallest full group around it, of no other; of several the first in the order. Without anybody
    /// who waits an agent is served at every score that is not negative.
    /// </summary>
    private void SetCritical(ReadOnlySpan<Place> order, ReadOnlySpan<int> served, Span<Standing<Int128>> standings)
    {
        using var waiting = new RunMemory<int>(_most.Length);
        var first = waiting.Span;
        first.Fill(-1);
        for (var place = 0; place < order.Length; place++)
        {
            if (!standings[order[place].Agent].IsServed && FirstFull(order[place].Agent, served) is var group && first[group] < 0)
            {
                first[group] = place;
            }
        }

        foreach (var place in order)
        {
            if (!standings[place.Agent].IsServed)
            {
                continue;
            }

            var rival = -1;
            for (var group = _innermost[place.Agent]; group >= 0; group = _around[group])
            {
                rival = first[group] >= 0 && (rival < 0 || first[group] < rival) ? first[group] : rival;
            }

            if (rival >= 0)
            {
                standings[place.Agent] = new(IsServed: true, IsContested: true, order[rival].Score, MustExceed: order[rival].Rank < place.Rank);
            }
        }
    }

    /// <summary>The smallest group around an agent of which no more can be served; −1 if there is none.</summary>
    private int FirstFull(int agent, ReadOnlySpan<int> served)
    {
        var group = _innermost[agent];
        while (group >= 0 && served[group] < _most[group])
        {
            group = _around[group];
        }

        return group;
    }

    private static int[] RanksOf(int agents, ReadOnlySpan<int> ranks)
    {
        var places = new int[agents];
        Array.Fill(places, -1);
        for (var agent = 0; agent < agents; agent++)
        {
            var rank = ranks.Length == 0 ? agent : ranks.Length == agents ? ranks[agent] : -1;
            if (rank < 0 || rank >= agents || places[rank] >= 0)
            {
                throw new ArgumentException("The ranks must be the places 0, 1, … of the agents, each once.", nameof(ranks));
            }

            places[rank] = agent;
        }

        return ranks.Length == 0 ? places : ranks.ToArray();
    }

    /// <summary>An agent in the order of scores: the highest first, then the lowest rank.</summary>
    private readonly record struct Place(Int128 Score, int Rank, int Agent) : IComparable<Place>
    {
        public int CompareTo(Place other) => Score != other.Score ? other.Score.CompareTo(Score) : Rank.CompareTo(other.Rank);
    }
}
