using System.Composition;
using System.Globalization;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Priors;

/// <summary>Swaps two parameters of a prior that stand in the wrong order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapEnds)), Shared]
public sealed class SwapEnds() : DeclarationFix("MECH4001")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is not { ArgumentList.Arguments: var arguments } || target.Data(FixData.Swap)?.Split(',') is not [var first, var second]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
            || !int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var other))
        {
            yield break;
        }

        // The parameters of a prior follow the name of the agent, where there is one; properties come last.
        var numbers = arguments.Where(argument => argument.NameEquals is null).SkipWhile(argument => argument.Expression.IsKind(SyntaxKind.StringLiteralExpression)).ToArray();
        if (one < numbers.Length && other < numbers.Length)
        {
            yield return new Offer("Swap the two ends", root => Swapped(root, numbers[one].Expression, numbers[other].Expression));
        }
    }

    private static SyntaxNode Swapped(SyntaxNode root, ExpressionSyntax one, ExpressionSyntax other) =>
        root.ReplaceNodes([one, other], (node, _) => (node == one ? other : one).WithTriviaFrom(node));
}
