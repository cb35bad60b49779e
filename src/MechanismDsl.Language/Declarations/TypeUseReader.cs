using System.Globalization;
using System.Runtime.CompilerServices;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Reads a type that an attribute names.</summary>
internal static class TypeUseReader
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    // The priors and numbers of referenced assemblies are the same symbols in all compilations of an editing session, so each is read once.
    private static readonly ConditionalWeakTable<ITypeSymbol, TypeUse> Known = new();

    /// <summary>Reads the type; its members only if it is a prior that the user wrote.</summary>
    public static TypeUse Read(ITypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (Known.TryGetValue(type, out var known))
        {
            return known;
        }

        var use = ReadAnew(type, compilation, cancellation);
        return use.OwnPrior is null && type.DeclaringSyntaxReferences.IsEmpty ? Known.GetValue(type, _ => use) : use;
    }

    private static TypeUse ReadAnew(ITypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var prior = type as INamedTypeSymbol;
        var contract = prior?.AllInterfaces.FirstOrDefault(LanguageAttributes.IsPriorInterface);
        var constructor = contract is null ? null : PrimaryConstructor(prior!, cancellation);
        var isOwn = contract is not null && !SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, prior!.ContainingAssembly);
        return new TypeUse(
            type.ToDisplayString(Format),
            type.Name,
            constructor is null ? [] : constructor.Parameters.Select(parameter => parameter.Name).ToEquatableArray(),
            isOwn ? OwnPriorReader.Read(prior!, constructor, compilation, cancellation) : null)
        {
            Members = type.TypeKind == TypeKind.Enum ? MembersOf(type) : [],
        };
    }

    private static EquatableArray<EnumMember> MembersOf(ITypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(field => field.HasConstantValue)
        .Select(field => new EnumMember(field.Name, Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture) ?? string.Empty))
        .ToEquatableArray();

    /// <summary>The constructor whose parameters name the numbers: the primary one where the source is at hand, otherwise the public one with the most parameters.</summary>
    private static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var candidates = type.InstanceConstructors
            .Where(method => !method.IsImplicitlyDeclared || method.Parameters.Length > 0)
            .Where(method => !(method.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, type)))
            .ToList();
        return candidates.FirstOrDefault(method => method.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax(cancellation) is TypeDeclarationSyntax)
            ?? candidates.OrderByDescending(method => method.Parameters.Length).FirstOrDefault();
    }
}
