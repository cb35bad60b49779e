using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: on the part of the data that was held out, the chosen rule earns less than no reserve or than the plain reserve.</summary>
/// <remarks>Message arguments: the file; the chosen rule and its mean revenue; the better rule and its mean revenue; earned or gained.</remarks>
internal static class LosesOnHoldOutRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4108";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The rule loses on data it has not seen",
        messageFormat: "On held-out auctions of '{0}', {1} {5} {2} on average and {3} {4}",
        category: Categories.Priors,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "On auctions left out of the estimation the chosen rule earns less than a simpler one.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Reports a simpler rule that earned more on held-out auctions.</summary>
    public static Finding? Examine(Place place, DataReport report) =>
        report is { BetterSimplerRule: { } better, HoldOut: { } holdOut } && holdOut.Of(report.Options.Rule) is { } chosen
            ? new(
                Id,
                place,
                [
                    report.Source, Name(chosen.Rule), NumberText.Words(chosen.Revenue, 5), Name(better.Rule), NumberText.Words(better.Revenue, 5),
                    report.Options.Side == Side.Buyer ? "earned" : "gained",
                ],
                [])
            : null;

    private static string Name(DataRule rule) => rule switch
    {
        DataRule.NoReserve => "no reserve",
        DataRule.Reserve => "the empirical reserve",
        DataRule.Bins => "the auction fitted to bins",
        _ => "exact ironing",
    };
}
