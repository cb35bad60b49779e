using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>The table of the knapsack's dynamic program: entry c is the highest total value within capacity c.</summary>
internal static class CapacityTable
{
    /// <summary>Lets one more agent in. In place from the top: what is read lies below what has been written.</summary>
    public static void Add(Span<double> table, int size, double value)
    {
        ref var start = ref MemoryMarshal.GetReference(table);
        var end = table.Length;
        if (Vector512.IsHardwareAccelerated)
        {
            var values = Vector512.Create(value);
            for (; end - 8 >= size; end -= 8)
            {
                var with = Vector512.LoadUnsafe(ref start, (nuint)(end - 8 - size)) + values;
                Vector512.MaxNative(Vector512.LoadUnsafe(ref start, (nuint)(end - 8)), with).StoreUnsafe(ref start, (nuint)(end - 8));
            }
        }

        for (var at = end - 1; at >= size; at--)
        {
            Unsafe.Add(ref start, at) = Math.Max(Unsafe.Add(ref start, at), Unsafe.Add(ref start, at - size) + value);
        }
    }

    /// <summary>Lets one more agent in and notes at which capacities it is served: wherever that is not worse.</summary>
    /// <param name="table">The table.</param>
    /// <param name="size">The agent's size.</param>
    /// <param name="value">The agent's value.</param>
    /// <param name="taken">A bit for every capacity, all clear.</param>
    public static void Add(Span<double> table, int size, double value, Span<ulong> taken)
    {
        ref var start = ref MemoryMarshal.GetReference(table);
        var bytes = MemoryMarshal.AsBytes(taken);
        var end = table.Length;

        // The ends of the blocks are multiples of 8, so that the bits of a block are one byte.
        for (; end > size && (end % 8 != 0 || !Vector512.IsHardwareAccelerated); end--)
        {
            Enter(ref start, end - 1, size, value, taken);
        }

        if (Vector512.IsHardwareAccelerated && BitConverter.IsLittleEndian)
        {
            var values = Vector512.Create(value);
            for (; end - 8 >= size; end -= 8)
            {
                var with = Vector512.LoadUnsafe(ref start, (nuint)(end - 8 - size)) + values;
                var without = Vector512.LoadUnsafe(ref start, (nuint)(end - 8));
                var better = Vector512.GreaterThanOrEqual(with, without);
                Vector512.ConditionalSelect(better, with, without).StoreUnsafe(ref start, (nuint)(end - 8));
                bytes[(end - 8) / 8] = (byte)better.ExtractMostSignificantBits();
            }
        }

        for (; end > size; end--)
        {
            Enter(ref start, end - 1, size, value, taken);
        }
    }

    /// <summary>max_c left[c] + right[capacity − c].</summary>
    public static double BestSplit(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref var first = ref MemoryMarshal.GetReference(left);
        ref var second = ref MemoryMarshal.GetReference(right);
        var best = 0.0;
        var at = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var lanes = Vector512<double>.Zero;
            var backwards = Vector512.Create(7L, 6, 5, 4, 3, 2, 1, 0);
            for (; at + 8 <= left.Length; at += 8)
            {
                var mirrored = Vector512.Shuffle(Vector512.LoadUnsafe(ref second, (nuint)(right.Length - 8 - at)), backwards);
                lanes = Vector512.MaxNative(lanes, Vector512.LoadUnsafe(ref first, (nuint)at) + mirrored);
            }

            for (var lane = 0; lane < 8; lane++)
            {
                best = Math.Max(best, lanes[lane]);
            }
        }

        for (; at < left.Length; at++)
        {
            best = Math.Max(best, Unsafe.Add(ref first, at) + Unsafe.Add(ref second, right.Length - 1 - at));
        }

        return best;
    }

    private static void Enter(ref double start, int at, int size, double value, Span<ulong> taken)
    {
        var with = Unsafe.Add(ref start, at - size) + value;
        if (with >= Unsafe.Add(ref start, at))
        {
            Unsafe.Add(ref start, at) = with;
            taken[at / 64] |= 1UL << (at % 64);
        }
    }
}
