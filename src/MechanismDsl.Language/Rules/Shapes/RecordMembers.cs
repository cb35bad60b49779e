using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Shapes;

/// <summary>The data of tuples, anonymous types, structs and records.</summary>
internal static class RecordMembers
{
    /// <summary>The stored members, base types first, in order of declaration; null if values of the type cannot be taken apart.</summary>
    /// <remarks>
    /// A record class is a reference, and rules never write to one, so that sharing cannot be seen. Types from metadata are left alone, because
    /// metadata does not say what a getter does.
    /// </remarks>
    public static IReadOnlyList<(string Name, ISymbol Symbol, ITypeSymbol Type)>? Of(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            return [.. type.TupleElements.Select((element, index) => ($"Item{index + 1}", (ISymbol)element, element.Type))];
        }

        if (type.IsAnonymousType)
        {
            return [.. type.GetMembers().OfType<IPropertySymbol>().Select(property => (property.Name, (ISymbol)property, property.Type))];
        }

        var isStruct = type is { TypeKind: TypeKind.Struct, IsRefLikeType: false, SpecialType: SpecialType.None };
        if ((!isStruct && type is not { TypeKind: TypeKind.Class, IsRecord: true }) || type.DeclaringSyntaxReferences.IsEmpty || type.Arity > 0)
        {
            return null;
        }

        List<(string, ISymbol, ITypeSymbol)> members = [];
        if (type.BaseType is { SpecialType: SpecialType.None } parent)
        {
            if (Of(parent) is not { } inherited)
            {
                return null;
            }

            members.AddRange(inherited);
        }

        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
        {
            if (field.IsVolatile || field.RefKind != RefKind.None || field.IsFixedSizeBuffer)
            {
                return null;
            }

            var symbol = field.AssociatedSymbol ?? field;
            members.Add((symbol.Name, symbol, field.Type));
        }

        return members.Count == 0 || members.Select(member => member.Item1).Distinct().Count() < members.Count ? null : members;
    }
}
