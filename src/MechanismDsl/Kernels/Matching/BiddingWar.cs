using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Prices a little below the lowest competitive ones, as a rule, for markets where everybody wants the same items: bidders without an item bid for the one
/// they like best, in two rounds with a large step and a smaller one (the auction algorithm with ε-scaling of Bertsekas 1979 and 1988).
/// </summary>
/// <remarks>
/// A war ends with prices that lie above the lowest competitive ones by few steps (Demange, Gale and Sotomayor 1986: by at most as many as there are bidders or
/// items), so after each round they fall by two. The search that starts from them makes them exact, and notices if they were too high.
/// </remarks>
internal readonly ref struct BiddingWar
{
    /// <summary>The steps of the rounds, as parts of the highest value.</summary>
    private static ReadOnlySpan<double> Steps => [1.0 / 32, 1.0 / 128];

    /// <summary>By how many steps prices fall after a round.</summary>
    private const int Overshoot = 2;

    /// <summary>The bids in all rounds, a multiple of the bidders; in ordinary wars there are about thirty each. Then prices stay where they are.</summary>
    private const int BidsEach = 200;

    private readonly ReadOnlySpan<double> _values;
    private readonly Span<double> _prices;
    private readonly Span<int> _owner;
    private readonly Span<int> _waiting;

    private BiddingWar(ReadOnlySpan<double> values, Span<double> prices, Span<int> owner, Span<int> waiting)
    {
        _values = values;
        _prices = prices;
        _owner = owner;
        _waiting = waiting;
    }

    /// <summary>Finds prices; whole numbers if all values are.</summary>
    /// <param name="values">The values, bidder by bidder, finite.</param>
    /// <param name="prices">Receives the prices, one an item.</param>
    /// <param name="owner">Working memory of one an item.</param>
    /// <param name="waiting">Working memory of one a bidder.</param>
    public static void Run(ReadOnlySpan<double> values, Span<double> prices, Span<int> owner, Span<int> waiting)
    {
        var (highest, isWhole) = Survey(values);
        var war = new BiddingWar(values, prices, owner, waiting);
        prices.Clear();
        var bids = (long)BidsEach * waiting.Length;
        foreach (var part in Steps)
        {
            var step = isWhole ? Math.Max(1, Math.Floor(highest * part)) : highest * part;
            war.Round(step, ref bids);
            foreach (ref var price in prices)
            {
                price = Math.Max(0, price - (Overshoot * step));
            }
        }
    }

    private static (double Highest, bool IsWhole) Survey(ReadOnlySpan<double> values)
    {
        var highest = 0.0;
        var isWhole = true;
        foreach (var value in values)
        {
            highest = Math.Max(highest, value);
            isWhole &= Math.Floor(value) == value;
        }

        return (highest, isWhole);
    }

    private void Round(double step, ref long bids)
    {
        _owner.Fill(-1);
        var count = 0;
        for (var bidder = _waiting.Length - 1; bidder >= 0; bidder--)
        {
            _waiting[count++] = bidder;
        }

        while (count > 0 && bids > 0)
        {
            bids--;
            var bidder = _waiting[--count];
            var row = _values.Slice(bidder * _prices.Length, _prices.Length);
            var (best, second) = BestTwo(row, _prices);
            if (best <= 0)
            {
                continue;
            }

            var item = IndexOf(row, _prices, best);
            if (_owner[item] >= 0)
            {
                _waiting[count++] = _owner[item];
            }

            _owner[item] = bidder;

            // Nobody bids more than an item is worth to it.
            _prices[item] += Math.Min(best - Math.Max(second, 0) + step, best);
        }
    }

    /// <summary>The two highest values less prices; −∞ for what there is not.</summary>
    private static (double Best, double Second) BestTwo(ReadOnlySpan<double> row, ReadOnlySpan<double> prices)
    {
        ref var value = ref MemoryMarshal.GetReference(row);
        ref var price = ref MemoryMarshal.GetReference(prices);
        var highest = Vector512.Create(double.NegativeInfinity);
        var next = highest;
        nuint at = 0;
        for (; at + 8 <= (nuint)row.Length; at += 8)
        {
            var net = Vector512.LoadUnsafe(ref value, at) - Vector512.LoadUnsafe(ref price, at);
            next = Vector512.MaxNative(next, Vector512.MinNative(highest, net));
            highest = Vector512.MaxNative(highest, net);
        }

        var (best, second) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            Count(highest[lane], ref best, ref second);
            Count(next[lane], ref best, ref second);
        }

        for (; at < (nuint)row.Length; at++)
        {
            Count(Unsafe.Add(ref value, at) - Unsafe.Add(ref price, at), ref best, ref second);
        }

        return (best, second);
    }

    private static void Count(double net, ref double best, ref double second)
    {
        second = Math.Max(second, Math.Min(best, net));
        best = Math.Max(best, net);
    }

    /// <summary>The first item with this value less price; there is one.</summary>
    private static int IndexOf(ReadOnlySpan<double> row, ReadOnlySpan<double> prices, double net)
    {
        ref var value = ref MemoryMarshal.GetReference(row);
        ref var price = ref MemoryMarshal.GetReference(prices);
        var wanted = Vector512.Create(net);
        nuint at = 0;
        for (; at + 8 <= (nuint)row.Length; at += 8)
        {
            var hits = Vector512.Equals(Vector512.LoadUnsafe(ref value, at) - Vector512.LoadUnsafe(ref price, at), wanted).ExtractMostSignificantBits();
            if (hits != 0)
            {
                return (int)at + System.Numerics.BitOperations.TrailingZeroCount(hits);
            }
        }

        while (Unsafe.Add(ref value, at) - Unsafe.Add(ref price, at) != net)
        {
            at++;
        }

        return (int)at;
    }
}
