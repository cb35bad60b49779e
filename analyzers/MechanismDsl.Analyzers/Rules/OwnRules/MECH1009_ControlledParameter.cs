using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: the score depends on a number that the agent could misstate, and it is not marked [Verified].</summary>
/// <remarks>Message arguments: the score; the parameter; what changes.</remarks>
internal static class ControlledParameterRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1009";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An agent controls a parameter of the score",
        messageFormat: "'{0}' depends on '{1}', which the agent states itself: {2}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Threshold payments make truth dominant in the report. Whoever states another number too, and gains by it, reports in several dimensions, where they do not.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
