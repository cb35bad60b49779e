using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: two mechanisms of the compilation have the same allocation in equilibrium, the same prior and number of agents, and the same payment of the lowest type, but different payment rules.</summary>
/// <remarks>Message arguments: this mechanism; the other one; n; the revenue.</remarks>
internal static class RevenueEquivalenceRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3010";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Another declared mechanism earns the same",
        messageFormat: "'{0}' and '{1}' sell to the same agents and leave the lowest type nothing, so with {2} both earn {3} in equilibrium (revenue equivalence, Myerson 1981)",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Two mechanisms with the same allocation, prior and payment of the lowest type earn the same in expectation.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Compares two mechanisms of the compilation.</summary>
    public static Finding? Examine(string name, SolvedAuction auction, string otherName, SolvedAuction other) =>
        RevenueEquivalence.Of(auction, other) is { } equal
            ? new(Id, new Place.Type(), [name, otherName, Wording.Agents(equal.Agents), Wording.Number(equal.Revenue)], [])
            : null;
}
