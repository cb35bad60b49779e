using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Shapes;

/// <summary>Which C# types are single values of a rule.</summary>
internal static class Kinds
{
    /// <summary>
    /// The kind in which values of the type are computed; null for other types. Integers smaller than <c>int</c>, and enumerations of them, are ints;
    /// <c>uint</c> is a long and <c>float</c> a double, each result of which is made to fit.
    /// </summary>
    public static ScalarKind? Of(ITypeSymbol? type) => Underlying(type)?.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_Int64 or SpecialType.System_UInt32 => ScalarKind.Int64,
        SpecialType.System_Double or SpecialType.System_Single => ScalarKind.Double,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        _ => null,
    };

    /// <summary>The smallest and largest value of an integer type that has not all values of its kind; null for other types.</summary>
    public static (long Low, long High)? RangeOf(ITypeSymbol? type) => Underlying(type)?.SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        _ => null,
    };

    /// <summary>Whether a type is <c>float</c>.</summary>
    public static bool IsSingle(ITypeSymbol? type) => TypeArguments.Resolve(type)?.SpecialType == SpecialType.System_Single;

    /// <summary>Whether a type is <c>uint</c>, or an enumeration of it.</summary>
    public static bool IsUnsigned(ITypeSymbol? type) => Underlying(type)?.SpecialType == SpecialType.System_UInt32;

    /// <summary>A boxed compile-time constant as a value; null if its type is none of a rule's.</summary>
    public static Scalar? Constant(object? value) => value switch
    {
        bool boolean => Scalar.Of(boolean),
        int number => Scalar.Of(number),
        long number => Scalar.Of(number),
        double number => Scalar.Of(number),
        decimal number => Scalar.Of(number),
        sbyte number => Scalar.Of((int)number),
        byte number => Scalar.Of((int)number),
        short number => Scalar.Of((int)number),
        ushort number => Scalar.Of((int)number),
        uint number => Scalar.Of((long)number),
        float number => Scalar.Of((double)number),
        _ => null,
    };

    /// <summary>Whether a kind is an integer, whose arithmetic can overflow.</summary>
    public static bool IsInteger(this ScalarKind kind) => kind is ScalarKind.Int32 or ScalarKind.Int64;

    private static ITypeSymbol? Underlying(ITypeSymbol? type) => TypeArguments.Resolve(type) is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : TypeArguments.Resolve(type);
}
