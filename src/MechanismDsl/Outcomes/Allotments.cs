using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of an assignment: for every agent its item and its payment.</summary>
/// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
/// <example>
/// <code>
/// var outcome = Rooms.Run([5, 2, 4, 3, 1, 1], items: 2);     // Rooms of the example of <see cref="AssignmentAttribute"/>
/// outcome[0]                                                  // item 0 at 2
/// </code>
/// </example>
public readonly struct Allotments<TMoney> : IEquatable<Allotments<TMoney>>
    where TMoney : struct
{
    private readonly ReadOnlyMemory<Allotment<TMoney>> _agents;

    /// <summary>An outcome over the allotments of all agents. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="agents">One an agent, in order.</param>
    public Allotments(ReadOnlyMemory<Allotment<TMoney>> agents) => _agents = agents;

    /// <summary>The allotments of all agents, in the order of the reports.</summary>
    public ReadOnlySpan<Allotment<TMoney>> Agents => _agents.Span;

    /// <summary>The allotment of one agent.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such agent.</exception>
    public Allotment<TMoney> this[int agent] => _agents.Span[agent];

    /// <summary>Equality of all allotments, in order.</summary>
    public bool Equals(Allotments<TMoney> other) => Agents.SequenceEqual(other.Agents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Allotments<TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var agent in Agents)
        {
            hash.Add(agent);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of all allotments, in order.</summary>
    public static bool operator ==(Allotments<TMoney> left, Allotments<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of some allotment.</summary>
    public static bool operator !=(Allotments<TMoney> left, Allotments<TMoney> right) => !left.Equals(right);

    /// <summary>Who gets what, numbers in invariant culture: <c>0: item 1 at 4, 2: item 0 at 0</c>; <c>nothing is assigned</c> if nobody gets anything.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var agent = 0; agent < Agents.Length; agent++)
        {
            if (this[agent] is { IsServed: true } allotment)
            {
                text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{agent}: item {allotment.Item} at {allotment.Payment}");
            }
        }

        return text.Length == 0 ? "nothing is assigned" : text.ToString();
    }
}
