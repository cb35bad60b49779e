using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MechanismDsl.Kernels;

namespace MechanismDsl.Benchmarks;

/// <summary>Many auctions of eight agents against the stream they cannot avoid: read 64 bytes, write 12 (columns) or 16 (rows).</summary>
internal static class BatchSection
{
    private const int Agents = 8;

    public static IEnumerable<Comparison> Comparisons()
    {
        yield return Compare(1_000_000, 1.2);
        yield return Compare(2_048, null);
    }

    private static Comparison Compare(int auctions, double? target)
    {
        var bids = new Draws(40_000 + (ulong)auctions).Uniforms(Agents * auctions, 100);
        var winners = new int[auctions];
        var prices = new double[auctions];
        var sales = new Sale<double>[auctions];
        return new(
            $"{auctions} auctions of {Agents} agents",
            auctions,
            new("read + write stream", () =>
            {
                Stream(bids, winners, prices);
                return prices[^1] + winners[0];
            }),
            new("SecondPrice.RunColumns", () =>
            {
                SecondPrice.RunColumns(bids, 50, winners, prices);
                return prices[^1] + winners[0];
            }, target),
            new("SecondPrice.RunBatch (rows)", () =>
            {
                SecondPrice.RunBatch(bids, Agents, 50, sales);
                return sales[^1].Price;
            }),
            new("LowestCost.RunColumns", () =>
            {
                LowestCost.RunColumns(bids, 50, winners, prices);
                return prices[^1] + winners[0];
            }),
            new("scalar loop over rows", () =>
            {
                for (var auction = 0; auction < sales.Length; auction++)
                {
                    sales[auction] = Peers.Loop(bids.AsSpan(auction * Agents, Agents), 50);
                }

                return sales[^1].Price;
            }));
    }

    /// <summary>Reads every bid and writes one int and one double an auction: the sum of each auction's bids, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stream(ReadOnlySpan<double> columns, Span<int> winners, Span<double> prices)
    {
        ref var start = ref MemoryMarshal.GetReference(columns);
        var auctions = winners.Length;
        if (!Vector512.IsHardwareAccelerated)
        {
            for (var auction = 0; auction < auctions; auction++)
            {
                var sum = 0.0;
                for (var agent = 0; agent < Agents; agent++)
                {
                    sum += columns[(agent * auctions) + auction];
                }

                prices[auction] = sum;
                winners[auction] = auction;
            }

            return;
        }

        var numbers = Vector256<int>.Indices;
        for (var auction = 0; auction <= auctions - 8; auction += 8)
        {
            ref var column = ref Unsafe.Add(ref start, auction);
            var left = Vector512.LoadUnsafe(ref column) + Vector512.LoadUnsafe(ref Unsafe.Add(ref column, auctions));
            var right = Vector512.LoadUnsafe(ref Unsafe.Add(ref column, 2 * auctions)) + Vector512.LoadUnsafe(ref Unsafe.Add(ref column, 3 * auctions));
            left += Vector512.LoadUnsafe(ref Unsafe.Add(ref column, 4 * auctions)) + Vector512.LoadUnsafe(ref Unsafe.Add(ref column, 5 * auctions));
            right += Vector512.LoadUnsafe(ref Unsafe.Add(ref column, 6 * auctions)) + Vector512.LoadUnsafe(ref Unsafe.Add(ref column, 7 * auctions));
            (left + right).StoreUnsafe(ref MemoryMarshal.GetReference(prices), (nuint)auction);
            numbers.StoreUnsafe(ref MemoryMarshal.GetReference(winners), (nuint)auction);
        }
    }
}
