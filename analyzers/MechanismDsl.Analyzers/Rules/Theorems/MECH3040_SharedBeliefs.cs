using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: types of an agent in a `[CremerMcLean]` sale have the same belief about the others.</summary>
/// <remarks>Message arguments: the types that share beliefs, agent by agent; the revenue; the full surplus; the difference.</remarks>
internal static class SharedBeliefsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3040";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Types with the same belief keep part of the surplus",
        messageFormat: "Types that believe the same about the others cannot be told apart by bets ({0}): among them the sale is the optimal auction, and the revenue is {1} of the surplus {2}; {3} is lost or left to the agents",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Bets elicit beliefs and nothing else (Crémer and McLean 1988); given the beliefs, payoff types are independent, and the optimal auction for them is Myerson's (1981).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>What is left to the agents because of shared beliefs.</summary>
    public static Finding? Examine(Declaration declaration, SolvedExtraction solution)
    {
        if (solution.IsFull)
        {
            return null;
        }

        var agents = solution.Elicitation.Conditions.Select((condition, agent) => (condition, agent)).Where(pair => !pair.condition.SeparatesTypes);
        var shared = string.Join("; ", agents.Select(pair => $"{Wording.Agent(solution.Problem, pair.agent)}: {string.Join(" and ", Groups(pair.condition, solution.Values[pair.agent]))}"));
        return new Finding(Id, declaration.At("CremerMcLean"), [shared, RationalText.Of(solution.Revenue), RationalText.Of(solution.FullSurplus), RationalText.Of(solution.FullSurplus - solution.Revenue)], []);
    }

    private static IEnumerable<string> Groups(BeliefCondition condition, EquatableArray<double> values) => Enumerable.Range(0, values.Count)
        .GroupBy(type => condition.Classes[type])
        .Where(group => group.Count() > 1)
        .Select(group => $"({string.Join(", ", group.Select(type => Wording.Number(values[type])))})");
}
