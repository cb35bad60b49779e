using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Limits;

/// <summary>Fires when: a computation about the declaration would need more steps or memory than the compiler may spend.</summary>
/// <remarks>Message arguments: which limit, and what it means.</remarks>
internal static class LimitReachedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH5001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A limit was reached",
        messageFormat: "{0}",
        category: Categories.Limits,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Compile-time work is bounded by steps, so that no declaration can stall the editor; a limit that is reached is reported, never passed over.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
