using MechanismDsl.Language;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: own payments leave a truthful agent below its outside option, and the declaration promises no participation.</summary>
/// <remarks>Message arguments: the payment; the worst loss that was found.</remarks>
internal static class ParticipationMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1003";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Truthful agents can lose",
        messageFormat: "'{0}' is not individually rational, and nothing says that it need not be: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An agent that expects to lose stays away. Thresholds of a monotone rule never cost more than the report (Myerson 1981).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks for a loss under a Groves term, unless participation is promised: then the promise is refuted.</summary>
    public static Finding? Examine(Declaration declaration, UserChoice? user, SolvedChoice choice, CancellationToken cancellation) =>
        choice.Problem.Payments is PaymentRule.Groves
        && user?.Groves is { } groves
        && !choice.Problem.Claims.Any(claim => claim is Guarantee.ExPostIndividuallyRational or Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational)
        && ClaimCheck.Of(choice, Guarantee.ExPostIndividuallyRational, cancellation) is ClaimVerdict.Refuted(var words)
            ? new Finding(Id, new Place.Rule(groves.Attribute, groves.Ordinal), [groves.Name, words], [])
            : null;
}
