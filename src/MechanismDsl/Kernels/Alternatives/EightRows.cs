using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Eight agents' rows added to the totals in one sweep: with rows of a hundred values, what a sweep costs beside its additions is as much as these.
/// Needs AVX-512 and at least eight alternatives.
/// </summary>
internal static class EightRows
{
    /// <summary>The number of rows.</summary>
    public const int Count = 8;

    /// <summary>Adds the rows in their order and finds the lowest value of each.</summary>
    /// <param name="row0">The first value of the first row.</param>
    /// <param name="totals">The sums, as many as a row has values.</param>
    /// <param name="lowest">Receives eight lowest values.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(ref double row0, Span<double> totals, Span<double> lowest)
    {
        ref var total = ref MemoryMarshal.GetReference(totals);
        var length = (nuint)totals.Length;
        ref var row1 = ref Unsafe.Add(ref row0, length);
        ref var row2 = ref Unsafe.Add(ref row1, length);
        ref var row3 = ref Unsafe.Add(ref row2, length);
        ref var row4 = ref Unsafe.Add(ref row3, length);
        ref var row5 = ref Unsafe.Add(ref row4, length);
        ref var row6 = ref Unsafe.Add(ref row5, length);
        ref var row7 = ref Unsafe.Add(ref row6, length);
        var low0 = Vector512.Create(double.PositiveInfinity);
        var (low1, low2, low3) = (low0, low0, low0);
        var (low4, low5, low6, low7) = (low0, low0, low0, low0);
        nuint at = 0;
        for (; at + 8 <= length; at += 8)
        {
            var sum = Vector512.LoadUnsafe(ref total, at);
            sum = Add(sum, ref row0, at, ref low0);
            sum = Add(sum, ref row1, at, ref low1);
            sum = Add(sum, ref row2, at, ref low2);
            sum = Add(sum, ref row3, at, ref low3);
            sum = Add(sum, ref row4, at, ref low4);
            sum = Add(sum, ref row5, at, ref low5);
            sum = Add(sum, ref row6, at, ref low6);
            sum = Add(sum, ref row7, at, ref low7);
            sum.StoreUnsafe(ref total, at);
        }

        var (half0, half1, half2, half3) = (Half(low0), Half(low1), Half(low2), Half(low3));
        var (half4, half5, half6, half7) = (Half(low4), Half(low5), Half(low6), Half(low7));
        if (at + 4 <= length)
        {
            var sum = Vector256.LoadUnsafe(ref total, at);
            sum = Add(sum, ref row0, at, ref half0);
            sum = Add(sum, ref row1, at, ref half1);
            sum = Add(sum, ref row2, at, ref half2);
            sum = Add(sum, ref row3, at, ref half3);
            sum = Add(sum, ref row4, at, ref half4);
            sum = Add(sum, ref row5, at, ref half5);
            sum = Add(sum, ref row6, at, ref half6);
            sum = Add(sum, ref row7, at, ref half7);
            sum.StoreUnsafe(ref total, at);
            at += 4;
        }

        ref var low = ref MemoryMarshal.GetReference(lowest[..Count]);
        WelfareSums.LowestOfEach(half0, half1, half2, half3).StoreUnsafe(ref low);
        WelfareSums.LowestOfEach(half4, half5, half6, half7).StoreUnsafe(ref low, 4);
        for (; at < length; at++)
        {
            for (var row = 0; row < Count; row++)
            {
                var value = Unsafe.Add(ref row0, at + ((nuint)row * length));
                Unsafe.Add(ref total, at) += value;
                lowest[row] = Math.Min(lowest[row], value);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Add(Vector512<double> sum, ref double row, nuint at, ref Vector512<double> lowest)
    {
        var values = Vector512.LoadUnsafe(ref row, at);
        lowest = Vector512.MinNative(lowest, values);
        return sum + values;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Add(Vector256<double> sum, ref double row, nuint at, ref Vector256<double> lowest)
    {
        var values = Vector256.LoadUnsafe(ref row, at);
        lowest = Vector256.MinNative(lowest, values);
        return sum + values;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Half(Vector512<double> lanes) => Vector256.MinNative(lanes.GetLower(), lanes.GetUpper());
}
