using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>For the revenue of one item, the optimal auction is known for any prior (Myerson 1981).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseRevenueOptimal)), Shared]
public sealed class UseRevenueOptimal() : DeclarationFix("MECH0043")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Type.Find("SingleItem") is not null
            && target.Type.Find("Optimal") is { ArgumentList.Arguments: [var objective, ..] } goal
            && objective.Expression.ToString().EndsWith("Revenue", StringComparison.Ordinal))
        {
            yield return target.OnType("Use [RevenueOptimal], which needs no finite types", type => type.Replace(goal, "RevenueOptimal"));
        }
    }
}
