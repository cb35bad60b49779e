using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a type with `[Mechanism]` has no environment attribute.</summary>
/// <remarks>Message arguments: the type.</remarks>
internal static class EnvironmentMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0003";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The mechanism does not say what is allocated",
        messageFormat: "'{0}' does not say what is allocated; add an environment such as [SingleItem]",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Every mechanism chooses from a set of feasible outcomes. Exactly one environment attribute names that set.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
