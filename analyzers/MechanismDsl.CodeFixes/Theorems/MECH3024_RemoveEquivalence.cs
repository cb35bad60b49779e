using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Drops the claim that two mechanisms are equivalent, or that one is undominated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveEquivalence)), Shared]
public sealed class RemoveEquivalence() : DeclarationFix("MECH0050", "MECH3024", "MECH3025", "MECH3028", "MECH3029")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is { } attribute)
        {
            yield return target.Removing(attribute);
        }
    }
}
