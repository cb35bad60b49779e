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

    /// <summary>A division in the body of the method with this name, with the text that the source has for it; the first of them.</summary>
    public sealed record Division(string Name, string Source) : Place;

    /// <summary>A rule of the user's own, or one of its parameters, or a member of the record that this parameter is.</summary>
    /// <param name="Role">The attribute that marks the method, without the suffix: <c>Score</c>.</param>
    /// <param name="Ordinal">Position among the methods that this attribute marks, from 0.</param>
    /// <param name="Parameter">The parameter's name; null for the method itself.</param>
    /// <param name="Member">The member's name; null for the parameter itself.</param>
    public sealed record Rule(string Role, int Ordinal, string? Parameter = null, string? Member = null) : Place;

    /// <summary>A position in an additional file; line and column count from 0.</summary>
    public sealed record File(string Path, int Line, int Column, int Length) : Place;
}
