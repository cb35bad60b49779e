using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>Finds, adds, replaces and removes attributes of a type without touching comments or layout around them.</summary>
internal static class AttributeEdits
{
    private const string Suffix = "Attribute";

    /// <summary>The attributes written on this declaration of the type.</summary>
    public static IEnumerable<AttributeSyntax> Attributes(this TypeDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(list => list.Attributes);

    /// <summary>The first attribute of this name (without suffix), with or without a type argument.</summary>
    public static AttributeSyntax? Find(this TypeDeclarationSyntax type, string name) =>
        type.Attributes().FirstOrDefault(attribute => attribute.ShortName() == name);

    /// <summary>The name without namespace, type argument and suffix.</summary>
    public static string ShortName(this AttributeSyntax attribute)
    {
        var name = Simple(attribute.Name).Identifier.ValueText;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    /// <summary>True if the attribute has a type argument.</summary>
    public static bool IsGeneric(this AttributeSyntax attribute) => Simple(attribute.Name) is GenericNameSyntax;

    /// <summary>An attribute from its text, qualified as <c>[Mechanism]</c> is on this type.</summary>
    public static AttributeSyntax Attribute(this TypeDeclarationSyntax type, string text)
    {
        var qualifier = type.Find("Mechanism")?.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Left.WithoutTrivia().ToString() + ".",
            AliasQualifiedNameSyntax alias => alias.Alias.WithoutTrivia().ToString() + "::",
            _ => string.Empty,
        };
        var unit = ParseCompilationUnit("[" + qualifier + text + "] class C;");
        return ((TypeDeclarationSyntax)unit.Members[0]).AttributeLists[0].Attributes[0];
    }

    /// <summary>Adds short attributes to the list that holds <c>[Mechanism]</c>, or to the last list: <c>[Mechanism, SingleItem]</c>.</summary>
    public static TypeDeclarationSyntax AddBeside(this TypeDeclarationSyntax type, string text)
    {
        var list = type.Find("Mechanism")?.Parent as AttributeListSyntax ?? type.AttributeLists.LastOrDefault();
        if (list is null)
        {
            return type.AddList(text);
        }

        var separators = list.Attributes.GetSeparators().Append(Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space));
        var attributes = SeparatedList(list.Attributes.Append(type.Attribute(text)), separators);
        return type.ReplaceNode(list, list.WithAttributes(attributes));
    }

    /// <summary>Adds <c>[Mechanism]</c> as the first attribute of the first list.</summary>
    public static TypeDeclarationSyntax AddFirst(this TypeDeclarationSyntax type, string text)
    {
        var list = type.AttributeLists[0];
        var separators = list.Attributes.GetSeparators().Prepend(Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space));
        var attributes = SeparatedList(list.Attributes.Prepend(type.Attribute(text)), separators);
        return type.ReplaceNode(list, list.WithAttributes(attributes));
    }

    /// <summary>Adds an attribute in a list of its own, on the line after the last list.</summary>
    public static TypeDeclarationSyntax AddList(this TypeDeclarationSyntax type, string text)
    {
        var added = AttributeList(SingletonSeparatedList(type.Attribute(text)));
        if (type.AttributeLists.Count == 0)
        {
            var leading = type.GetLeadingTrivia();
            var indentation = leading.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
            return type
                .WithLeadingTrivia(indentation)
                .WithAttributeLists(SingletonList(added.WithLeadingTrivia(leading).WithTrailingTrivia(LineEnd(type))));
        }

        var last = type.AttributeLists.Last();
        var indent = last.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var follows = added
            .WithLeadingTrivia(indent.IsKind(SyntaxKind.WhitespaceTrivia) ? TriviaList(indent) : TriviaList())
            .WithTrailingTrivia(LineEnd(type));
        return type.WithAttributeLists(type.AttributeLists.Add(follows));
    }

    /// <summary>Removes an attribute, with its list if nothing is left in it; comments above the list stay.</summary>
    public static TypeDeclarationSyntax Remove(this TypeDeclarationSyntax type, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return type.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        }

        var isFirst = type.AttributeLists[0] == list;
        var leading = list.GetLeadingTrivia();
        var rest = type.WithAttributeLists(type.AttributeLists.Remove(list));
        var next = isFirst ? rest.GetFirstToken() : rest.FindToken(list.FullSpan.Start - type.FullSpan.Start + rest.FullSpan.Start);
        var hasComment = leading.Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return isFirst || hasComment ? rest.ReplaceToken(next, next.WithLeadingTrivia(leading)) : rest;
    }

    /// <summary>Puts another attribute in the place of one, with the trivia of the old one.</summary>
    public static TypeDeclarationSyntax Replace(this TypeDeclarationSyntax type, AttributeSyntax attribute, string text) =>
        type.ReplaceNode(attribute, type.Attribute(text).WithTriviaFrom(attribute));

    /// <summary>The text of the argument list without the parentheses; empty without one.</summary>
    public static string ArgumentText(this AttributeSyntax attribute) =>
        attribute.ArgumentList is { } arguments ? arguments.Arguments.ToString() : string.Empty;

    private static SimpleNameSyntax Simple(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => (SimpleNameSyntax)name,
    };

    // The newline that the document uses, so that a fix does not mix two kinds.
    private static SyntaxTrivia LineEnd(SyntaxNode node) =>
        node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is var found
        && found.IsKind(SyntaxKind.EndOfLineTrivia)
            ? found
            : LineFeed;
}
