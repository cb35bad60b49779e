using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds the attribute that puts the agents on this side of the market, or removes the one of the other side.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairSide)), Shared]
public sealed class RepairSide() : DeclarationFix("MECH0010")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Missing) is { } missing && target.Type.Find(missing) is null)
        {
            yield return target.Adding(missing);
        }

        if (target.Attribute is { } marked)
        {
            yield return target.Removing(marked);
        }
    }
}
