using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: the prior is irregular, so the optimal auction treats some different values alike, and that pooling earns more than the second-price auction with the same reserve.</summary>
/// <remarks>Message arguments: n; optimal revenue; revenue of the second-price auction with the same reserve; the reserve.</remarks>
internal static class IroningWorthRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3002";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "What ironing is worth",
        messageFormat: "With {0} ironing raises the expected revenue to {1}, from {2} for the second-price auction with the same reserve {3}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "For an irregular prior the optimal auction pools types; this is what the pooling earns over a plain reserve.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Compares the ironed optimal auction with the second-price auction that has the same reserve.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve) =>
        IroningWorth.Of(auction, solve) is { } worth
            ? new(
                Id,
                declaration.At("RevenueOptimal"),
                [Wording.Agents(worth.Agents), Wording.Number(worth.Optimal), Wording.Number(worth.Plain), Wording.Number(worth.Reserve)],
                [])
            : null;
}
