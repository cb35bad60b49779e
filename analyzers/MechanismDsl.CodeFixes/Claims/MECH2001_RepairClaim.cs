using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Claims;

/// <summary>Removes a claim that does not hold, or pays the threshold so that it holds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairClaim)), Shared]
public sealed class RepairClaim() : DeclarationFix("MECH2001", "MECH2002")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Guarantee) is not { } guarantee || target.Type.Find("Guarantees") is not { } claims)
        {
            yield break;
        }

        if (guarantee.EndsWith("IncentiveCompatible", StringComparison.Ordinal) && ThresholdPayment.Applies(target.Type))
        {
            yield return target.OnType(ThresholdPayment.Title, ThresholdPayment.Replace);
        }

        if (claims.ArgumentList?.Arguments.FirstOrDefault(argument => Names(argument, guarantee)) is { } claim)
        {
            yield return target.OnType($"Remove the claim {guarantee}", type => Without(type, claims, claim));
        }
    }

    private static bool Names(AttributeArgumentSyntax argument, string guarantee) => argument.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == guarantee,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == guarantee,
        _ => false,
    };

    private static TypeDeclarationSyntax Without(TypeDeclarationSyntax type, AttributeSyntax claims, AttributeArgumentSyntax claim)
    {
        var list = claims.ArgumentList!;
        return list.Arguments.Count == 1
            ? type.Remove(claims)
            : type.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(claim)));
    }
}
