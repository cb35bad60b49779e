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
    private const double SmallestPivot = 1e-7;

    /// <summary>Pivots between two rebuilt inverses: rounding errors stay far below <see cref="Tolerance"/>.</summary>
    private const int PivotsBetweenRebuilds = 500;

    private readonly PackageMarket _market;
    private readonly int _rows;
    private readonly int _count;

    // Variables: the columns, then one slack a row.
    private readonly bool[] _isOut;
    private readonly bool[] _isAtUpper;
    private readonly int[] _position;
    private readonly int[] _basic;
    private readonly double[] _reduced;
    private readonly double[] _basicValue;
    private readonly double[] _price;
    private readonly double[] _inverse;
    private readonly double[] _pivotRow;
    private readonly double[] _column;
    private readonly double[] _change;
    private readonly int[] _candidate;
    private readonly double[] _ratio;
    private int _pivots;

    public PackageRelaxation(PackageMarket market)
    {
        _market = market;
        (_rows, _count) = (market.Rows, market.Count);
        var variables = _count + _rows;
        _isOut = new bool[variables];
        _isAtUpper = new bool[variables];
        _position = new int[variables];
        _reduced = new double[variables];
        _pivotRow = new double[variables];
        _candidate = new int[variables];
        _ratio = new double[variables];
        _basic = new int[_rows];
        _basicValue = new double[_rows];
        _price = new double[_rows];
        _column = new double[_rows];
        _change = new double[_rows];
        _inverse = new double[_rows * _rows];
        _position.AsSpan(0, _count).Fill(-1);
        for (var row = 0; row < _rows; row++)
        {
            (_basic[row], _position[_count + row]) = (_count + row, row);
            _inverse[(row * _rows) + row] = 1;
        }

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
    public double Share(int column) => _position[column] >= 0 ? _basicValue[_position[column]] : _isAtUpper[column] ? 1 : 0;

    /// <summary>Makes another relaxation of the same market equal to this one.</summary>
    public void CopyTo(PackageRelaxation other)
    {
        _isOut.CopyTo(other._isOut, 0);
        _isAtUpper.CopyTo(other._isAtUpper, 0);
        _position.CopyTo(other._position, 0);
        _basic.CopyTo(other._basic, 0);
        _reduced.CopyTo(other._reduced, 0);
        _price.CopyTo(other._price, 0);
        _inverse.CopyTo(other._inverse, 0);
        other._pivots = _pivots;
    }

    /// <summary>Optimises over the columns that are not out, or stops at a limit.</summary>
    /// <param name="pivots">The limit; the pivots done are taken off.</param>
    public void Optimize(ref long pivots)
    {
        Start();
        while (pivots > 0)
        {
            var row = MostViolated();
            if (row < 0 || !Pivot(row))
            {
                return;
            }

            pivots--;
            if (++_pivots >= PivotsBetweenRebuilds)
            {
                Rebuild();
                Start();
            }
        }
    }

    private double Upper(int variable) => _isOut[variable] ? 0 : 1;

    /// <summary>Puts every variable outside the basis on the bound its reduced cost asks for, and computes the values inside.</summary>
    private void Start()
    {
        _change.AsSpan().Fill(1);
        for (var variable = 0; variable < _isOut.Length; variable++)
        {
            if (_position[variable] < 0)
            {
                _isAtUpper[variable] = !_isOut[variable] && (_reduced[variable] > Tolerance || (_isAtUpper[variable] && _reduced[variable] >= -Tolerance));
                if (_isAtUpper[variable])
                {
                    AddColumn(_change, variable, -1);
                }
            }
        }

        for (var row = 0; row < _rows; row++)
        {
            _basicValue[row] = Rows.Dot(InverseRow(row), _change);
        }
    }

    private int MostViolated()
    {
        var (worst, chosen) = (Tolerance, -1);
        for (var row = 0; row < _rows; row++)
        {
            var value = _basicValue[row];
            var violation = Math.Max(-value, value - Upper(_basic[row]));
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
        var leaving = _basic[row];
        var isBelow = _basicValue[row] < 0;
        var bound = isBelow ? 0 : Upper(leaving);
        var direction = isBelow ? 1.0 : -1.0;
        var inverseRow = InverseRow(row);
        var candidates = PivotRow(inverseRow, direction);
        var entering = Entering(candidates, Math.Abs(_basicValue[row] - bound), out var flips);
        if (entering < 0)
        {
            return false;
        }

        var step = _reduced[entering] / _pivotRow[entering];
        if (step * direction < 0)
        {
            step = 0;
        }

        Flip(flips);
        LoadColumn(entering);
        var pivot = _column[row];
        if (Math.Abs(pivot) < SmallestPivot)
        {
            return false;
        }

        // Prices and reduced costs.
        Rows.AddScaled(_price, step, inverseRow);
        Rows.AddScaled(_reduced, -step, _pivotRow);
        for (var other = 0; other < _rows; other++)
        {
            _reduced[_basic[other]] = 0;
        }

        _reduced[leaving] = -step;
        _reduced[entering] = 0;

        // Values.
        var move = (_basicValue[row] - bound) / pivot;
        Rows.AddScaled(_basicValue, -move, _column);
        _basicValue[row] = (_isAtUpper[entering] ? 1 : 0) + move;
        _isAtUpper[leaving] = !isBelow && !_isOut[leaving];
        _isAtUpper[entering] = false;
        Replace(row, entering);
        return true;
    }

    /// <summary>The row of the tableau; the variables that stop a step in the direction are collected with their ratios.</summary>
    private int PivotRow(ReadOnlySpan<double> inverseRow, double direction)
    {
        var count = 0;
        var starts = _market.RowStarts;
        var indices = _market.RowsOfColumns;
        for (var variable = 0; variable < _pivotRow.Length; variable++)
        {
            var alpha = 0.0;
            if (variable >= _count)
            {
                alpha = inverseRow[variable - _count];
            }
            else
            {
                for (var entry = starts[variable]; entry < starts[variable + 1]; entry++)
                {
                    alpha += inverseRow[indices[entry]];
                }
            }

            _pivotRow[variable] = alpha;
            if (_position[variable] < 0 && !_isOut[variable] && (_isAtUpper[variable] ? direction * alpha > SmallestPivot : direction * alpha < -SmallestPivot))
            {
                _candidate[count] = variable;
                _ratio[count++] = Math.Max(0, direction * _reduced[variable] / alpha);
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
        if (flips == 0)
        {
            return;
        }

        _change.AsSpan().Clear();
        for (var index = 0; index < flips; index++)
        {
            var variable = _candidate[index];
            AddColumn(_change, variable, _isAtUpper[variable] ? 1 : -1);
            _isAtUpper[variable] = !_isAtUpper[variable];
        }

        for (var row = 0; row < _rows; row++)
        {
            _basicValue[row] += Rows.Dot(InverseRow(row), _change);
        }
    }

    private ReadOnlySpan<double> InverseRow(int row) => _inverse.AsSpan(row * _rows, _rows);

    private void AddColumn(double[] to, int variable, double factor)
    {
        if (variable >= _count)
        {
            to[variable - _count] += factor;
            return;
        }

        foreach (var row in _market.RowsOf(variable))
        {
            to[row] += factor;
        }
    }

    /// <summary>The column of the tableau.</summary>
    private void LoadColumn(int variable)
    {
        var only = variable - _count;
        ReadOnlySpan<int> rows = variable >= _count ? new(in only) : _market.RowsOf(variable);
        for (var row = 0; row < _rows; row++)
        {
            var sum = 0.0;
            foreach (var index in rows)
            {
                sum += _inverse[(row * _rows) + index];
            }

            _column[row] = sum;
        }
    }

    /// <summary>Lets a variable, whose column of the tableau is loaded, take a place in the basis.</summary>
    private void Replace(int row, int entering)
    {
        var own = _inverse.AsSpan(row * _rows, _rows);
        Rows.Scale(own, 1 / _column[row]);
        for (var other = 0; other < _rows; other++)
        {
            if (other != row && Math.Abs(_column[other]) > 1e-13)
            {
                Rows.AddScaled(_inverse.AsSpan(other * _rows, _rows), -_column[other], own);
            }
        }

        _position[_basic[row]] = -1;
        _position[entering] = row;
        _basic[row] = entering;
    }

    /// <summary>Computes the inverse, the prices and the reduced costs anew from the set of variables in the basis.</summary>
    private void Rebuild()
    {
        _pivots = 0;
        var columns = Array.FindAll(_basic, variable => variable < _count);
        var isKept = new bool[_rows];
        foreach (var variable in _basic)
        {
            if (variable >= _count)
            {
                isKept[variable - _count] = true;
            }
        }

        _position.AsSpan().Fill(-1);
        _inverse.AsSpan().Clear();
        for (var row = 0; row < _rows; row++)
        {
            (_basic[row], _position[_count + row]) = (_count + row, row);
            _inverse[(row * _rows) + row] = 1;
        }

        foreach (var variable in columns)
        {
            LoadColumn(variable);
            var best = -1;
            for (var row = 0; row < _rows; row++)
            {
                if (!isKept[row] && (best < 0 || Math.Abs(_column[row]) > Math.Abs(_column[best])))
                {
                    best = row;
                }
            }

            if (best >= 0 && Math.Abs(_column[best]) > SmallestPivot)
            {
                isKept[best] = true;
                Replace(best, variable);
            }
        }

        _price.AsSpan().Clear();
        for (var row = 0; row < _rows; row++)
        {
            if (_basic[row] < _count)
            {
                Rows.AddScaled(_price, _market.Values[_basic[row]], InverseRow(row));
            }
        }

        for (var variable = 0; variable < _reduced.Length; variable++)
        {
            var reduced = variable < _count ? (double)_market.Values[variable] : 0;
            if (variable >= _count)
            {
                reduced = -_price[variable - _count];
            }
            else
            {
                foreach (var row in _market.RowsOf(variable))
                {
                    reduced -= _price[row];
                }
            }

            _reduced[variable] = _position[variable] >= 0 ? 0 : reduced;
        }
    }
}
