using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: an auction of alike agents breaks ties by index, ties have positive probability under the prior, and winning them is worth something.</summary>
/// <remarks>Message arguments: n; probability in per cent; difference of expected utilities.</remarks>
internal static class TieWorthRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3005";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The tie rule decides with positive probability",
        messageFormat: "With {0} the tie rule decides {1} % of the auctions, which is worth {2} in expectation to the first agent over the last",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Discrete types and ironed blocks make ties of positive probability, and breaking them by index favours the first agent.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Measures the ties that the index decides.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve) =>
        TieWorth.Of(auction) is { } tie
            ? new(
                Id,
                declaration.At("Mechanism"),
                [Wording.Agents(tie.Agents), Wording.Percent(tie.Probability), NumberText.Words(tie.Worth, 3)],
                [])
            : null;
}
