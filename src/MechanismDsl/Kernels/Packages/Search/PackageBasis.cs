namespace MechanismDsl.Kernels;

/// <summary>
/// The basis of a linear program over a package market: a variable for every row, and the explicit inverse of their columns. Variables are the market's
/// columns, then one slack a row.
/// </summary>
internal sealed class PackageBasis
{
    /// <summary>A smaller pivot is a rounding error of zero, or too small to divide by.</summary>
    public const double SmallestPivot = 1e-7;

    /// <summary>Entries of the inverse below this are rounding errors of zero.</summary>
    private const double Negligible = 1e-12;

    private readonly PackageMarket _market;
    private readonly int _rows;
    private readonly int _count;
    private readonly int[] _position;
    private readonly int[] _basic;
    private readonly double[] _row;
    private readonly double[] _column;

    // By columns: entry (row, i) stands at i · rows + row.
    private readonly double[] _inverse;

    public PackageBasis(PackageMarket market)
    {
        _market = market;
        (_rows, _count) = (market.Rows, market.Count);
        _position = new int[_count + _rows];
        _basic = new int[_rows];
        _row = new double[_rows];
        _column = new double[_rows];
        _inverse = new double[_rows * _rows];
        Clear();
    }

    /// <summary>The variable of every row.</summary>
    public ReadOnlySpan<int> Variables => _basic;

    /// <summary>The row of the inverse that was loaded.</summary>
    public ReadOnlySpan<double> Row => _row;

    /// <summary>The column of the tableau that was loaded.</summary>
    public ReadOnlySpan<double> Column => _column;

    /// <summary>The row of a variable; −1 outside the basis.</summary>
    public int PositionOf(int variable) => _position[variable];

    /// <summary>Makes another basis of the same market equal to this one.</summary>
    public void CopyTo(PackageBasis other)
    {
        _position.CopyTo(other._position, 0);
        _basic.CopyTo(other._basic, 0);
        _inverse.CopyTo(other._inverse, 0);
    }

    /// <summary>Loads a row of the inverse.</summary>
    public void LoadRow(int row)
    {
        for (var index = 0; index < _rows; index++)
        {
            var entry = _inverse[(index * _rows) + row];
            _row[index] = Math.Abs(entry) > Negligible ? entry : 0;
        }
    }

    /// <summary>Loads a column of the tableau: the inverse times the variable's column.</summary>
    public void LoadColumn(int variable)
    {
        if (variable >= _count)
        {
            InverseColumn(variable - _count).CopyTo(_column);
            return;
        }

        Array.Clear(_column);
        foreach (var index in _market.RowsOf(variable))
        {
            Rows.AddScaled(_column, 1, InverseColumn(index));
        }
    }

    /// <summary>Adds a multiple of a variable's column.</summary>
    public void AddColumn(Span<double> to, int variable, double factor)
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

    /// <summary>Adds the inverse times a right-hand side.</summary>
    public void AddProduct(Span<double> to, ReadOnlySpan<double> side)
    {
        for (var index = 0; index < _rows; index++)
        {
            if (side[index] != 0)
            {
                Rows.AddScaled(to, side[index], InverseColumn(index));
            }
        }
    }

    /// <summary>Lets a variable, whose column is loaded and the row of the inverse too, take that row's place in the basis.</summary>
    public void Replace(int row, int entering)
    {
        var pivot = _column[row];
        for (var index = 0; index < _rows; index++)
        {
            if (_row[index] != 0)
            {
                var factor = _row[index] / pivot;
                var own = InverseColumn(index);
                Rows.AddScaled(own, -factor, _column);
                own[row] = factor;
            }
        }

        _position[_basic[row]] = -1;
        _position[entering] = row;
        _basic[row] = entering;
    }

    /// <summary>Computes the inverse anew; a variable whose column depends on the others gives its place to a slack.</summary>
    public void Rebuild()
    {
        var columns = Array.FindAll(_basic, variable => variable < _count);
        var isKept = new bool[_rows];
        foreach (var variable in _basic)
        {
            if (variable >= _count)
            {
                isKept[variable - _count] = true;
            }
        }

        Clear();
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
                LoadRow(best);
                Replace(best, variable);
            }
        }
    }

    /// <summary>The prices at which the bids in the basis are worth what they cost.</summary>
    public void Prices(Span<double> prices)
    {
        for (var index = 0; index < _rows; index++)
        {
            prices[index] = 0;
            var own = InverseColumn(index);
            for (var row = 0; row < _rows; row++)
            {
                prices[index] += _basic[row] < _count ? _market.Values[_basic[row]] * own[row] : 0;
            }
        }
    }

    /// <summary>A variable's value beyond the prices of its rows; 0 in the basis.</summary>
    public double Reduced(int variable, ReadOnlySpan<double> prices)
    {
        if (_position[variable] >= 0)
        {
            return 0;
        }

        if (variable >= _count)
        {
            return -prices[variable - _count];
        }

        double reduced = _market.Values[variable];
        foreach (var row in _market.RowsOf(variable))
        {
            reduced -= prices[row];
        }

        return reduced;
    }

    private void Clear()
    {
        Array.Fill(_position, -1);
        Array.Clear(_inverse);
        for (var row = 0; row < _rows; row++)
        {
            (_basic[row], _position[_count + row]) = (_count + row, row);
            _inverse[(row * _rows) + row] = 1;
        }
    }

    private Span<double> InverseColumn(int index) => _inverse.AsSpan(index * _rows, _rows);
}
