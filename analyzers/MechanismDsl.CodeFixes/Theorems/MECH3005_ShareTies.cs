using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Breaks ties with equal probability.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShareTies)), Shared]
public sealed class ShareTies() : DeclarationFix("MECH3005")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Type.Find("Mechanism") is { ArgumentList: null or { Arguments.Count: 0 } } trigger)
        {
            yield return target.OnType("Share ties with equal probability", type => Sharing(type, trigger));
        }
    }

    private static TypeDeclarationSyntax Sharing(TypeDeclarationSyntax type, AttributeSyntax trigger) =>
        type.ReplaceNode(trigger, trigger.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList("(Ties = TieRule.Shared)")));
}
