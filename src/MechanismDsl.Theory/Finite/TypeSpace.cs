using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Finite;

/// <summary>
/// The profiles of finitely many types. A profile is a number: agents in order, the last one's type running fastest; so are the profiles of the others,
/// among which the agent itself is left out.
/// </summary>
/// <param name="Counts">How many types each agent has; at least one.</param>
public sealed record TypeSpace(EquatableArray<int> Counts)
{
    /// <summary>How many profiles there are.</summary>
    /// <exception cref="OverflowException">More than an int can count.</exception>
    public int Profiles { get; } = Counts.Aggregate(1, (product, count) => checked(product * count));

    /// <summary>How many agents there are.</summary>
    public int Agents => Counts.Count;

    /// <summary>The type of an agent at a profile.</summary>
    public int TypeAt(int profile, int agent) => profile / Stride(agent) % Counts[agent];

    /// <summary>The types at a profile, in the order of the agents.</summary>
    public EquatableArray<int> TypesAt(int profile) => Enumerable.Range(0, Agents).Select(agent => TypeAt(profile, agent)).ToEquatableArray();

    /// <summary>The profile with given types.</summary>
    public int ProfileOf(IReadOnlyList<int> types)
    {
        var profile = 0;
        for (var agent = 0; agent < Agents; agent++)
        {
            profile = (profile * Counts[agent]) + types[agent];
        }

        return profile;
    }

    /// <summary>The profile in which one agent has another type.</summary>
    public int With(int profile, int agent, int type) => profile + ((type - TypeAt(profile, agent)) * Stride(agent));

    /// <summary>How many profiles of the others an agent faces.</summary>
    public int Others(int agent) => Profiles / Counts[agent];

    /// <summary>The others' part of a profile.</summary>
    public int OthersOf(int profile, int agent)
    {
        var stride = Stride(agent);
        return (profile / (stride * Counts[agent]) * stride) + (profile % stride);
    }

    /// <summary>The profile of an agent's type and the others' types.</summary>
    public int Join(int agent, int type, int others)
    {
        var stride = Stride(agent);
        return (((others / stride * Counts[agent]) + type) * stride) + (others % stride);
    }

    private int Stride(int agent)
    {
        var stride = 1;
        for (var other = agent + 1; other < Agents; other++)
        {
            stride *= Counts[other];
        }

        return stride;
    }
}
