using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MechanismDsl.CodeFixes.Claims;

/// <summary>Promises what was assumed without a reason, so that it is checked, or drops it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAssumption)), Shared]
public sealed class RemoveAssumption() : DeclarationFix("MECH2004")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Attribute is not { ArgumentList.Arguments: [var guarantee, ..] } assumption)
        {
            yield break;
        }

        if (target.Type.Find("Guarantees") is null)
        {
            yield return target.OnType($"Promise it: [Guarantees({guarantee.Expression})]", type => type.Replace(assumption, $"Guarantees({guarantee.Expression})"));
        }

        yield return target.Removing(assumption);
    }
}
