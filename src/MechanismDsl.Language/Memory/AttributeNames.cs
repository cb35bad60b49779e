using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Memory;

/// <summary>What the attributes of a type can be, from the text alone: binding them is what a keystroke would cost most.</summary>
public static class AttributeNames
{
    private const string Suffix = "Attribute";

    /// <summary>Whether an attribute of the type may be the one with this name: it is written so, or an alias that may stand for it is.</summary>
    /// <param name="type">One part of a type.</param>
    /// <param name="name">The attribute's name without its suffix.</param>
    /// <param name="compilation">The compilation, for aliases that hold in every file.</param>
    /// <param name="cancellation">Cancels.</param>
    public static bool MayBe(TypeDeclarationSyntax type, string name, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var list in type.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (IsWritten(attribute.Name, name) || (attribute.Name is IdentifierNameSyntax alias && IsAlias(alias, compilation, cancellation)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsWritten(NameSyntax written, string name)
    {
        var identifier = written switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return identifier == name || identifier == name + Suffix;
    }

    private static bool IsAlias(IdentifierNameSyntax written, Compilation compilation, CancellationToken cancellation)
    {
        var (aliases, everywhere) = (FileSurface.Of(written.SyntaxTree, cancellation).Aliases, SourceSurface.Of(compilation, cancellation).GlobalAliases);
        var name = written.Identifier.ValueText;
        return (aliases.Count > 0 || everywhere.Count > 0) && aliases.Concat(everywhere).Any(alias => alias == name || alias == name + Suffix);
    }
}
