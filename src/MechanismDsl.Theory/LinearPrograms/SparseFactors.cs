using Fractions;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>
/// A square sparse matrix of rationals, factored by Gaussian elimination with pivots in thin rows and columns (Markowitz 1957), so that systems with it and
/// with its transpose are solved exactly.
/// </summary>
internal sealed class SparseFactors
{
    private readonly List<Step> _steps;
    private readonly int _size;

    private SparseFactors(List<Step> steps, int size)
    {
        _steps = steps;
        _size = size;
    }

    /// <summary>Factors a matrix.</summary>
    /// <param name="columns">For each column its entries other than zero, by row.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    /// <returns>The factors; null if the matrix is singular.</returns>
    public static SparseFactors? Of(IReadOnlyList<IReadOnlyList<KeyValuePair<int, Fraction>>> columns, CancellationToken cancellation)
    {
        var size = columns.Count;
        var rows = Enumerable.Range(0, size).Select(_ => new Dictionary<int, Fraction>()).ToArray();
        var holders = Enumerable.Range(0, size).Select(_ => new HashSet<int>()).ToArray();
        for (var column = 0; column < size; column++)
        {
            foreach (var entry in columns[column])
            {
                rows[entry.Key][column] = entry.Value;
                holders[column].Add(entry.Key);
            }
        }

        List<Step> steps = [];
        var open = new HashSet<int>(Enumerable.Range(0, size));
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var column = Thinnest(open, holders);
            if (holders[column].Count == 0)
            {
                return null;
            }

            var row = holders[column].OrderBy(holder => rows[holder].Count).ThenBy(holder => holder).First();
            steps.Add(Eliminate(rows, holders, row, column));
            open.Remove(column);
        }

        return new SparseFactors(steps, size);
    }

    /// <summary>Solves matrix × x = right side.</summary>
    /// <param name="right">One number a row.</param>
    /// <returns>One number a column.</returns>
    public Fraction[] Solve(IEnumerable<Fraction> right)
    {
        var work = right.ToArray();
        foreach (var step in _steps)
        {
            if (!work[step.Row].IsZero)
            {
                foreach (var (row, factor) in step.Factors)
                {
                    work[row] -= factor * work[step.Row];
                }
            }
        }

        var solution = Zeros();
        for (var index = _steps.Count - 1; index >= 0; index--)
        {
            var step = _steps[index];
            var rest = work[step.Row];
            foreach (var (column, value) in step.Others)
            {
                if (!solution[column].IsZero)
                {
                    rest -= value * solution[column];
                }
            }

            solution[step.Column] = rest / step.Pivot;
        }

        return solution;
    }

    /// <summary>Solves y × matrix = right side.</summary>
    /// <param name="right">One number a column.</param>
    /// <returns>One number a row.</returns>
    public Fraction[] SolveTransposed(IEnumerable<Fraction> right)
    {
        var work = right.ToArray();
        var solution = Zeros();
        foreach (var step in _steps)
        {
            var value = work[step.Column] / step.Pivot;
            solution[step.Row] = value;
            if (!value.IsZero)
            {
                foreach (var (column, entry) in step.Others)
                {
                    work[column] -= value * entry;
                }
            }
        }

        for (var index = _steps.Count - 1; index >= 0; index--)
        {
            var step = _steps[index];
            foreach (var (row, factor) in step.Factors)
            {
                if (!solution[row].IsZero)
                {
                    solution[step.Row] -= factor * solution[row];
                }
            }
        }

        return solution;
    }

    private static int Thinnest(HashSet<int> open, HashSet<int>[] holders)
    {
        var best = -1;
        foreach (var column in open)
        {
            if (best < 0 || holders[column].Count < holders[best].Count || (holders[column].Count == holders[best].Count && column < best))
            {
                best = column;
            }
        }

        return best;
    }

    private static Step Eliminate(Dictionary<int, Fraction>[] rows, HashSet<int>[] holders, int row, int column)
    {
        var pivot = rows[row][column];
        var others = rows[row].Where(entry => entry.Key != column).OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)).ToList();
        foreach (var entry in rows[row])
        {
            holders[entry.Key].Remove(row);
        }

        List<(int Row, Fraction Factor)> factors = [];
        foreach (var other in holders[column].OrderBy(holder => holder))
        {
            var factor = rows[other][column] / pivot;
            rows[other].Remove(column);
            foreach (var (at, value) in others)
            {
                var entry = (rows[other].TryGetValue(at, out var old) ? old : Fraction.Zero) - (factor * value);
                if (entry.IsZero)
                {
                    rows[other].Remove(at);
                    holders[at].Remove(other);
                }
                else
                {
                    rows[other][at] = entry;
                    holders[at].Add(other);
                }
            }

            factors.Add((other, factor));
        }

        holders[column].Clear();
        return new Step(row, column, pivot, others, factors);
    }

    private Fraction[] Zeros() => [.. Enumerable.Repeat(Fraction.Zero, _size)];

    /// <summary>One pivot: the rest of its row, and by which multiples of it other rows were cleared.</summary>
    private sealed record Step(int Row, int Column, Fraction Pivot, List<(int Column, Fraction Value)> Others, List<(int Row, Fraction Factor)> Factors);
}
