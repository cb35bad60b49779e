using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Writes an operand of an integer division as a real number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivideReals)), Shared]
public sealed class DivideReals() : DeclarationFix("MECH0014")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Node.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault(node => node.IsKind(SyntaxKind.DivideExpression)) is { } division)
        {
            yield return new Offer($"Write {Repaired(division)}", root => root.ReplaceNode(division, Repaired(division)));
        }
    }

    private static ExpressionSyntax Repaired(BinaryExpressionSyntax division) => division.WithLeft(
        division.Left is LiteralExpressionSyntax literal && literal.Token.Value is int
            ? SyntaxFactory.ParseExpression(literal.Token.ValueText + ".0").WithTriviaFrom(literal)
            : SyntaxFactory.ParseExpression("(double)" + division.Left.WithoutTrivia()).WithTriviaFrom(division.Left));
}
