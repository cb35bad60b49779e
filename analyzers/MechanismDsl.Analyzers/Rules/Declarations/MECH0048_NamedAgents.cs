using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: limits on who is served together stand beside agents without names, or beside too many.</summary>
/// <remarks>Message arguments: the type or the agent; what is wrong and how to repair it.</remarks>
internal static class NamedAgentsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0048";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "These limits need named agents",
        messageFormat: "'{0}' has limits that cannot be used: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Limits name agents, and the sets of at most 16 of them are tried one by one.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
