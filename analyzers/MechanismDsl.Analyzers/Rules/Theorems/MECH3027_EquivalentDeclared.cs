using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: two mechanisms of the compilation with different rules decide the same at every profile of finitely many types, and every type expects to pay the same.</summary>
/// <remarks>Message arguments: this mechanism; the other one; the reason.</remarks>
internal static class EquivalentDeclaredRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3027";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Another declared mechanism is equivalent",
        messageFormat: "'{0}' and '{1}' are equivalent: {2}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Equivalent mechanisms leave every type the same expected utility and collect the same in expectation; they can differ at every single profile.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
