using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: outcomes have a cost that no agent bears, and at some profile the Clarke payments are less than it.</summary>
/// <remarks>Message arguments: the profile, the payments and the cost.</remarks>
internal static class CostNotCoveredRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3013";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The payments do not cover the cost",
        messageFormat: "The payments need not cover the cost: {0}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Clarke payments charge what an agent changes for the others, not what an outcome costs: where nobody is pivotal nobody pays.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks for a deficit, unless the declaration promises that there is none: then the promise is refuted.</summary>
    public static Finding? Examine(Declaration declaration, SolvedChoice choice, CancellationToken cancellation) =>
        choice.Problem is { Payments: PaymentRule.Clarke, Choice.Shares: null }
        && !choice.Problem.Claims.Any(claim => claim is Guarantee.NoDeficit or Guarantee.ExPostBudgetBalanced)
        && ClaimCheck.Of(choice, Guarantee.NoDeficit, cancellation) is ClaimVerdict.Refuted(var words)
            ? new Finding(Id, declaration.At("PublicProject", "Outcomes"), [words], [])
            : null;
}
