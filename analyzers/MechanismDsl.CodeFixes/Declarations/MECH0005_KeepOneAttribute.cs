using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Removes one of two attributes that exclude each other; both removals are offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepOneAttribute)), Shared]
public sealed class KeepOneAttribute() : DeclarationFix("MECH0005")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is not { } marked)
        {
            yield break;
        }

        yield return target.Removing(marked);
        if (target.Data(FixData.Other) is { } name && target.Type.Attributes().FirstOrDefault(one => one.ShortName() == name && one != marked) is { } other)
        {
            yield return target.Removing(other);
        }
    }
}
