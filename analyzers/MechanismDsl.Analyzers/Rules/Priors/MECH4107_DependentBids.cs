using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: bids within an auction of the file are correlated: some auctions attract high bids from everybody.</summary>
/// <remarks>Message arguments: the file; the correlation; how many values; the effective size.</remarks>
internal static class DependentBidsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4107";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Bids of one auction depend on each other",
        messageFormat: "Bids of one auction in '{0}' depend on each other (intraclass correlation {1}): {2} values are worth {3} independent ones",
        category: Categories.Priors,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The optimal auction assumes independent values; bids of one auction that move together contradict it.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Reports correlation of the bidders within an auction.</summary>
    public static Finding? Examine(Place place, DataReport report) =>
        report.Dependence is { Matters: true } dependence
            ? new(
                Id,
                place,
                [
                    report.Source, NumberText.Words(dependence.Correlation, 2), NumberText.Words(report.Values),
                    NumberText.Words(Math.Floor(dependence.EffectiveSize)),
                ],
                [])
            : null;
}
