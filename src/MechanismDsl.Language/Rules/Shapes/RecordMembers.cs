using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Shapes;

/// <summary>The data of tuples, structs and immutable records. A type whose values are more than their members has none.</summary>
internal static class RecordMembers
{
    /// <summary>The stored members in order of declaration; null if values of the type cannot be taken apart.</summary>
    /// <remarks>
    /// A class is a reference: two variables can share one that changes. Only a sealed record whose members are set at construction behaves as a
    /// value does. Members must be the user's own source, because metadata does not say what a getter does.
    /// </remarks>
    public static IReadOnlyList<(string Name, ISymbol Symbol, ITypeSymbol Type)>? Of(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            return [.. type.TupleElements.Select((element, index) => ($"Item{index + 1}", (ISymbol)element, element.Type))];
        }

        var isValue = type is { TypeKind: TypeKind.Struct, IsRefLikeType: false, SpecialType: SpecialType.None };
        var isImmutable = type is { TypeKind: TypeKind.Class, IsRecord: true, IsSealed: true, BaseType.SpecialType: SpecialType.System_Object };
        if ((!isValue && !isImmutable) || type.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        List<(string, ISymbol, ITypeSymbol)> members = [];
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
        {
            var symbol = field.AssociatedSymbol ?? field;
            if (field.IsVolatile || field.RefKind != RefKind.None || field.IsFixedSizeBuffer || (isImmutable && !IsFixed(field, symbol)))
            {
                return null;
            }

            members.Add((symbol.Name, symbol, field.Type));
        }

        return members.Count == 0 ? null : members;
    }

    private static bool IsFixed(IFieldSymbol field, ISymbol symbol) => symbol is IPropertySymbol property ? property.SetMethod is null or { IsInitOnly: true } : field.IsReadOnly;
}
