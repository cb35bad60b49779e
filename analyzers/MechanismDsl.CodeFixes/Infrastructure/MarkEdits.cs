using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>Adds and removes attributes of parameters and members, the marks of rules.</summary>
internal static class MarkEdits
{
    /// <summary>The parameter or member at or around a node; null if there is none.</summary>
    public static SyntaxNode? Marked(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(one => one is ParameterSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax);

    /// <summary>The attributes of a parameter or member.</summary>
    public static IEnumerable<AttributeSyntax> Attributes(SyntaxNode marked) => Lists(marked).SelectMany(list => list.Attributes);

    /// <summary>Adds an attribute: to the last list, or in a list of its own before the type.</summary>
    public static SyntaxNode Add(SyntaxNode marked, string text)
    {
        var attribute = Parse(text);
        if (Lists(marked).LastOrDefault() is { } last)
        {
            var separators = last.Attributes.GetSeparators().Append(Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space));
            return marked.ReplaceNode(last, last.WithAttributes(SeparatedList(last.Attributes.Append(attribute), separators)));
        }

        var list = AttributeList(SingletonSeparatedList(attribute)).WithLeadingTrivia(marked.GetLeadingTrivia()).WithTrailingTrivia(Space);
        return With(marked.WithLeadingTrivia(), SingletonList(list));
    }

    /// <summary>Removes an attribute, with its list if nothing is left in it; comments above stay.</summary>
    public static SyntaxNode Remove(SyntaxNode marked, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return list.Attributes.Count > 1
            ? marked.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)))
            : With(marked, Lists(marked).Remove(list)).WithLeadingTrivia(marked.GetLeadingTrivia());
    }

    /// <summary>The method with <c>static</c> behind its accessibility.</summary>
    public static MethodDeclarationSyntax MakeStatic(MethodDeclarationSyntax method)
    {
        var isStatic = Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(Space);
        var place = method.Modifiers.TakeWhile(token => SyntaxFacts.IsAccessibilityModifier(token.Kind())).Count();
        return place == 0 && method.Modifiers.Count == 0
            ? method.WithReturnType(method.ReturnType.WithLeadingTrivia()).AddModifiers(isStatic.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia()))
            : place == 0
                ? method.WithModifiers(method.Modifiers.Replace(method.Modifiers[0], method.Modifiers[0].WithLeadingTrivia()).Insert(0, isStatic.WithLeadingTrivia(method.Modifiers[0].LeadingTrivia)))
                : method.WithModifiers(method.Modifiers.Insert(place, isStatic));
    }

    private static SyntaxList<AttributeListSyntax> Lists(SyntaxNode marked) => marked switch
    {
        ParameterSyntax parameter => parameter.AttributeLists,
        MemberDeclarationSyntax member => member.AttributeLists,
        _ => default,
    };

    private static SyntaxNode With(SyntaxNode marked, SyntaxList<AttributeListSyntax> lists) => marked switch
    {
        ParameterSyntax parameter => parameter.WithAttributeLists(lists),
        MemberDeclarationSyntax member => member.WithAttributeLists(lists),
        _ => marked,
    };

    private static AttributeSyntax Parse(string text) =>
        ((TypeDeclarationSyntax)ParseCompilationUnit("[" + text + "] class C;").Members[0]).AttributeLists[0].Attributes[0];
}
