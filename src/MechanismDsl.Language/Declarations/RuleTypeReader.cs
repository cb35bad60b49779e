using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Declarations;

/// <summary>Reads the types in the signature of a rule, and what attributes say of parameters and members.</summary>
internal sealed class RuleTypeReader(INamedTypeSymbol mechanism, Compilation compilation, CancellationToken cancellation)
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>True once a type or an attribute was read in which the compiler itself reports an error.</summary>
    public bool SawErrors { get; private set; }

    /// <summary>Reads a parameter of the rule.</summary>
    public RuleInput Parameter(IParameterSymbol parameter) => Marked(new RuleInput(parameter.Name, Read(parameter.Type)), parameter.GetAttributes());

    /// <summary>Reads a type.</summary>
    public RuleType Read(ITypeSymbol type)
    {
        SawErrors |= type.TypeKind == TypeKind.Error;
        return Number(type) is { } kind ? new RuleType.Number(kind)
            : type.SpecialType == SpecialType.System_Void ? new RuleType.Nothing()
            : Sequence(type) is var (sequence, element) ? new RuleType.Sequence(sequence, Read(element))
            : type is INamedTypeSymbol { Arity: 0 } named && (named.IsRecord || named.TypeKind == TypeKind.Struct) && named is { SpecialType: SpecialType.None, IsRefLikeType: false }
                ? new RuleType.Record(named.ToDisplayString(Format), Members(named).ToEquatableArray(), Visibility.IsSeenWith(named, mechanism))
            : type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? Enumeration(enumeration)
            : new RuleType.Other(type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
    }

    // The kind is that in which a rule computes with the values.
    private RuleType.Enumeration Enumeration(INamedTypeSymbol type)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => member.ConstantValue).ToList();
        var isKnown = members.TrueForAll(value => value is sbyte or byte or short or ushort or int or uint or long);
        return new RuleType.Enumeration(type.ToDisplayString(Format))
        {
            Values = isKnown ? members.Select(value => System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().OrderBy(value => value).ToEquatableArray() : [],
            IsLong = type.EnumUnderlyingType?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt32,
            IsVisible = Visibility.IsSeenWith(type, mechanism),
        };
    }

    private static NumberKind? Number(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => NumberKind.Double,
        SpecialType.System_Decimal => NumberKind.Decimal,
        SpecialType.System_Int32 => NumberKind.Int32,
        SpecialType.System_Int64 => NumberKind.Int64,
        SpecialType.System_Boolean => NumberKind.Boolean,
        _ => null,
    };

    private static (SequenceKind Kind, ITypeSymbol Element)? Sequence(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => (SequenceKind.Array, array.ElementType),
        INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [var element] } span when IsIn(span, "System") => (SequenceKind.ReadOnlySpan, element),
        INamedTypeSymbol { Name: "Span", TypeArguments: [var element] } span when IsIn(span, "System") => (SequenceKind.Span, element),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T, TypeArguments: [var element] } => (SequenceKind.List, element),
        _ => null,
    };

    private static bool IsIn(INamedTypeSymbol type, string space) => type.ContainingNamespace is { ContainingNamespace.IsGlobalNamespace: true } own && own.Name == space;

    /// <summary>The numbers that a report of this type holds, base types first: what can be set, and what an attribute of the language names.</summary>
    private IEnumerable<RuleInput> Members(INamedTypeSymbol type)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } parent)
        {
            foreach (var inherited in Members(parent))
            {
                yield return inherited;
            }
        }

        foreach (var member in type.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            if (member is not { IsStatic: false, DeclaredAccessibility: Accessibility.Public } || TypeOf(member) is not { } held)
            {
                continue;
            }

            var isSettable = member is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public };
            var input = Marked(new RuleInput(member.Name, Shallow(held)) { IsSettable = isSettable }, member.GetAttributes().Concat(OfPositional(type, member)));
            if (isSettable || input.IsReport || input.IsVerified || input.Between is not null)
            {
                yield return input;
            }
        }
    }

    /// <summary>A record in a record is no number; reading it would not end where a record holds itself.</summary>
    private RuleType Shallow(ITypeSymbol type)
    {
        SawErrors |= type.TypeKind == TypeKind.Error;
        return Number(type) is { } kind ? new RuleType.Number(kind)
            : type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? Enumeration(enumeration)
            : new RuleType.Other(type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };

    /// <summary>An attribute on a parameter of a positional record is meant for the property that it declares.</summary>
    private static IEnumerable<AttributeData> OfPositional(INamedTypeSymbol type, ISymbol member) => !type.IsRecord
        ? []
        : type.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Where(parameter => parameter.Name == member.Name)
            .SelectMany(parameter => parameter.GetAttributes());

    private RuleInput Marked(RuleInput input, IEnumerable<AttributeData> attributes)
    {
        foreach (var data in attributes)
        {
            switch (LanguageAttributes.NameOf(data.AttributeClass))
            {
                case "Report":
                    input = input with { IsReport = true };
                    break;
                case "Verified":
                    input = input with { IsVerified = true };
                    break;
                case "Between":
                    input = input with { Between = Bounds(data) };
                    break;
            }
        }

        return input;
    }

    private RuleBounds? Bounds(AttributeData data)
    {
        var use = AttributeReader.Read("Between", data, compilation, cancellation);
        SawErrors |= use.HasErrors;
        return use.Arguments is [Argument.Number low, Argument.Number high] ? new RuleBounds(low.Value, high.Value, low.Division ?? high.Division) : null;
    }
}
