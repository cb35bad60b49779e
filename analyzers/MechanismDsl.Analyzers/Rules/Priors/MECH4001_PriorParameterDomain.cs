using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: a parameter of a prior is outside its domain, for instance a lower end above the upper one.</summary>
/// <remarks>Message arguments: the prior; the parameter; its value; the domain in words.</remarks>
internal static class PriorParameterDomainRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A prior's parameter lies outside its domain",
        messageFormat: "{0}: {1} is {2}, but must be {3}",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The parameters of a prior are checked against the domain of its family.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
