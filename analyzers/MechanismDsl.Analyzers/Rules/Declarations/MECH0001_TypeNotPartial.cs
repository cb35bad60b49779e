using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a type with `[Mechanism]`, or a type that contains it, is not declared `partial`.</summary>
/// <remarks>Message arguments: the type or the containing type that lacks the word.</remarks>
internal static class TypeNotPartialRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A mechanism must be partial",
        messageFormat: "'{0}' must be declared partial, because the allocation and payment code is written into it",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator adds Run, RunBatch and the explanation to the annotated type. C# allows that only for a type, and containing types, declared partial.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
