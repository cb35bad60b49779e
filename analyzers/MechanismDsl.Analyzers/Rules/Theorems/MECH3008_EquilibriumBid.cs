using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a pay-as-bid or all-pay auction whose prior and number of agents are declared, so that its symmetric equilibrium is known.</summary>
/// <remarks>Message arguments: n; the median value; its equilibrium bid; expected utility of bidding the value; expected utility of the equilibrium bid.</remarks>
internal static class EquilibriumBidRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3008";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Truth is not a best reply here",
        messageFormat: "With {0} the equilibrium bid of the median value {1} is {2}, not {1}: against such bids truth earns it {3} instead of {4}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A pay-as-bid or all-pay auction is not truthful: bidders shade their bids, so bids are not values.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Compares truth with the equilibrium bid of the median value.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve) =>
        EquilibriumShading.Of(auction) is { } shading
            ? new(
                Id,
                declaration.At("PayAsBid", "AllPay"),
                [
                    Wording.Agents(shading.Agents), Wording.Number(shading.Value), Wording.Number(shading.Bid), Wording.Number(shading.Truth),
                    Wording.Number(shading.Equilibrium),
                ],
                [])
            : null;
}
