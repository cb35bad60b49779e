using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Replaces a name in a limit that is none by the nearest declared one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameMember)), Shared]
public sealed class RenameMember() : DeclarationFix("MECH0025")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Nearest) is { Length: > 0 } nearest && target.Argument?.Expression is { } expression)
        {
            yield return new Offer(
                $"Use \"{nearest}\"",
                root => root.ReplaceNode(
                    expression,
                    SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)).WithTriviaFrom(expression)));
        }
    }
}
