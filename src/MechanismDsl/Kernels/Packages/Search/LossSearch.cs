using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Searches all allocations whose losses at given prices (<see cref="PackagePrices"/>) leave more than the best total known, depth first: a step decides
/// the good or the bidder with the fewest ways to go on. Where prices are tight, few allocations are in reach.
/// </summary>
internal sealed class LossSearch
{
    private readonly PackageMarket _market;
    private readonly PackagePrices _prices;
    private readonly int[] _options;
    private readonly int[] _slots;
    private int[] _arena;
    private readonly int[] _chosen;
    private int _chosenCount;
    private long _limit;
    private long _nodes;

    public LossSearch(PackageMarket market, PackagePrices prices)
    {
        _market = market;
        _prices = prices;
        _options = new int[market.Goods];
        _slots = new int[market.Bidders];
        _arena = new int[Math.Max(64, 4 * (market.Count + market.Bidders))];
        _chosen = new int[market.Goods + 1];
    }

    /// <summary>The loss of the best allocation found; −1 if none was found.</summary>
    public long Loss { get; private set; }

    /// <summary>The columns accepted in the best allocation found.</summary>
    public List<int> Best { get; } = [];

    /// <summary>Searches.</summary>
    /// <param name="columns">The bids in the market that <see cref="PackagePrices.Set"/> has seen.</param>
    /// <param name="goods">The goods for sale.</param>
    /// <param name="limit">The largest loss that is of interest.</param>
    /// <param name="nodes">The most steps; those done are taken off.</param>
    /// <returns>Whether all was searched; what was found before the limit stands in any case.</returns>
    public bool Run(ReadOnlySpan<int> columns, ulong goods, long limit, ref long nodes)
    {
        (Loss, _limit, _nodes, _chosenCount) = (-1, limit, nodes, 0);
        Best.Clear();
        var bids = 0;
        foreach (var column in columns)
        {
            if (_prices.Losses[column] <= limit)
            {
                _arena[bids++] = column;
            }
        }

        var bidders = bids;
        for (var bidder = 0; bidder < _market.Bidders; bidder++)
        {
            if (_prices.Utilities[bidder] > 0)
            {
                _arena[bidders++] = bidder;
            }
        }

        var isComplete = Search(0, bids, bidders, goods, 0);
        nodes = _nodes;
        return isComplete;
    }

    /// <summary>Goes on from a partial allocation.</summary>
    /// <param name="start">Where the bids that still fit stand in the arena.</param>
    /// <param name="bids">Where they end, and the bidders whose utility is neither realised nor lost begin.</param>
    /// <param name="end">Where those end.</param>
    /// <param name="goods">The goods neither sold nor given up.</param>
    /// <param name="loss">The losses so far.</param>
    private bool Search(int start, int bids, int end, ulong goods, long loss)
    {
        if (_nodes-- <= 0)
        {
            return false;
        }

        // What nobody can take any more is lost; with less to lose, more bids fall out; until nothing changes.
        int item;
        while (true)
        {
            var before = loss;
            (item, goods, loss, end) = Count(start, bids, end, goods, loss);
            if (loss > _limit)
            {
                return true;
            }

            if (loss == before)
            {
                break;
            }

            (bids, end) = Compact(start, bids, end, _limit - loss);
        }

        if (bids == start)
        {
            Loss = loss;
            _limit = loss - (1L << _prices.Shift);
            Best.Clear();
            Best.AddRange(_chosen.AsSpan(0, _chosenCount));
            return true;
        }

        if (item < _market.Goods)
        {
            return Branch(1UL << item, -1, _prices.Prices[item], start, bids, end, goods, loss);
        }

        var bidder = _arena[item - _market.Goods];
        return Branch(0, bidder, _prices.Utilities[bidder], start, bids, end, goods, loss);
    }

