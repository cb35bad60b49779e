using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Problems;

/// <summary>Who takes part.</summary>
public abstract record Population
{
    private Population() { }

    /// <summary>
    /// Agents that are the same to the designer (same side, prior and reserve) and are told apart only by their index.
    /// Their number is between <paramref name="Min"/> and <paramref name="Max"/>; null: known only when the mechanism runs.
    /// </summary>
    public sealed record Alike(int Min, int? Max, Agent Agent) : Population
    {
        /// <summary>The number of agents where the declaration fixes it, otherwise null.</summary>
        public int? Count => Max == Min ? Min : null;
    }

    /// <summary>Two sides of a market, each of agents that are alike.</summary>
    public sealed record TwoSided(Agent Seller, Agent Buyer) : Population
    {
        /// <summary>The number of sellers; null: known when the mechanism runs.</summary>
        public int? Sellers { get; init; }

        /// <summary>The number of buyers; null: known when the mechanism runs.</summary>
        public int? Buyers { get; init; }
    }

    /// <summary>Agents with names, in the order of the declaration.</summary>
    public sealed record Named(EquatableArray<Agent> Agents) : Population;
}

/// <summary>One agent, or the pattern of all alike agents.</summary>
/// <param name="Name">The declared name; null for alike agents.</param>
/// <param name="Side">Whether the agent is served a good or serves.</param>
/// <param name="Prior">Distribution of the value (buyer) or cost (supplier); null where the declaration names none.</param>
public sealed record Agent(string? Name, Side Side, Prior? Prior)
{
    /// <summary>The reserve for this agent; null: none.</summary>
    public Reserve? Reserve { get; init; }

    /// <summary>The observed bids from which the prior was made; null for a prior that the declaration states.</summary>
    public Data.BidSample? Data { get; init; }

    /// <summary>The types that the agent can have and report, ascending; empty: every number in the domain.</summary>
    public EquatableArray<double> Types { get; init; }

    /// <summary>The distributions of its values of several goods, one a good, independent of each other; empty where its type is one number.</summary>
    public EquatableArray<Prior> GoodPriors { get; init; }

    /// <summary>Utility of not taking part.</summary>
    public double OutsideOption { get; init; }

    /// <summary>Weight of this agent's value in the objective.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Rank among equals under <see cref="TieBreaking.Priority"/>: the highest wins, then the lowest index.</summary>
    public int Priority { get; init; }
}

/// <summary>The side of the market on which an agent stands.</summary>
public enum Side
{
    /// <summary>Wants to be served; type = value; monotone means non-decreasing in the report.</summary>
    Buyer,

    /// <summary>Serves at a cost; type = −cost; monotone means non-increasing in the reported cost.</summary>
    Supplier,
}

/// <summary>The lowest report (buyers) or highest report (suppliers) at which an agent is served.</summary>
/// <param name="Amount">The reserve in units of money; null: given when the mechanism runs.</param>
/// <param name="Kind">Whether a report that misses its reserve is dropped before or after the winner is chosen.</param>
public sealed record Reserve(double? Amount, ReserveKind Kind);

/// <summary>When a per-agent reserve is applied.</summary>
public enum ReserveKind
{
    /// <summary>Reports that miss their reserve are dropped first; the best of the rest wins.</summary>
    Eager,

    /// <summary>The best report wins only if it meets its own reserve; otherwise the good stays unsold.</summary>
    Lazy,
}
