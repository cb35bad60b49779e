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
