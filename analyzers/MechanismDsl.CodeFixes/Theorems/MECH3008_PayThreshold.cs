using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Pays the threshold instead of the own bid.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PayThreshold)), Shared]
public sealed class PayThreshold() : DeclarationFix("MECH3008")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (ThresholdPayment.Applies(target.Type))
        {
            yield return target.OnType(ThresholdPayment.Title, ThresholdPayment.Replace);
        }
    }
}
