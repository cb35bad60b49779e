using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: those who must be served exceed a limit, or an agent can never be served.</summary>
/// <remarks>Message arguments: the type or the agent; what is wrong and how to repair it.</remarks>
internal static class LimitsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0026";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The limits contradict each other",
        messageFormat: "The limits of '{0}' contradict each other: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Limits leave at least one set that keeps all of them, and to every agent a set with it.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
