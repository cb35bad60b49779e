using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Declarations;

/// <summary>Who can name a type.</summary>
internal static class Visibility
{
    /// <summary>Whether everybody who sees the mechanism can name the type: it stands in the signature of <c>Run</c>.</summary>
    public static bool IsSeenWith(INamedTypeSymbol type, INamedTypeSymbol mechanism)
    {
        if (type.IsFileLocal)
        {
            return false;
        }

        var needed = Reach(mechanism);
        return needed == 0
            ? !SymbolEqualityComparer.Default.Equals(type.ContainingType, mechanism) || type.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected)
            : Reach(type) >= needed;
    }

    /// <summary>How far a type can be seen: 2 everywhere, 1 in its assembly, 0 only in a type.</summary>
    private static int Reach(INamedTypeSymbol type)
    {
        var reach = 2;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            reach = Math.Min(reach, current.DeclaredAccessibility switch
            {
                Accessibility.Public => 2,
                Accessibility.Internal => 1,
                _ => 0,
            });
        }

        return reach;
    }
}
