using MechanismDsl.Language.Rules.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

        if (NullableLowering.Underlying(type) is { } underlying)
        {
            return [("HasValue", type.GetMembers("HasValue")[0], ((IPropertySymbol)type.GetMembers("HasValue")[0]).Type), ("Value", type.GetMembers("Value")[0], underlying)];
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

            // A property can store something else than it is given.
            if (field.AssociatedSymbol is IPropertySymbol { GetMethod: var getter, SetMethod: var setter } && (HasCode(getter) || HasCode(setter)))
            {
                return null;
            }

            var symbol = field.AssociatedSymbol ?? field;
            members.Add((symbol.Name, symbol, field.Type));
        }

        return members.Count == 0 || members.Select(member => member.Item1).Distinct().Count() < members.Count ? null : members;
    }

    private static bool HasCode(IMethodSymbol? accessor) => accessor?.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is ArrowExpressionClauseSyntax or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }) == true;
}
