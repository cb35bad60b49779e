using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: payments balance at every profile, so that truth is a best reply in expectation only, and Groves payments with one constant an agent leave every type the same.</summary>
/// <remarks>Message arguments: the payments.</remarks>
internal static class DominantCounterpartRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3026";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Truth could be a dominant strategy",
        messageFormat: "Truth is a best reply to truth only; with the same decisions and {0} every type expects the same and truth is a dominant strategy: the budget then balances in expectation, and no longer at every profile (Mookherjee and Reichelstein 1992; Gershkov, Goeree, Kushnir, Moldovanu and Shi 2013)",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Where types are independent and a decision is monotone, whatever Bayesian incentive compatible payments leave the types in expectation dominant-strategy payments can leave them, too.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
