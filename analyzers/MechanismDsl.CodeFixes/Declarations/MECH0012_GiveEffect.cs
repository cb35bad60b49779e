using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds what the attribute refines, or removes the attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveEffect)), Shared]
public sealed class GiveEffect() : DeclarationFix("MECH0012")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is not { } marked)
        {
            yield break;
        }

        if (target.Data(FixData.Missing) is { } missing && target.Type.Find(missing) is null)
        {
            yield return target.OnType($"Add [{missing}]", type => type.AddFirst(missing));
        }

        yield return target.Removing(marked);
    }
}
