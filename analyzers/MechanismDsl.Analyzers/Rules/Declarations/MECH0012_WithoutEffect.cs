using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: an attribute of the language stands on a type without `[Mechanism]`, or refines something that the declaration does not have.</summary>
/// <remarks>Message arguments: the attribute; why it has none.</remarks>
internal static class WithoutEffectRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0012";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An attribute has no effect",
        messageFormat: "[{0}] has no effect here: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An attribute that changes nothing usually means that the author expected it to.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
