using MechanismDsl.Language.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Findings;

/// <summary>Finds a rule of the user's own again in the source, or a part of its signature.</summary>
public static class RuleLocator
{
    /// <summary>The symbol of a rule; null if the source has changed under it.</summary>
    /// <param name="type">The mechanism's type.</param>
    /// <param name="attribute">The attribute that marks the method, without the suffix.</param>
    /// <param name="ordinal">Position among the methods that this attribute marks, from 0.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static IMethodSymbol? Find(INamedTypeSymbol type, string attribute, int ordinal, CancellationToken cancellation)
    {
        var symbols = type.GetMembers().OfType<IMethodSymbol>().ToList();
        return UserParts.Of(type, cancellation)
            .SelectMany(part => part.Members)
            .OfType<MethodDeclarationSyntax>()
            .Where(method => UserParts.HasAttribute(method.AttributeLists, attribute))
            .Select(method => symbols.Find(symbol => IsDeclaredBy(symbol, method)))
            .Where(symbol => symbol is not null && RuleMethodReader.IsMarked(symbol, attribute))
            .ElementAtOrDefault(ordinal);
    }

    /// <summary>The location of a place in a rule; null if the source has changed under it.</summary>
    internal static Location? Locate(Place.Rule place, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (Find(type, place.Role, place.Ordinal, cancellation) is not { } method)
        {
            return null;
        }

        var parameter = method.Parameters.FirstOrDefault(candidate => candidate.Name == place.Parameter);
        var member = place.Member is null || parameter is null ? null : Member(Element(parameter.Type), place.Member);
        return InSource(member) ?? InSource(parameter) ?? InSource(method);
    }

    private static bool IsDeclaredBy(IMethodSymbol symbol, MethodDeclarationSyntax syntax) =>
        symbol.DeclaringSyntaxReferences.Concat(symbol.PartialImplementationPart?.DeclaringSyntaxReferences ?? [])
            .Any(reference => reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span);

    private static ITypeSymbol Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => type,
    };

    private static ISymbol? Member(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault() is { } member)
            {
                return member;
            }
        }

        return null;
    }

    private static Location? InSource(ISymbol? symbol) => symbol?.Locations.FirstOrDefault(location => location.IsInSource);
}
