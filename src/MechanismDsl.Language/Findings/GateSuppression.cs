using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Findings;

/// <summary>Attributes that are meant to hide rules of the gate.</summary>
public static class GateSuppression
{
    /// <summary>Metadata names of the attributes that the compiler obeys when it hides diagnostics.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
    [
        "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute",
        "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute",
    ];

    /// <summary>The rule of the gate that the attribute is meant to hide; null if it hides none, or is another attribute.</summary>
    public static string? RuleOf(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "SuppressMessageAttribute" or "UnconditionalSuppressMessageAttribute" } type
        && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis"
        && attribute.ConstructorArguments.Length >= 2
            ? GateRules.Named(attribute.ConstructorArguments[1].Value as string)
            : null;
}
