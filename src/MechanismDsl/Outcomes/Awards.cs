using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of a mechanism that can serve several agents: for every agent what it gets and what it pays.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <example>
/// <code>
/// var outcome = Slots.Run([10, 8, 6, 4]);      // Slots of the example of <see cref="IdenticalItemsAttribute"/>
/// outcome.Served                               // 3
/// outcome[0].Payment                           // 4, the fourth bid
/// </code>
/// </example>
public readonly struct Awards<TMoney> : IEquatable<Awards<TMoney>>
    where TMoney : struct
{
    private readonly ReadOnlyMemory<Award<TMoney>> _agents;

    /// <summary>An outcome over the awards of all agents, in the order of the reports. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="agents">One award an agent.</param>
    public Awards(ReadOnlyMemory<Award<TMoney>> agents) => _agents = agents;

    /// <summary>The awards of all agents, in the order of the reports; empty if there were no reports.</summary>
    public ReadOnlySpan<Award<TMoney>> Agents => _agents.Span;

    /// <summary>The award of one agent.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such agent.</exception>
    public Award<TMoney> this[int agent] => _agents.Span[agent];

    /// <summary>Number of agents that get something.</summary>
    public int Served
    {
        get
        {
            var served = 0;
            foreach (var award in Agents)
            {
                if (award.IsServed)
                {
                    served++;
                }
            }

            return served;
        }
    }

    /// <summary>Equality of all awards, in order.</summary>
    public bool Equals(Awards<TMoney> other) => Agents.SequenceEqual(other.Agents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Awards<TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var award in Agents)
        {
            hash.Add(award);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of all awards, in order.</summary>
    public static bool operator ==(Awards<TMoney> left, Awards<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of some award.</summary>
    public static bool operator !=(Awards<TMoney> left, Awards<TMoney> right) => !left.Equals(right);

    /// <summary>The agents that get or pay something, numbers in invariant culture: <c>0: 1 at 4, 1: 1 at 4</c>; <c>nobody is served</c> if there are none.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var agent = 0; agent < Agents.Length; agent++)
        {
            var (quantity, payment) = this[agent];
            if (quantity == 0 && EqualityComparer<TMoney>.Default.Equals(payment, default))
            {
                continue;
            }

            text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{agent}: {quantity} at {payment}");
        }

        return text.Length == 0 ? "nobody is served" : text.ToString();
    }
}
