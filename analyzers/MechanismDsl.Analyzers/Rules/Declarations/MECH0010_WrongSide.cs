using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: suppliers without `[Procurement]`, buyers with it, `[BuyerValue]` in a sale or `[SellerValue]` in a procurement.</summary>
/// <remarks>Message arguments: the attribute; what it needs, in words.</remarks>
internal static class WrongSideRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0010";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An attribute belongs to the other side of the market",
        messageFormat: "[{0}] {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Buyers bid values and pay; suppliers bid costs and are paid. [Procurement] decides which side takes part.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
