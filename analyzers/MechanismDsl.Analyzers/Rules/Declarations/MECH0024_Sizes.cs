using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: an agent under <c>[Knapsack]</c> or <c>[Capacity]</c> has no size, one below 1, or one that never fits.</summary>
/// <remarks>Message arguments: what is wrong, as a sentence without its full stop.</remarks>
internal static class SizesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0024";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A size does not fit",
        messageFormat: "{0}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A capacity is shared by sizes: every agent that it limits states one, from 1 to the capacity.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
