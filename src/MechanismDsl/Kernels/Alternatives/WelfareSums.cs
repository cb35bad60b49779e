using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>Sums over agents, alternative by alternative, in vector registers. Additions happen in the order of the agents in every form, so that results do not depend on the processor.</summary>
internal static class WelfareSums
{
    /// <summary>Rows that are added in one sweep over the totals, so that the totals are read and written once for that many rows.</summary>
    private const int Sweep = 4;

    /// <summary>Fills the totals with what the alternatives bring without any agent: minus their costs.</summary>
    public static void Start(ReadOnlySpan<double> costs, Span<double> totals)
    {
        if (costs.IsEmpty)
        {
            totals.Clear();
            return;
        }

        for (var alternative = 0; alternative < totals.Length; alternative++)
        {
            totals[alternative] = -costs[alternative];
        }
    }

    /// <summary>Adds every agent's row to the totals, and finds every agent's lowest value.</summary>
    public static void Add(ReadOnlySpan<double> values, Span<double> totals, Span<double> lowest)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var agent = 0;
        if (Vector512.IsHardwareAccelerated && totals.Length >= Vector512<double>.Count)
        {
            for (; agent <= lowest.Length - EightRows.Count; agent += EightRows.Count)
            {
                EightRows.Add(ref Unsafe.Add(ref start, (nint)agent * totals.Length), totals, lowest.Slice(agent, EightRows.Count));
            }
        }

        for (; agent <= lowest.Length - Sweep; agent += Sweep)
        {
            AddFour(ref Unsafe.Add(ref start, (nint)agent * totals.Length), totals, lowest.Slice(agent, Sweep));
        }

