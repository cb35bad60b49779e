using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds a joint prior with one weight a profile, which the author then replaces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddJointPrior)), Shared]
public sealed class AddJointPrior() : DeclarationFix("MECH0040")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Missing) is { Length: > 0 } example)
        {
            yield return target.AddingLine(example);
        }
    }
}
