using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Priors;

/// <summary>States one weight for each profile: those that are there, cut off or continued with ones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefitWeights)), Shared]
public sealed class RefitWeights() : DeclarationFix("MECH4009")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Missing) is { Length: > 0 } refitted && target.Attribute is { } attribute)
        {
            yield return target.OnType("State one weight for each profile", type => type.Replace(attribute, refitted));
        }
    }
}
