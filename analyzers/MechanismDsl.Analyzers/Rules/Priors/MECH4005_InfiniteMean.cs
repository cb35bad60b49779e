using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the mean of a prior diverges.</summary>
/// <remarks>Message arguments: the prior.</remarks>
internal static class InfiniteMeanRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4005";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The prior has no finite mean",
        messageFormat: "{0} has an infinite mean, so expected values and surplus are infinite",
        category: Categories.Priors,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Expected welfare is infinite although each auction is well defined.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
