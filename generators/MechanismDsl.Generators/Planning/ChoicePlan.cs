using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What the writers of a file need where one of finitely many outcomes is chosen for all agents.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds.</param>
/// <param name="Outcomes">What can be chosen.</param>
/// <param name="Money">The type of payments.</param>
/// <param name="Agents">Names in declaration order; empty for alike agents.</param>
/// <param name="LeastAgents">The smallest number of alike agents that the declaration admits.</param>
/// <param name="MostAgents">The greatest number of alike agents; null for any.</param>
/// <param name="Low">The lowest number that may be reported.</param>
/// <param name="High">The highest number that may be reported.</param>
/// <param name="Summary">One sentence for a type without a summary of its own.</param>
/// <param name="Explanation">The mechanism in English.</param>
internal sealed record ChoicePlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    OutcomeNames Outcomes,
    Currency Money,
    EquatableArray<string> Agents,
    int LeastAgents,
    int? MostAgents,
    double Low,
    double High,
    string Summary,
    EquatableArray<ExplanationLine> Explanation) : FilePlan(Type, Evidence)
{
    /// <summary>Whether agents have names.</summary>
    public bool IsNamed => Agents.Count > 0;

    /// <summary>What one agent reports.</summary>
    public required ChoiceReport Report { get; init; }

    /// <summary>What is deducted from the sum of values of each outcome: its cost less its boost; empty if nothing.</summary>
    public EquatableArray<double> Costs { get; init; }

    /// <summary>The weight of each named agent's values; empty if all are 1.</summary>
    public EquatableArray<double> Weights { get; init; }

    /// <summary>Who bears the cost of a project; null where nobody does.</summary>
    public CostShares? Shares { get; init; }

    /// <summary>Where payments go to the limit of participation: for each agent (one for alike agents) the values of its types, type by type; empty otherwise.</summary>
    public EquatableArray<EquatableArray<double>> Tables { get; init; }

    /// <summary>What staying away is worth to each agent; one for alike agents.</summary>
    public EquatableArray<double> Options { get; init; }

    /// <summary>The author's method that says from the others' types what an agent is charged; null where payments are derived.</summary>
    public string? Groves { get; init; }

    /// <summary>Payments that are made of tables of all types; null where they follow from values.</summary>
    public ChoiceTransfers? Transfers { get; init; }

    /// <summary>The scores by which it is decided about a project; null where its values are compared with its cost.</summary>
    public ScoreCode? Scores { get; init; }

    /// <summary>Expected welfare and expected payments; null where they are not known.</summary>
    public (double Welfare, double Revenue)? Expected { get; init; }

    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;
}

/// <summary>What one agent reports.</summary>
internal abstract record ChoiceReport
{
    private ChoiceReport() { }

    /// <summary>The value of every outcome, in a record that the generated part declares.</summary>
    internal sealed record Values : ChoiceReport;

    /// <summary>A type; a method of the author's knows what the outcomes are worth to it.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Kind">The C# type of a type.</param>
    /// <param name="Name">What the author calls a type.</param>
    /// <param name="Finite">For each agent (one entry for alike agents) its types; empty for an interval.</param>
    internal sealed record OfType(string Method, NumberKind Kind, string Name, EquatableArray<EquatableArray<double>> Finite) : ChoiceReport;

    /// <summary>What the project is worth to it.</summary>
    /// <param name="Cost">What the project costs.</param>
    internal sealed record Project(double Cost) : ChoiceReport;
}

/// <summary>The outcomes in C#.</summary>
/// <param name="Type">The enum, with <c>global::</c>.</param>
/// <param name="Members">Its members in order, unescaped.</param>
internal sealed record OutcomeNames(string Type, EquatableArray<string> Members)
{
    /// <summary>Names that a record struct has already, or that its members cannot have.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        GeneratedMembers.Report, "Equals", "GetHashCode", "GetType", "ToString", "Deconstruct", "MemberwiseClone", "ReferenceEquals", "Finalize", "PrintMembers", "EqualityContract", "Clone",
    };

    /// <summary>The number of outcomes.</summary>
    public int Count => Members.Count;

    /// <summary>The member of a report that holds the value of an outcome.</summary>
    public string Field(int outcome) => Taken.Contains(Members[outcome]) ? Members[outcome] + "Value" : Members[outcome];
}
