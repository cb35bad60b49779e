using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>The names that the members of a type introduce, from syntax alone. Explicit implementations introduce none.</summary>
internal static class MemberNames
{
    /// <summary>The names of the members of one part, a constructor as <see cref="GeneratedMembers.Constructor"/>, in source order.</summary>
    public static IEnumerable<string> Of(TypeDeclarationSyntax part) =>
        Identifiers(part).Select(pair => pair.Name);

    /// <summary>The identifier under which a member introduces a name; null if it does not.</summary>
    public static SyntaxToken? Identifier(MemberDeclarationSyntax member, string name)
    {
        foreach (var (introduced, token) in Identifiers(member))
        {
            if (introduced == name)
            {
                return token;
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, SyntaxToken Token)> Identifiers(TypeDeclarationSyntax part)
    {
        if (part.ParameterList is not null && !IsStruct(part))
        {
            yield return (GeneratedMembers.Constructor, part.Identifier);
        }

        foreach (var pair in part.Members.SelectMany(Identifiers))
        {
            yield return pair;
        }
    }

    private static IEnumerable<(string Name, SyntaxToken Token)> Identifiers(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method => [Named(method.Identifier)],
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property => [Named(property.Identifier)],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => Named(variable.Identifier)),
        BaseTypeDeclarationSyntax type => [Named(type.Identifier)],
        DelegateDeclarationSyntax type => [Named(type.Identifier)],
        ConstructorDeclarationSyntax constructor when member.Parent is TypeDeclarationSyntax part && !IsStruct(part) && !constructor.Modifiers.Any(SyntaxKind.StaticKeyword) =>
            [(GeneratedMembers.Constructor, constructor.Identifier)],
        _ => [],
    };

    private static (string Name, SyntaxToken Token) Named(SyntaxToken identifier) => (identifier.ValueText, identifier);

    /// <summary>A struct can always be constructed, so the generated part does not own its constructors.</summary>
    private static bool IsStruct(TypeDeclarationSyntax part) => part.Kind() is SyntaxKind.StructDeclaration or SyntaxKind.RecordStructDeclaration;
}
