using System.Collections.Immutable;
using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.OwnRules;

/// <summary>
/// Turns round the one comparison, or the one order, that makes a rule serve the wrong end: the smallest bid where the largest was meant. It is offered only
/// if exactly one such change makes the rule monotone, which is proved of the changed source before anything is offered.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TurnSlip)), Shared]
public sealed class TurnSlip : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["MECH1001"];

    /// <summary>Each change is proved by itself: there is no Fix All.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixTarget.At(root, diagnostic) is not { } target)
            {
                continue;
            }

            var repairs = Slip.In(target.Type)
                .Where(slip => RepairedRule.IsMonotone(compilation, root, target.Type, slip, context.CancellationToken))
                .Take(2)
                .ToArray();
            if (repairs is [var only])
            {
                var title = $"Turn round: '{only.Turned.ToString()}'";
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(document.WithSyntaxRoot(only.Apply(root))), equivalenceKey: nameof(TurnSlip)), diagnostic);
            }
        }
    }
}
