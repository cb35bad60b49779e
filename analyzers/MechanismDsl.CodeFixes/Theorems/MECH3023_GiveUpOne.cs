using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Gives up one of the promises that cannot be kept together: the nearest declarations that are possible.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveUpOne)), Shared]
public sealed class GiveUpOne() : DeclarationFix("MECH3023")
{
    private static readonly string[] Money = ["ExPostBudgetBalanced", "ExAnteBudgetBalanced", "NoDeficit"];

    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Type.Find("Efficient") is { } efficient && target.Data(FixData.Price) is { } price)
        {
            yield return target.OnType($"Trade at the fixed price {price}", type => type.Replace(efficient, $"PostedPrice({price})"));
        }

        if (target.Type.Find("Guarantees") is not null)
        {
            yield return target.OnType("Let somebody else pay: give up balance", type => Without(type, Money));
        }
    }

    /// <summary>The type without these claims, and without the attribute if nothing is claimed any more.</summary>
    private static TypeDeclarationSyntax Without(TypeDeclarationSyntax type, string[] claims)
    {
        while (type.Find("Guarantees") is { ArgumentList: { } list } attribute && list.Arguments.FirstOrDefault(argument => claims.Contains(NameOf(argument))) is { } claim)
        {
            type = list.Arguments.Count == 1 ? type.Remove(attribute) : type.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(claim)));
        }

        return type;
    }

    private static string NameOf(AttributeArgumentSyntax argument) => argument.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => string.Empty,
    };
}
