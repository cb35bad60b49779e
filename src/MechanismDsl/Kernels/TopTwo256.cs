using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>
/// <see cref="TopTwo512{TOrder}"/> for AVX2: blocks of 32 reports in eight 256-bit registers. Keys are compared as doubles, since AVX2 has no
/// unsigned maximum of 64 bits, and the reports are validated by the unsigned maximum of their upper 32 bits, two registers in one.
/// </summary>
internal static class TopTwo256<TOrder>
    where TOrder : struct, IReportOrder
{
    private const int Block = 32;
    private const int Width = 4;
    private const uint HighestUpperBits = (uint)(ReportDomain.HighestBits >> 32);

    /// <summary>
    /// Reads at least 4 reports. If one may lie outside the domain (its upper half is not below that of 1e15), <paramref name="best"/> is larger
    /// than every legal key and the rest of the answer has no meaning.
    /// </summary>
    public static int Find(ref double reports, int count, out ulong best, out ulong second)
    {
        var winners = Vector256<double>.Zero;
        var losers = Vector256<double>.Zero;
        var home = Vector256<ulong>.Zero;
        var block = Vector256<ulong>.Zero;
        var upper = Vector256<uint>.Zero;
        var start = 0;
        for (; start <= count - Block; start += Block)
        {
            ref var top = ref Unsafe.Add(ref reports, start);
            var keys = Vector256.MaxNative(
                Vector256.MaxNative(LoadPair(ref top, 0, ref upper), LoadPair(ref top, 8, ref upper)),
                Vector256.MaxNative(LoadPair(ref top, 16, ref upper), LoadPair(ref top, 24, ref upper)));
            home = Vector256.ConditionalSelect(Vector256.GreaterThan(keys, winners).AsUInt64(), block, home);
            losers = Vector256.MaxNative(losers, Vector256.MinNative(winners, keys));
            winners = Vector256.MaxNative(winners, keys);
            block += Vector256<ulong>.One;
        }

        if (start < count)
        {
            ref var top = ref Unsafe.Add(ref reports, start);
            var keys = PartialBlockBest(ref top, count - start, ref upper);
            home = Vector256.ConditionalSelect(Vector256.GreaterThan(keys, winners).AsUInt64(), block, home);
            losers = Vector256.MaxNative(losers, Vector256.MinNative(winners, keys));
            winners = Vector256.MaxNative(winners, keys);
        }

        second = 0;
        if (Vector256.GreaterThanOrEqualAny(upper, Vector256.Create(HighestUpperBits)))
        {
            best = ulong.MaxValue;
            return -1;
        }

        return Finish(ref reports, count, winners.AsUInt64(), losers.AsUInt64(), home, out best, out second);
    }

    private static int Finish(
        ref double reports, int count, Vector256<ulong> winners, Vector256<ulong> losers, Vector256<ulong> home, out ulong best, out ulong second)
    {
        best = 0;
        second = 0;
        var lane = 0;
        for (var candidate = 0; candidate < Width; candidate++)
        {
            var key = winners.GetElement(candidate);
            var earlier = home.GetElement(candidate) < home.GetElement(lane);
            second = Math.Max(second, Math.Max(Math.Min(best, key), losers.GetElement(candidate)));
            if (key > best || (key == best && earlier))
            {
                best = key;
                lane = candidate;
            }
        }

        // The winner's block: the lowest index of the best, and the keys that the winner hid in its lane.
        var start = (int)home.GetElement(lane) * Block;
        var end = Math.Min(start + Block, count);
        var index = -1;
        for (var agent = start; agent < end; agent++)
        {
            var key = TOrder.Key(Unsafe.Add(ref reports, agent));
            if (index < 0 && key == best)
            {
                index = agent;
            }
            else
            {
                second = Math.Max(second, key);
            }
        }

        return index;
    }

    private static Vector256<double> PartialBlockBest(ref double block, int count, ref Vector256<uint> upper)
    {
        var keys = Vector256<double>.Zero;
        var start = 0;
        for (; start <= count - Width; start += Width)
        {
            var reports = Vector256.LoadUnsafe(ref block, (nuint)start);
            upper = Vector256.Max(upper, reports.AsUInt32() & UpperHalves);
            keys = Vector256.MaxNative(keys, TOrder.Key(reports).AsDouble());
        }

        if (start == count)
        {
            return keys;
        }

        // The end of the row is read whole; the reports that were already seen are only validated again.
        var last = Vector256.LoadUnsafe(ref Unsafe.Add(ref block, count - Width));
        upper = Vector256.Max(upper, last.AsUInt32() & UpperHalves);
        var isNew = Vector256.GreaterThanOrEqual(Vector256<long>.Indices, Vector256.Create((long)(Width - (count % Width))));
        return Vector256.MaxNative(keys, (TOrder.Key(last) & isNew.AsUInt64()).AsDouble());
    }

    private static Vector256<uint> UpperHalves => Vector256.Create(0xFFFF_FFFF_0000_0000).AsUInt32();

    /// <summary>The better of two adjacent registers in each lane; their upper 32 bits enter <paramref name="upper"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LoadPair(ref double block, int start, ref Vector256<uint> upper)
    {
        var left = Vector256.LoadUnsafe(ref block, (nuint)start);
        var right = Vector256.LoadUnsafe(ref block, (nuint)(start + Width));
        upper = Vector256.Max(upper, Avx.Shuffle(left.AsSingle(), right.AsSingle(), 0b11_01_11_01).AsUInt32());
        return Vector256.MaxNative(TOrder.Key(left).AsDouble(), TOrder.Key(right).AsDouble());
    }
}
