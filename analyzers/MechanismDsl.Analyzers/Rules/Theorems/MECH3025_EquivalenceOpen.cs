using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: `[EquivalentTo&lt;T&gt;]` is claimed, and neither a difference nor a reason why there is none is known.</summary>
/// <remarks>Message arguments: the mechanism; the other one; what is missing.</remarks>
internal static class EquivalenceOpenRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3025";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "It is not decided whether the mechanisms are equivalent",
        messageFormat: "It is not established that '{0}' is equivalent to '{1}': {2}",
        category: Categories.Theorems,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "No difference was found, and no theorem or enumeration shows that there is none.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
