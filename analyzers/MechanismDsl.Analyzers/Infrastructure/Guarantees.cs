using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Infrastructure;

/// <summary>Tells the types of the contract between mechanisms and generic code from all others. By name, so that a second definition of them hides nothing.</summary>
internal static class Guarantees
{
    private const string Language = "MechanismDsl";

    /// <summary>Whether the type is the interface of a guarantee, of an assumed one, or one derived from either.</summary>
    public static bool IsGuarantee(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named && (IsRoot(named) || named.AllInterfaces.Any(IsRoot));

    /// <summary>Whether the type is a guarantee as the language defines it, not one that somebody derived.</summary>
    public static bool IsLanguageGuarantee(ITypeSymbol type) => IsGuarantee(type) && IsLanguage(type);

    /// <summary>Whether the type is <c>IGuarantee</c>: a type parameter with no other constraint takes a guarantee, and not a mechanism that has one.</summary>
    public static bool IsAnyGuarantee(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IGuarantee", Arity: 0 } && IsLanguage(type);

    /// <summary>Whether a value of the type has a guarantee.</summary>
    public static bool HasGuarantee(ITypeSymbol type) => IsGuarantee(type) || type.AllInterfaces.Any(IsRoot);

    /// <summary>Whether the type is, or brings along, a guarantee or the interface of mechanisms.</summary>
    public static bool HasContract(ITypeSymbol type) => HasGuarantee(type) || IsMechanismInterface(type) || type.AllInterfaces.Any(IsMechanismInterface);

    /// <summary>Whether the type is <c>IMechanism</c> or <c>IMechanism&lt;,&gt;</c>.</summary>
    public static bool IsMechanismInterface(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IMechanism", TypeKind: TypeKind.Interface } && IsLanguage(type);

    /// <summary>The guarantees of the language that the type has, without <c>IGuarantee</c> itself: <c>DominantStrategyIncentiveCompatible</c>.</summary>
    public static IEnumerable<string> NamesOf(INamedTypeSymbol type) => type.AllInterfaces
        .Where(face => IsLanguage(face) && face.Name != "IGuarantee" && face.AllInterfaces.Any(IsRoot))
        .Select(face => face.Name.Substring(1))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether the type carries the stamp of a solved mechanism: only the generator writes it, and the gate of its own assembly saw to that.</summary>
    public static bool IsStamped(INamedTypeSymbol type) => type.OriginalDefinition.GetAttributes().Any(attribute =>
        IsStamp(attribute.AttributeClass)
        && attribute.ConstructorArguments is [_, { Value: string hash }]
        && hash.Length == 16);

    /// <summary>Whether the attribute is the stamp.</summary>
    public static bool IsStamp(INamedTypeSymbol? attribute) => attribute is { Name: "GeneratedMechanismAttribute" } && IsLanguage(attribute);

    private static bool IsRoot(INamedTypeSymbol face) => face is { Name: "IGuarantee", Arity: 0 } or { Name: "IAssumed", Arity: 1 } && IsLanguage(face);

    private static bool IsLanguage(ITypeSymbol type) => type.ContainingNamespace is { Name: Language, ContainingNamespace.IsGlobalNamespace: true };
}
