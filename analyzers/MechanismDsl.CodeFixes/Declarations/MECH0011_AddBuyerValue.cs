using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds the buyer's value, whose number the author then replaces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddBuyerValue)), Shared]
public sealed class AddBuyerValue() : DeclarationFix("MECH0011")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        yield return target.Adding("BuyerValue(1)");
    }
}
