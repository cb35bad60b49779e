using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>
/// The best two of 4 to 16 reports by a tournament network in 128- and 256-bit registers: each round merges pairs (winner, loser) to
/// (max of the winners, max(min of the winners, max of the losers)), so nothing branches on the reports. Needs AVX2.
/// </summary>
internal static class TopTwoNetwork<TOrder>
    where TOrder : struct, IReportOrder
{
    /// <summary>Reads 4 reports. A report outside the domain makes <paramref name="best"/> larger than every legal key.</summary>
    /// <param name="reports">The first report.</param>
    /// <param name="best">The best key in lane 0.</param>
    /// <param name="second">The second-best key in lane 0.</param>
    /// <returns>The lowest index of the best key.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindFour(ref double reports, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        // Two 128-bit registers: without a 256-bit one there is nothing to extract, to broadcast or to zero on return.
        var lower = LoadPair(ref reports, 0);
        var upper = LoadPair(ref reports, 2);
        Finish(Keys.Max(lower, upper), Keys.Worse(lower, upper), out best, out second);
        var hits = Both(lower, upper, best);
        if (!Vector512.IsHardwareAccelerated)
        {
            best = Flag(best, (Excess(lower) | Excess(upper)).ExtractMostSignificantBits());
        }

        return BitOperations.TrailingZeroCount(hits.AsSingle().ExtractMostSignificantBits());
    }

    /// <summary>As <see cref="FindFour"/>, for 5 to 8 reports.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindToEight(ref double reports, int count, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var front = Load(ref reports, 0);
        // The second register ends the row and may overlap the first: the overlapping lanes count as missing (key 0).
        var back = Load(ref reports, count - 4);
        var rest = back & LanesFromEight(count);
        Finish(Keys.Max(front, rest), Keys.Worse(front, rest), out best, out second);
        if (!Vector512.IsHardwareAccelerated)
        {
            best = Flag(best, (Excess(front) | Excess(back)).ExtractMostSignificantBits());
        }

        return BitOperations.TrailingZeroCount(Equal(front, best) | (Equal(back, best) << (count - 4)));
    }

    /// <summary>As <see cref="FindFour"/>, for 9 to 16 reports.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindToSixteen(ref double reports, int count, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var a = Load(ref reports, 0);
        var b = Load(ref reports, 4);
        var c = Load(ref reports, count - 8);
        var d = Load(ref reports, count - 4);
        var restC = c & LanesFromEight(count - 8);
        var restD = d & LanesFromEight(count - 4);
        Finish(a, b, restC, restD, out best, out second);
        if (Vector512.IsHardwareAccelerated)
        {
            return BitOperations.TrailingZeroCount(
                EqualEight(ref reports, best) | (EqualEight(ref Unsafe.Add(ref reports, count - 8), best) << (count - 8)));
        }

        best = Flag(best, (Excess(a) | Excess(b) | Excess(c) | Excess(d)).ExtractMostSignificantBits());
        return BitOperations.TrailingZeroCount(
            Equal(a, best) | (Equal(b, best) << 4) | (Equal(c, best) << (count - 8)) | (Equal(d, best) << (count - 4)));
    }

    /// <summary>As <see cref="FindFour"/>, for exactly eight reports in 128-bit registers. Needs AVX-512, which has the unsigned maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindEight(ref double reports, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var a = LoadPair(ref reports, 0);
        var b = LoadPair(ref reports, 2);
        var c = LoadPair(ref reports, 4);
        var d = LoadPair(ref reports, 6);
        var winners = Keys.Max(a, b);
        var winners2 = Keys.Max(c, d);
        var losers = Keys.Better(Keys.Worse(a, b), Keys.Worse(c, d));
        Finish(Keys.Max(winners, winners2), Keys.Better(Keys.Worse(winners, winners2), losers), out best, out second);
        var hits = Sse2.PackSignedSaturate(Both(a, b, best).AsInt16(), Both(c, d, best).AsInt16());
        return BitOperations.TrailingZeroCount(hits.ExtractMostSignificantBits()) >> 1;
    }

    /// <summary>As <see cref="FindEight"/>, for exactly sixteen. The best key ends up in all lanes, so that it need not be broadcast.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindSixteen(ref double reports, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var a = Load(ref reports, 0);
        var b = Load(ref reports, 4);
        var c = Load(ref reports, 8);
        var d = Load(ref reports, 12);
        var winners = Keys.Max(a, b);
        var winners2 = Keys.Max(c, d);
        var losers = Keys.Better(Keys.Worse(a, b), Keys.Worse(c, d));
        losers = Keys.Better(Keys.Worse(winners, winners2), losers);
        winners = Keys.Max(winners, winners2);

        var crossed = Avx2.Permute4x64(winners, 0b01_00_11_10);
        var beaten = Keys.Better(Keys.Worse(winners.GetLower(), crossed.GetLower()), Keys.Better(losers.GetLower(), losers.GetUpper()));
        winners = Keys.Max(winners, crossed);
        var swapped = Avx2.Shuffle(winners.AsInt32(), 0b01_00_11_10).AsUInt64();
        second = Keys.Better(Keys.Worse(winners.GetLower(), swapped.GetLower()), Keys.Better(beaten, Keys.Swap(beaten)));
        winners = Keys.Max(winners, swapped);
        best = winners.GetLower();

        // Packing works within halves of a register: pairs of reports come out as 0, 2, 4, 6, then 1, 3, 5, 7.
        var hits = Avx2.PackSignedSaturate(
            Avx2.PackSignedSaturate(Vector256.Equals(a, winners).AsInt32(), Vector256.Equals(b, winners).AsInt32()),
            Avx2.PackSignedSaturate(Vector256.Equals(c, winners).AsInt32(), Vector256.Equals(d, winners).AsInt32()));
        var inOrder = Avx2.PermuteVar8x32(hits.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte();
        return BitOperations.TrailingZeroCount(inOrder.ExtractMostSignificantBits()) >> 1;
    }

    /// <summary>The best two keys of four registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(
        Vector256<ulong> a, Vector256<ulong> b, Vector256<ulong> c, Vector256<ulong> d, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var winners = Keys.Max(a, b);
        var winners2 = Keys.Max(c, d);
        var losers = Keys.Better(Keys.Worse(a, b), Keys.Worse(c, d));
        Finish(Keys.Max(winners, winners2), Keys.Better(Keys.Worse(winners, winners2), losers), out best, out second);
    }

    /// <summary>The best two keys of four winners and, lane by lane, their four losers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Vector256<ulong> winners, Vector256<ulong> losers, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var lower = winners.GetLower();
        var upper = winners.GetUpper();
        var beaten = Keys.Better(losers.GetLower(), losers.GetUpper());
        Finish(Keys.Max(lower, upper), Keys.Better(Keys.Worse(lower, upper), beaten), out best, out second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Vector128<ulong> winners, Vector128<ulong> losers, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var winners2 = Keys.Swap(winners);
        var beaten = Keys.Better(losers, Keys.Swap(losers));
        best = Keys.Max(winners, winners2);
        second = Keys.Better(Keys.Worse(winners, winners2), beaten);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Load(ref double reports, int index) =>
        TOrder.Key(Vector256.LoadUnsafe(ref reports, (nuint)(uint)index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Equal(Vector256<ulong> keys, Vector128<ulong> wanted) =>
        Vector256.Equals(keys, Avx2.BroadcastScalarToVector256(wanted)).ExtractMostSignificantBits();

    // Among eight reports in memory: a 512-bit comparison that yields a mask.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint EqualEight(ref double reports, Vector128<ulong> wanted) =>
        (uint)Vector512.Equals(TOrder.Key(Vector512.LoadUnsafe(ref reports)), Avx512F.BroadcastScalarToVector512(wanted)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> LoadPair(ref double reports, int index) =>
        TOrder.Key(Vector128.LoadUnsafe(ref reports, (nuint)(uint)index));

    /// <summary>Of four keys in two registers, those equal to the wanted one: all ones in 32 bits each, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Both(Vector128<ulong> lower, Vector128<ulong> upper, Vector128<ulong> wanted) =>
        Sse2.PackSignedSaturate(Vector128.Equals(lower, wanted).AsInt32(), Vector128.Equals(upper, wanted).AsInt32()).AsInt32();

    /// <summary>The sign bit of a lane is set iff its key exceeds every legal key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Excess(Vector128<ulong> keys) => keys | (Vector128.Create(ReportDomain.HighestBits) - keys);

    /// <summary>The sign bit of a lane is set iff its key exceeds every legal key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Excess(Vector256<ulong> keys) => keys | (Vector256.Create(ReportDomain.HighestBits) - keys);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Flag(Vector128<ulong> best, uint excess) => excess != 0 ? Vector128<ulong>.AllBitsSet : best;

    // All ones in lane l iff start + l >= 8.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> LanesFromEight(int start) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(EightZerosEightOnes), (nuint)(uint)start);

    private static ReadOnlySpan<ulong> EightZerosEightOnes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
    ];
}
