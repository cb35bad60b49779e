using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: a prior comes from a file. The message says how far the true distribution may be from the data, and how much revenue that may cost.</summary>
/// <remarks>Message arguments: the file; how many values; their worth if they are dependent; the band; reserve or ceiling; its value; the largest loss in per cent; the size needed.</remarks>
internal static class SampleSizeRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4106";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "What the sample can tell",
        messageFormat: "'{0}' has {1} values{2}: with 95 % confidence every share of bidders is within {3} of the sample's, so the {4} {5} may lose {6} % of the gain from one bidder; {7} independent values would bound that by 5 %",
        category: Categories.Priors,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The Dvoretzky-Kiefer-Wolfowitz band around the empirical distribution, and what it means for the revenue.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Reports the band around the sample's distribution and what it means for the learnt price.</summary>
    public static Finding Examine(Place place, DataReport report)
    {
        var size = report.ClusteredSampleSize ?? report.SampleSize;
        return new(
            Id,
            place,
            [
                report.Source,
                NumberText.Words(report.Values),
                report.ClusteredSampleSize is null ? string.Empty : $" (worth {NumberText.Words(Math.Floor(size.Size))} independent ones)",
                NumberText.Words(size.Band, 3),
                report.Options.Side == Side.Buyer ? "reserve" : "ceiling",
                NumberText.Words(report.Reserve.Price, 6),
                Wording.Percent(size.MayLoseShare),
                double.IsInfinity(size.Needed) ? "no number of" : NumberText.Words(Math.Ceiling(size.Needed)),
            ],
            []);
    }
}
