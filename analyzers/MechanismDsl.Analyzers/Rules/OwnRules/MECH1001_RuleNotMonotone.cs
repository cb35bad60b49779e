using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: a rule that derived threshold payments rest on gives an agent less for a better report.</summary>
/// <remarks>Message arguments: the rule; the counterexample.</remarks>
internal static class RuleNotMonotoneRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = GateRules.RuleNotMonotone;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A rule is not monotone",
        messageFormat: "'{0}' is not monotone: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An allocation that can be implemented in dominant strategies gives nobody less for a better report (Myerson 1981): with less, no payment makes truth a best reply.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
