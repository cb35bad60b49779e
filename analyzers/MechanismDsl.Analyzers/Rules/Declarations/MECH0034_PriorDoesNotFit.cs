using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: an environment has no use for a prior with this support or shape.</summary>
/// <remarks>Message arguments: the prior; the environment; why it does not fit.</remarks>
internal static class PriorDoesNotFitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0034";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The prior does not fit the environment",
        messageFormat: "The prior {0} does not fit [{1}]: {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Values of a partnership have a density, are not negative and have a finite mean; skills are positive and bounded.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
