using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Problems;

/// <summary>Exactly one of finitely many outcomes is chosen, for all agents; among equals the first one.</summary>
/// <param name="Names">The outcomes by name, in order; at least one.</param>
public sealed record Alternatives(EquatableArray<string> Names) : FeasibleSet;

/// <summary>How agents value the outcomes of <see cref="Alternatives"/>, and what else than values counts in the choice.</summary>
public sealed record OutcomeChoice
{
    /// <summary>What one agent reports.</summary>
    public required ValueForm Form { get; init; }

    /// <summary>The lowest number that may be reported: a value, or a type.</summary>
    public required double Low { get; init; }

    /// <summary>The highest number that may be reported.</summary>
    public required double High { get; init; }

    /// <summary>
    /// What the outcomes are worth to each type of each agent (one entry for alike agents), where types are finitely many; no rows where they are not.
    /// Empty where values are reported.
    /// </summary>
    public EquatableArray<TypeTable> Tables { get; init; }

    /// <summary>What the designer adds to the welfare of each outcome; empty if nothing.</summary>
    public EquatableArray<double> Boosts { get; init; }

    /// <summary>What each agent bears of the cost of each outcome; null where nobody bears it.</summary>
    public CostShares? Shares { get; init; }
}

/// <summary>What an agent reports where one of finitely many outcomes is chosen.</summary>
public enum ValueForm
{
    /// <summary>The value of every outcome.</summary>
    Reported,

    /// <summary>One number, its type; a method of the author's says what the outcomes are worth to it.</summary>
    OfType,

    /// <summary>One number: what the last outcome is worth to it, the first one being worth nothing.</summary>
    OfLast,
}

/// <summary>What every outcome is worth to every type of one agent.</summary>
/// <param name="Types">The types, ascending.</param>
/// <param name="Values">One row a type, with one value an outcome.</param>
public sealed record TypeTable(EquatableArray<double> Types, EquatableArray<EquatableArray<double>> Values)
{
    /// <summary>What staying away is worth to each type; empty where it is the agent's <see cref="Agent.OutsideOption"/> for all of them.</summary>
    public EquatableArray<double> Options { get; init; } = [];
}

/// <summary>How the cost of an outcome is divided among the agents.</summary>
public abstract record CostShares
{
    private CostShares() { }

    /// <summary>All bear the same.</summary>
    public sealed record Equal : CostShares;

    /// <summary>Each agent bears its own amount; they sum to the cost.</summary>
    public sealed record Declared(EquatableArray<double> Amounts) : CostShares;
}
