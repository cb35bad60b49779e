using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Claims;

/// <summary>Removes an attribute that is meant to hide a rule of the gate; it can stand on anything, on the assembly too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSuppression)), Shared]
public sealed class RemoveSuppression : CodeFixProvider
{
    private const string Title = "Remove the suppression";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["MECH2005"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Without(root, attribute))), equivalenceKey: Title), diagnostic);
            }
        }
    }

    private static SyntaxNode Without(SyntaxNode root, AttributeSyntax attribute) =>
        attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list
            ? root.RemoveNode(list, SyntaxRemoveOptions.KeepDirectives | SyntaxRemoveOptions.AddElasticMarker)!
            : root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!;
}
