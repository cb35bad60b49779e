namespace MechanismDsl.Kernels;

/// <summary>
/// The linear relaxation of a package market, max Σ vx with at most one accepted bid a row, by the dual simplex method with bound flipping
/// (Lemke 1954; Fourer 1994) and an explicit inverse of the basis.
/// </summary>
/// <remarks>
/// Every variable lies between 0 and 1, so that any basis becomes dual feasible when each variable outside goes to the bound that its reduced cost asks
/// for. Bids are therefore taken out and put back freely, and each optimisation starts where the last one ended: a node of the search and the market
/// without a winner take a few pivots. Prices of any quality bound the integer problem (<see cref="PackagePrices"/> does that exactly), so that
/// rounding errors, or a limit on pivots, make the search longer, never wrong.
/// </remarks>
internal sealed class PackageRelaxation
{
    private const double Tolerance = 1e-9;

    /// <summary>Pivots between two rebuilt inverses: rounding errors stay far below <see cref="Tolerance"/>.</summary>
    private const int PivotsBetweenRebuilds = 500;

    /// <summary>Pivots between two looks at the bound, which takes a fraction of a pivot.</summary>
    private const int PivotsBetweenBounds = 8;

    private readonly PackageMarket _market;
    private readonly PackageBasis _basis;
    private readonly int _rows;
    private readonly int _count;

    // Variables: the columns, then one slack a row.
    private readonly bool[] _isOut;
    private readonly bool[] _isAtUpper;
    private readonly double[] _reduced;
    private readonly double[] _basicValue;
    private readonly double[] _price;
    private readonly double[] _pivotRow;
    private readonly double[] _change;
    private readonly int[] _candidate;
    private readonly double[] _ratio;
    private int _pivots;

    public PackageRelaxation(PackageMarket market)
    {
        _market = market;
        _basis = new PackageBasis(market);
        (_rows, _count) = (market.Rows, market.Count);
        var variables = _count + _rows;
        _isOut = new bool[variables];
        _isAtUpper = new bool[variables];
        _reduced = new double[variables];
        _pivotRow = new double[variables];
        _candidate = new int[variables];
        _ratio = new double[variables];
        _basicValue = new double[_rows];
        _price = new double[_rows];
        _change = new double[_rows];
        for (var column = 0; column < _count; column++)
        {
            _reduced[column] = market.Values[column];
        }
    }

    /// <summary>Whether every column is out of the market: set by the caller between optimisations.</summary>
    public Span<bool> IsOut => _isOut.AsSpan(0, _count);

    /// <summary>The price of every row after the last optimisation; rounding errors can make it negative.</summary>
    public ReadOnlySpan<double> Prices => _price;

    /// <summary>The share of a bid that the relaxation accepts, 0 to 1 up to rounding errors.</summary>
    public double Share(int column) => _basis.PositionOf(column) is >= 0 and var row ? _basicValue[row] : _isAtUpper[column] ? 1 : 0;

    /// <summary>Makes another relaxation of the same market equal to this one.</summary>
    public void CopyTo(PackageRelaxation other)
    {
        _isOut.CopyTo(other._isOut, 0);
        _isAtUpper.CopyTo(other._isAtUpper, 0);
        _basis.CopyTo(other._basis);
        _reduced.CopyTo(other._reduced, 0);
        _price.CopyTo(other._price, 0);
        other._pivots = _pivots;
    }

    /// <summary>Optimises over the columns that are not out, or stops where the prices already prove that no more than a total is possible.</summary>
    /// <param name="enough">That total.</param>
    /// <param name="pivots">The most pivots; those done are taken off.</param>
    public void Optimize(double enough, ref long pivots)
    {
        Start();
        while (pivots > 0)
        {
            if (_pivots % PivotsBetweenBounds == 0 && Bound() <= enough)
            {
                return;
            }

            var row = MostViolated();
            if (row < 0 || !Pivot(row))
            {
                return;
            }

            pivots--;
            if (++_pivots >= PivotsBetweenRebuilds)
            {
                _pivots = 0;
                Rebuild();
                Start();
            }
        }
    }

    /// <summary>What the prices prove: all prices together, and the reduced costs of the variables that would rather be larger.</summary>
    private double Bound()
    {
        var bound = 0.0;
        foreach (var price in _price)
        {
            bound += Math.Max(0, price);
        }

        for (var column = 0; column < _count; column++)
        {
            bound += _isOut[column] ? 0 : Math.Max(0, _reduced[column]);
        }

        return bound;
    }

    private double Upper(int variable) => _isOut[variable] ? 0 : 1;

    /// <summary>Puts every variable outside the basis on the bound its reduced cost asks for, and computes the values inside.</summary>
    private void Start()
    {
        Array.Fill(_change, 1);
        for (var variable = 0; variable < _isOut.Length; variable++)
        {
            if (_basis.PositionOf(variable) < 0)
            {
                _isAtUpper[variable] = !_isOut[variable] && (_reduced[variable] > Tolerance || (_isAtUpper[variable] && _reduced[variable] >= -Tolerance));
                if (_isAtUpper[variable])
                {
                    _basis.AddColumn(_change, variable, -1);
                }
            }
        }

        Array.Clear(_basicValue);
        _basis.AddProduct(_basicValue, _change);
    }

