using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Swaps the ends of a range of agents that stand in the wrong order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapAgentCounts)), Shared]
public sealed class SwapAgentCounts() : DeclarationFix("MECH0008")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is { ArgumentList.Arguments: { Count: 2 } arguments } && Number(arguments[0]) is { } low && Number(arguments[1]) is >= 1 and { } high && low > high)
        {
            yield return new Offer(
                "Swap the two numbers",
                root => root.ReplaceNodes([arguments[0].Expression, arguments[1].Expression], (node, _) =>
                    (node == arguments[0].Expression ? arguments[1] : arguments[0]).Expression.WithTriviaFrom(node)));
        }
    }

    private static int? Number(AttributeArgumentSyntax argument) =>
        argument.Expression is LiteralExpressionSyntax { Token.Value: int number } ? number : null;
}
