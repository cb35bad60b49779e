using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Gives up extraction: the efficient auction needs no beliefs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SellEfficiently)), Shared]
public sealed class SellEfficiently() : DeclarationFix("MECH0042")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        yield return target.OnType("Use [Efficient], which needs no beliefs", type =>
        {
            var changed = type.Find("CremerMcLean") is { } goal ? type.Replace(goal, "Efficient") : type;
            while (changed.Attributes().FirstOrDefault(attribute => attribute.ShortName() is "JointPrior" or "Types" or "TypeRange") is { } idle)
            {
                changed = changed.Remove(idle);
            }

            return changed;
        });
    }
}
