using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: what an agent of a type believes about the others is a mixture of what it believes with other types.</summary>
/// <remarks>Message arguments: the agent; its type; the mixture.</remarks>
internal static class BeliefMixedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0042";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "No bet tells this belief from others",
        messageFormat: "What {0} with value {1} believes about the others is {2}: no bet that is fair for this belief costs all of those, so its types cannot be told apart",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A bet on the others' types that has mean zero for one belief and a positive mean for some beliefs has a positive mean for their mixtures (Farkas 1902; Crémer and McLean 1988).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
