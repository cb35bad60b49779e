using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Removes <c>static</c> or <c>abstract</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropModifier)), Shared]
public sealed class DropModifier() : DeclarationFix("MECH0002")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        var kept = target.Type.Modifiers.Where(token => !token.IsKind(SyntaxKind.StaticKeyword) && !token.IsKind(SyntaxKind.AbstractKeyword)).ToArray();
        var dropped = target.Type.Modifiers.Where(token => !kept.Contains(token)).Select(token => token.ValueText).ToArray();
        if (dropped.Length > 0 && target.Type.TypeParameterList is null)
        {
            yield return target.OnType(
                "Remove '" + string.Join(" ", dropped) + "'", type => type.WithModifiers(SyntaxFactory.TokenList(kept)).WithLeadingTrivia(type.GetLeadingTrivia()));
        }
    }
}
