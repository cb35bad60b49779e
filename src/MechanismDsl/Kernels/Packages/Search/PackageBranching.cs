namespace MechanismDsl.Kernels;

/// <summary>
/// The exact search for the highest total of disjoint bids: at every node the relaxation's prices bound the rest, bids that lose too much at them are
/// taken out, a short search by losses tries to finish, and if it does not, the node splits on a bid that the relaxation accepts in part.
/// </summary>
internal sealed class PackageBranching
{
    /// <summary>Nodes that the search by losses may take before a node splits: about the time of the node's pivots.</summary>
    private const long LossNodes = 1500;

    /// <summary>The search by losses begins with a quarter of the limit: what it finds there is the best of all, and where it finds nothing little time is lost.</summary>
    private const int FirstLimitShift = 2;

    /// <summary>Shares that lack less than this are full up to rounding errors.</summary>
    private const double FullShare = 1e-6;

    /// <summary>Splits above a node; the search is recursive and must not exhaust the stack.</summary>
    private const int MostSplits = 1000;

    /// <summary>A pivot counts in the budget as so many nodes of the search by losses as take about the same time: it touches a matrix.</summary>
    private readonly long _nodesPerPivot;

    private readonly PackageMarket _market;
    private readonly PackageRelaxation _root;
    private readonly PackageRelaxation _relaxation;
    private readonly PackagePrices _prices;
    private readonly LossSearch _losses;
    private readonly List<int> _taken = [];
    private readonly List<int> _removed = [];
    private readonly List<int> _best = [];
    private readonly List<int> _chosen = [];
    private readonly int[] _columns;
    private readonly int[] _order;
    private readonly double[] _keys;
    private long _total;
    private long _budget;
    private int _without;
    private int _splits;

    public PackageBranching(PackageMarket market, long highestTotal, long budget)
    {
        _market = market;
        _budget = budget;
        _nodesPerPivot = 1 + ((((long)market.Rows * market.Rows) + (8L * market.Count)) / 2500);
        _root = new PackageRelaxation(market);
        _relaxation = new PackageRelaxation(market);
        _prices = new PackagePrices(market, highestTotal);
        _losses = new LossSearch(market, _prices);
        _columns = new int[market.Count];
        _order = new int[market.Count];
        _keys = new double[market.Count];
    }

    /// <summary>What is left of the budget.</summary>
    public long Budget => _budget;

    /// <summary>The highest total and the columns accepted for it; false if the budget does not suffice.</summary>
    public bool TryAllocate(out long total, List<int> accepted)
    {
        _without = -1;
        _total = 0;
        _best.Clear();
        Optimize(_root, 0);
        var isComplete = _budget > 0 && Solve();
        total = _total;
        accepted.AddRange(_best);
        return isComplete;
    }

    /// <summary>The highest total without a bidder, at least <paramref name="atLeast"/>; false if the budget does not suffice.</summary>
    public bool TryTotalWithout(int bidder, long atLeast, out long total)
    {
        _without = bidder;
        _total = atLeast;
        var isComplete = Solve();
        total = _total;
        return isComplete;
    }

    private bool Solve()
    {
        _root.CopyTo(_relaxation);
        _taken.Clear();
        _removed.Clear();
        if (_without >= 0)
        {
            for (var column = _market.OwnerStarts[_without]; column < _market.OwnerStarts[_without + 1]; column++)
            {
                _relaxation.IsOut[column] = true;
            }
        }

        var goods = _market.Goods == 64 ? ulong.MaxValue : (1UL << _market.Goods) - 1;
        return Node(goods, 0);
    }

    private void Optimize(PackageRelaxation relaxation, double enough)
    {
        var pivots = Math.Max(1, _budget / _nodesPerPivot);
        var left = pivots;
        relaxation.Optimize(enough, ref left);
        _budget -= 1 + ((pivots - left) * _nodesPerPivot);
    }

