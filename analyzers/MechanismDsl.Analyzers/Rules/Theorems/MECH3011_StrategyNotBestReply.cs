using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: the method with `[Strategy]` is not a symmetric Bayes–Nash equilibrium: some value gains by another bid if all others follow the strategy.</summary>
/// <remarks>Message arguments: the strategy; a type; its bid; the gain; the better bid; n − 1.</remarks>
internal static class StrategyNotBestReplyRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3011";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The claimed strategy is not an equilibrium",
        messageFormat: "'{0}' is not a best reply to itself: an agent with value {1} bids {2}, but gains {3} by bidding {4} against {5} others who follow it",
        category: Categories.Theorems,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A claimed symmetric equilibrium strategy has a profitable deviation.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
