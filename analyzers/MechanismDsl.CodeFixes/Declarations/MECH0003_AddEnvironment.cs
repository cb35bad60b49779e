using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds the environment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddEnvironment)), Shared]
public sealed class AddEnvironment() : DeclarationFix("MECH0003")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        yield return target.Adding("SingleItem");
    }
}
