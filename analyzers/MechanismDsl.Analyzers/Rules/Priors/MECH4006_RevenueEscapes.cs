using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: `[RevenueOptimal]` with a prior under which the revenue v·(1 − F(v)) of ever higher prices does not fall to 0 but to a positive limit.</summary>
/// <remarks>Message arguments: the prior; the limit.</remarks>
internal static class RevenueEscapesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4006";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Virtual values miss part of the revenue",
        messageFormat: "Under {0} the revenue v·(1 − F(v)) of ever higher posted prices tends to {1}, not to 0, so virtual values miss part of what an auction earns and their maximum is not the optimal auction",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "With a tail this heavy expected revenue is not expected virtual surplus, so Myerson's theorem names no optimal auction.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
