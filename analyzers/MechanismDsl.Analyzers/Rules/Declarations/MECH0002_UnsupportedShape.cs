using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a type with `[Mechanism]` is static, abstract or generic, or lies in a generic type.</summary>
/// <remarks>Message arguments: the type; what it is (static, abstract, generic).</remarks>
internal static class UnsupportedShapeRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0002";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "This kind of type cannot be a mechanism",
        messageFormat: "'{0}' cannot be a mechanism because it is {1}; declare an ordinary partial class or struct",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part implements IMechanism, whose members are static and whose result types are fixed, and it is sealed so that nobody inherits its guarantees. Static, abstract and generic types cannot carry that.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
