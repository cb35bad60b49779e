using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Generators.Writing;

/// <summary>Names of generated members made from names in the declaration.</summary>
internal static class Identifier
{
    /// <summary>A parameter for an agent: the name with a small first letter, escaped where it is a keyword (<c>@new</c>).</summary>
    public static string Parameter(string name) => Escape(Local(name));

    /// <summary>The prefix of local variables for an agent: as <see cref="Parameter"/>, but never escaped, because something follows it.</summary>
    public static string Local(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The prefix of constants and properties for an agent: the name with a capital first letter.</summary>
    public static string Member(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A local variable that is none of the names already taken.</summary>
    public static string Free(string name, ICollection<string> taken)
    {
        while (taken.Contains(name))
        {
            name += "Own";
        }

        return name;
    }

    /// <summary>An identifier as it must be written in source.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;
}
