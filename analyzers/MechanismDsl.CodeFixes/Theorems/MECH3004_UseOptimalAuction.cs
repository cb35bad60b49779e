using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Replaces floors on bids by the optimal auction.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseOptimalAuction)), Shared]
public sealed class UseOptimalAuction() : DeclarationFix("MECH3004")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Type.Find("Efficient") is not null)
        {
            yield return target.OnType("Use [RevenueOptimal] without reserves", Optimal);
        }
    }

    private static TypeDeclarationSyntax Optimal(TypeDeclarationSyntax type)
    {
        type = type.Replace(type.Find("Efficient")!, "RevenueOptimal");
        while (type.Find("Reserve") is { } reserve)
        {
            type = type.Remove(reserve);
        }

        return type;
    }
}
