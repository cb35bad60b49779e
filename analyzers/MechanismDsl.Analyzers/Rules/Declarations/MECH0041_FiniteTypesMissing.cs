using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: an agent has no finitely many types, and the mechanism is worked out type by type.</summary>
/// <remarks>Message arguments: what needs them: [CremerMcLean]; the agent ('North') or 'the agents'.</remarks>
internal static class FiniteTypesMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0041";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Finitely many types are required",
        messageFormat: "{0} needs finitely many types of {1}; add [Types(...)] or [TypeRange(low, high)]",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A joint prior states the probability of every profile, so the types of every agent must be listed.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