        for (; agent < lowest.Length; agent++)
        {
            lowest[agent] = AddOne(values.Slice(agent * totals.Length, totals.Length), totals);
        }
    }

    /// <summary>The highest total and the first index that has it; −1 if one of them is NaN or infinite.</summary>
    public static int IndexOfHighest(ReadOnlySpan<double> totals, out double best)
    {
        // The difference of a number that is not finite with itself is NaN, and NaN stays in every sum.
        var highest = new Vector<double>(double.NegativeInfinity);
        var sums = Vector<double>.Zero;
        var alternative = 0;
        for (; alternative <= totals.Length - Vector<double>.Count; alternative += Vector<double>.Count)
        {
            var block = new Vector<double>(totals[alternative..]);
            sums += block - block;
            highest = Vector.MaxNative(highest, block);
        }

        best = double.NegativeInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            best = double.MaxNative(best, highest[lane]);
        }

        var sum = Vector.Sum(sums);
        for (; alternative < totals.Length; alternative++)
        {
            sum += totals[alternative] - totals[alternative];
            best = double.MaxNative(best, totals[alternative]);
        }

        if (double.IsNaN(sum))
        {
            return -1;
        }

        var index = IndexOf(totals, best);
        best = totals[index];
        return index;
    }

    /// <summary>The first index of a total that occurs.</summary>
    private static int IndexOf(ReadOnlySpan<double> totals, double wanted)
    {
        var start = 0;
        while (start <= totals.Length - Vector<double>.Count && !Vector.EqualsAny(new Vector<double>(totals[start..]), new Vector<double>(wanted)))
        {
            start += Vector<double>.Count;
        }

        while (totals[start] != wanted)
        {
            start++;
        }

        return start;
    }

    /// <summary>max_k (totals_k − row_k).</summary>
    public static double HighestWithout(ReadOnlySpan<double> totals, ReadOnlySpan<double> row)
    {
        var highest = double.NegativeInfinity;
        var alternative = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var lanes = Vector512.Create(double.NegativeInfinity);
            for (; alternative <= row.Length - Vector512<double>.Count; alternative += Vector512<double>.Count)
            {
                lanes = Vector512.MaxNative(lanes, Vector512.Create(totals[alternative..]) - Vector512.Create(row[alternative..]));
            }

            highest = Highest(lanes.GetLower(), lanes.GetUpper());
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            var lanes = Vector256.Create(double.NegativeInfinity);
            for (; alternative <= row.Length - Vector256<double>.Count; alternative += Vector256<double>.Count)
            {
                lanes = Vector256.MaxNative(lanes, Vector256.Create(totals[alternative..]) - Vector256.Create(row[alternative..]));
            }

            highest = Highest(lanes, lanes);
        }

        for (; alternative < row.Length; alternative++)
        {
            highest = Math.Max(highest, totals[alternative] - row[alternative]);
        }

        return highest;
    }

    private static double AddOne(ReadOnlySpan<double> row, Span<double> totals)
    {
        var lowest = double.PositiveInfinity;
        for (var alternative = 0; alternative < row.Length; alternative++)
        {
            totals[alternative] += row[alternative];
            lowest = Math.Min(lowest, row[alternative]);
        }

        return lowest;
    }

    private static void AddFour(ref double rows, Span<double> totals, Span<double> lowest)
    {
        ref var total = ref MemoryMarshal.GetReference(totals);
        ref var second = ref Unsafe.Add(ref rows, totals.Length);
        ref var third = ref Unsafe.Add(ref second, totals.Length);
        ref var fourth = ref Unsafe.Add(ref third, totals.Length);
        nuint at = 0;
        var length = (nuint)totals.Length;
        lowest.Fill(double.PositiveInfinity);
        if (Avx.IsSupported)
        {
            var (low0, low1, low2, low3) = (Infinite256, Infinite256, Infinite256, Infinite256);
            if (Vector512.IsHardwareAccelerated && length >= 8)
            {
                var (wide0, wide1, wide2, wide3) = (Infinite512, Infinite512, Infinite512, Infinite512);
                for (; at + 8 <= length; at += 8)
                {
                    var (row0, row1) = (Vector512.LoadUnsafe(ref rows, at), Vector512.LoadUnsafe(ref second, at));
                    var (row2, row3) = (Vector512.LoadUnsafe(ref third, at), Vector512.LoadUnsafe(ref fourth, at));
                    ((((Vector512.LoadUnsafe(ref total, at) + row0) + row1) + row2) + row3).StoreUnsafe(ref total, at);
                    (wide0, wide1) = (Vector512.MinNative(wide0, row0), Vector512.MinNative(wide1, row1));
                    (wide2, wide3) = (Vector512.MinNative(wide2, row2), Vector512.MinNative(wide3, row3));
                }

                (low0, low1, low2, low3) = (Halves(wide0), Halves(wide1), Halves(wide2), Halves(wide3));
            }

            for (; at + 4 <= length; at += 4)
            {
                var (row0, row1) = (Vector256.LoadUnsafe(ref rows, at), Vector256.LoadUnsafe(ref second, at));
                var (row2, row3) = (Vector256.LoadUnsafe(ref third, at), Vector256.LoadUnsafe(ref fourth, at));
                ((((Vector256.LoadUnsafe(ref total, at) + row0) + row1) + row2) + row3).StoreUnsafe(ref total, at);
                (low0, low1) = (Vector256.MinNative(low0, row0), Vector256.MinNative(low1, row1));
                (low2, low3) = (Vector256.MinNative(low2, row2), Vector256.MinNative(low3, row3));
            }

            LowestOfEach(low0, low1, low2, low3).CopyTo(lowest);
        }

        for (; at < length; at++)
        {
            var (row0, row1, row2, row3) = (Unsafe.Add(ref rows, at), Unsafe.Add(ref second, at), Unsafe.Add(ref third, at), Unsafe.Add(ref fourth, at));
            Unsafe.Add(ref total, at) = (((Unsafe.Add(ref total, at) + row0) + row1) + row2) + row3;
            (lowest[0], lowest[1]) = (Math.Min(lowest[0], row0), Math.Min(lowest[1], row1));
            (lowest[2], lowest[3]) = (Math.Min(lowest[2], row2), Math.Min(lowest[3], row3));
        }
    }

    private static Vector512<double> Infinite512 => Vector512.Create(double.PositiveInfinity);

    private static Vector256<double> Infinite256 => Vector256.Create(double.PositiveInfinity);

    private static Vector256<double> Halves(Vector512<double> lanes) => Vector256.MinNative(lanes.GetLower(), lanes.GetUpper());

    /// <summary>The lowest lane of each of four registers, by a transposition: four reductions for little more than the price of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> LowestOfEach(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        var ab = Vector256.MinNative(Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        var cd = Vector256.MinNative(Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        return Vector256.MinNative(Avx.Permute2x128(ab, cd, 0x20), Avx.Permute2x128(ab, cd, 0x31));
    }

    private static double Highest(Vector256<double> left, Vector256<double> right)
    {
        var four = Vector256.MaxNative(left, right);
        var two = Vector128.MaxNative(four.GetLower(), four.GetUpper());
        return Math.Max(two[0], two[1]);
    }
}
