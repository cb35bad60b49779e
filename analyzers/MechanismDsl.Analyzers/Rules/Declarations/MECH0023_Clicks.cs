using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: <c>[Positions(…)]</c> names no slot, or a slot has clicks that are not above 0, are more than those of the slot before, or do not fit the money; or its reserves are not one a slot, or grow.</summary>
/// <remarks>Message arguments: what is wrong, as a sentence without its full stop.</remarks>
internal static class ClicksRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0023";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The slots are not in order",
        messageFormat: "{0}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Slots are stated with their clicks, the best first: the highest score gets the first slot. Reserves of slots do not increase.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
