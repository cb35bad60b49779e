using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>
/// Many auctions in row order. Eight auctions of eight agents are transposed in registers, so that the lanes are auctions as in
/// <see cref="ColumnBatch{TOrder}"/>; other numbers of agents run row by row.
/// </summary>
internal static class RowBatch<TOrder>
    where TOrder : struct, IReportOrder
{
    private const int Width = 8;

    // Whether a sale is two words, the winner in the lower half of the first and the price in the second, so that a register holds four.
    private static readonly bool SalesAreTwoWords = HasTwoWords();

    public static void Run(ReadOnlySpan<double> rows, int agents, double limit, Span<Sale<double>> sales)
    {
        Limits.Batch(rows.Length, agents, sales.Length);
        var auction = 0;
        if (Vector512.IsHardwareAccelerated && agents == Width && SalesAreTwoWords)
        {
            for (; auction <= sales.Length - Width; auction += Width)
            {
                ref var row = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (nint)auction * Width);
                if (!RunEight(ref row, limit, ref Unsafe.As<Sale<double>, ulong>(ref sales[auction])))
                {
                    RunEach(rows, agents, auction, auction + Width, limit, sales);
                }
            }
        }

        RunEach(rows, agents, auction, sales.Length, limit, sales);
    }

    private static void RunEach(ReadOnlySpan<double> rows, int agents, int from, int to, double limit, Span<Sale<double>> sales)
    {
        for (var auction = from; auction < to; auction++)
        {
            sales[auction] = KeyAuction<TOrder>.Run(rows.Slice(auction * agents, agents), limit, auction);
        }
    }

    /// <summary>Eight auctions of eight agents; false if a report is not legal (or −0.0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool RunEight(ref double rows, double limit, ref ulong sales)
    {
        Transpose.Rows(
            Load(ref rows, 0), Load(ref rows, 1), Load(ref rows, 2), Load(ref rows, 3),
            Load(ref rows, 4), Load(ref rows, 5), Load(ref rows, 6), Load(ref rows, 7), out var agents);
        var best = TOrder.Key(agents.C0);
        var second = Vector512<double>.Zero;
        var winner = Vector512<long>.Zero;
        Lanes512.Enter(TOrder.Key(agents.C1), Vector512.Create(1L), ref best, ref second, ref winner);
        Lanes512.Enter(TOrder.Key(agents.C2), Vector512.Create(2L), ref best, ref second, ref winner);
        Lanes512.Enter(TOrder.Key(agents.C3), Vector512.Create(3L), ref best, ref second, ref winner);
        Lanes512.Enter(TOrder.Key(agents.C4), Vector512.Create(4L), ref best, ref second, ref winner);
        Lanes512.Enter(TOrder.Key(agents.C5), Vector512.Create(5L), ref best, ref second, ref winner);
        Lanes512.Enter(TOrder.Key(agents.C6), Vector512.Create(6L), ref best, ref second, ref winner);
        Lanes512.Enter(TOrder.Key(agents.C7), Vector512.Create(7L), ref best, ref second, ref winner);
        if (Vector512.GreaterThanAny(best, Vector512.Create(ReportDomain.HighestBits)))
        {
            return false;
        }

        Lanes512.Decide<TOrder>(ref winner, best, second, limit, out var price);
        var words = price.AsUInt64();
        var winners = winner.AsUInt64();
        Avx512F.PermuteVar8x64x2(winners, Vector512.Create(0UL, 8, 1, 9, 2, 10, 3, 11), words).StoreUnsafe(ref sales);
        Avx512F.PermuteVar8x64x2(winners, Vector512.Create(4UL, 12, 5, 13, 6, 14, 7, 15), words).StoreUnsafe(ref sales, Width);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double rows, int row) => Vector512.LoadUnsafe(ref rows, (nuint)(row * Width));

    private static bool HasTwoWords()
    {
        Span<Sale<double>> sale = [new(7, BitConverter.UInt64BitsToDouble(9))];
        if (Unsafe.SizeOf<Sale<double>>() != 2 * sizeof(ulong))
        {
            return false;
        }

        var words = MemoryMarshal.Cast<Sale<double>, ulong>(sale);
        return (uint)words[0] == 7 && words[1] == 9;
    }
}
