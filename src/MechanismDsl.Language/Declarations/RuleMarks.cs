using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Finds methods that are marked as rules, in any type.</summary>
public static class RuleMarks
{
    /// <summary>The first mark of a rule on a method of the type; null if there is none. A type whose syntax shows none is not bound.</summary>
    /// <param name="type">The type.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static (string Name, AttributeSyntax Syntax)? FirstOn(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var method in UserParts.Of(type, cancellation).SelectMany(part => part.Members).OfType<MethodDeclarationSyntax>())
        {
            foreach (var name in RuleMethodReader.MarksOf(method))
            {
                var mark = type.GetMembers(method.Identifier.ValueText)
                    .SelectMany(member => member.GetAttributes())
                    .FirstOrDefault(use => LanguageAttributes.NameOf(use.AttributeClass) == name && use.ApplicationSyntaxReference?.SyntaxTree == method.SyntaxTree);
                if (mark?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax)
                {
                    return (name, syntax);
                }
            }
        }

        return null;
    }
}
