using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>A place in a rule where the other direction may have been meant.</summary>
/// <param name="Node">What is written.</param>
/// <param name="Turned">The same in the other direction.</param>
internal sealed record Slip(SyntaxNode Node, SyntaxNode Turned)
{
    // More than that is no slip of the pen, and each one is proved.
    private const int Most = 12;

    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["OrderBy"] = "OrderByDescending", ["OrderByDescending"] = "OrderBy", ["Order"] = "OrderDescending", ["OrderDescending"] = "Order",
        ["MinBy"] = "MaxBy", ["MaxBy"] = "MinBy", ["Min"] = "Max", ["Max"] = "Min",
    };

    /// <summary>The places in the methods of a type: comparisons of two values, not with a fixed number, and directions of orders. None if there are too many.</summary>
    public static IReadOnlyList<Slip> In(TypeDeclarationSyntax type)
    {
        var slips = type.Members.OfType<MethodDeclarationSyntax>().SelectMany(method => method.DescendantNodes()).Select(Of).OfType<Slip>().ToArray();
        return slips.Length <= Most ? slips : [];
    }

    /// <summary>The tree with the other direction.</summary>
    public SyntaxNode Apply(SyntaxNode root) => root.ReplaceNode(Node, Turned);

    private static Slip? Of(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary when Opposite(binary.Kind()) is { } opposite && !IsLoopTest(binary) && !IsFixed(binary.Left) && !IsFixed(binary.Right) =>
            new Slip(binary, SyntaxFactory.BinaryExpression(opposite.Kind, binary.Left, SyntaxFactory.Token(binary.OperatorToken.LeadingTrivia, opposite.Sign, binary.OperatorToken.TrailingTrivia), binary.Right)),
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } name
            when access.Name == name && _names.TryGetValue(name.Identifier.ValueText, out var other) =>
            new Slip(name, SyntaxFactory.IdentifierName(other).WithTriviaFrom(name)),
        _ => null,
    };

    private static (SyntaxKind Kind, SyntaxKind Sign)? Opposite(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
        SyntaxKind.LessThanOrEqualExpression => (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
        SyntaxKind.GreaterThanExpression => (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
        SyntaxKind.GreaterThanOrEqualExpression => (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
        _ => null,
    };

    private static bool IsLoopTest(BinaryExpressionSyntax comparison) => comparison.Parent switch
    {
        ForStatementSyntax loop => loop.Condition == comparison,
        WhileStatementSyntax loop => loop.Condition == comparison,
        DoStatementSyntax loop => loop.Condition == comparison,
        _ => false,
    };

    // A threshold that is written down is a decision, not a direction.
    private static bool IsFixed(ExpressionSyntax side) => side is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };
}
