using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: agents bear shares of a cost, and at some profile one of them ends below its outside option.</summary>
/// <remarks>Message arguments: the profile, what is decided, and the loss.</remarks>
internal static class ShareLosesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3014";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Bearing a share can be worse than staying away",
        messageFormat: "A cost share can be worth less than staying away: {0}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A share is due whatever the project is worth to the agent: with shares the cost is covered, and agents can lose.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks for a loss, unless the declaration promises that nobody loses (then the promise is refuted) or that the cost is covered (then it has chosen).</summary>
    public static Finding? Examine(Declaration declaration, SolvedChoice choice, CancellationToken cancellation) =>
        choice.Problem.Choice is { Shares: not null }
        && !choice.Problem.Claims.Any(claim => claim is Guarantee.NoDeficit or Guarantee.ExPostBudgetBalanced
            or Guarantee.ExPostIndividuallyRational or Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational)
        && ClaimCheck.Of(choice, Guarantee.ExPostIndividuallyRational, cancellation) is ClaimVerdict.Refuted(var words)
            ? new Finding(Id, declaration.At("PublicProject"), [words], [])
            : null;
}
