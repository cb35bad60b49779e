using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Claims;

/// <summary>Fires when: an attribute is meant to hide a rule of the gate.</summary>
/// <remarks>Message arguments: the attribute; the rule that it names.</remarks>
internal static class GateSuppressedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = GateRules.GateSuppressed;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A rule of the gate is suppressed",
        messageFormat: "[{0}] names {1}, which guards what a guarantee means and cannot be suppressed; repair the mechanism, drop the claim, or state it as [Assumed] with a reason",
        category: Categories.Claims,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generic code trusts guarantees by their type. A rule that refuses a false one cannot be hidden.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
