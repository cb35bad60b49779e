using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>Checks of agents with sizes, and who of them can be served at all.</summary>
public static class KnapsackShape
{
    /// <summary>Throws unless every size is one that a mechanism is declared for: at least 1. An agent larger than the capacity is never served.</summary>
    /// <param name="sizes">One size an agent.</param>
    /// <param name="agents">The number of agents.</param>
    /// <exception cref="ArgumentException">There are more or fewer sizes than agents.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1; the message names the agent.</exception>
    public static void CheckSizes(ReadOnlySpan<int> sizes, int agents)
    {
        BatchShape.CheckAgents(sizes.Length, agents, nameof(sizes));
        for (var agent = 0; agent < sizes.Length; agent++)
        {
            if (sizes[agent] < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(sizes), sizes[agent], Invariant($"Agent {agent} has size {sizes[agent]}; a size must be a whole number of at least 1."));
            }
        }
    }

    /// <summary>Throws unless lengths, sizes and capacity fit.</summary>
    internal static void Check(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, int capacity, ReadOnlySpan<int> ranks, ReadOnlySpan<Standing<Int128>> standings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, KnapsackAuction.MostCapacity);
        BatchShape.CheckAgents(sizes.Length, scores.Length, nameof(sizes));
        BatchShape.CheckAgents(standings.Length, scores.Length, nameof(standings));
        BatchShape.CheckAgents(ranks.Length == 0 ? scores.Length : ranks.Length, scores.Length, nameof(ranks));
        FixedPoint.CheckSums(scores);
        for (var agent = 0; agent < sizes.Length; agent++)
        {
            if (sizes[agent] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(sizes), sizes[agent], Invariant($"Agent {agent} has size {sizes[agent]}; a size must be at least 0."));
            }
        }
    }

    /// <summary>The agents that cover their cost and fit, in the order among equals.</summary>
    internal static Span<int> Fitting(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, int capacity, ReadOnlySpan<int> ranks, Span<int> memory)
    {
        var count = 0;
        for (var agent = 0; agent < scores.Length; agent++)
        {
            if (scores[agent] >= 0 && sizes[agent] <= capacity)
            {
                memory[count++] = agent;
            }
        }

        var order = memory[..count];
        for (var place = 1; place < count && ranks.Length > 0; place++)
        {
            // Named agents are few.
            for (var at = place; at > 0 && ranks[order[at]] < ranks[order[at - 1]]; at--)
            {
                (order[at], order[at - 1]) = (order[at - 1], order[at]);
            }
        }

        return order;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
