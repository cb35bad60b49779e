using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Declares the reserve as what keeping the item is worth.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SellerValueInsteadOfReserve)), Shared]
public sealed class SellerValueInsteadOfReserve() : DeclarationFix("MECH3007")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        var reserves = target.Type.Attributes().Where(attribute => attribute.ShortName() == "Reserve").ToArray();
        if (reserves is [{ ArgumentList.Arguments: [{ NameEquals: null }] } reserve] && target.Type.Find("SellerValue") is null && target.Type.Find("Procurement") is null)
        {
            yield return target.OnType("Declare the reserve as the seller's own value", type => type.Replace(reserve, $"SellerValue({reserve.ArgumentText()})"));
        }
    }
}
