using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: beliefs in `[Beliefs]` are missing, or are no distributions of the others' types.</summary>
/// <remarks>Message arguments: what is wrong.</remarks>
internal static class BeliefWeightsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0037";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Beliefs are no distributions",
        messageFormat: "The beliefs of the agents cannot be used: {0}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Every type of every agent has one weight for each profile of the others, none below zero and not all zero.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
