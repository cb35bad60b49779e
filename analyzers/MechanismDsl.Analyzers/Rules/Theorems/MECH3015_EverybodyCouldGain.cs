using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: weights or boosts make the choice inefficient at some profile, so that payments exist with which everybody would gain.</summary>
/// <remarks>Message arguments: the profile, the better outcome, its payments and the gain.</remarks>
internal static class EverybodyCouldGainRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3015";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Another outcome would make everybody better off",
        messageFormat: "The weighted choice is not Pareto optimal: {0}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A choice is Pareto optimal, payments not lowered in sum, if and only if it is efficient; weights and boosts give that up on purpose.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks for an outcome that is worth more, and the payments that share the gain, unless efficiency is promised: then the promise is refuted.</summary>
    public static Finding? Examine(Declaration declaration, SolvedChoice choice, CancellationToken cancellation) =>
        !choice.Problem.Claims.Contains(Guarantee.AllocativelyEfficient)
        && ClaimCheck.Of(choice, Guarantee.AllocativelyEfficient, cancellation) is ClaimVerdict.Refuted(var words)
            ? new Finding(Id, declaration.At("Outcomes"), [words], [])
            : null;
}
