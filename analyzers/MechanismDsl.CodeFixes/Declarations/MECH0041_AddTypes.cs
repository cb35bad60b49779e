using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds types for all agents, which the author then replaces.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddTypes)), Shared]
public sealed class AddTypes() : DeclarationFix("MECH0041")
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
