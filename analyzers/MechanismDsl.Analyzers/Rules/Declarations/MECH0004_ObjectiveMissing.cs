using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a mechanism has neither a goal (`[Efficient]`, `[RevenueOptimal]`), nor a rule of its author's, nor a payment rule that stands alone (`[PayAsBid]`, `[TradeReduction]`).</summary>
/// <remarks>Message arguments: the type, what may decide in its environment.</remarks>
internal static class ObjectiveMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0004";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The mechanism does not say who wins",
        messageFormat: "'{0}' does not say what decides; add {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An allocation follows from a goal (efficiency or revenue), from a rule of the user's own, or from a payment rule that fixes it by itself.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
