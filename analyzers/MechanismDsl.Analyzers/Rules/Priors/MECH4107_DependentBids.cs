using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: bids within an auction of the file are correlated: some auctions attract high bids from everybody.</summary>
/// <remarks>Message arguments: the measured dependence in words.</remarks>
internal static class DependentBidsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4107";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Bids of one auction depend on each other",
        messageFormat: "{0}",
        category: Categories.Priors,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The optimal auction assumes independent values; bids of one auction that move together contradict it.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
