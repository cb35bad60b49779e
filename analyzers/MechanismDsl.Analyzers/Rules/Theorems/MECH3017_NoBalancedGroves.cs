using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: Groves payments shall balance at every profile of finitely many types, and a mixed difference of the welfare is not zero.</summary>
/// <remarks>Message arguments: the two types of every agent; the mixed difference between them.</remarks>
internal static class NoBalancedGrovesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3017";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "No Groves payments balance",
        messageFormat: "No term of the others' types makes Groves payments balance at every profile: the mixed difference of the welfare between the types {0} and {1} is {2}, and it would have to be 0 (Green and Laffont 1979)",
        category: Categories.Theorems,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Groves payments balance if and only if the welfare is a sum of terms that each leave out one agent's type, that is, if all its mixed differences vanish.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Decides it, where balance is asked for together with truth as a dominant strategy.</summary>
    public static Finding? Examine(Declaration declaration, SolvedChoice choice, CancellationToken cancellation)
    {
        var problem = choice.Problem;
        var isPromised = problem.Claims.Contains(Guarantee.DominantStrategyIncentiveCompatible) && problem.Claims.Contains(Guarantee.ExPostBudgetBalanced);
        var isEfficient = choice.Evidence.Any(evidence => evidence.Guarantee == Guarantee.AllocativelyEfficient);
        if (choice.Survey is not { IsComplete: true } survey || !isEfficient || !(isPromised || problem.Payments is PaymentRule.BalancedGroves))
        {
            return null;
        }

        return DerivedPayments.Of(problem with { Payments = new PaymentRule.BalancedGroves() }, survey.Types.Count, cancellation) is DerivedPayments.None(var box)
            ? new Finding(Id, declaration.At("BalancedGroves", "Guarantees"), [Types(survey, box.Base), Types(survey, box.Other), RationalText.Of(box.Value)], [])
            : null;
    }

    private static string Types(ChoiceSurvey survey, EquatableArray<int> places) =>
        $"({string.Join(", ", places.Select((place, agent) => NumberText.Words(survey.Types[agent][place], 10)))})";
}
