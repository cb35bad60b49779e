using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>Writes who trades: the best reports of each side, the lowest index first among equals.</summary>
internal static class TradeMarks
{
    /// <summary>The lowest bit of each byte.</summary>
    private const ulong Bytes = 0x0101_0101_0101_0101;

    /// <summary>Marks as many trades as there are.</summary>
    /// <param name="bids">All bids.</param>
    /// <param name="costs">All costs.</param>
    /// <param name="margin">The reports of the last efficient pair.</param>
    /// <param name="trades">All efficient trades, or all but the last.</param>
    /// <param name="buys">Receives who buys.</param>
    /// <param name="sells">Receives who sells.</param>
    public static void Write(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs, Margin<double> margin, int trades, Span<bool> buys, Span<bool> sells)
    {
        if (trades == 0)
        {
            buys.Clear();
            sells.Clear();
            return;
        }

        // Without ties, the reports that are at least as good as the last efficient one are all trades, and those that are better are all but the last.
        var isAll = trades == margin.Trades;
        if (Beat<Highest>(bids, isAll ? Math.BitDecrement(margin.Bid) : margin.Bid, buys) != trades)
        {
            Fill(bids, margin.Bid, trades - Beat<Highest>(bids, margin.Bid, buys), buys);
        }

        if (Beat<Lowest>(costs, isAll ? Math.BitIncrement(margin.Cost) : margin.Cost, sells) != trades)
        {
            Fill(costs, margin.Cost, trades - Beat<Lowest>(costs, margin.Cost, sells), sells);
        }
    }

    /// <summary>Marks the first reports that equal the last one that trades.</summary>
    private static void Fill(ReadOnlySpan<double> reports, double last, int missing, Span<bool> marks)
    {
        for (var agent = 0; missing > 0; agent++)
        {
            // Without a branch: where many reports are equal, nobody could foretell it.
            var isEqual = reports[agent] == last;
            marks[agent] |= isEqual;
            missing -= isEqual ? 1 : 0;
        }
    }

    /// <summary>Marks the reports that beat a bound, and counts them.</summary>
    private static int Beat<TOrder>(ReadOnlySpan<double> reports, double bound, Span<bool> marks)
        where TOrder : struct
    {
        ref var start = ref MemoryMarshal.GetReference(reports);
        ref var mark = ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(marks));
        var (agent, count) = (0, 0);
        if (Vector512.IsHardwareAccelerated && Bmi2.X64.IsSupported)
        {
            var bounds = Vector512.Create(bound);
            for (; agent <= reports.Length - Vector512<double>.Count; agent += Vector512<double>.Count)
            {
                var eight = Vector512.LoadUnsafe(ref start, (nuint)agent);
                var hits = (typeof(TOrder) == typeof(Highest) ? Vector512.GreaterThan(eight, bounds) : Vector512.LessThan(eight, bounds)).ExtractMostSignificantBits();
                count += BitOperations.PopCount(hits);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref mark, agent), Bmi2.X64.ParallelBitDeposit(hits, Bytes));
            }
        }

        for (; agent < reports.Length; agent++)
        {
            var report = Unsafe.Add(ref start, agent);
            var beats = typeof(TOrder) == typeof(Highest) ? report > bound : report < bound;
            count += beats ? 1 : 0;
            Unsafe.Add(ref mark, agent) = beats ? (byte)1 : (byte)0;
        }

        return count;
    }

    private readonly struct Highest;

    private readonly struct Lowest;
}
