using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the `[Distribution]` of an own prior falls, does not run from 0 to 1 over the support, or is not the integral of its `[Density]`.</summary>
/// <remarks>Message arguments: the type; where it fails, with numbers.</remarks>
internal static class OwnPriorInconsistentRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4008";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An own prior is not a distribution",
        messageFormat: "'{0}' is not a distribution: {1}",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A distribution function rises from 0 to 1 over its support, and the density is its derivative.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
