using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Shapes;

/// <summary>
/// Which types stand for the type parameters of the generic methods that are being lowered. The body of a generic method is the same syntax whatever it is
/// called with, so that its operations speak of type parameters; one thread lowers one rule at a time.
/// </summary>
internal static class TypeArguments
{
    [ThreadStatic]
    private static ImmutableDictionary<ITypeSymbol, ITypeSymbol>? _known;

    /// <summary>Those of now.</summary>
    public static ImmutableDictionary<ITypeSymbol, ITypeSymbol> Current
    {
        get => _known ?? ImmutableDictionary.Create<ITypeSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        private set => _known = value;
    }

    /// <summary>Lowers something where type parameters mean other types.</summary>
    public static void Within(ImmutableDictionary<ITypeSymbol, ITypeSymbol> known, Action lower)
    {
        var outer = Current;
        Current = known;
        try
        {
            lower();
        }
        finally
        {
            Current = outer;
        }
    }

    /// <summary>The type that stands for a type parameter; every other type is itself.</summary>
    public static ITypeSymbol? Resolve(ITypeSymbol? type) => type is ITypeParameterSymbol && Current.TryGetValue(type, out var known) ? known : type;

    /// <summary>Those inside a method that is called now.</summary>
    public static ImmutableDictionary<ITypeSymbol, ITypeSymbol> Of(IMethodSymbol called)
    {
        var known = Current;
        for (var index = 0; index < called.TypeArguments.Length; index++)
        {
            known = known.SetItem(called.OriginalDefinition.TypeParameters[index], Resolve(called.TypeArguments[index])!);
        }

        return known;
    }
}
