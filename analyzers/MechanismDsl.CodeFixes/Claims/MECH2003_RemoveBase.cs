using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Claims;

/// <summary>Removes an interface that only the compiler may write from a list of bases.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBase)), Shared]
public sealed class RemoveBase() : DeclarationFix("MECH2003")
{
    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        if (target.Node.FirstAncestorOrSelf<SimpleBaseTypeSyntax>() is { Parent: BaseListSyntax { Parent: TypeDeclarationSyntax } list } written)
        {
            yield return target.OnType($"Remove {written}", type => Without(type, list, written));
        }
    }

    private static TypeDeclarationSyntax Without(TypeDeclarationSyntax type, BaseListSyntax list, BaseTypeSyntax written)
    {
        if (list.Types.Count > 1)
        {
            return type.ReplaceNode(list, list.WithTypes(list.Types.Remove(written)).WithTrailingTrivia(list.GetTrailingTrivia()));
        }

        // Without its list, the name of the type is followed by what followed the list.
        var before = list.GetFirstToken().GetPreviousToken();
        var spaced = type.ReplaceToken(before, before.WithTrailingTrivia(list.GetTrailingTrivia()));
        return spaced.RemoveNode(spaced.BaseList!, SyntaxRemoveOptions.KeepNoTrivia)!;
    }
}
