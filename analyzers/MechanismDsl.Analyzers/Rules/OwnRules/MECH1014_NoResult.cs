using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: a rule throws, divides by zero, leaves its arrays or gives no finite number on reports of its domain.</summary>
/// <remarks>Message arguments: the rule; the counterexample.</remarks>
internal static class NoResultRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = GateRules.NoResult;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A rule has no result on a legal report",
        messageFormat: "'{0}' has no result on legal reports: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Run accepts every report of the declared domain, so the rule must have a finite result on each.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
