using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// For every bidder the few items that are worth most to it at the prices of the moment it was asked, and a bound for all others: what they are worth to it,
/// less their prices, is at most that, from then on, because prices only rise.
/// </summary>
/// <remarks>The few are what Volgenant (1996) calls the core of an assignment problem; the bound says when a search has to look beyond it.</remarks>
internal readonly ref struct DemandRows
{
    /// <summary>The most items that are kept for a bidder.</summary>
    public const int Most = 48;

    private readonly ReadOnlySpan<double> _values;
    private readonly int _items;
    private readonly Span<Offer> _offers;
    private readonly Span<int> _counts;
    private readonly Span<double> _bounds;
    private readonly Span<double> _scratch;

    /// <summary>Starts without a choice for any bidder.</summary>
    /// <param name="values">The values, bidder by bidder.</param>
    /// <param name="items">The number of items.</param>
    /// <param name="offers">Room for <see cref="Most"/> offers a bidder.</param>
    /// <param name="counts">Room for one number a bidder.</param>
    /// <param name="bounds">Room for one number a bidder.</param>
    /// <param name="scratch">Room for one number an item.</param>
    public DemandRows(ReadOnlySpan<double> values, int items, Span<Offer> offers, Span<int> counts, Span<double> bounds, Span<double> scratch)
    {
        _values = values;
        _items = items;
        _offers = offers;
        _counts = counts;
        _bounds = bounds;
        _scratch = scratch;
    }

    /// <summary>An item and what it is worth to the bidder.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Offer(double Value, int Item);

    /// <summary>The items kept for a bidder.</summary>
    public ReadOnlySpan<Offer> Of(int bidder) => _offers.Slice(bidder * Most, _counts[bidder]);

    /// <summary>All values of a bidder.</summary>
    public ReadOnlySpan<double> ValuesOf(int bidder) => _values.Slice(bidder * _items, _items);

    /// <summary>The most that an item which is not kept can be worth to the bidder, less its price.</summary>
    public double BoundOf(int bidder) => _bounds[bidder];

    /// <summary>Chooses a bidder's items anew, at these prices.</summary>
    /// <returns>What the best item is worth to it, less its price; −∞ if there is no item.</returns>
    public double Choose(int bidder, ReadOnlySpan<double> prices)
    {
        var row = ValuesOf(bidder);
        var (threshold, best) = row.Length <= Most ? (double.NegativeInfinity, Best(row, prices)) : Threshold(row, prices);
        var kept = _offers.Slice(bidder * Most, Most);
        var count = Collect(row, prices, threshold, kept);
        if (count > Most)
        {
            // Among so many, exactly the best: what is left out is worth at most the last of them.
            threshold = Last(row, prices);
            count = Collect(row, prices, Math.BitIncrement(threshold), kept);
            count = Fill(row, prices, threshold, kept, count);
        }

        _counts[bidder] = count;
        _bounds[bidder] = threshold;
        return best;
    }

    /// <summary>
    /// The least of the bests of eight parts of a row: at least eight items are worth so much, less their prices, and as many as (1 + 1/2 + … + 1/8) · 8, about 22, on average
    /// if the best ones are anywhere. And the best of all.
    /// </summary>
    private static (double Threshold, double Best) Threshold(ReadOnlySpan<double> row, ReadOnlySpan<double> prices)
    {
        ref var value = ref MemoryMarshal.GetReference(row);
        ref var price = ref MemoryMarshal.GetReference(prices);
        var first = Vector512.Create(double.NegativeInfinity);
        var second = first;
        nuint at = 0;
        for (; at + 16 <= (nuint)row.Length; at += 16)
        {
            first = Vector512.MaxNative(first, Vector512.LoadUnsafe(ref value, at) - Vector512.LoadUnsafe(ref price, at));
            second = Vector512.MaxNative(second, Vector512.LoadUnsafe(ref value, at + 8) - Vector512.LoadUnsafe(ref price, at + 8));
        }

        first = Vector512.MaxNative(first, second);
        var (threshold, best) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            threshold = Math.Min(threshold, first[lane]);
            best = Math.Max(best, first[lane]);
        }

        for (; at < (nuint)row.Length; at++)
        {
            best = Math.Max(best, Unsafe.Add(ref value, at) - Unsafe.Add(ref price, at));
        }

        return (threshold, best);
    }

    private static double Best(ReadOnlySpan<double> row, ReadOnlySpan<double> prices)
    {
        var best = double.NegativeInfinity;
        for (var item = 0; item < row.Length; item++)
        {
            best = Math.Max(best, row[item] - prices[item]);
        }

        return best;
    }

    /// <summary>Keeps the items that are worth at least the threshold, as many as there is room for, and counts them.</summary>
    private static int Collect(ReadOnlySpan<double> row, ReadOnlySpan<double> prices, double threshold, Span<Offer> kept)
    {
        ref var value = ref MemoryMarshal.GetReference(row);
        ref var price = ref MemoryMarshal.GetReference(prices);
        var thresholds = Vector512.Create(threshold);
        var count = 0;
        nuint at = 0;
        for (; at + 8 <= (nuint)row.Length; at += 8)
        {
            var net = Vector512.LoadUnsafe(ref value, at) - Vector512.LoadUnsafe(ref price, at);
            var hits = Vector512.GreaterThanOrEqual(net, thresholds).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1)
            {
                count = Keep(row, (int)at + System.Numerics.BitOperations.TrailingZeroCount(hits), kept, count);
            }
        }

        for (; at < (nuint)row.Length; at++)
        {
            if (Unsafe.Add(ref value, at) - Unsafe.Add(ref price, at) >= threshold)
            {
                count = Keep(row, (int)at, kept, count);
            }
        }

        return count;
    }

    private static int Keep(ReadOnlySpan<double> row, int item, Span<Offer> kept, int count)
    {
        if (count < kept.Length)
        {
            kept[count] = new(row[item], item);
        }

        return count + 1;
    }

    /// <summary>The worth of the last item that there is room for, in the order of worth.</summary>
    private double Last(ReadOnlySpan<double> row, ReadOnlySpan<double> prices)
    {
        for (var item = 0; item < row.Length; item++)
        {
            _scratch[item] = row[item] - prices[item];
        }

        _scratch[..row.Length].Sort();
        return _scratch[row.Length - Most];
    }

    /// <summary>Adds items that are worth exactly so much while there is room.</summary>
    private static int Fill(ReadOnlySpan<double> row, ReadOnlySpan<double> prices, double worth, Span<Offer> kept, int count)
    {
        for (var item = 0; item < row.Length && count < kept.Length; item++)
        {
            if (row[item] - prices[item] == worth)
            {
                kept[count++] = new(row[item], item);
            }
        }

        return count;
    }
}
