using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: an allocation serves more agents than there are items.</summary>
/// <remarks>Message arguments: the allocation; the counterexample.</remarks>
internal static class InfeasibleRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = GateRules.Infeasible;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An allocation gives away more than there is",
        messageFormat: "'{0}' is infeasible: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The quantities of an allocation sum to at most the supply, and none is negative.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
