using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Finds <c>1 / 3</c> where a number is meant: C# divides whole numbers without remainder, so the digits are lost before anybody sees them.</summary>
internal static class IntegerDivision
{
    /// <summary>Whether the attribute divides anywhere: a look at the syntax that spares most attributes the semantic question.</summary>
    public static bool IsPossible(AttributeSyntax attribute)
    {
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.Expression is not LiteralExpressionSyntax && Divisions(argument.Expression).Any())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first division in an expression or a method that loses digits; null if there is none.</summary>
    public static LostDivision? Find(SyntaxNode? node, SemanticModel model, CancellationToken cancellation) =>
        node is null ? null : Divisions(node).Select(division => Loss(division, model, cancellation)).FirstOrDefault(loss => loss is not null);

    /// <summary>The divisions in an expression or a method, in source order.</summary>
    public static IEnumerable<BinaryExpressionSyntax> Divisions(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Where(binary => binary.IsKind(SyntaxKind.DivideExpression));

    private static LostDivision? Loss(BinaryExpressionSyntax division, SemanticModel model, CancellationToken cancellation)
    {
        if (WholeNumber(model.GetConstantValue(division.Left, cancellation)) is not { } dividend
            || WholeNumber(model.GetConstantValue(division.Right, cancellation)) is not { } divisor
            || divisor == 0
            || dividend % divisor == 0)
        {
            return null;
        }

        var left = division.Left is LiteralExpressionSyntax { Token.Value: int } literal ? $"{literal}.0" : $"(double){division.Left}";
        return new LostDivision(
            division.ToString(),
            decimal.Truncate(dividend / divisor).ToString(CultureInfo.InvariantCulture),
            $"{left} / {division.Right}");
    }

    private static decimal? WholeNumber(Optional<object?> constant) => constant.Value switch
    {
        int number => number,
        long number => number,
        uint number => number,
        ulong number => number,
        short number => number,
        ushort number => number,
        byte number => number,
        sbyte number => number,
        char number => number,
        _ => null,
    };
}
