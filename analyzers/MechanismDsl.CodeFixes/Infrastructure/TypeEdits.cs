using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>Offers whose effect is a changed type declaration.</summary>
internal static class TypeEdits
{
    /// <summary>An offer that replaces the type of <paramref name="target"/> by the result of <paramref name="change"/>.</summary>
    public static Offer OnType(this FixTarget target, string title, Func<TypeDeclarationSyntax, TypeDeclarationSyntax> change) =>
        new(title, root => root.ReplaceNode(target.Type, change(target.Type)));

    /// <summary>Offers to remove <paramref name="attribute"/>.</summary>
    public static Offer Removing(this FixTarget target, AttributeSyntax attribute) =>
        target.OnType($"Remove [{attribute.ShortName()}]", type => type.Remove(attribute));

    /// <summary>Offers to remove a named argument of an attribute; parentheses without arguments go too.</summary>
    public static Offer Removing(this FixTarget target, AttributeArgumentSyntax property) =>
        target.OnType($"Remove {property.NameEquals!.Name.Identifier.ValueText}", type =>
        {
            var list = (AttributeArgumentListSyntax)property.Parent!;
            var attribute = (AttributeSyntax)list.Parent!;
            return list.Arguments.Count > 1
                ? type.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(property)))
                : type.ReplaceNode(attribute, attribute.WithArgumentList(null).WithTrailingTrivia(attribute.GetTrailingTrivia()));
        });

    /// <summary>Offers to add a short attribute beside <c>[Mechanism]</c>.</summary>
    public static Offer Adding(this FixTarget target, string text) => target.OnType($"Add [{text}]", type => type.AddBeside(text));

    /// <summary>Offers to add an attribute on a line of its own.</summary>
    public static Offer AddingLine(this FixTarget target, string text) => target.OnType($"Add [{text}]", type => type.AddList(text));
}
