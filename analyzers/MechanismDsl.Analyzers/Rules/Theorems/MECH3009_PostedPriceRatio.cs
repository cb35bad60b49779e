using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a `[PostedPrice]` mechanism whose prior and number of agents are declared earns less than the optimal auction.</summary>
/// <remarks>Message arguments: n; the price; its revenue; the ratio in per cent; optimal revenue.</remarks>
internal static class PostedPriceRatioRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3009";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The posted price against the optimal auction",
        messageFormat: "With {0} the posted price {1} earns {2}, which is {3} % of the {4} of the optimal auction",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Expected revenue of the posted price and of the optimal auction for this prior, by exact integration.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Compares the posted price with the optimal auction.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve) =>
        PostedPriceRatio.Of(auction, solve) is { } ratio
            ? new(
                Id,
                declaration.At("PostedPrice"),
                [
                    Wording.Agents(ratio.Agents), Wording.Number(ratio.Price), Wording.Number(ratio.Revenue),
                    Wording.Percent(ratio.Revenue / ratio.Optimal), Wording.Number(ratio.Optimal),
                ],
                [])
            : null;
}
