using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>Many auctions in structure-of-arrays order: the lanes of a register are different auctions, and an agent is a load.</summary>
internal static class ColumnBatch<TOrder>
    where TOrder : struct, IReportOrder
{
    private const int Width = 8;

    public static void Run(ReadOnlySpan<double> columns, double limit, Span<int> winners, Span<double> prices)
    {
        var auctions = winners.Length;
        if (prices.Length != auctions)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {auctions} winners to fill but {prices.Length} prices."), nameof(prices));
        }

        if (auctions == 0)
        {
            Limits.Batch(columns.Length, 0, 0);
            return;
        }

        var agents = columns.Length / auctions;
        Limits.Batch(columns.Length, agents, auctions);
        ref var start = ref MemoryMarshal.GetReference(columns);
        if (agents == 0 || auctions < Width || !Vector256.IsHardwareAccelerated)
        {
            RunEach(ref start, agents, auctions, 0, auctions, limit, winners, prices);
            return;
        }

        // The last step may overlap the one before it: the same auctions again, with the same result.
        for (var auction = 0; auction < auctions; auction += Width)
        {
            var first = Math.Min(auction, auctions - Width);
            var done = Vector512.IsHardwareAccelerated
                ? Run512(ref start, agents, auctions, first, limit, ref MemoryMarshal.GetReference(winners), ref MemoryMarshal.GetReference(prices))
                : Run256(ref start, agents, auctions, first, limit, ref MemoryMarshal.GetReference(winners), ref MemoryMarshal.GetReference(prices))
                    & Run256(ref start, agents, auctions, first + 4, limit, ref MemoryMarshal.GetReference(winners), ref MemoryMarshal.GetReference(prices));
            if (!done)
            {
                RunEach(ref start, agents, auctions, first, first + Width, limit, winners, prices);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Run512(ref double columns, int agents, int auctions, int first, double limit, ref int winners, ref double prices)
    {
        ref var column = ref Unsafe.Add(ref columns, first);
        var best = TOrder.Key(Vector512.LoadUnsafe(ref column));
        var second = Vector512<double>.Zero;
        var winner = Vector512<long>.Zero;
        var agent = Vector512<long>.Zero;
        for (var next = 1; next < agents; next++)
        {
            column = ref Unsafe.Add(ref column, auctions);
            agent += Vector512<long>.One;
            Lanes512.Enter(TOrder.Key(Vector512.LoadUnsafe(ref column)), agent, ref best, ref second, ref winner);
        }

        Lanes512.Decide<TOrder>(ref winner, best, second, limit, out var price);
        Vector512.Narrow(winner, winner).GetLower().StoreUnsafe(ref winners, (nuint)first);
        price.StoreUnsafe(ref prices, (nuint)first);
        return !Vector512.GreaterThanAny(best, Vector512.Create(ReportDomain.HighestBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Run256(ref double columns, int agents, int auctions, int first, double limit, ref int winners, ref double prices)
    {
        var highest = Vector256.Create(ReportDomain.HighestBits);
        ref var column = ref Unsafe.Add(ref columns, first);
        var best = TOrder.Key(Vector256.LoadUnsafe(ref column)).AsDouble();
        var excess = best.AsUInt64() | (highest - best.AsUInt64());
        var second = Vector256<double>.Zero;
        var winner = Vector256<long>.Zero;
        var agent = Vector256<long>.Zero;
        for (var next = 1; next < agents; next++)
        {
            column = ref Unsafe.Add(ref column, auctions);
            agent += Vector256<long>.One;
            var bits = TOrder.Key(Vector256.LoadUnsafe(ref column));
            excess |= bits | (highest - bits);
            var keys = bits.AsDouble();
            winner = Vector256.ConditionalSelect(Vector256.GreaterThan(keys, best).AsInt64(), agent, winner);
            second = Vector256.MaxNative(second, Vector256.MinNative(best, keys));
            best = Vector256.MaxNative(best, keys);
        }

        var limits = Vector256.Create(limit);
        var unsold = Vector256.LessThan(best, limits);
        winner |= unsold.AsInt64();
        var price = Vector256.AndNot(TOrder.Report(Vector256.MaxNative(second, limits).AsUInt64()), unsold);
        Vector256.Narrow(winner, winner).GetLower().StoreUnsafe(ref winners, (nuint)first);
        price.StoreUnsafe(ref prices, (nuint)first);
        return excess.ExtractMostSignificantBits() == 0;
    }

    /// <summary>One auction after the other: without SIMD, or to find out what is wrong with a report.</summary>
    private static void RunEach(
        ref double columns, int agents, int auctions, int from, int to, double limit, Span<int> winners, Span<double> prices)
    {
        for (var auction = from; auction < to; auction++)
        {
            var sale = Sale<double>.Unsold;
            if (agents > 0)
            {
                var winner = TopTwo<TOrder>.Recover(ref Unsafe.Add(ref columns, auction), auctions, agents, auction, out var best, out var second);
                sale = KeyAuction<TOrder>.Decide(winner, Vector128.CreateScalarUnsafe(best), Vector128.CreateScalarUnsafe(second), limit);
            }

            winners[auction] = sale.Winner;
            prices[auction] = sale.Price;
        }
    }
}
