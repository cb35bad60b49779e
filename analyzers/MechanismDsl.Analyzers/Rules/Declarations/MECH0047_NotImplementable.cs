using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: no payments make truth the best report under a `[Decision]` of the author's own.</summary>
/// <remarks>Message arguments: the method; the cycle of types.</remarks>
internal static class NotImplementableRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0047";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "No payments make truth the best report",
        messageFormat: "No payments make truth the best report under '{0}': {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A decision can be implemented if and only if no cycle of an agent's types would together gain by each reporting the one before it (Rochet 1987).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
