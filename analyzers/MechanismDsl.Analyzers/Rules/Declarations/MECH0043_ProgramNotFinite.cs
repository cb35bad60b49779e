using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the types of an agent are not finitely many, or a type has no probability.</summary>
/// <remarks>Message arguments: what needs them: [Optimal]; what is wrong.</remarks>
internal static class ProgramNotFiniteRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0043";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An optimal mechanism needs finitely many types",
        messageFormat: "{0} needs finitely many types, each with a probability: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The mechanism is sought by a linear program with variables for every profile of types, weighted by their probabilities.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
