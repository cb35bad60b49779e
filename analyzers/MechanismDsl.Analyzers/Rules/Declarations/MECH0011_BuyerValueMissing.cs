using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: `[Procurement]` with `[RevenueOptimal]` and no `[BuyerValue]`, or with `[Efficient]` and neither `[BuyerValue]` nor a `[Reserve]` for every supplier.</summary>
/// <remarks>Message arguments: the type, what is missing.</remarks>
internal static class BuyerValueMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0011";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Procurement needs the buyer's value",
        messageFormat: "'{0}' {1}; add [BuyerValue(v)]",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Without a value of the service the optimal procurement is to buy nothing, and an efficient one has no price to offer a supplier without rivals.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
