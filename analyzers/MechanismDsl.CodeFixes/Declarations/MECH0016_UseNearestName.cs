using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Replaces a name that is not declared, of an agent or in a limit, by the nearest one that is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNearestName)), Shared]
public sealed class UseNearestName() : DeclarationFix("MECH0016", "MECH0025")
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
