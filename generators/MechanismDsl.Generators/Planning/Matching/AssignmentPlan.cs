using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for an assignment of items to agents who want at most one each.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Currency">The type of values and payments.</param>
/// <param name="Items">The items, and how many there are of each.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record AssignmentPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    Currency Currency,
    UnitDemandItems Items,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <summary>Whether the items have names, so that an agent reports a record.</summary>
    public bool IsNamed => Items.Count is not null;

    /// <summary>The names of the agents; empty where they are told apart by their index.</summary>
    public EquatableArray<string> Agents { get; init; }

    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The names of a population; empty where there are none.</summary>
    public static EquatableArray<string> NamesOf(Population population) =>
        population is Population.Named(var agents) ? agents.Select(agent => agent.Name ?? string.Empty).ToEquatableArray() : [];

    /// <summary>The plan of one file.</summary>
    public static AssignmentPlan Of(Declaration declaration, SolvedAssignment assignment)
    {
        var money = assignment.Problem.Money;
        return new AssignmentPlan(
            declaration.Type,
            assignment.Evidence,
            new Currency(money.Kind, money.Decimals),
            assignment.Items,
            new AssignmentExplainer(assignment, new Currency(money.Kind, money.Decimals)).Explain())
        {
            Assumptions = assignment.Problem.Assumptions,
            Agents = NamesOf(assignment.Problem.Population),
        };
    }
}
