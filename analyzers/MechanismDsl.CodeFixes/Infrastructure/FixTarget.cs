using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>What a diagnostic points at.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Node">The innermost node at its place.</param>
/// <param name="Type">The declaration of the annotated type around it.</param>
internal sealed record FixTarget(Diagnostic Diagnostic, SyntaxNode Node, TypeDeclarationSyntax Type)
{
    /// <summary>The attribute at the place, or around it; null where the diagnostic does not point into one.</summary>
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The attribute argument at the place, or around it.</summary>
    public AttributeArgumentSyntax? Argument => Node.FirstAncestorOrSelf<AttributeArgumentSyntax>();

    /// <summary>The named argument that the diagnostic points at as a whole; null if it points elsewhere.</summary>
    public AttributeArgumentSyntax? Property => Argument is { NameEquals: not null } argument && argument.Span == Diagnostic.Location.SourceSpan ? argument : null;

    /// <summary>Data that the analyzer handed over by name; null if it did not.</summary>
    public string? Data(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>The target in <paramref name="root"/>; null if the diagnostic does not lie in a type.</summary>
    public static FixTarget? At(SyntaxNode root, Diagnostic diagnostic)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type ? new FixTarget(diagnostic, node, type) : null;
    }
}
