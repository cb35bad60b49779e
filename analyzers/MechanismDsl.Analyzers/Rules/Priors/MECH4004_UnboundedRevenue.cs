using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: `[RevenueOptimal]` with a prior whose tail is so heavy that the revenue v·(1 − F(v)) of a posted price is unbounded.</summary>
/// <remarks>Message arguments: the prior; why.</remarks>
internal static class UnboundedRevenueRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4004";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The optimal revenue is infinite",
        messageFormat: "Under {0} the expected revenue grows without bound: {1}",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "With a tail this heavy ever higher prices earn ever more, so there is no optimal auction.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
