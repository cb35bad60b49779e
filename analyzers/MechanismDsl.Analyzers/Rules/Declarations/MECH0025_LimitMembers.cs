using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: <c>[AtMost]</c>, <c>[Capacity]</c> or <c>[MustServe]</c> names who is no agent and no group, or somebody twice, or nobody.</summary>
/// <remarks>Message arguments: what is wrong, as a sentence without its full stop.</remarks>
internal static class LimitMembersRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0025";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A limit names nobody",
        messageFormat: "{0}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The names in a limit are those of agents or of groups, and each agent is meant once.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
