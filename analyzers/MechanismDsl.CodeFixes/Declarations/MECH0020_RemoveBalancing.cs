using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Removes payments that need tables which cannot be made, or that share a deficit: what is left is truthful without them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBalancing)), Shared]
public sealed class RemoveBalancing() : DeclarationFix("MECH0020", "MECH3016")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is { } attribute && attribute.ShortName() is ("ExpectedExternality" or "DAgva" or "Rebalanced" or "BalancedGroves" or "IndividuallyRationalVcg"))
        {
            yield return target.Removing(attribute);
        }
    }
}
