using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>Who takes part in a run that is explained, and what they may report.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
/// <param name="Names">The names of the agents; empty where they are told apart by their index.</param>
/// <param name="Buyers">How many of the agents, the first ones, are buyers; the others are suppliers.</param>
/// <param name="Low">The lowest report.</param>
/// <param name="High">The highest report.</param>
/// <param name="Unit">The unit of the grid of money; 0 for doubles.</param>
public sealed record Participants<TMoney>(IReadOnlyList<string> Names, int Buyers, TMoney Low, TMoney High, TMoney Unit)
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>For each agent, or once for all, the only reports that it can make, ascending; empty where every report from <see cref="Low"/> to <see cref="High"/> is one.</summary>
    public IReadOnlyList<IReadOnlyList<TMoney>> Types { get; init; } = [];

    /// <summary>
    /// Whether a better report never gets less, and the payment is the one that follows from that (Myerson 1981). Otherwise only what was tried is said, and nothing of all
    /// reports beyond one.
    /// </summary>
    public bool IsMonotone { get; init; } = true;

    /// <summary>What everybody pays for taking part; 0 for nothing.</summary>
    public TMoney Fee { get; init; }

    /// <summary>The reports that an agent can make where they are listed; empty otherwise.</summary>
    internal IReadOnlyList<TMoney> TypesOf(int agent) => Types.Count == 0 ? [] : Types[Types.Count == 1 ? 0 : agent];

    /// <summary>The fee in words, behind what an agent gets and pays.</summary>
    internal string Payable(bool isIncluded, bool isServed) => isIncluded ? $" The entry fee of {ExplainedNumber.Of(Fee)} is part of that."
        : isServed ? $" The entry fee of {ExplainedNumber.Of(Fee)} comes on top."
        : $" It pays the entry fee of {ExplainedNumber.Of(Fee)} all the same.";

    /// <summary>An agent at the start of a sentence.</summary>
    internal string Subject(int agent) => Names.Count > 0 ? Names[agent] : ExplainedNumber.Format($"Agent {agent}");

    /// <summary>An agent within a sentence.</summary>
    internal string Object(int agent) => Names.Count > 0 ? Names[agent] : ExplainedNumber.Format($"agent {agent}");

    /// <summary>Whether a lower report is the better one.</summary>
    internal bool IsSupplier(int agent) => agent >= Buyers;

    /// <summary>The agents that are explained.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent.</exception>
    internal static IEnumerable<int> Asked(int? agent, int agents) => agent is not { } one ? Enumerable.Range(0, agents)
        : one >= 0 && one < agents ? [one]
        : throw new ArgumentOutOfRangeException(nameof(agent), one, ExplainedNumber.Format($"There are {agents} agents; {one} is none of them."));
}
