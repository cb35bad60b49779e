using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Removes the limit that leaves nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveLimit)), Shared]
public sealed class RemoveLimit() : DeclarationFix("MECH0026")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target) => target.Attribute is { } marked && marked.ShortName() is not ("Knapsack" or "IdenticalItems") ? [target.Removing(marked)] : [];
}
