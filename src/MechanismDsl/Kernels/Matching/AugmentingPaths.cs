namespace MechanismDsl.Kernels;

/// <summary>
/// Shortest augmenting paths for the assignment of items to bidders, from zero prices and no bidder. After every insertion the prices are the
/// lowest competitive ones of the bidders so far.
/// </summary>
/// <remarks>
/// Invariant: a bidder with item j has utility v_ij − p_j ≥ v_ik − p_k for all k, and ≥ 0; a bidder without has none above 0; an item without a
/// bidder costs 0. The slack of the pair (i, j) is u_i − (v_ij − p_j) ≥ 0. An insertion is one Dijkstra search over slacks that ends at a free
/// item, or at a bidder who rather does without (its utility is its distance to the outside option).
/// </remarks>
internal ref struct AugmentingPaths
{
    private readonly ReadOnlySpan<double> _values;
    private readonly int _items;
    private readonly Span<int> _assigned;

    // Per item. The working price and the open distance of an item that the search has settled are infinite, so that the vector loop needs no mask.
    private readonly Span<double> _prices;
    private readonly Span<double> _working;
    private readonly Span<double> _open;
    private readonly Span<double> _settled;
    private readonly Span<int> _owner;
    private readonly Span<int> _from;
    private readonly Span<int> _order;

    private readonly Span<double> _utilities;

    /// <summary>Starts without bidders.</summary>
    /// <param name="values">The values, bidder by bidder.</param>
    /// <param name="items">The number of items.</param>
    /// <param name="assigned">The item of every bidder; filled here.</param>
    /// <param name="numbers">Working memory of 4 · items + bidders.</param>
    /// <param name="indices">Working memory of 3 · items.</param>
    public AugmentingPaths(ReadOnlySpan<double> values, int items, Span<int> assigned, Span<double> numbers, Span<int> indices)
    {
        _values = values;
        _items = items;
        _assigned = assigned;
        _prices = numbers[..items];
        _working = numbers.Slice(items, items);
        _open = numbers.Slice(2 * items, items);
        _settled = numbers.Slice(3 * items, items);
        _utilities = numbers[(4 * items)..];
        _owner = indices[..items];
        _from = indices.Slice(items, items);
        _order = indices.Slice(2 * items, items);
        assigned.Fill(-1);
        _owner.Fill(-1);
        _prices.Clear();
        _working.Clear();
    }

    /// <summary>The price of an item.</summary>
    public readonly double PriceOf(int item) => _prices[item];

    /// <summary>Starts from other prices than zero, before any bidder is in. Then the last prices are not the lowest, and may be none at all (<see cref="TryLower"/>).</summary>
    /// <param name="prices">At least 0, one an item.</param>
    public readonly void StartAt(ReadOnlySpan<double> prices)
    {
        prices.CopyTo(_prices);
        prices.CopyTo(_working);
    }

    /// <summary>
    /// From any competitive prices to the lowest ones, when all bidders are in. An item's price can fall until it is 0, until somebody without an item likes it as
    /// much as having none, or until the owner of another item likes it as much as that one at its own lowered price; so how far it falls is a shortest distance
    /// (Leonard 1983; the lattice of competitive prices: Shapley and Shubik 1971).
    /// </summary>
    /// <returns>
    /// Whether they are, and who is served is beyond doubt. False if an item that nobody has costs something; if a bidder gains nothing by its item, so that
    /// somebody else may have an equal right to it; if there are both items and bidders left.
    /// </returns>
    public readonly bool TryLower()
    {
        if (_owner.Contains(-1) && _assigned.Contains(-1))
        {
            return false;
        }

        for (var item = 0; item < _items; item++)
        {
            if (_owner[item] < 0 && _prices[item] > 0)
            {
                return false;
            }

            // An item without owner costs nothing already, and keeps up no other's price.
            (_open[item], _working[item]) = _owner[item] < 0 ? (double.PositiveInfinity, double.PositiveInfinity) : (_prices[item], _prices[item]);
        }

        var next = SlackRow.Nearest(_open);
        for (var bidder = 0; bidder < _assigned.Length; bidder++)
        {
            next = _assigned[bidder] < 0 ? Relax(bidder, 0) : next;
        }

        for (var distance = 0.0; next >= 0;)
        {
            distance = Math.Max(distance, _open[next]);
            _settled[next] = distance;
            _open[next] = double.PositiveInfinity;
            _working[next] = double.PositiveInfinity;
            next = Relax(_owner[next], distance + _utilities[_owner[next]]);
        }

        var isStrict = true;
        for (var item = 0; item < _items; item++)
        {
            if (_owner[item] >= 0)
            {
                _prices[item] -= _settled[item];
                isStrict &= _utilities[_owner[item]] + _settled[item] > 0;
            }
        }

        return isStrict;
    }

    /// <summary>Lets one more bidder in.</summary>
    public void Insert(int bidder)
    {
        // The utility at zero distance: the best offer at the present prices, or nothing.
        _open.Fill(double.PositiveInfinity);
        var settled = 0;
        var row = bidder;
        var distance = 0.0;

        // The nearest bidder who rather does without: by how much prices rise until then.
        var (refusal, refuser) = (double.PositiveInfinity, -1);
        var utility = 0.0;
        while (true)
        {
            var key = distance + (row == bidder ? 0 : _utilities[row]);
            if (row == bidder)
            {
                utility = HighestUtility(row);
                key = utility;
            }

            if (key < refusal)
            {
                (refusal, refuser) = (key, row);
            }

            var item = Relax(row, key);
            if (item < 0 || _open[item] >= refusal)
            {
                // Somebody on the tree rather does without than pay more; the search ends at its distance.
                Raise(bidder, utility, settled, refusal);
                Displace(bidder, refuser);
                return;
            }

            distance = Math.Max(distance, _open[item]);
            if (_owner[item] < 0)
            {
                Raise(bidder, utility, settled, distance);
                Augment(bidder, item);
                return;
            }

            _settled[item] = distance;
            _order[settled++] = item;
            _open[item] = double.PositiveInfinity;
            _working[item] = double.PositiveInfinity;
            row = _owner[item];
        }
    }

    /// <summary>max(0, max_j v_j − p_j).</summary>
    private readonly double HighestUtility(int bidder) =>
        Math.Max(0, _items == 0 ? 0 : -SlackRow.LowestNetCost(_values.Slice(bidder * _items, _items), _prices));

    /// <summary>The prices rise: everybody on the search tree gets worse off by what is left of the distance, and its item dearer by as much.</summary>
    private readonly void Raise(int bidder, double utility, int settled, double distance)
    {
        _utilities[bidder] = utility - distance;
        for (var index = 0; index < settled; index++)
        {
            var item = _order[index];
            var rise = distance - _settled[item];
            _prices[item] += rise;
            _utilities[_owner[item]] -= rise;
            _working[item] = _prices[item];
        }
    }

    /// <summary>Gives the free item at the end of the path to the bidder before it, that bidder's item to the one before, and so on.</summary>
    private readonly void Augment(int bidder, int item)
    {
        while (true)
        {
            var taker = _from[item];
            var next = _assigned[taker];
            _assigned[taker] = item;
            _owner[item] = taker;
            if (taker == bidder)
            {
                return;
            }

            item = next;
        }
    }

    /// <summary>The path ends at a bidder who does without: it gives up its item.</summary>
    private readonly void Displace(int bidder, int refuser)
    {
        _utilities[refuser] = 0;
        if (refuser == bidder)
        {
            return;
        }

        var item = _assigned[refuser];
        _assigned[refuser] = -1;
        Augment(bidder, item);
    }

    /// <summary>Shortens distances over the pairs of one bidder and finds the nearest item that is still open; −1 if there is none.</summary>
    private readonly int Relax(int bidder, double key) => SlackRow.Shorten(_values.Slice(bidder * _items, _items), _working, key, bidder, _open, _from);
}
