using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the members of the enum whose members are items or goods, or their capacities, do not fit.</summary>
/// <remarks>Message arguments: the type; what is wrong with its items.</remarks>
internal static class AssignmentItemsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0030";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The items do not fit",
        messageFormat: "'{0}' {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Every member of the enum is an item: members have different values, and capacities, where they are stated, are as many as the members.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
