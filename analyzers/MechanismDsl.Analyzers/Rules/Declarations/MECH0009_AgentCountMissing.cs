using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a `[Strategy]` is declared without a fixed number of agents.</summary>
/// <remarks>Message arguments: what depends on it.</remarks>
internal static class AgentCountMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0009";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The number of agents is required",
        messageFormat: "{0} depends on the number of agents; add {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An equilibrium bid is a function of the number of competitors, so a claimed strategy can be checked only for a fixed number.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
