using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: neither a proof nor a counterexample was found for a rule that derived threshold payments rest on.</summary>
/// <remarks>Message arguments: the rule; the first open obligation.</remarks>
internal static class MonotonicityOpenRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = GateRules.MonotonicityOpen;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "It is not decided whether a rule is monotone",
        messageFormat: "It is not decided whether '{0}' is monotone: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Threshold payments make truth a dominant strategy only if the rule is monotone. What is not proved is not promised: simplify the rule, narrow its domains, or state the guarantees as assumed.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
