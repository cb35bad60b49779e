using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Names an agent of the missing side, or removes the agent that is one too many.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FitSides)), Shared]
public sealed class FitSides() : DeclarationFix("MECH0027")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Data(FixData.Missing) is { } missing)
        {
            yield return target.Adding($"{missing}(\"{missing}\")");
        }
        else if (target.Attribute is { } extra)
        {
            yield return target.Removing(extra);
        }
    }
}
