using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: `[Undominated(…)]` is claimed, and another mechanism with the same promises is at least as good everywhere and better somewhere.</summary>
/// <remarks>Message arguments: the mechanism; by what they are compared; where the other one is better.</remarks>
internal static class DominatedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3028";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The mechanism is dominated",
        messageFormat: "'{0}' is dominated {1}: another mechanism has the same promises, and {2}",
        category: Categories.Theorems,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A mechanism is undominated if no other one with the same promises is at least as good everywhere and better somewhere (Börgers 2015).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
