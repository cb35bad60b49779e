using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Replaces an entry fee by the reserve that screens the same types.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReserveInsteadOfFee)), Shared]
public sealed class ReserveInsteadOfFee() : DeclarationFix("MECH3006")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Threshold) is { } threshold && target.Type.Find("EntryFee") is { } fee && target.Type.Find("Reserve") is null)
        {
            yield return target.OnType($"Use [Reserve({threshold})] instead of the fee", type => type.Replace(fee, $"Reserve({threshold})"));
        }
    }
}
