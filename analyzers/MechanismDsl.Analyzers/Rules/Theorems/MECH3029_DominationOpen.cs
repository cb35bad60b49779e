using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: `[Undominated(…)]` is claimed, and nothing decides it.</summary>
/// <remarks>Message arguments: the mechanism; the reason.</remarks>
internal static class DominationOpenRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3029";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "It is not decided whether the mechanism is undominated",
        messageFormat: "Whether '{0}' is undominated is not decided: {1}",
        category: Categories.Theorems,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A claim is accepted only if a linear program over all mechanisms with the same promises proves it.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
