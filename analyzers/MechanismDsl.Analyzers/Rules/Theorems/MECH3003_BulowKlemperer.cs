using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a revenue-optimal auction of alike buyers with a regular prior, a fixed number of them, and a seller without a value of her own.</summary>
/// <remarks>Message arguments: n + 1; its revenue; the optimal revenue with n; n.</remarks>
internal static class BulowKlemperer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3003";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "One more bidder beats the optimal reserve",
        messageFormat: "A second-price auction without a reserve and with {0} bidders earns {1}, at least the {2} of the optimal auction with {3} (Bulow and Klemperer 1996): attracting one more bidder is worth more than the reserve",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "For alike bidders with a regular prior, one more bidder is worth more than the best reserve.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
