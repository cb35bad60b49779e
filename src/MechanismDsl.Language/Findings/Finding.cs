using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Findings;

/// <summary>
/// Something to tell the user about a declaration: a rule's id, the place as a position in the declaration, and the words that fill the
/// rule's message. It holds no location, so it can be cached; the analyzer that reports it finds the place in the source again.
/// </summary>
/// <param name="Id">The rule, e.g. <c>MECH0101</c>.</param>
/// <param name="Place">Where it points.</param>
/// <param name="Arguments">Values for the placeholders of the rule's message, as text in invariant culture.</param>
/// <param name="Properties">Data for the code fix, by name.</param>
public sealed record Finding(string Id, Place Place, EquatableArray<string> Arguments, EquatableArray<FixProperty> Properties);

/// <summary>Data for a code fix.</summary>
public readonly record struct FixProperty(string Name, string Value);

/// <summary>A position in a declaration.</summary>
public abstract record Place
{
    private Place() { }

    /// <summary>The type's identifier.</summary>
    public sealed record Type : Place;

    /// <summary>The attribute with this index in <see cref="Declarations.Declaration.Attributes"/>.</summary>
    public sealed record Attribute(int Index) : Place;

    /// <summary>One constructor argument of an attribute; for an array its element, or −1 for the array as a whole.</summary>
    public sealed record Argument(int Index, int Parameter, int Element = 0) : Place;

    /// <summary>A named argument of an attribute.</summary>
    public sealed record Property(int Index, string Name) : Place;

    /// <summary>The method or other member with this name.</summary>
    public sealed record Method(string Name) : Place;

    /// <summary>A position in an additional file; line and column count from 0.</summary>
    public sealed record File(string Path, int Line, int Column, int Length) : Place;
}
