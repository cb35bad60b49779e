using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Writes a prior that fits every environment, whose numbers the user then replaces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FitPrior)), Shared]
public sealed class FitPrior() : DeclarationFix("MECH0034")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is { ArgumentList: { } list } prior && prior.ShortName() is "Prior" or "HistogramPrior" or "DiscretePrior" && list.Arguments.All(argument => argument.NameEquals is null))
        {
            yield return target.OnType("Use [Prior<Uniform>(1, 2)]", type => type.Replace(prior, "Prior<Uniform>(1, 2)"));
        }
    }
}
