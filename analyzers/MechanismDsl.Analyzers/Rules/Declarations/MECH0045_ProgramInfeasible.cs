using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the promised guarantees of an optimal mechanism contradict each other.</summary>
/// <remarks>Message arguments: the type; the guarantees; the contradiction.</remarks>
internal static class ProgramInfeasibleRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0045";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "No mechanism keeps these promises",
        messageFormat: "No mechanism for '{0}' is {1}: {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "By Farkas' lemma (1902) constraints without a common solution, multiplied by suitable numbers, add up to a contradiction; it is shown and was checked.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
