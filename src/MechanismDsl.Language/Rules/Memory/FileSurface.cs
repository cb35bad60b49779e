using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Rules.Memory;

/// <summary>
/// What a file says to other files: its tokens without the bodies of members and the initial values of fields that are no constants. Files with the
/// same surface declare the same.
/// </summary>
internal static class FileSurface
{
    private static readonly ConditionalWeakTable<SyntaxTree, string> Known = new();

    /// <summary>A hash of the surface (SHA-256), worked out once for each version of a file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="cancellation">Cancels.</param>
    public static string Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!Known.TryGetValue(tree, out var hash))
        {
            hash = Hash(tree, cancellation);
            Known.GetValue(tree, _ => hash);
        }

        return hash;
    }

    private static string Hash(SyntaxTree tree, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var text = new StringBuilder();
        foreach (var part in tree.GetRoot(cancellation).DescendantNodesAndTokens(static node => !IsInside(node)))
        {
            if (part.IsToken)
            {
                text.Append(part.AsToken().Text).Append('\n');
            }
            else if (part.AsNode() is { } node and (BlockSyntax or ArrowExpressionClauseSyntax))
            {
                text.Append(StoresValue(node) ? "{ field }" : "{ }").Append('\n');
            }
        }

        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.Unicode.GetBytes(text.ToString())));
    }

    private static bool IsInside(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    // The body of an accessor decides whether its property stores a value: by the word "field".
    private static bool StoresValue(SyntaxNode body) =>
        body.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>() is not null && body.DescendantTokens().Any(static token => token.ValueText == "field");
}
