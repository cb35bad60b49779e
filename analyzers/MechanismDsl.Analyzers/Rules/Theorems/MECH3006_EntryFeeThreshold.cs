using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a mechanism of alike buyers with prior and number charges an `[EntryFee]`.</summary>
/// <remarks>Message arguments: n; the fee; the participation threshold; the revenue in equilibrium.</remarks>
internal static class EntryFeeThresholdRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3006";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The entry fee keeps low types away",
        messageFormat: "With {0} a fee of {1} keeps values below {2} away and costs every entrant who loses {1}; without a fee the reserve {2} sells to the same agents and earns the same {3}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A fee that everybody pays makes low types stay out; the equivalent reserve screens the same types without making losers pay.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Finds the participation threshold and the reserve that replaces the fee.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve) =>
        EntryFeeEquivalent.Of(auction, solve) is { } fee
            ? new(
                Id,
                declaration.At("EntryFee"),
                [Wording.Agents(fee.Agents), Wording.Number(fee.Fee), Wording.Number(fee.Threshold), Wording.Number(fee.Revenue)],
                [new(FixData.Threshold, NumberText.Literal(fee.Threshold))])
            : null;
}
