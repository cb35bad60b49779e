using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>
/// The best two of 8 and more reports with 512-bit registers. A block is 64 reports in 8 registers; a max tree reduces it to its best key in
/// each lane, and only these lane winners enter the running best two, together with the block they came from. What the tree hides are the
/// losers in the winner's own block and lane; these seven are read again at the end. The time does not depend on the order of the reports.
/// </summary>
internal static class TopTwo512<TOrder>
    where TOrder : struct, IReportOrder
{
    private const int Block = 64;
    private const int Width = 8;

    /// <summary>Reads at least 8 reports. A report outside the domain makes <paramref name="best"/> larger than every legal key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ref double reports, int count, out ulong best, out ulong second)
    {
        var winners = Vector512<ulong>.Zero;
        var losers = Vector512<double>.Zero;
        var home = Vector512<ulong>.Zero;
        var block = Vector512<ulong>.Zero;
        var start = 0;
        for (; start <= count - Block; start += Block)
        {
            Enter(BlockBest(ref Unsafe.Add(ref reports, start)), block, ref winners, ref losers, ref home);
            block += Vector512<ulong>.One;
        }

        if (start < count)
        {
            Enter(PartialBlockBest(ref Unsafe.Add(ref reports, start), count - start), block, ref winners, ref losers, ref home);
        }

        var wanted = Keys.HighestEverywhere(winners);
        best = wanted.ToScalar();
        var lanes = (uint)Vector512.Equals(winners, wanted).ExtractMostSignificantBits();
        if ((lanes & (lanes - 1)) != 0)
        {
            // The best report occurs in several lanes, so it is the second best as well.
            second = best;
            return FindTied(ref reports, count, Vector512.ConditionalSelect(Vector512.Equals(winners, wanted), home, Vector512<ulong>.AllBitsSet), best);
        }

        var lane = BitOperations.TrailingZeroCount(lanes);
        var origin = ((int)Avx512F.PermuteVar8x64(home, Vector512.CreateScalarUnsafe((ulong)(uint)lane)).ToScalar() * Block) + lane;
        var rival = Keys.Highest(Better(losers, Below(winners, wanted)));
        if (origin + Block - Width < count)
        {
            // Nearly always the winner is the only one of its column above the best rival elsewhere: then it is found, and hides nobody.
            var above = (uint)Vector512.GreaterThan(Column(ref Unsafe.Add(ref reports, origin)), Vector512.Create(rival)).ExtractMostSignificantBits();
            if (BitOperations.IsPow2(above))
            {
                second = rival;
                return origin + (BitOperations.TrailingZeroCount(above) * Width);
            }
        }

        return FinishColumn(ref reports, origin, Math.Min(origin - lane + Block, count), best, rival, out second);
    }

    /// <summary>The lowest index of a best report that occurs in several lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindTied(ref double reports, int count, Vector512<ulong> homes, ulong best) =>
        IndexOf(ref reports, (int)Keys.Lowest(homes) * Block, count, best);

    /// <summary>The winner's column report by report: one that hides the second best, or that ends with the row.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FinishColumn(ref double reports, int origin, int end, ulong best, ulong rival, out ulong second)
    {
        second = rival;
        var index = -1;
        for (var agent = origin; agent < end; agent += Width)
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

    // Comparing the losers as doubles instead of by a third unsigned maximum spreads the work over both vector ports; what happens to them is of
    // no interest once an illegal key has won. The mask is used once: a second use would make the compiler keep it as a vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Enter(
        Vector512<ulong> keys, Vector512<ulong> block, ref Vector512<ulong> winners, ref Vector512<double> losers, ref Vector512<ulong> home)
    {
        losers = Vector512.MaxNative(losers, Vector512.MinNative(winners.AsDouble(), keys.AsDouble()));
        home = Vector512.ConditionalSelect(Vector512.GreaterThan(keys, winners), block, home);
        winners = Vector512.Max(keys, winners);
    }

    /// <summary>The keys below the wanted one, 0 in the other lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Below(Vector512<ulong> keys, Vector512<ulong> wanted) =>
        Vector512.ConditionalSelect(Vector512.LessThan(keys, wanted), keys, Vector512<ulong>.Zero).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Better(Vector512<double> left, Vector512<double> right) => Vector512.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> BlockBest(ref double block) =>
        Vector512.Max(
            Vector512.Max(Vector512.Max(Load(ref block, 0), Load(ref block, 8)), Vector512.Max(Load(ref block, 16), Load(ref block, 24))),
            Vector512.Max(Vector512.Max(Load(ref block, 32), Load(ref block, 40)), Vector512.Max(Load(ref block, 48), Load(ref block, 56))));

    /// <summary>A last block of 1 to 63 reports, at least 8 reports after the start of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> PartialBlockBest(ref double block, int count)
    {
        var keys = Vector512<ulong>.Zero;
        var start = 0;
        for (; start <= count - Width; start += Width)
        {
            keys = Vector512.Max(keys, Load(ref block, start));
        }

        return start == count ? keys : Vector512.Max(keys, LoadEnd(ref block, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Load(ref double block, int start) => TOrder.Key(Vector512.LoadUnsafe(ref block, (nuint)start));

    /// <summary>The last 1 to 7 reports in the first lanes, 0 in the others: the end of the row is read whole and moved down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> LoadEnd(ref double block, int count)
    {
        var keys = TOrder.Key(Vector512.LoadUnsafe(ref Unsafe.Add(ref block, count - Width)));
        var from = Vector512<ulong>.Indices + Vector512.Create((ulong)(Width - (count % Width)));
        return Vector512.Shuffle(keys, from);
    }

    /// <summary>The eight reports of one lane of a full block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Column(ref double top) =>
        TOrder.Key(Vector512.Create(
            top,
            Unsafe.Add(ref top, 8),
            Unsafe.Add(ref top, 16),
            Unsafe.Add(ref top, 24),
            Unsafe.Add(ref top, 32),
            Unsafe.Add(ref top, 40),
            Unsafe.Add(ref top, 48),
            Unsafe.Add(ref top, 56)));

    /// <summary>The lowest index from <paramref name="start"/> on of a key that occurs there.</summary>
    private static int IndexOf(ref double reports, int start, int count, ulong wanted)
    {
        for (; start <= count - Width; start += Width)
        {
            var hits = Vector512.Equals(Load(ref reports, start), Vector512.Create(wanted)).ExtractMostSignificantBits();
            if (hits != 0)
            {
                return start + BitOperations.TrailingZeroCount(hits);
            }
        }

        // The end of the row; the lanes before `start` hold no hit.
        var last = Vector512.Equals(Load(ref reports, count - Width), Vector512.Create(wanted)).ExtractMostSignificantBits();
        return count - Width + BitOperations.TrailingZeroCount(last);
    }
}
