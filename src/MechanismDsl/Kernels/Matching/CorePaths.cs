using System.Runtime.InteropServices;

namespace MechanismDsl.Kernels;

/// <summary>
/// The same insertions as <see cref="AugmentingPaths"/>, for many items: a search sees the few items of every bidder that are worth most to it, and looks at
/// all of its values only where others could be nearer.
/// </summary>
/// <remarks>
/// Exact, without a second look at the matrix in the end: a bidder whose other items could lie at distance d stands in the queue with d, and is asked anew
/// before anything farther is settled. Prices and assignment are those of the search that sees everything; where several items are equally good it may be
/// another one.
/// </remarks>
internal ref struct CorePaths
{
    private readonly DemandRows _rows;
    private readonly Span<int> _assigned;
    private readonly Span<double> _prices;
    private readonly Span<double> _utilities;
    private readonly Span<double> _keys;
    private readonly Span<int> _chosenAt;
    private readonly Span<Item> _items;
    private readonly Span<Settled> _settled;
    private SearchHeap _queue;

    /// <summary>The number of the search, which tells what belongs to it.</summary>
    private int _search;

    private int _settledCount;

    /// <summary>The nearest free item so far.</summary>
    private double _freeDistance;
    private int _free;

    /// <summary>The nearest bidder who rather does without.</summary>
    private double _refusal;
    private int _refuser;

    /// <summary>Starts without bidders.</summary>
    /// <param name="rows">What the bidders want most.</param>
    /// <param name="assigned">The item of every bidder; filled here.</param>
    /// <param name="prices">Working memory of one number an item.</param>
    /// <param name="numbers">Working memory of two numbers a bidder.</param>
    /// <param name="chosenAt">Working memory of one number a bidder.</param>
    /// <param name="items">Working memory of one an item.</param>
    /// <param name="settled">Working memory of one an item.</param>
    /// <param name="queue">A queue for all items and all bidders.</param>
    public CorePaths(
        DemandRows rows, Span<int> assigned, Span<double> prices, Span<double> numbers, Span<int> chosenAt, Span<Item> items, Span<Settled> settled, SearchHeap queue)
    {
        _rows = rows;
        _assigned = assigned;
        _prices = prices;
        _utilities = numbers[..assigned.Length];
        _keys = numbers.Slice(assigned.Length, assigned.Length);
        _chosenAt = chosenAt;
        _items = items;
        _settled = settled;
        _queue = queue;
        assigned.Fill(-1);
        prices.Clear();
        items.Fill(new() { Owner = -1 });
    }

    /// <summary>An item in a search.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct Item
    {
        /// <summary>The price.</summary>
        public double Price;

        /// <summary>The shortest distance so far; of this search if <see cref="Seen"/> says so.</summary>
        public double Open;

        /// <summary>Twice the number of the last search that reached the item, plus 1 if it settled it.</summary>
        public int Seen;

        /// <summary>The bidder who has it; −1 for none.</summary>
        public int Owner;

        /// <summary>The bidder before it on the shortest path.</summary>
        public int From;
    }

    /// <summary>A settled item and its distance.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Settled(double Distance, int Item);

    /// <summary>The bidders that all searches have come by.</summary>
    public long Visits { get; private set; }

    private readonly double Limit => Math.Min(_refusal, _freeDistance);

    /// <summary>The lowest competitive price of an item.</summary>
    public readonly double PriceOf(int item) => _prices[item];

    /// <summary>Lets one more bidder in.</summary>
    public void Insert(int bidder)
    {
        _search++;
        _queue.Clear();
        _settledCount = 0;
        (_freeDistance, _free) = (double.PositiveInfinity, -1);
        var utility = Math.Max(0, Choose(bidder));
        (_refusal, _refuser) = (utility, bidder);
        Visit(bidder, utility);
        var distance = 0.0;
        while (_queue.TryTake(out var nearest) && nearest.Distance < Limit)
        {
            if (nearest.Node >= _items.Length)
            {
                Widen(nearest.Node - _items.Length);
                continue;
            }

            distance = Math.Max(distance, nearest.Distance);
            ref var item = ref _items[nearest.Node];
            item.Seen = (2 * _search) + 1;
            _settled[_settledCount++] = new(distance, nearest.Node);
            Visit(item.Owner, distance + _utilities[item.Owner]);
        }

        if (_refusal <= _freeDistance)
        {
            Raise(bidder, utility, _refusal);
            Displace(bidder);
        }
        else
        {
            Raise(bidder, utility, Math.Max(distance, _freeDistance));
            Augment(bidder, _free);
        }
    }

    /// <summary>Asks a bidder for its best items at the present prices.</summary>
    private readonly double Choose(int bidder)
    {
        _chosenAt[bidder] = _search;
        return _rows.Choose(bidder, _prices);
    }

    /// <summary>Goes on from a bidder whose outside option lies at this distance.</summary>
    private void Visit(int bidder, double key)
    {
        if (key < _refusal)
        {
            (_refusal, _refuser) = (key, bidder);
        }

        Visits++;
        _keys[bidder] = key;
        Relax(bidder, key);
    }

    /// <summary>Shortens distances to the items that are kept for a bidder; what is not kept waits at the distance that it has at least.</summary>
    private void Relax(int bidder, double key)
    {
        foreach (ref readonly var offer in _rows.Of(bidder))
        {
            Reach(bidder, key, offer.Item, offer.Value);
        }

        var others = key - _rows.BoundOf(bidder);
        if (others < Limit)
        {
            _queue.Lower(_items.Length + bidder, others);
        }
    }

    private void Reach(int bidder, double key, int index, double value)
    {
        ref var item = ref _items[index];
        var candidate = key + (item.Price - value);
        if (candidate >= Limit || item.Seen > 2 * _search || (item.Seen == 2 * _search && candidate >= item.Open))
        {
            return;
        }

        item.Open = candidate;
        item.From = bidder;
        item.Seen = 2 * _search;
        if (item.Owner < 0)
        {
            (_freeDistance, _free) = (candidate, index);
        }
        else
        {
            _queue.Lower(index, candidate);
        }
    }

    /// <summary>Items that are not kept for a bidder may be nearest now: it is asked anew, and if that has been done in this search, all its values are looked at.</summary>
    private void Widen(int bidder)
    {
        if (_chosenAt[bidder] != _search)
        {
            Choose(bidder);
            Relax(bidder, _keys[bidder]);
            return;
        }

        var values = _rows.ValuesOf(bidder);
        for (var item = 0; item < values.Length; item++)
        {
            Reach(bidder, _keys[bidder], item, values[item]);
        }
    }

    /// <summary>The prices rise: everybody on the search tree gets worse off by what is left of the distance, and its item dearer by as much.</summary>
    private readonly void Raise(int bidder, double utility, double distance)
    {
        _utilities[bidder] = utility - distance;
        foreach (ref readonly var settled in _settled[.._settledCount])
        {
            var rise = distance - settled.Distance;
            ref var item = ref _items[settled.Item];
            item.Price += rise;
            _prices[settled.Item] = item.Price;
            _utilities[item.Owner] -= rise;
        }
    }

    /// <summary>Gives the item at the end of the path to the bidder before it, that bidder's item to the one before, and so on.</summary>
    private readonly void Augment(int bidder, int item)
    {
        while (true)
        {
            var taker = _items[item].From;
            var next = _assigned[taker];
            _assigned[taker] = item;
            _items[item].Owner = taker;
            if (taker == bidder)
            {
                return;
            }

            item = next;
        }
    }

    /// <summary>The path ends at a bidder who does without: it gives up its item.</summary>
    private readonly void Displace(int bidder)
    {
        _utilities[_refuser] = 0;
        if (_refuser == bidder)
        {
            return;
        }

        var item = _assigned[_refuser];
        _assigned[_refuser] = -1;
        Augment(bidder, item);
    }
}
