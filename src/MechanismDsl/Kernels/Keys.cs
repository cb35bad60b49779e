using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>
/// Comparisons of keys. Legal keys are also bit patterns of non-negative doubles in the same order. AVX-512 compares unsigned integers, so that an
/// illegal key becomes the maximum; AVX2 compares only doubles, and the caller has to look for illegal keys by other means.
/// </summary>
/// <remarks>
/// Losers are compared as doubles everywhere: they have no meaning once an illegal key is best, and processors have two units for maxima of
/// doubles but only one for unsigned maxima of 64 bits.
/// </remarks>
internal static class Keys
{
    /// <summary>The larger key; with AVX-512 also among illegal keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Max(Vector128<ulong> left, Vector128<ulong> right) =>
        Vector512.IsHardwareAccelerated
            ? Vector128.Max(left, right)
            : Vector128.MaxNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    /// <summary>The larger key; with AVX-512 also among illegal keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Max(Vector256<ulong> left, Vector256<ulong> right) =>
        Vector512.IsHardwareAccelerated
            ? Vector256.Max(left, right)
            : Vector256.MaxNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    /// <summary>The larger of two losers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Better(Vector128<ulong> left, Vector128<ulong> right) =>
        Vector128.MaxNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    /// <summary>The larger of two losers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Better(Vector256<ulong> left, Vector256<ulong> right) =>
        Vector256.MaxNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    /// <summary>The smaller key: the loser of a comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Worse(Vector128<ulong> left, Vector128<ulong> right) =>
        Vector128.MinNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    /// <summary>The smaller key: the loser of a comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Worse(Vector256<ulong> left, Vector256<ulong> right) =>
        Vector256.MinNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    /// <summary>Exchanges two keys. As integers of 32 bits, because Intel's processors have two units for such a shuffle, but one for that of doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Swap(Vector128<ulong> keys) => Vector128.Shuffle(keys.AsInt32(), Vector128.Create(2, 3, 0, 1)).AsUInt64();

    /// <summary>The largest key of a register as an unsigned integer, in all lanes. Needs AVX-512.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> HighestEverywhere(Vector512<ulong> keys)
    {
        var four = Vector512.Max(keys, Avx512F.Shuffle4x128(keys, keys, 0b01_00_11_10));
        var two = Vector512.Max(four, Avx512F.Shuffle4x128(four, four, 0b10_11_00_01));
        return Vector512.Max(two, Avx512F.Permute2x64(two.AsDouble(), 0b01_01_01_01).AsUInt64());
    }

    /// <summary>The largest of eight losers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Highest(Vector512<double> keys)
    {
        var four = Vector256.MaxNative(keys.GetLower(), keys.GetUpper()).AsUInt64();
        var two = Better(four.GetLower(), four.GetUpper());
        return Better(two, Swap(two)).ToScalar();
    }

    /// <summary>The smallest key of a register as an unsigned integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Lowest(Vector512<ulong> keys)
    {
        var four = Vector256.Min(keys.GetLower(), keys.GetUpper());
        var two = Vector128.Min(four.GetLower(), four.GetUpper());
        return Vector128.Min(two, Swap(two)).ToScalar();
    }
}
