using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Maximum and minimum of legal keys in registers narrower than 512 bits. AVX-512 compares unsigned integers; AVX2 cannot, but legal
/// keys are also bit patterns of non-negative doubles, which it can compare. There the caller has to look for illegal keys by other means.
/// </summary>
internal static class Keys
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Max(Vector128<ulong> left, Vector128<ulong> right) =>
        Vector512.IsHardwareAccelerated
            ? Vector128.Max(left, right)
            : Vector128.MaxNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Min(Vector128<ulong> left, Vector128<ulong> right) =>
        Vector512.IsHardwareAccelerated
            ? Vector128.Min(left, right)
            : Vector128.MinNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Max(Vector256<ulong> left, Vector256<ulong> right) =>
        Vector512.IsHardwareAccelerated
            ? Vector256.Max(left, right)
            : Vector256.MaxNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Min(Vector256<ulong> left, Vector256<ulong> right) =>
        Vector512.IsHardwareAccelerated
            ? Vector256.Min(left, right)
            : Vector256.MinNative(left.AsDouble(), right.AsDouble()).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Swap(Vector128<ulong> keys) => Vector128.Shuffle(keys, Vector128.Create(1UL, 0UL));

    /// <summary>The largest key of a register as an unsigned integer, in lane 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Highest(Vector512<ulong> keys)
    {
        var four = Vector256.Max(keys.GetLower(), keys.GetUpper());
        var two = Vector128.Max(four.GetLower(), four.GetUpper());
        return Vector128.Max(two, Swap(two));
    }

    /// <summary>The smallest key of a register as an unsigned integer, in lane 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Lowest(Vector512<ulong> keys)
    {
        var four = Vector256.Min(keys.GetLower(), keys.GetUpper());
        var two = Vector128.Min(four.GetLower(), four.GetUpper());
        return Vector128.Min(two, Swap(two));
    }
}