    /// <summary>Counts the ways to go on; the item with the fewest is a good, or beyond the goods an arena index of a bidder.</summary>
    private (int Item, ulong Goods, long Loss, int End) Count(int start, int bids, int end, ulong goods, long loss)
    {
        for (var rest = goods; rest != 0; rest &= rest - 1)
        {
            _options[BitOperations.TrailingZeroCount(rest)] = 0;
        }

        for (var index = bids; index < end; index++)
        {
            _slots[_arena[index]] = 0;
        }

        for (var index = start; index < bids; index++)
        {
            var column = _arena[index];
            _slots[_market.Owners[column]]++;
            for (var rest = _market.Sets[column]; rest != 0; rest &= rest - 1)
            {
                _options[BitOperations.TrailingZeroCount(rest)]++;
            }
        }

        var (fewest, item) = (int.MaxValue, -1);
        for (var rest = goods; rest != 0; rest &= rest - 1)
        {
            var good = BitOperations.TrailingZeroCount(rest);
            if (_options[good] == 0)
            {
                loss += _prices.Prices[good];
                goods &= ~(1UL << good);
                continue;
            }

            var options = _options[good] + (loss + _prices.Prices[good] <= _limit ? 1 : 0);
            if (options < fewest)
            {
                (fewest, item) = (options, good);
            }
        }

        var kept = bids;
        for (var index = bids; index < end; index++)
        {
            var bidder = _arena[index];
            if (_slots[bidder] == 0)
            {
                loss += _prices.Utilities[bidder];
                continue;
            }

            _arena[kept] = bidder;
            var options = _slots[bidder] + (loss + _prices.Utilities[bidder] <= _limit ? 1 : 0);
            if (options < fewest)
            {
                (fewest, item) = (options, _market.Goods + kept);
            }

            kept++;
        }

        return (item, goods, loss, kept);
    }

    /// <summary>Removes bids that lose too much.</summary>
    private (int Bids, int End) Compact(int start, int bids, int end, long most)
    {
        var to = start;
        for (var index = start; index < bids; index++)
        {
            _arena[to] = _arena[index];
            to += _prices.Losses[_arena[index]] <= most ? 1 : 0;
        }

        _arena.AsSpan(bids..end).CopyTo(_arena.AsSpan(to));
        return (to, to + end - bids);
    }

    /// <summary>
    /// Tries all ways to go on with a good (the only one of <paramref name="bit"/>) or with a bidder (−1 if a good is decided): every bid
    /// for it, the smallest loss first, then none, which loses <paramref name="lost"/>.
    /// </summary>
    private bool Branch(ulong bit, int bidder, long lost, int start, int bids, int end, ulong goods, long loss)
    {
        var last = -1;
        while ((last = NextOption(start, bids, bit, bidder, last)) >= 0 && loss + _prices.Losses[last] <= _limit)
        {
            var set = _market.Sets[last];
            var (copy, copyEnd) = Copy(start, bids, end, set, _market.Owners[last], _limit - loss - _prices.Losses[last]);
            _chosen[_chosenCount++] = last;
            var isComplete = Search(end, copy, copyEnd, goods & ~set, loss + _prices.Losses[last]);
            _chosenCount--;
            if (!isComplete)
            {
                return false;
            }
        }

        if (loss + lost > _limit)
        {
            return true;
        }

        var (rest, restEnd) = Copy(start, bids, end, bit, bidder, _limit - loss - lost);
        return Search(end, rest, restEnd, goods & ~bit, loss + lost);
    }

    /// <summary>The option that follows in the order of losses, equal ones in the order of columns; −1 after the last.</summary>
    private int NextOption(int start, int bids, ulong bit, int bidder, int last)
    {
        var (next, nextLoss) = (-1, long.MaxValue);
        var lastLoss = last < 0 ? -1 : _prices.Losses[last];
        for (var index = start; index < bids; index++)
        {
            var column = _arena[index];
            var own = _prices.Losses[column];
            if (own < nextLoss && ((_market.Sets[column] & bit) != 0 || _market.Owners[column] == bidder) && (own > lastLoss || (own == lastLoss && column > last)))
            {
                (next, nextLoss) = (column, own);
            }
        }

        return next;
    }

    /// <summary>Copies behind the end what stays open without some goods and a bidder: bids that lose little enough, then bidders.</summary>
    private (int Bids, int End) Copy(int start, int bids, int end, ulong without, int withoutBidder, long most)
    {
        if (_arena.Length < end + end - start)
        {
            Array.Resize(ref _arena, 2 * (end + end - start));
        }

        var to = end;
        for (var index = start; index < bids; index++)
        {
            var column = _arena[index];
            _arena[to] = column;
            to += (_market.Sets[column] & without) == 0 && _market.Owners[column] != withoutBidder && _prices.Losses[column] <= most ? 1 : 0;
        }

        var copy = to;
        for (var index = bids; index < end; index++)
        {
            _arena[to] = _arena[index];
            to += _arena[index] != withoutBidder ? 1 : 0;
        }

        return (copy, to);
    }
}
