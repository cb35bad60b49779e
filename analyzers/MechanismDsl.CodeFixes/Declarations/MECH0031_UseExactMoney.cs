using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Uses exact money, in which more goods are decided.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseExactMoney)), Shared]
public sealed class UseExactMoney() : DeclarationFix("MECH0031", "MECH0032")
{
    private const string Money = "Money<decimal>";

    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Diagnostic.Id == "MECH0032" || target.Data(FixData.Missing) == "Money")
        {
            yield return target.Type.Find("Money") is { } money
                ? target.OnType("Use decimal money", type => type.Replace(money, Money))
                : target.Adding(Money);
        }
    }
}
