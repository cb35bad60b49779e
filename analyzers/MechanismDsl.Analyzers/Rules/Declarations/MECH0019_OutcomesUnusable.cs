using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the enum of <c>[Outcomes&lt;TEnum&gt;]</c> has no members, or cannot be named by everybody who sees the mechanism.</summary>
/// <remarks>Message arguments: the enum; what is wrong with it, as a clause.</remarks>
internal static class OutcomesUnusableRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0019";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The outcomes cannot be chosen from",
        messageFormat: "The outcomes '{0}' cannot be chosen from: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The members of the enum are the feasible set: there must be at least one, and whoever sees the mechanism must be able to name them.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
