using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>
/// The simplex method in doubles, on a dense dictionary. Its answer is a guess at the optimal basis and nothing else: whatever rounding does to it, the
/// exact method decides. Bounds of inequalities are moved by tiny amounts that differ from row to row, so that ties do not make it stand still (Charnes 1952).
/// </summary>
internal sealed class FloatingSimplex
{
    private const double Tolerance = 1e-9;
    private const double Shift = 1e-7;
    private const long MostCells = 40_000_000;
    private const long MostWork = 4_000_000_000;

    private readonly ColumnForm _form;
    private readonly double[][] _rows;
    private readonly double[] _values;
    private readonly double[] _gains;
    private readonly int[] _basic;
    private readonly int[] _nonbasic;

    private FloatingSimplex(ColumnForm form)
    {
        _form = form;
        _rows = [.. Enumerable.Range(0, form.Rows).Select(_ => new double[form.Variables])];
        for (var column = 0; column < form.Variables; column++)
        {
            foreach (var entry in form.Columns[column])
            {
                _rows[entry.Key][column] = RationalText.ToDouble(entry.Value);
            }
        }

        _values = [.. form.Bounds.Select(RationalText.ToDouble)];
        _gains = [.. form.Costs.Take(form.Variables).Select(RationalText.ToDouble)];
        _basic = [.. Enumerable.Range(form.Variables, form.Rows)];
        _nonbasic = [.. Enumerable.Range(0, form.Variables)];
        Scale();
    }

    /// <summary>A basis, optimal unless rounding or the limit of work intervened: as many different columns as there are rows.</summary>
    public static int[] Basis(ColumnForm form, CancellationToken cancellation)
    {
        if ((long)form.Rows * form.Variables is 0 or > MostCells)
        {
            return [.. Enumerable.Range(form.Variables, form.Rows)];
        }

        var simplex = new FloatingSimplex(form);
        simplex.Run(cancellation);
        return simplex._basic;
    }

    /// <summary>Makes the largest entry of every row and column about one, by powers of two; a scaled slack is the same column.</summary>
    private void Scale()
    {
        for (var row = 0; row < _rows.Length; row++)
        {
            var factor = PowerBelow(_rows[row].Select(Math.Abs).DefaultIfEmpty().Max());
            for (var column = 0; column < _gains.Length; column++)
            {
                _rows[row][column] /= factor;
            }

            _values[row] /= factor;
            if (_form.Kinds[_form.Variables + row] != ColumnKind.Zero)
            {
                // A multiplicative generator gives every row its own amount between Shift and 2 Shift, the same on every machine.
                _values[row] += Shift * (1 + (unchecked((uint)(row + 1) * 2654435769u) / 4294967296.0)) * Math.Max(1, Math.Abs(_values[row]));
            }
        }

        for (var column = 0; column < _gains.Length; column++)
        {
            var factor = PowerBelow(_rows.Select(row => Math.Abs(row[column])).Max());
            foreach (var row in _rows)
            {
                row[column] /= factor;
            }

            _gains[column] /= factor;
        }

        var largest = PowerBelow(_gains.Select(Math.Abs).Max());
        for (var column = 0; column < _gains.Length; column++)
        {
            _gains[column] /= largest;
        }
    }

    private static double PowerBelow(double number) => number > 0 && number <= double.MaxValue ? Math.Pow(2, Math.Floor(Math.Log(number, 2))) : 1;

    private void Run(CancellationToken cancellation)
    {
        var steps = MostWork / ((long)_rows.Length * _gains.Length);
        for (long step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var gains = Repairs() ?? _gains;
            var column = Entering(gains);
            if (column < 0)
            {
                return;
            }

            var row = Leaving(column, gains[column] > 0 ? 1 : -1);
            if (row < 0)
            {
                return;
            }

            Pivot(row, column);
        }
    }

    /// <summary>How much infeasibility each nonbasic variable takes away; null if there is none.</summary>
    private double[]? Repairs()
    {
        double[]? repairs = null;
        for (var row = 0; row < _rows.Length; row++)
        {
            var kind = _form.Kinds[_basic[row]];
            if (kind == ColumnKind.Free || !(_values[row] < -Tolerance || (kind == ColumnKind.Zero && _values[row] > Tolerance)))
            {
                continue;
            }

            repairs ??= new double[_gains.Length];
            var sign = _values[row] < 0 ? -1.0 : 1.0;
            for (var column = 0; column < repairs.Length; column++)
            {
                repairs[column] += sign * _rows[row][column];
            }
        }

        return repairs;
    }

    private int Entering(double[] gains)
    {
        var best = -1;
        var bestGain = Tolerance;
        for (var column = 0; column < gains.Length; column++)
        {
            var kind = _form.Kinds[_nonbasic[column]];
            var gain = kind switch
            {
                ColumnKind.Free => Math.Abs(gains[column]),
                ColumnKind.NonNegative => gains[column],
                _ => 0,
            };
            if (gain > bestGain)
            {
                best = column;
                bestGain = gain;
            }
        }

        return best;
    }

    private int Leaving(int column, int direction)
    {
        var best = -1;
        var bestStep = 0.0;
        for (var row = 0; row < _rows.Length; row++)
        {
            var change = -direction * _rows[row][column];
            var kind = _form.Kinds[_basic[row]];
            if (Math.Abs(change) < Tolerance || kind == ColumnKind.Free)
            {
                continue;
            }

            var value = Math.Abs(_values[row]) <= Tolerance ? 0 : _values[row];
            double step;
            if (value == 0)
            {
                if (change > 0 && kind != ColumnKind.Zero)
                {
                    continue;
                }

                step = 0;
            }
            else if (value > 0 == change > 0)
            {
                continue;
            }
            else
            {
                step = -value / change;
            }

            // Among steps that are the same but for rounding the largest pivot is the safest.
            var isTie = best >= 0 && Math.Abs(step - bestStep) <= Tolerance * Math.Max(1, bestStep) * 1e-3;
            if (best < 0 || (isTie ? Math.Abs(change) > Math.Abs(_rows[best][column]) : step < bestStep))
            {
                best = row;
                bestStep = step;
            }
        }

        return best;
    }

    private void Pivot(int row, int column)
    {
        var pivotRow = _rows[row];
        var scale = 1 / pivotRow[column];
        pivotRow[column] = 1;
        for (var other = 0; other < pivotRow.Length; other++)
        {
            pivotRow[other] *= scale;
        }

        _values[row] *= scale;
        for (var other = 0; other < _rows.Length; other++)
        {
            var factor = other == row ? 0 : _rows[other][column];
            if (factor != 0)
            {
                _rows[other][column] = 0;
                Subtract(_rows[other], pivotRow, factor);
                _values[other] -= factor * _values[row];
            }
        }

        var gain = _gains[column];
        _gains[column] = 0;
        Subtract(_gains, pivotRow, gain);
        (_basic[row], _nonbasic[column]) = (_nonbasic[column], _basic[row]);
    }

    private static void Subtract(double[] target, double[] row, double factor)
    {
        for (var index = 0; index < target.Length; index++)
        {
            target[index] -= factor * row[index];
        }
    }
}
