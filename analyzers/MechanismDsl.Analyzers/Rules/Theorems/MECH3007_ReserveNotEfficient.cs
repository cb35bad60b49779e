using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: `[Efficient]` is combined with a `[Reserve]` other than the `[SellerValue]`.</summary>
/// <remarks>Message arguments: whose reserve; what can happen; probabilities and expected loss where priors and n are known.</remarks>
internal static class ReserveNotEfficientRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3007";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Efficient with a reserve is not efficient",
        messageFormat: "With {0} the item can {1}, so the rule is not allocatively efficient{2}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A reserve above the seller's own value withholds the item from agents who value it more; reserves that differ also give it to an agent who values it less.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Measures what a reserve other than the seller's value costs in welfare.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve)
    {
        if (ReserveInefficiency.Of(auction, solve) is not { } loss)
        {
            return null;
        }

        var unsold = "stay unsold although " + (auction.Cutoff > 0 ? "an agent values it more than the seller" : "an agent values it");
        const string Passed = "go to an agent although another values it more";
        var both = loss is { CanStayUnsold: true, CanPassOver: true };
        var chances = (loss.Unsold, loss.PassedOver) switch
        {
            ({ } first, { } second) when both => $"the first happens with probability {Wording.Number(first)}, the second with probability {Wording.Number(second)}",
            (_, { } second) when loss.CanPassOver => $"that happens with probability {Wording.Number(second)}",
            ({ } first, _) => $"that happens with probability {Wording.Number(first)}",
            _ => string.Empty,
        };
        return new(
            Id,
            declaration.At("Reserve"),
            [
                loss.Holder is { } holder ? "a reserve for " + holder : loss.CanPassOver ? "different reserves" : "a reserve",
                both ? $"{unsold}, or {Passed}" : loss.CanPassOver ? Passed : unsold,
                loss.Loss is { } welfare ? $": {chances}, and expected welfare is lower by {Wording.Number(welfare)}" : string.Empty,
            ],
            []);
    }
}
