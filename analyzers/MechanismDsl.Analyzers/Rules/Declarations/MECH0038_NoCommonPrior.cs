using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the beliefs of `[Beliefs]` come from no common prior.</summary>
/// <remarks>Message arguments: the type; the bet; the least gain.</remarks>
internal static class NoCommonPriorRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0038";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Beliefs come from no common prior",
        messageFormat: "The beliefs of '{0}' come from no common prior: if {1}, every type of every agent expects to gain at least {2}, so that every mechanism is dominated by itself with a larger bet beside it",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Without a common prior there is a bet that sums to zero and from which every type of every agent expects to gain (Morris 1994), so that no mechanism is undominated (Börgers 2015).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
