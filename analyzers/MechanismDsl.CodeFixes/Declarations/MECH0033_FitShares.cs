using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Writes shares in the same proportions that sum to 1.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FitShares)), Shared]
public sealed class FitShares() : DeclarationFix("MECH0033")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Shares) is { } shares && target.Attribute is { } partnership)
        {
            yield return target.OnType($"Use the shares {shares}", type => type.Replace(partnership, $"Partnership({shares})"));
        }
    }
}
