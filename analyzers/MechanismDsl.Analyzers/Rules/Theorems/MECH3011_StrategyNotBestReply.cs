using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: the method with `[Strategy]` is not a symmetric Bayes–Nash equilibrium: some value gains by another bid if all others follow the strategy.</summary>
/// <remarks>Message arguments: the strategy; a type; its bid; the gain; the better bid; the others in words.</remarks>
internal static class StrategyNotBestReplyRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3011";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The claimed strategy is not an equilibrium",
        messageFormat: "'{0}' is not a best reply to itself: an agent with value {1} bids {2}, but gains {3} by bidding {4} against {5} it",
        category: Categories.Theorems,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A claimed symmetric equilibrium strategy has a profitable deviation.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Prints the most profitable deviation that was found.</summary>
    public static Finding Examine(Declaration declaration, int agents, BestReplyResult.Refuted deviation)
    {
        var name = Strategy(declaration);
        return new(
            Id,
            new Place.Method(name),
            [
                name, Wording.Number(deviation.Type), Wording.Number(deviation.OwnBid), NumberText.Words(deviation.Gain, 3), NumberText.Words(deviation.BetterBid, 4),
                agents == 2 ? "one other who follows" : $"{NumberText.Words(agents - 1)} others who follow",
            ],
            []);
    }

    /// <summary>The method that declares the strategy.</summary>
    public static string Strategy(Declaration declaration) => declaration.Methods.First(method => method.Attribute == "Strategy").Name;
}
