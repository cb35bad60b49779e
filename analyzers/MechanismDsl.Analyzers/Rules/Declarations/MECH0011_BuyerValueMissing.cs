using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: `[Procurement]` with `[RevenueOptimal]` and no `[BuyerValue]`.</summary>
/// <remarks>Message arguments: the type.</remarks>
internal static class BuyerValueMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0011";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Optimal procurement needs the buyer's value",
        messageFormat: "'{0}' minimises the expected outlay net of the buyer's value, but states no value; add [BuyerValue(v)]",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Without a value of the service the best procurement is to buy nothing.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
