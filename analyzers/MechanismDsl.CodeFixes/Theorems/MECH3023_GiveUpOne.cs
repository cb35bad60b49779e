using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Gives up one of the promises that cannot be kept together: the nearest declarations that are possible.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveUpOne)), Shared]
public sealed class GiveUpOne() : DeclarationFix("MECH3023")
{
    private const string Efficiency = "AllocativelyEfficient";

    private static readonly string[] Money = ["ExPostBudgetBalanced", "ExAnteBudgetBalanced", "NoDeficit"];

    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Type.Find("Guarantees") is null)
        {
            yield break;
        }

        if (target.Type.Find("Partnership") is { } partnership)
        {
            if (target.Data(FixData.Shares) is { } shares)
            {
                yield return target.OnType($"Use the shares {shares}", type => type.Replace(partnership, $"Partnership({shares})"));
            }

            yield break;
        }

        if (target.Data(FixData.Goal) is { } goal)
        {
            if (target.Type.Find("DoubleAuction") is null && !Claims(target.Type, "DominantStrategyIncentiveCompatible") && !Claims(target.Type, "ExPostIndividuallyRational"))
            {
                yield return target.OnType($"Use [{goal}, Rebalanced], balanced at every profile", type => Without(Decide(type, goal).AddBeside("Rebalanced"), [Efficiency]));
            }

            yield return target.OnType($"Use [{goal}], balanced in expectation", type => Promise(Without(Decide(type, goal), [.. Money, Efficiency]), "ExAnteBudgetBalanced"));
        }

        if (target.Data(FixData.Price) is { } price)
        {
            yield return target.OnType($"Trade at the fixed price {price}", type => Without(Decide(type, $"PostedPrice({price})"), [Efficiency]));
        }

        yield return target.OnType("Let somebody else pay: give up balance", type => Without(type, Money));
    }

    private static TypeDeclarationSyntax Decide(TypeDeclarationSyntax type, string goal) => type.Find("Efficient") is { } efficient ? type.Replace(efficient, goal) : type;

    private static bool Claims(TypeDeclarationSyntax type, string claim) => type.Find("Guarantees") is { ArgumentList: { } list } && list.Arguments.Any(argument => NameOf(argument) == claim);

    /// <summary>The type with one more claim, or with the attribute for it if nothing else is claimed.</summary>
    private static TypeDeclarationSyntax Promise(TypeDeclarationSyntax type, string claim)
    {
        if (type.Find("Guarantees") is not { ArgumentList: { } list })
        {
            return type.AddList($"Guarantees({claim})");
        }

        var argument = type.Attribute($"Guarantees({claim})").ArgumentList!.Arguments[0];
        return type.ReplaceNode(list, list.AddArguments(argument.WithLeadingTrivia(SyntaxFactory.Space)));
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
