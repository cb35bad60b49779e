using MechanismDsl.Language.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Language.Findings;

/// <summary>Finds a place of a declaration again in the source, when a finding is reported.</summary>
public static class PlaceLocator
{
    /// <summary>The location of a place; the nearest enclosing one that exists if the source has changed under it.</summary>
    /// <param name="place">The place.</param>
    /// <param name="type">The type whose declaration was read.</param>
    /// <param name="files">The additional files of the compilation, for places in data.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static Location Locate(Place place, INamedTypeSymbol type, IEnumerable<AdditionalText> files, CancellationToken cancellation) => place switch
    {
        Place.Attribute attribute => Attribute(type, attribute.Index, cancellation)?.Syntax.GetLocation() ?? Identifier(type, cancellation),
        Place.Argument argument => Argument(type, argument, cancellation) ?? Identifier(type, cancellation),
        Place.Property property => Property(type, property, cancellation) ?? Identifier(type, cancellation),
        Place.Method method => Method(type, method.Name, cancellation) ?? Identifier(type, cancellation),
        Place.Division division => Division(type, division, cancellation) ?? Identifier(type, cancellation),
        Place.Rule rule => RuleLocator.Locate(rule, type, cancellation) ?? Identifier(type, cancellation),
        Place.File file => InFile(file, files, cancellation),
        _ => Identifier(type, cancellation),
    };

    private static (AttributeData Data, AttributeSyntax Syntax)? Attribute(INamedTypeSymbol type, int index, CancellationToken cancellation) =>
        LanguageAttributes.Of(type).ElementAtOrDefault(index) is { } data && data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? (data, syntax)
            : null;

    private static Location? Argument(INamedTypeSymbol type, Place.Argument place, CancellationToken cancellation) =>
        Attribute(type, place.Index, cancellation) is { } use
            ? (AttributeSyntaxMap.Argument(use.Syntax, use.Data.AttributeConstructor, place.Parameter, place.Element) as SyntaxNode ?? use.Syntax).GetLocation()
            : null;

    private static Location? Property(INamedTypeSymbol type, Place.Property place, CancellationToken cancellation) =>
        Attribute(type, place.Index, cancellation) is { } use
            ? (AttributeSyntaxMap.Property(use.Syntax, place.Name) as SyntaxNode ?? use.Syntax).GetLocation()
            : null;

    private static Location? Division(INamedTypeSymbol type, Place.Division place, CancellationToken cancellation) => UserParts.Of(type, cancellation)
        .SelectMany(part => part.Members)
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.Identifier.ValueText == place.Name)
        .SelectMany(IntegerDivision.Divisions)
        .FirstOrDefault(division => division.ToString() == place.Source)?
        .GetLocation();

    private static Location? Method(INamedTypeSymbol type, string name, CancellationToken cancellation)
    {
        var members = UserParts.Of(type, cancellation).SelectMany(part => part.Members).ToList();
        return (members.OfType<MethodDeclarationSyntax>().FirstOrDefault(member => member.Identifier.ValueText == name) is { } method
            ? method.Identifier
            : members.Select(member => MemberNames.Identifier(member, name)).FirstOrDefault(found => found is not null))?.GetLocation();
    }

    /// <summary>The identifier in the user's first part: the generated part is nothing that the user could repair.</summary>
    private static Location Identifier(INamedTypeSymbol type, CancellationToken cancellation) =>
        UserParts.Of(type, cancellation).FirstOrDefault()?.Identifier.GetLocation() ?? type.Locations[0];

    private static Location InFile(Place.File place, IEnumerable<AdditionalText> files, CancellationToken cancellation)
    {
        var from = new LinePosition(place.Line, place.Column);
        var to = new LinePosition(place.Line, place.Column + place.Length);
        var span = default(TextSpan);
        if (files.FirstOrDefault(file => file.Path == place.Path)?.GetText(cancellation) is { } text && place.Line < text.Lines.Count)
        {
            var line = text.Lines[place.Line];
            var start = Math.Min(line.Start + place.Column, line.End);
            span = TextSpan.FromBounds(start, Math.Min(start + place.Length, text.Length));
        }

        return Location.Create(place.Path, span, new LinePositionSpan(from, to));
    }
}
