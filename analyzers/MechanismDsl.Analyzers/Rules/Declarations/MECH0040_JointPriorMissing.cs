using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a mechanism for correlated types states no joint distribution of them.</summary>
/// <remarks>Message arguments: what needs it: [CremerMcLean].</remarks>
internal static class JointPriorMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0040";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A joint prior is required",
        messageFormat: "{0} needs the joint distribution of the types; add [JointPrior(...)] with one weight for each profile",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What an agent of a type believes about the others follows from the joint distribution of all types.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
