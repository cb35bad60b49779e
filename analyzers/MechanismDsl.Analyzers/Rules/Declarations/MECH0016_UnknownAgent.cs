using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a property `Agent = "…"` names an agent that the declaration does not have.</summary>
/// <remarks>Message arguments: the name; a suggestion, or nothing.</remarks>
internal static class UnknownAgentRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0016";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "No agent has this name",
        messageFormat: "No agent is named '{0}'{1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Agent = \"...\" refers to an agent by its declared name.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
