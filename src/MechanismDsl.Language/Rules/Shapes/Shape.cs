using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Shapes;

/// <summary>How values of a C# type are spread over variables of a rule.</summary>
internal abstract class Shape
{
    /// <summary>Records within records are flattened to this depth, tables of members to this many; more is no rule that a person would read.</summary>
    private const int Deepest = 4;

    private Shape() { }

    /// <summary>A single value.</summary>
    public sealed class Number(ScalarKind kind) : Shape
    {
        /// <summary>Its kind.</summary>
        public ScalarKind Kind { get; } = kind;
    }

    /// <summary>An array, span or read-only list.</summary>
    public sealed class List(Shape element) : Shape
    {
        /// <summary>The shape of an element: a number or a record of numbers.</summary>
        public Shape Element { get; } = element;
    }

    /// <summary>A tuple, struct or immutable record.</summary>
    public sealed class Record(INamedTypeSymbol type, EquatableArray<Member> members) : Shape
    {
        /// <summary>The type.</summary>
        public INamedTypeSymbol Type { get; } = type;

        /// <summary>Its members, in the order of declaration.</summary>
        public EquatableArray<Member> Members { get; } = members;

        /// <summary>The number of a member; −1 if the type has no such member.</summary>
        public int IndexOf(string name)
        {
            for (var index = 0; index < Members.Count; index++)
            {
                if (Members[index].Name == name)
                {
                    return index;
                }
            }

            return -1;
        }
    }

    /// <summary>A member of a record.</summary>
    /// <param name="Name">The name; <c>Item1</c>… for a tuple's.</param>
    /// <param name="Shape">What it holds; null for a value that rules do not have and must not read.</param>
    /// <param name="Symbol">The field or property.</param>
    public sealed record Member(string Name, Shape? Shape, ISymbol Symbol);

    /// <summary>The shape of a type; null if rules do not have values of it.</summary>
    public static Shape? Of(ITypeSymbol? type) => Of(type, 0);

    /// <summary>The shape that a value has.</summary>
    public static Shape OfValue(Value value) => value switch
    {
        Value.Number { Expression.Kind: var kind } => new Number(kind),
        Value.List { Array.Kind: var kind } => new List(new Number(kind)),
        Value.Record record => record.Shape,
        Value.Rows rows => new List(rows.Shape),
        _ => throw new RefusedException("choice between queries", null),
    };

    /// <summary>The type of the elements if the type is an array of one dimension, a span, a list, or a view that cannot be written through.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element], ContainingNamespace: { } space } list when IsList(list.Name, space.ToDisplayString()) => element,
        _ => null,
    };

    private static bool IsList(string name, string space) => (name, space) is
        ("Span" or "ReadOnlySpan", "System")
        or ("IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable" or "List", "System.Collections.Generic")
        or ("IOrderedEnumerable", "System.Linq")
        or ("ImmutableArray", "System.Collections.Immutable");

    private static Shape? Of(ITypeSymbol? type, int depth)
    {
        type = TypeArguments.Resolve(type);
        if (Kinds.Of(type) is { } kind)
        {
            return new Number(kind);
        }

        if (type is null || depth > Deepest)
        {
            return null;
        }

        if (ElementOf(type) is { } element)
        {
            return Of(element, depth + 1) is { } shape && (shape is Number || shape is Record { } record && record.Members.All(member => member.Shape is Number or null)) ? new List(shape) : null;
        }

        return type is INamedTypeSymbol named && RecordMembers.Of(named) is { } symbols ? Flatten(named, symbols, depth) : null;
    }

    private static Record? Flatten(INamedTypeSymbol type, IReadOnlyList<(string Name, ISymbol Symbol, ITypeSymbol Type)> symbols, int depth)
    {
        List<Member> members = [];
        foreach (var (name, symbol, memberType) in symbols)
        {
            members.Add(new Member(name, Of(memberType, depth + 1), symbol));
        }

        return members.TrueForAll(member => member.Shape is null) ? null : new Record(type, members.ToEquatableArray());
    }
}
