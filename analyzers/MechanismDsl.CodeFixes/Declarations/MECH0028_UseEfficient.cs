using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Takes the goal that needs no priors.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseEfficient)), Shared]
public sealed class UseEfficient() : DeclarationFix("MECH0028")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is { } goal && target.Type.Find("Efficient") is null)
        {
            yield return target.OnType("Use [Efficient], which needs no priors", type => type.Replace(goal, "Efficient"));
        }
    }
}
