using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of a position auction: for every agent its slot and what it pays.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <example>
/// <code>
/// var outcome = Ads.Run([10, 4, 2]);           // Ads of the example of <see cref="PositionsAttribute"/>
/// outcome[0].Slot                              // 0
/// outcome.AgentIn(1)                           // 1
/// outcome[2].IsPlaced                          // false
/// </code>
/// </example>
public readonly struct Placements<TMoney> : IEquatable<Placements<TMoney>>
    where TMoney : struct
{
    private readonly ReadOnlyMemory<Placement<TMoney>> _agents;

    /// <summary>An outcome over the placements of all agents, in the order of the reports. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="agents">One placement an agent.</param>
    public Placements(ReadOnlyMemory<Placement<TMoney>> agents) => _agents = agents;

    /// <summary>The placements of all agents, in the order of the reports; empty if there were no reports.</summary>
    public ReadOnlySpan<Placement<TMoney>> Agents => _agents.Span;

    /// <summary>The placement of one agent.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such agent.</exception>
    public Placement<TMoney> this[int agent] => _agents.Span[agent];

    /// <summary>The agent in a slot; −1 if the slot is empty.</summary>
    /// <param name="slot">Index of the slot, counted from 0.</param>
    public int AgentIn(int slot)
    {
        for (var agent = 0; agent < Agents.Length; agent++)
        {
            if (Agents[agent].IsPlaced && Agents[agent].Slot == slot)
            {
                return agent;
            }
        }

        return -1;
    }

    /// <summary>Equality of all placements, in order.</summary>
    public bool Equals(Placements<TMoney> other) => Agents.SequenceEqual(other.Agents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Placements<TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var placement in Agents)
        {
            hash.Add(placement);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of all placements, in order.</summary>
    public static bool operator ==(Placements<TMoney> left, Placements<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of some placement.</summary>
    public static bool operator !=(Placements<TMoney> left, Placements<TMoney> right) => !left.Equals(right);

    /// <summary>The agents with a slot, numbers in invariant culture: <c>0: slot 0 for 600, 1: slot 1 for 200</c>; <c>no slot is filled</c> if there are none.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var agent = 0; agent < Agents.Length; agent++)
        {
            if (this[agent].IsPlaced)
            {
                text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{agent}: slot {this[agent].Slot} for {this[agent].Payment}");
            }
        }

        return text.Length == 0 ? "no slot is filled" : text.ToString();
    }
}
