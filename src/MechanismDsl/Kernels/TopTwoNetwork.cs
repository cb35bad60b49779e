using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>
/// The best two of 4 to 16 reports by a tournament network in 256-bit registers: each round merges pairs (winner, loser) to
/// (max of the winners, max(min of the winners, max of the losers)), so nothing branches on the reports. Needs AVX2.
/// </summary>
internal static class TopTwoNetwork<TOrder>
    where TOrder : struct, IReportOrder
{
    /// <summary>Reads 4 to 16 reports. A report outside the domain makes <paramref name="best"/> larger than every legal key.</summary>
    /// <param name="reports">The first report.</param>
    /// <param name="count">The number of reports, 4 to 16.</param>
    /// <param name="best">The best key in lane 0.</param>
    /// <param name="second">The second-best key in lane 0.</param>
    /// <returns>The lowest index of the best key.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ref double reports, int count, out Vector128<ulong> best, out Vector128<ulong> second) =>
        count > 8 ? FindToSixteen(ref reports, count, out best, out second)
        : count > 4 ? FindToEight(ref reports, count, out best, out second)
        : FindFour(ref reports, out best, out second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindFour(ref double reports, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var all = Load(ref reports, 0);
        var lower = all.GetLower();
        var upper = all.GetUpper();
        Finish(Keys.Max(lower, upper), Keys.Min(lower, upper), out best, out second);
        if (!Vector512.IsHardwareAccelerated)
        {
            best = Flag(best, Excess(all));
        }

        return BitOperations.TrailingZeroCount(Equal(all, best));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindToEight(ref double reports, int count, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        // The second register ends the row and may overlap the first: the overlapping lanes count as missing (key 0).
        var front = Load(ref reports, 0);
        var back = Load(ref reports, count - 4);
        var rest = back & LanesFromEight(count);
        Finish(Keys.Max(front, rest), Keys.Min(front, rest), out best, out second);
        if (!Vector512.IsHardwareAccelerated)
        {
            best = Flag(best, Excess(front) | Excess(back));
        }

        return BitOperations.TrailingZeroCount(Equal(front, best) | (Equal(back, best) << (count - 4)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindToSixteen(ref double reports, int count, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var a = Load(ref reports, 0);
        var b = Load(ref reports, 4);
        var c = Load(ref reports, count - 8);
        var d = Load(ref reports, count - 4);
        var restC = c & LanesFromEight(count - 8);
        var restD = d & LanesFromEight(count - 4);
        var winners = Keys.Max(a, b);
        var winners2 = Keys.Max(restC, restD);
        var losers = Keys.Max(Keys.Min(a, b), Keys.Min(restC, restD));
        Finish(Keys.Max(winners, winners2), Keys.Max(Keys.Min(winners, winners2), losers), out best, out second);
        if (Vector512.IsHardwareAccelerated)
        {
            var wanted = Vector512.Create(best.ToScalar());
            var front = Vector512.Equals(TOrder.Key(Vector512.LoadUnsafe(ref reports)), wanted).ExtractMostSignificantBits();
            var back = Vector512.Equals(TOrder.Key(Vector512.LoadUnsafe(ref reports, (nuint)(count - 8))), wanted).ExtractMostSignificantBits();
            return BitOperations.TrailingZeroCount((uint)front | ((uint)back << (count - 8)));
        }

        best = Flag(best, Excess(a) | Excess(b) | Excess(c) | Excess(d));
        return BitOperations.TrailingZeroCount(
            Equal(a, best) | (Equal(b, best) << 4) | (Equal(c, best) << (count - 8)) | (Equal(d, best) << (count - 4)));
    }

    /// <summary>The best two keys of four winners and, lane by lane, their four losers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Vector256<ulong> winners, Vector256<ulong> losers, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var lower = winners.GetLower();
        var upper = winners.GetUpper();
        var beaten = Keys.Max(losers.GetLower(), losers.GetUpper());
        Finish(Keys.Max(lower, upper), Keys.Max(Keys.Min(lower, upper), beaten), out best, out second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Vector128<ulong> winners, Vector128<ulong> losers, out Vector128<ulong> best, out Vector128<ulong> second)
    {
        var winners2 = Keys.Swap(winners);
        var beaten = Keys.Max(losers, Keys.Swap(losers));
        best = Keys.Max(winners, winners2);
        second = Keys.Max(Keys.Min(winners, winners2), beaten);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Load(ref double reports, int index) =>
        TOrder.Key(Vector256.LoadUnsafe(ref reports, (nuint)(uint)index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Equal(Vector256<ulong> keys, Vector128<ulong> wanted) =>
        Vector256.Equals(keys, Avx2.BroadcastScalarToVector256(wanted)).ExtractMostSignificantBits();

    /// <summary>The sign bit of a lane is set iff its key exceeds every legal key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Excess(Vector256<ulong> keys) => keys | (Vector256.Create(ReportDomain.HighestBits) - keys);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Flag(Vector128<ulong> best, Vector256<ulong> excess) =>
        excess.ExtractMostSignificantBits() != 0 ? Vector128<ulong>.AllBitsSet : best;

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
