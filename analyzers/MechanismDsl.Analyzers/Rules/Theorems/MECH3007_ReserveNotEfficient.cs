using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: `[Efficient]` is combined with a `[Reserve]` other than the `[SellerValue]`.</summary>
/// <remarks>Message arguments: who values it more; probability and expected loss where priors and n are known.</remarks>
internal static class ReserveNotEfficientRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3007";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Efficient with a reserve is not efficient",
        messageFormat: "With a reserve the item can stay unsold although {0}, so the rule is not allocatively efficient{1}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A reserve above the seller's own value withholds the item from agents who value it more.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Measures what a reserve other than the seller's value costs in welfare.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve)
    {
        if (ReserveInefficiency.Of(auction, solve) is not { } loss)
        {
            return null;
        }

        var numbers = loss is { Unsold: { } unsold, Loss: { } welfare }
            ? $": that happens with probability {Wording.Number(unsold)}, and expected welfare is lower by {Wording.Number(welfare)}"
            : string.Empty;
        return new(Id, declaration.At("Reserve"), [auction.Cutoff > 0 ? "an agent values it more than the seller" : "an agent values it", numbers], []);
    }
}
