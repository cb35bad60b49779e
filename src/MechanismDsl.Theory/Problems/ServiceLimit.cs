using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Problems;

/// <summary>What limits the sets of agents that may be served together; agents by their index.</summary>
public abstract record ServiceLimit
{
    private ServiceLimit() { }

    /// <summary>Whether a set may be served, as far as this limit goes: bit i stands for agent i.</summary>
    public abstract bool Admits(int set);

    /// <summary>At most so many of these agents.</summary>
    /// <param name="Most">The number, at least 0.</param>
    /// <param name="Agents">The agents, ascending.</param>
    public sealed record AtMost(int Most, EquatableArray<int> Agents) : ServiceLimit
    {
        /// <inheritdoc/>
        public override bool Admits(int set) => Agents.Count(agent => Has(set, agent)) <= Most;
    }

    /// <summary>Together these agents need no more than there is.</summary>
    /// <param name="Most">What there is.</param>
    /// <param name="Agents">The agents, ascending.</param>
    /// <param name="Sizes">How much each of them needs, in the same order.</param>
    public sealed record Capacity(int Most, EquatableArray<int> Agents, EquatableArray<int> Sizes) : ServiceLimit
    {
        /// <inheritdoc/>
        public override bool Admits(int set) => Agents.Select((agent, index) => Has(set, agent) ? (long)Sizes[index] : 0).Sum() <= Most;
    }

    /// <summary>This agent is served, whatever it reports.</summary>
    /// <param name="Agent">The agent.</param>
    public sealed record MustServe(int Agent) : ServiceLimit
    {
        /// <inheritdoc/>
        public override bool Admits(int set) => Has(set, Agent);
    }

    /// <summary>The sets that a method of the user's own lets be served.</summary>
    /// <param name="Method">The method's name.</param>
    /// <param name="Sets">A bit for each set, 64 a word: bit s stands for the set s, in which bit i stands for agent i.</param>
    public sealed record Listed(string Method, EquatableArray<ulong> Sets) : ServiceLimit
    {
        /// <inheritdoc/>
        public override bool Admits(int set) => ((Sets[set >> 6] >> (set & 63)) & 1) != 0;
    }

    private static bool Has(int set, int agent) => ((set >> agent) & 1) != 0;
}
