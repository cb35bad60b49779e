using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: `[Agents(count)]` with a count below 1, or `[Agents(min, max)]` with min above max.</summary>
/// <remarks>Message arguments: what is wrong with it.</remarks>
internal static class AgentCountRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0008";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The number of agents is not possible",
        messageFormat: "[Agents] allows no number of agents: {0}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The smallest number of agents is at least 1 and at most the largest.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
