using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: `[EquivalentTo&lt;T&gt;]` names a type that is no mechanism of the project, the mechanism itself, or one of other agents, types, outcomes or money.</summary>
/// <remarks>Message arguments: the mechanism; the other one; what stands in the way.</remarks>
internal static class NotComparableRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = Rule.NotComparable;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A mechanism cannot be compared with this one",
        messageFormat: "'{0}' cannot be equivalent to '{1}': {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Mechanisms are equivalent if they decide the same at every profile of the same agents' reports, and every type expects to pay the same.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
