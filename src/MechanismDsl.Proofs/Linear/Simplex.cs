using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Stages;

namespace MechanismDsl.Proofs.Linear;

/// <summary>
/// Decides a system of linear inequalities exactly. The rows a·x ≤ b become "maximise e ≤ 1 so that a·x ≤ b, and a·x + e ≤ b where strict"; the
/// simplex method (Dantzig 1951) runs on the dual, min λ·b + μ over Aᵀλ = 0, Σ λ(strict) + μ = 1, λ, μ ≥ 0, whose solutions are Farkas multipliers and
/// whose prices are a sample. After a number of steps Bland's rule (1977) excludes cycles.
/// </summary>
internal sealed class Simplex
{
    private const int GreedySteps = 60;
    private const int MaximumSteps = 400;
    private const int CellsPerStep = 500;

    private readonly IReadOnlyList<LinearRow> _rows;
    private readonly List<Monomial> _monomials;

    // Row j < n says that column combination j vanishes, row n that strict multipliers and μ sum to one. Columns: λ, μ, then one artificial
    // variable for each row j, whose value stays zero and whose reduced cost is minus the price of x_j.
    private readonly Fraction[][] _tableau;
    private readonly Fraction[] _values;
    private readonly Fraction[] _costs;
    private readonly int[] _basis;
    private Fraction _objective = Fraction.One;

    private Simplex(IReadOnlyList<LinearRow> rows)
    {
        _rows = rows;
        _monomials = [.. rows.SelectMany(row => row.Form.Terms.Keys).Where(monomial => monomial.Degree > 0).Distinct().OrderBy(monomial => monomial)];
        var count = _monomials.Count;
        var columns = rows.Count + 1 + count;
        _tableau = [.. Enumerable.Range(0, count + 1).Select(_ => Zeros(columns))];
        _values = Zeros(count + 1);
        _costs = Zeros(columns);
        _basis = [.. Enumerable.Range(0, count + 1).Select(row => row < count ? rows.Count + 1 + row : rows.Count)];
        _values[count] = Fraction.One;
        _tableau[count][rows.Count] = Fraction.One;
        for (var j = 0; j < count; j++)
        {
            _tableau[j][rows.Count + 1 + j] = Fraction.One;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                if (rows[i].Form.Terms.TryGetValue(_monomials[j], out var coefficient))
                {
                    _tableau[j][i] = coefficient;
                }
            }

            // p ≤ 0 with constant part −b; the cost of μ, which is basic, is one.
            var constant = rows[i].Form.Terms.TryGetValue(Monomial.One, out var value) ? value : Fraction.Zero;
            _costs[i] = constant.Negate();
            if (rows[i].IsStrict)
            {
                _tableau[count][i] = Fraction.One;
                _costs[i] -= Fraction.One;
            }
        }
    }

    /// <summary>Decides a system.</summary>
    public static LinearAnswer Solve(IReadOnlyList<LinearRow> rows, Budget budget, CancellationToken cancellationToken) => new Simplex(rows).Run(budget, cancellationToken);

    private LinearAnswer Run(Budget budget, CancellationToken cancellationToken)
    {
        // A pivot touches every cell; large systems pay for their size.
        var price = 1 + (_tableau.Length * _costs.Length / CellsPerStep);
        for (var step = 0; step < MaximumSteps && budget.TrySpend(price); step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_objective.IsPositive)
            {
                return Contradiction(Multipliers());
            }

            var column = Entering(step >= GreedySteps);
            if (column < 0)
            {
                return Sample();
            }

            var row = Leaving(column);
            if (row < 0)
            {
                return Contradiction(Ray(column));
            }

            Pivot(row, column);
        }

        return new LinearAnswer.Unknown();
    }

    private int Entering(bool first)
    {
        var best = -1;
        for (var column = 0; column <= _rows.Count; column++)
        {
            if (_costs[column].IsNegative && (best < 0 || _costs[column] < _costs[best]))
            {
                best = column;
                if (first)
                {
                    break;
                }
            }
        }

        return best;
    }

    private int Leaving(int column)
    {
        var best = -1;
        var bestRatio = Fraction.Zero;
        for (var row = 0; row < _tableau.Length; row++)
        {
            var entry = _tableau[row][column];
            var isArtificial = _basis[row] > _rows.Count;
            if (isArtificial ? entry.IsZero : !entry.IsPositive)
            {
                continue;
            }

            // An artificial variable may not grow either, so it leaves with a step of zero, whatever the sign.
            var ratio = isArtificial ? Fraction.Zero : _values[row] / entry;
            if (best < 0 || ratio < bestRatio || (ratio == bestRatio && _basis[row] < _basis[best] && _basis[best] <= _rows.Count))
            {
                best = row;
                bestRatio = ratio;
            }
        }

        return best;
    }

    private void Pivot(int row, int column)
    {
        var pivot = _tableau[row];
        var scale = pivot[column].Reciprocal();
        var support = new List<int>();
        for (var j = 0; j < pivot.Length; j++)
        {
            if (!pivot[j].IsZero)
            {
                pivot[j] *= scale;
                support.Add(j);
            }
        }

        _values[row] *= scale;
        for (var other = 0; other < _tableau.Length; other++)
        {
            var factor = _tableau[other][column];
            if (other != row && !factor.IsZero)
            {
                foreach (var j in support)
                {
                    _tableau[other][j] -= factor * pivot[j];
                }

                _values[other] -= factor * _values[row];
            }
        }

        var cost = _costs[column];
        foreach (var j in support)
        {
            _costs[j] -= cost * pivot[j];
        }

        _objective += cost * _values[row];
        _basis[row] = column;
    }

    private Fraction[] Multipliers()
    {
        var multipliers = Zeros(_rows.Count);
        for (var row = 0; row < _basis.Length; row++)
        {
            if (_basis[row] < _rows.Count)
            {
                multipliers[_basis[row]] = _values[row];
            }
        }

        return multipliers;
    }

    // The dual is unbounded along this column: the ray itself is a contradiction of the rows that are not strict.
    private Fraction[] Ray(int column)
    {
        var multipliers = Zeros(_rows.Count);
        if (column < _rows.Count)
        {
            multipliers[column] = Fraction.One;
        }

        for (var row = 0; row < _basis.Length; row++)
        {
            if (_basis[row] < _rows.Count)
            {
                multipliers[_basis[row]] = _tableau[row][column].Negate();
            }
        }

        return multipliers;
    }

    private LinearAnswer Contradiction(Fraction[] multipliers)
    {
        var combination = _rows.Select((row, index) => (row, multipliers[index])).Where(pair => !pair.Item2.IsZero).ToList();
        return FarkasCheck.IsContradiction(combination)
            ? new LinearAnswer.Infeasible(combination)
            : throw new InvalidOperationException("The multipliers do not add up to a contradiction.");
    }

    private LinearAnswer Sample()
    {
        var values = new Dictionary<Monomial, Fraction>();
        for (var j = 0; j < _monomials.Count; j++)
        {
            values.Add(_monomials[j], _costs[_rows.Count + 1 + j].Negate());
        }

        return new LinearAnswer.Feasible(values);
    }

    private static Fraction[] Zeros(int count)
    {
        var zeros = new Fraction[count];
        for (var index = 0; index < count; index++)
        {
            zeros[index] = Fraction.Zero;
        }

        return zeros;
    }
}
