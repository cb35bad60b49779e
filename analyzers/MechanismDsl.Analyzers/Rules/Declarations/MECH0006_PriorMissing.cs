using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a declaration whose solution depends on the agents' distributions names none for some agent.</summary>
/// <remarks>Message arguments: what needs it (e.g. [RevenueOptimal]); the agent ('North') or 'the agents'.</remarks>
internal static class PriorMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0006";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A prior is required",
        messageFormat: "{0} needs the prior of {1}; add [Prior<...>(...)] or give the agent one",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The revenue-optimal rule compares virtual values, which are functions of each agent's distribution.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
