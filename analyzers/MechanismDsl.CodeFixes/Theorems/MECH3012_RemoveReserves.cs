using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Removes reserves that no value reaches.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveReserves)), Shared]
public sealed class RemoveReserves() : DeclarationFix("MECH3012")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Remove) is { } name && target.Type.Find(name) is not null)
        {
            yield return target.OnType($"Remove [{name}]", type => Without(type, name));
        }
    }

    private static TypeDeclarationSyntax Without(TypeDeclarationSyntax type, string name)
    {
        while (type.Find(name) is { } attribute)
        {
            type = type.Remove(attribute);
        }

        return type;
    }
}
