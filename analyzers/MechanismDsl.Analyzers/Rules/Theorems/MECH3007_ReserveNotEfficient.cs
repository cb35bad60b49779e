using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: `[Efficient]` is combined with a `[Reserve]` other than the `[SellerValue]`.</summary>
/// <remarks>Message arguments: who values it more; probability and expected loss where priors and n are known.</remarks>
internal static class ReserveNotEfficient
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
}