    private int MostViolated()
    {
        var (worst, chosen) = (Tolerance, -1);
        for (var row = 0; row < _rows; row++)
        {
            var value = _basicValue[row];
            var violation = Math.Max(-value, value - Upper(_basis.Variables[row]));
            if (violation > worst)
            {
                (worst, chosen) = (violation, row);
            }
        }

        return chosen;
    }

    /// <summary>One step of the dual simplex method; false if rounding errors leave no pivot.</summary>
    private bool Pivot(int row)
    {
        var leaving = _basis.Variables[row];
        var isBelow = _basicValue[row] < 0;
        var bound = isBelow ? 0 : Upper(leaving);
        var direction = isBelow ? 1.0 : -1.0;
        _basis.LoadRow(row);
        var candidates = PivotRow(direction);
        var entering = Entering(candidates, Math.Abs(_basicValue[row] - bound), out var flips);
        if (entering < 0)
        {
            return false;
        }

        // Rounding errors must not turn a step back.
        var step = direction * Math.Max(0, direction * _reduced[entering] / _pivotRow[entering]);

        if (flips > 0)
        {
            Flip(flips);
        }

        _basis.LoadColumn(entering);
        var pivot = _basis.Column[row];
        if (Math.Abs(pivot) < PackageBasis.SmallestPivot)
        {
            return false;
        }

        // Prices and reduced costs.
        Rows.AddScaled(_price, step, _basis.Row);
        Rows.AddScaled(_reduced, -step, _pivotRow);
        for (var other = 0; other < _rows; other++)
        {
            _reduced[_basis.Variables[other]] = 0;
        }

        _reduced[leaving] = -step;
        _reduced[entering] = 0;

        // Values.
        var move = (_basicValue[row] - bound) / pivot;
        Rows.AddScaled(_basicValue, -move, _basis.Column);
        _basicValue[row] = (_isAtUpper[entering] ? 1 : 0) + move;
        _isAtUpper[leaving] = !isBelow && !_isOut[leaving];
        _isAtUpper[entering] = false;
        _basis.Replace(row, entering);
        return true;
    }

    /// <summary>The row of the tableau; the variables that stop a step in the direction are collected with their ratios.</summary>
    private int PivotRow(double direction)
    {
        Array.Clear(_pivotRow);
        for (var index = 0; index < _rows; index++)
        {
            var factor = _basis.Row[index];
            _pivotRow[_count + index] = factor;
            if (factor != 0)
            {
                foreach (var column in _market.ColumnsOf(index))
                {
                    _pivotRow[column] += factor;
                }
            }
        }

        var count = 0;
        for (var variable = 0; variable < _pivotRow.Length; variable++)
        {
            var alpha = direction * _pivotRow[variable];
            if (Math.Abs(alpha) > PackageBasis.SmallestPivot && _basis.PositionOf(variable) < 0 && !_isOut[variable] && alpha > 0 == _isAtUpper[variable])
            {
                _candidate[count] = variable;
                _ratio[count++] = Math.Max(0, _reduced[variable] / alpha);
            }
        }

        return count;
    }

    /// <summary>
    /// The variable that enters: steps pass those whose flip to the other bound does not yet cure the violation. The first
    /// <paramref name="flips"/> candidates are the ones to be flipped.
    /// </summary>
    private int Entering(int candidates, double violation, out int flips)
    {
        for (flips = 0; flips < candidates; flips++)
        {
            var best = flips;
            for (var other = flips + 1; other < candidates; other++)
            {
                var difference = _ratio[other] - _ratio[best];
                if (difference < -Tolerance || (difference < Tolerance && Math.Abs(_pivotRow[_candidate[other]]) > Math.Abs(_pivotRow[_candidate[best]])))
                {
                    best = other;
                }
            }

            (_candidate[flips], _candidate[best]) = (_candidate[best], _candidate[flips]);
            (_ratio[flips], _ratio[best]) = (_ratio[best], _ratio[flips]);
            violation -= Math.Abs(_pivotRow[_candidate[flips]]);
            if (violation <= Tolerance)
            {
                return _candidate[flips];
            }
        }

        return -1;
    }

    private void Flip(int flips)
    {
        Array.Clear(_change);
        for (var index = 0; index < flips; index++)
        {
            var variable = _candidate[index];
            _basis.AddColumn(_change, variable, _isAtUpper[variable] ? 1 : -1);
            _isAtUpper[variable] = !_isAtUpper[variable];
        }

        _basis.AddProduct(_basicValue, _change);
    }

    /// <summary>Computes the inverse, the prices and the reduced costs anew.</summary>
    private void Rebuild()
    {
        _basis.Rebuild();
        _basis.Prices(_price);
        for (var variable = 0; variable < _reduced.Length; variable++)
        {
            _reduced[variable] = _basis.Reduced(variable, _price);
        }
    }
}
