using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The sets of agents that may be served together, one by one: the best of them, and for each agent in it the score at which another set without the agent
/// would be best.
/// </summary>
/// <remarks>
/// For up to <see cref="MostAgents"/> agents, whatever the constraints. Built once; a decision takes two passes over the sets and allocates nothing. Among
/// equal sums the set that serves the agent that comes first among equals is chosen, then the second, and so on.
/// </remarks>
public sealed class ServiceSets
{
    /// <summary>The most agents: 2¹⁶ sets.</summary>
    public const int MostAgents = 16;

    private const int HalfBits = 8;
    private const int Half = 1 << HalfBits;

    /// <summary>The feasible sets in the order of ties: the agent that comes first has the highest bit, and the highest number comes first.</summary>
    private readonly ushort[] _sets;

    /// <summary>The agent behind every bit.</summary>
    private readonly int[] _agents;

    /// <summary>The sets that satisfy a condition.</summary>
    /// <param name="agents">The number of agents, 1 to <see cref="MostAgents"/>.</param>
    /// <param name="isFeasible">Whether a set may be served: bit i stands for agent i.</param>
    /// <param name="ranks">The place of every agent among equals, 0 first, each place once; empty for the order of the indices.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of agents is outside its range.</exception>
    /// <exception cref="ArgumentException">The ranks are not the places of the agents, or no set is feasible.</exception>
    public ServiceSets(int agents, Func<int, bool> isFeasible, ReadOnlySpan<int> ranks = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(agents, MostAgents);
        ArgumentNullException.ThrowIfNull(isFeasible);
        _agents = new int[agents];
        Array.Fill(_agents, -1);
        for (var agent = 0; agent < agents; agent++)
        {
            var rank = ranks.Length == 0 ? agent : ranks.Length == agents ? ranks[agent] : -1;
            if (rank < 0 || rank >= agents || _agents[agents - 1 - rank] >= 0)
            {
                throw new ArgumentException("The ranks must be the places 0, 1, … of the agents, each once.", nameof(ranks));
            }

            _agents[agents - 1 - rank] = agent;
        }

        var sets = new List<ushort>();
        for (var set = (1 << agents) - 1; set >= 0; set--)
        {
            if (isFeasible(ByAgent(set)))
            {
                sets.Add((ushort)set);
            }
        }

        _sets = sets.Count > 0 ? [.. sets] : throw new ArgumentException("No set of agents is feasible.", nameof(isFeasible));
    }

    /// <summary>How many sets are feasible.</summary>
    public int Count => _sets.Length;

    /// <summary>Decides who is served, and at which score each of them would not be.</summary>
    /// <param name="scores">One score an agent, what serving it costs deducted; <see cref="FixedPoint.Absent"/> for an agent that must not be served.</param>
    /// <param name="standings">Receives one standing an agent.</param>
    /// <exception cref="ArgumentException">A length is not the number of agents.</exception>
    /// <exception cref="InvalidOperationException">No set without the absent agents is feasible.</exception>
    /// <exception cref="OverflowException">The scores are too large to be added up exactly.</exception>
    public void Decide(ReadOnlySpan<Int128> scores, Span<Standing<Int128>> standings)
    {
        BatchShape.CheckAgents(scores.Length, _agents.Length, nameof(scores));
        BatchShape.CheckAgents(standings.Length, _agents.Length, nameof(standings));
        FixedPoint.CheckSums(scores);
        Span<Int128> low = stackalloc Int128[Half];
        Span<Int128> high = stackalloc Int128[Half];
        var absent = Add(scores, low, high);
        var (best, highest) = (-1, Int128.Zero);
        foreach (var set in _sets)
        {
            if ((set & absent) == 0 && low[set % Half] + high[set >> HalfBits] is var sum && (best < 0 || sum > highest))
            {
                (best, highest) = (set, sum);
            }
        }

        if (best < 0)
        {
            throw new InvalidOperationException("No feasible set is left: an agent that takes no part would have to be served.");
        }

        Span<Int128> sums = stackalloc Int128[MostAgents];
        Span<int> without = stackalloc int[MostAgents];
        without.Fill(-1);
        foreach (var set in _sets)
        {
            if ((set & absent) != 0)
            {
                continue;
            }

            var sum = low[set % Half] + high[set >> HalfBits];
            for (var missing = best & ~set; missing != 0; missing &= missing - 1)
            {
                var bit = BitOperations.TrailingZeroCount(missing);
                if (without[bit] < 0 || sum > sums[bit])
                {
                    (without[bit], sums[bit]) = (set, sum);
                }
            }
        }

        for (var bit = 0; bit < _agents.Length; bit++)
        {
            // With the agent the best set is the same at every score of its own: its score is a constant in all of them.
            var agent = _agents[bit];
            standings[agent] = ((best >> bit) & 1) == 0 ? default
                : without[bit] < 0 ? new(IsServed: true, IsContested: false, Int128.Zero, MustExceed: false)
                : new(IsServed: true, IsContested: true, sums[bit] - (highest - scores[agent]), MustExceed: without[bit] > best);
        }
    }

    /// <summary>The sums of the agents behind the low and the high bits; the bits of absent agents.</summary>
    private int Add(ReadOnlySpan<Int128> scores, Span<Int128> low, Span<Int128> high)
    {
        var absent = 0;
        low[0] = high[0] = 0;
        for (var bit = 0; bit < _agents.Length; bit++)
        {
            var score = scores[_agents[bit]];
            if (score == FixedPoint.Absent)
            {
                absent |= 1 << bit;
                score = 0;
            }

            var half = bit < HalfBits ? low : high;
            var from = 1 << (bit % HalfBits);
            for (var set = 0; set < from; set++)
            {
                half[from + set] = half[set] + score;
            }
        }

        return absent;
    }

    private int ByAgent(int set)
    {
        var mask = 0;
        for (var bit = 0; bit < _agents.Length; bit++)
        {
            mask |= ((set >> bit) & 1) << _agents[bit];
        }

        return mask;
    }
}
