using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Declarations;

/// <summary>Adds the word <c>partial</c> to the type and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartial)), Shared]
public sealed class AddPartial() : DeclarationFix("MECH0001")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        var lacking = target.Type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(type => !IsPartial(type)).ToArray();
        if (lacking.Length > 0)
        {
            yield return new Offer("Add 'partial'", root => root.ReplaceNodes(lacking, (_, inner) => WithPartial(inner)));
        }
    }

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    // The word stands directly before class, struct or record; without other modifiers it takes over the trivia before the keyword.
    private static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax type)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.AddModifiers(partial)
            : type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)));
    }
}
