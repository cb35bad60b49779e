using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Memory;

/// <summary>
/// What a file says to other files: its tokens without the bodies of members, the statements at its top level, and the initial values of fields that are no
/// constants. Files with the same surface declare the same.
/// </summary>
/// <param name="Hash">A hash of these tokens (SHA-256).</param>
/// <param name="Aliases">The names that its <c>using</c> directives give to types and namespaces.</param>
/// <param name="GlobalAliases">Those of them that hold in every file.</param>
internal sealed record FileSurface(string Hash, EquatableArray<string> Aliases, EquatableArray<string> GlobalAliases)
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileSurface> Known = new();

    /// <summary>The surface of a file, worked out once for each version of it.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="cancellation">Cancels.</param>
    public static FileSurface Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!Known.TryGetValue(tree, out var surface))
        {
            surface = Read(tree, cancellation);
            Known.GetValue(tree, _ => surface);
        }

        return surface;
    }

    private static FileSurface Read(SyntaxTree tree, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var text = new StringBuilder();
        List<UsingDirectiveSyntax> aliases = [];
        foreach (var part in tree.GetRoot(cancellation).DescendantNodesAndTokens(static node => !IsInside(node)))
        {
            if (part.IsToken)
            {
                text.Append(part.AsToken().Text).Append('\n');
            }
            else if (part.AsNode() is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax)
            {
                text.Append(StoresValue(part.AsNode()!) ? "{ field }" : "{ }").Append('\n');
            }
            else if (part.AsNode() is UsingDirectiveSyntax { Alias: not null } alias)
            {
                aliases.Add(alias);
            }
        }

        using var hash = SHA256.Create();
        return new FileSurface(
            Convert.ToBase64String(hash.ComputeHash(Encoding.Unicode.GetBytes(text.ToString()))),
            Names(aliases),
            Names(aliases.Where(alias => alias.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))));
    }

    private static EquatableArray<string> Names(IEnumerable<UsingDirectiveSyntax> aliases) =>
        aliases.Select(alias => alias.Alias!.Name.Identifier.ValueText).ToEquatableArray();

    // What statements at the top level declare, other files cannot name.
    private static bool IsInside(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    // The body of an accessor decides whether its property stores a value: by the word "field".
    private static bool StoresValue(SyntaxNode body) =>
        body.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>() is not null && body.DescendantTokens().Any(static token => token.ValueText == "field");
}