    /// <summary>Searches the allocations that accept the bids taken, on the goods that are left.</summary>
    private bool Node(ulong goods, long taken)
    {
        Optimize(_relaxation, _total + 0.5);
        if (_budget <= 0 || _splits > MostSplits)
        {
            return false;
        }

        var removed = _removed.Count;
        var count = Columns(goods);
        _prices.Set(_relaxation.Prices, goods, _columns.AsSpan(0, count));
        Round(count, goods, taken);
        var limit = Limit(taken);
        if (limit < 0)
        {
            return true;
        }

        var nodes = Math.Min(LossNodes, _budget);
        _budget -= nodes;
        var isComplete = SearchLosses(count, goods, limit, ref nodes);
        _budget += Math.Max(0, nodes);
        if (_losses.Loss >= 0)
        {
            Improve(taken + ((_prices.Bound - _losses.Loss) >> _prices.Shift), _losses.Best);
        }

        if (isComplete)
        {
            return true;
        }

        limit = Limit(taken);
        var (split, score) = (-1, 0.0);
        foreach (var column in _columns.AsSpan(0, count))
        {
            if (_prices.Losses[column] > limit)
            {
                Remove(column);
                continue;
            }

            // The bid with the most at stake among those that the relaxation does not accept in full: without it much changes, with it few bids remain.
            var share = _relaxation.Share(column);
            var own = share < 1 - FullShare ? share * _market.Values[column] : 0;
            if (split < 0 || own > score)
            {
                (split, score) = (column, own);
            }
        }

        _splits++;
        isComplete = split < 0 || (NodeWith(split, goods, taken) && NodeWithout(split, goods, taken));
        _splits--;
        PutBack(removed);
        return isComplete;
    }

    /// <summary>Small losses first: if they hold an allocation, the best of all is among them.</summary>
    private bool SearchLosses(int count, ulong goods, long limit, ref long nodes)
    {
        for (var shift = FirstLimitShift; shift > 0; shift--)
        {
            if (!_losses.Run(_columns.AsSpan(0, count), goods, limit >> shift, ref nodes))
            {
                return false;
            }

            if (_losses.Loss >= 0)
            {
                return true;
            }
        }

        return _losses.Run(_columns.AsSpan(0, count), goods, limit, ref nodes);
    }

    private bool NodeWith(int column, ulong goods, long taken)
    {
        var removed = _removed.Count;
        for (var other = 0; other < _market.Count; other++)
        {
            if (other != column && !_relaxation.IsOut[other] && ((_market.Sets[other] & _market.Sets[column]) != 0 || _market.Owners[other] == _market.Owners[column]))
            {
                Remove(other);
            }
        }

        _taken.Add(column);
        var isComplete = Node(goods & ~_market.Sets[column], taken + _market.Values[column]);
        _taken.RemoveAt(_taken.Count - 1);
        PutBack(removed);
        return isComplete;
    }

    private bool NodeWithout(int column, ulong goods, long taken)
    {
        var removed = _removed.Count;
        Remove(column);
        var isComplete = Node(goods, taken);
        PutBack(removed);
        return isComplete;
    }

    /// <summary>The largest loss with which the total still grows; negative if none.</summary>
    private long Limit(long taken) => _prices.Bound - ((_total + 1 - taken) << _prices.Shift);

    private int Columns(ulong goods)
    {
        var count = 0;
        for (var column = 0; column < _market.Count; column++)
        {
            if (!_relaxation.IsOut[column] && (_market.Sets[column] & ~goods) == 0)
            {
                _columns[count++] = column;
            }
        }

        return count;
    }

    /// <summary>Accepts bids greedily: the larger the relaxation's share, the smaller the loss.</summary>
    private void Round(int count, ulong goods, long taken)
    {
        for (var index = 0; index < count; index++)
        {
            var column = _columns[index];
            _order[index] = column;
            _keys[index] = Math.ScaleB(_prices.Losses[column], -_prices.Shift) - (_relaxation.Share(column) * _market.Values[column]);
        }

        Array.Sort(_keys, _order, 0, count);
        _chosen.Clear();
        var total = taken;
        for (var index = 0; index < count; index++)
        {
            var column = _order[index];
            if ((_market.Sets[column] & ~goods) == 0 && !IsServed(_market.Owners[column]))
            {
                goods &= ~_market.Sets[column];
                total += _market.Values[column];
                _chosen.Add(column);
            }
        }

        Improve(total, _chosen);
    }

    private bool IsServed(int bidder)
    {
        foreach (var column in _chosen)
        {
            if (_market.Owners[column] == bidder)
            {
                return true;
            }
        }

        return false;
    }

    private void Improve(long total, List<int> columns)
    {
        if (total > _total)
        {
            _total = total;
            _best.Clear();
            _best.AddRange(_taken);
            _best.AddRange(columns);
        }
    }

    private void Remove(int column)
    {
        _relaxation.IsOut[column] = true;
        _removed.Add(column);
    }

    private void PutBack(int count)
    {
        for (var index = count; index < _removed.Count; index++)
        {
            _relaxation.IsOut[_removed[index]] = false;
        }

        _removed.RemoveRange(count, _removed.Count - count);
    }
}
