using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Uses decimal money with two decimals.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseDecimalMoney)), Shared]
public sealed class UseDecimalMoney() : DeclarationFix("MECH0017")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Type.Find("Money") is { } money)
        {
            yield return target.OnType("Use decimal money with two decimals", type => type.Replace(money, "Money<decimal>(Decimals = 2)"));
        }
    }
}
