using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Reads the names and the shape of the annotated type.</summary>
internal static class TypeIdentityReader
{
    /// <summary>Reads a type from its symbol and from the syntax of the parts that the user wrote.</summary>
    public static TypeIdentity Read(INamedTypeSymbol type, List<TypeDeclarationSyntax> parts, CancellationToken cancellation)
    {
        List<string> containers = [];
        var isPartial = IsPartial(parts);
        var isGeneric = type.Arity > 0;
        var isFileLocal = type.IsFileLocal;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, $"partial {Keyword(container)} {EscapeKeyword(container.Name)}");
            isPartial &= IsPartial(UserParts.Of(container, cancellation));
            isGeneric |= container.Arity > 0;
            isFileLocal |= container.IsFileLocal;
        }

        return new TypeIdentity(
            NameOf(type.ContainingNamespace),
            containers.ToEquatableArray(),
            type.Name,
            Keyword(type),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            isPartial,
            type.IsStatic,
            type.IsAbstract && type.TypeKind != TypeKind.Interface,
            isGeneric,
            HasDocumentation(parts, "<summary"),
            HasDocumentation(parts, "<remarks"))
        {
            IsFileLocal = isFileLocal,
            ReservedMembers = ReservedMembers(parts),
        };
    }

    // Most mechanisms have no members of the user, and asking is cheaper than a query.
    private static EquatableArray<string> ReservedMembers(List<TypeDeclarationSyntax> parts) =>
        parts.TrueForAll(part => part.Members.Count == 0 && part.ParameterList is null)
            ? []
            : parts.SelectMany(MemberNames.Of).Where(GeneratedMembers.MayCollide).ToEquatableArray();

    /// <summary>The full name, as the display string of the namespace would be, keywords escaped.</summary>
    private static string NameOf(INamespaceSymbol? space)
    {
        if (space is not { IsGlobalNamespace: false })
        {
            return "";
        }

        var name = EscapeKeyword(space.Name);
        return space.ContainingNamespace is { IsGlobalNamespace: false } outer ? NameOf(outer) + "." + name : name;
    }

    private static bool IsPartial(List<TypeDeclarationSyntax> parts) => parts.TrueForAll(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Interface, _) => "interface",
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (_, true) => "record",
        _ => "class",
    };

    private static string EscapeKeyword(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Looks at the text, because without documentation output the compiler parses documentation comments as plain ones.</summary>
    private static bool HasDocumentation(List<TypeDeclarationSyntax> parts, string element) =>
        parts.Exists(part => part.HasLeadingTrivia && part.GetLeadingTrivia().ToFullString().Contains(element));
}
