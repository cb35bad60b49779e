using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the program of an optimal mechanism is larger than what is solved while a program compiles, or its budget was spent.</summary>
/// <remarks>Message arguments: the type; how large it is and what makes it smaller.</remarks>
internal static class ProgramTooLargeRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0044";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The linear program is too large",
        messageFormat: "The optimal mechanism of '{0}' is not solved: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The number of profiles is the product of the numbers of types; exact arithmetic on large programs takes minutes.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
