using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a `[CremerMcLean]` sale uses bets.</summary>
/// <remarks>Message arguments: by how much expected utility moves if a belief is off by one percentage point; the worst profile; the agent; what it is left with there.</remarks>
internal static class SensitiveToPriorRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3041";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The mechanism depends on the exact prior",
        messageFormat: "The bets are fair under the stated prior only: if one percentage point of a belief is elsewhere, what a type expects moves by up to {0}; at the types {1} {2} is left with {3}, and truth is not a dominant strategy",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Full extraction needs a common prior that everybody knows exactly, risk neutrality and agents who can bear losses (Crémer and McLean 1988).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>What a small error in the prior does.</summary>
    public static Finding? Examine(Declaration declaration, SolvedExtraction solution)
    {
        if (solution.Multiples.All(multiple => multiple.IsZero))
        {
            return null;
        }

        var (agent, profile) = solution.Worst;
        var types = string.Join(", ", solution.Prior.Types.TypesAt(profile).Select((type, other) => Wording.Number(solution.Values[other][type])));
        return new Finding(
            Id,
            declaration.At("CremerMcLean"),
            [RationalText.Of(solution.Sensitivity), $"({types})", Wording.Agent(solution.Problem, agent), RationalText.Of(solution.LeastUtility)],
            []);
    }
}
