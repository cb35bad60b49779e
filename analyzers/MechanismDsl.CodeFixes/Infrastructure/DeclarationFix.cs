using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>
/// What all code fixes of this package share: a repair is a pure function of the syntax tree, it is offered only if it applies, and Fix All
/// repeats it in batches.
/// </summary>
public abstract class DeclarationFix : CodeFixProvider
{
    private protected DeclarationFix(params ImmutableArray<string> ids) => FixableDiagnosticIds = ids;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixTarget.At(root, diagnostic) is not { } target)
            {
                continue;
            }

            foreach (var offer in Offers(target))
            {
                var action = CodeAction.Create(
                    offer.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(offer.Apply(root))), equivalenceKey: offer.Title);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The repairs that apply at <paramref name="target"/>, the most likely one first; none if none applies.</summary>
    private protected abstract IEnumerable<Offer> Offers(FixTarget target);
}
