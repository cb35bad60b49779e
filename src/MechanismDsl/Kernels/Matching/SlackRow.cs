using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>The vector loops of a search for shortest augmenting paths: over one bidder's row of values, and over the distances of the items.</summary>
internal static class SlackRow
{
    /// <summary>Shortens the distances to items over the pairs of one bidder.</summary>
    /// <param name="row">What the bidder's items are worth to it.</param>
    /// <param name="prices">Their prices; +∞ for an item that is settled.</param>
    /// <param name="key">The bidder's distance and its utility: a pair's slack is its net cost above this.</param>
    /// <param name="bidder">The bidder.</param>
    /// <param name="open">The distances of the items that are not settled; +∞ for the others.</param>
    /// <param name="from">The last bidder on the way to each item.</param>
    /// <returns>The nearest item that is still open; −1 if there is none.</returns>
    public static int Shorten(ReadOnlySpan<double> row, ReadOnlySpan<double> prices, double key, int bidder, Span<double> open, Span<int> from)
    {
        ref var value = ref MemoryMarshal.GetReference(row);
        ref var price = ref MemoryMarshal.GetReference(prices);
        ref var distance = ref MemoryMarshal.GetReference(open);
        ref var last = ref MemoryMarshal.GetReference(from);
        var nearest = double.PositiveInfinity;
        nuint at = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var keys = Vector512.Create(key);
            var bidders = Vector256.Create(bidder);
            var lanes = Vector512.Create(double.PositiveInfinity);
            for (; at + 8 <= (nuint)row.Length; at += 8)
            {
                var candidate = keys + (Vector512.LoadUnsafe(ref price, at) - Vector512.LoadUnsafe(ref value, at));
                var old = Vector512.LoadUnsafe(ref distance, at);
                var shorter = Vector512.LessThan(candidate, old);
                if (shorter.ExtractMostSignificantBits() != 0)
                {
                    old = Vector512.ConditionalSelect(shorter, candidate, old);
                    old.StoreUnsafe(ref distance, at);
                    var mask = Vector512.Narrow(shorter.AsInt64(), Vector512<long>.Zero).GetLower();
                    Vector256.ConditionalSelect(mask, bidders, Vector256.LoadUnsafe(ref last, at)).StoreUnsafe(ref last, at);
                }

                lanes = Vector512.MinNative(lanes, old);
            }

            nearest = Lowest(lanes.GetLower(), lanes.GetUpper());
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            var keys = Vector256.Create(key);
            var bidders = Vector128.Create(bidder);
            var lanes = Vector256.Create(double.PositiveInfinity);
            for (; at + 4 <= (nuint)row.Length; at += 4)
            {
                var candidate = keys + (Vector256.LoadUnsafe(ref price, at) - Vector256.LoadUnsafe(ref value, at));
                var old = Vector256.LoadUnsafe(ref distance, at);
                var shorter = Vector256.LessThan(candidate, old);
                if (shorter.ExtractMostSignificantBits() != 0)
                {
                    old = Vector256.ConditionalSelect(shorter, candidate, old);
                    old.StoreUnsafe(ref distance, at);
                    var mask = Vector256.Narrow(shorter.AsInt64(), Vector256<long>.Zero).GetLower();
                    Vector128.ConditionalSelect(mask, bidders, Vector128.LoadUnsafe(ref last, at)).StoreUnsafe(ref last, at);
                }

                lanes = Vector256.MinNative(lanes, old);
            }

            nearest = Lowest(lanes, lanes);
        }

        for (; at < (nuint)row.Length; at++)
        {
            var candidate = key + (Unsafe.Add(ref price, at) - Unsafe.Add(ref value, at));
            if (candidate < Unsafe.Add(ref distance, at))
            {
                Unsafe.Add(ref distance, at) = candidate;
                Unsafe.Add(ref last, at) = bidder;
            }

            nearest = Math.Min(nearest, Unsafe.Add(ref distance, at));
        }

        return double.IsPositiveInfinity(nearest) ? -1 : IndexOf(open, nearest);
    }

    /// <summary>min_j (p_j − v_j).</summary>
    public static double LowestNetCost(ReadOnlySpan<double> row, ReadOnlySpan<double> prices)
    {
        var lowest = double.PositiveInfinity;
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var lanes = Vector256.Create(double.PositiveInfinity);
            for (; at <= row.Length - 4; at += 4)
            {
                lanes = Vector256.MinNative(lanes, Vector256.Create(prices[at..]) - Vector256.Create(row[at..]));
            }

            lowest = Lowest(lanes, lanes);
        }

        for (; at < row.Length; at++)
        {
            lowest = Math.Min(lowest, prices[at] - row[at]);
        }

        return lowest;
    }

    /// <summary>The nearest item; −1 if all distances are infinite.</summary>
    public static int Nearest(ReadOnlySpan<double> distances)
    {
        var nearest = double.PositiveInfinity;
        foreach (var distance in distances)
        {
            nearest = Math.Min(nearest, distance);
        }

        return double.IsPositiveInfinity(nearest) ? -1 : IndexOf(distances, nearest);
    }

    private static double Lowest(Vector256<double> left, Vector256<double> right)
    {
        var four = Vector256.MinNative(left, right);
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }

    /// <summary>The first index of a number that occurs. <c>Span.IndexOf</c> of doubles is not vectorised.</summary>
    private static int IndexOf(ReadOnlySpan<double> numbers, double wanted)
    {
        ref var start = ref MemoryMarshal.GetReference(numbers);
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; at <= numbers.Length - 4; at += 4)
            {
                var hits = Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)at), Vector256.Create(wanted)).ExtractMostSignificantBits();
                if (hits != 0)
                {
                    return at + System.Numerics.BitOperations.TrailingZeroCount(hits);
                }
            }
        }

        while (Unsafe.Add(ref start, at) != wanted)
        {
            at++;
        }

        return at;
    }
}
