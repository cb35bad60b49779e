using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the type argument implements `IPrior`, but is neither a prior of this package nor a record whose support, distribution function and density the compiler can read.</summary>
/// <remarks>Message arguments: the type; what is missing or not understood.</remarks>
internal static class PriorNotUnderstoodRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4003";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An own prior cannot be read",
        messageFormat: "'{0}' cannot be used as a prior: {1}",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An own prior is a record with [Support], a [Distribution] method and a [Density] method written as arithmetic.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
