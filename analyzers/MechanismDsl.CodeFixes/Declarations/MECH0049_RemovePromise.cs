using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Removes what contradicts the promise to serve: the reserve, or the promise itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovePromise)), Shared]
public sealed class RemovePromise() : DeclarationFix("MECH0049")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target) => target.Attribute is { } marked ? [target.Removing(marked)] : [];
}
