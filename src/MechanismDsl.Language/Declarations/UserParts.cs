using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>The parts of a partial type that the user wrote. A declaration must read the same before and after its own code was generated.</summary>
internal static class UserParts
{
    private const string Stamp = "GeneratedMechanism";

    /// <summary>The declarations of the type without the generated part, which carries a stamp.</summary>
    public static List<TypeDeclarationSyntax> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<TypeDeclarationSyntax> parts = [];
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax part && !HasAttribute(part.AttributeLists, Stamp))
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    /// <summary>Whether an attribute with this name, with or without the suffix, stands in the lists. A look at the syntax only.</summary>
    public static bool HasAttribute(Microsoft.CodeAnalysis.SyntaxList<AttributeListSyntax> lists, string name)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                var written = Identifier(attribute.Name);
                if (written == name || (written.Length == name.Length + 9 && written.StartsWith(name, StringComparison.Ordinal) && written.EndsWith("Attribute", StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Identifier(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
