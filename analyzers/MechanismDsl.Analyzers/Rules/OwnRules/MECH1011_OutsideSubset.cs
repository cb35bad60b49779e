using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: a rule calls, reads or does something that proofs do not understand.</summary>
/// <remarks>Message arguments: the rule; the construct.</remarks>
internal static class OutsideSubsetRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = GateRules.OutsideSubset;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A rule is outside the verifiable subset",
        messageFormat: "'{0}' cannot be verified: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Rules are pure arithmetic on their parameters and on constants: only then can anything be proved about them.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
