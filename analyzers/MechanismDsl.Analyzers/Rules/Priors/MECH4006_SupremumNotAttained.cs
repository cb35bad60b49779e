using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the revenue v·(1 − F(v)) of a posted price increases towards a finite limit that no price reaches.</summary>
/// <remarks>Message arguments: the prior; the supremum.</remarks>
internal static class SupremumNotAttainedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4006";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "No price attains the best revenue",
        messageFormat: "Under {0} the revenue of a posted price approaches {1} but no price attains it",
        category: Categories.Priors,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The revenue curve rises towards its supremum for ever, so there is no best reserve.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
