using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a revenue-optimal auction of alike buyers with a regular prior, a fixed number of them, and a seller without a value of her own.</summary>
/// <remarks>Message arguments: n + 1; its revenue; the optimal revenue with n; n.</remarks>
internal static class BulowKlempererRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3003";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "One more bidder beats the optimal reserve",
        messageFormat: "A second-price auction with {0} and no reserve earns {1}, the optimal auction with {3} only {2}: attracting one more bidder is worth more than the reserve (Bulow and Klemperer 1996)",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "For alike bidders with a regular prior, one more bidder is worth more than the best reserve.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Compares one more bidder with the optimal reserve.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve) =>
        BulowKlemperer.Of(auction, solve) is { } comparison
            ? new(
                Id,
                declaration.At("RevenueOptimal"),
                [Wording.Agents(comparison.Agents + 1), Wording.Number(comparison.OneMore), Wording.Number(comparison.Optimal), Wording.Agents(comparison.Agents)],
                [])
            : null;
}
