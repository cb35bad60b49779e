using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Normalization;

/// <summary>One attribute of a declaration with its position, so that findings about it have a place.</summary>
internal readonly record struct Use(int Index, AttributeUse Attribute)
{
    public string Name => Attribute.Name;

    public Place Place => new Place.Attribute(Index);

    public Place At(int parameter, int element = 0) => new Place.Argument(Index, parameter, element);

    public Place At(string property) => new Place.Property(Index, property);

    /// <summary>A number among the constructor arguments; null where there is none.</summary>
    public double? Number(int parameter) => parameter < Attribute.Arguments.Count && Attribute.Arguments[parameter] is Argument.Number number ? number.Value : null;

    /// <summary>A text among the constructor arguments; null where there is none.</summary>
    public string? Text(int parameter) => parameter < Attribute.Arguments.Count && Attribute.Arguments[parameter] is Argument.Text text ? text.Value : null;

    /// <summary>An array of numbers among the constructor arguments; empty where there is none.</summary>
    public EquatableArray<double> Numbers(int parameter) =>
        parameter < Attribute.Arguments.Count && Attribute.Arguments[parameter] is Argument.List { Items: { } items }
            ? items.OfType<Argument.Number>().Select(number => number.Value).ToEquatableArray()
            : [];

    /// <summary>An array of texts among the constructor arguments; empty where there is none.</summary>
    public EquatableArray<string?> Texts(int parameter) =>
        parameter < Attribute.Arguments.Count && Attribute.Arguments[parameter] is Argument.List { Items: { } items }
            ? items.OfType<Argument.Text>().Select(text => text.Value).ToEquatableArray()
            : [];

    /// <summary>The last value that the source gives a property; null where it gives none.</summary>
    public Argument? Property(string name) => Attribute.Properties.LastOrDefault(property => property.Name == name)?.Value;

    public double? NumberOf(string property) => (Property(property) as Argument.Number)?.Value;

    public string? TextOf(string property) => (Property(property) as Argument.Text)?.Value;
}
