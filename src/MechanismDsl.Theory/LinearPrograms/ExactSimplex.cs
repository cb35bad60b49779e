using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>
/// The revised simplex method in rationals (Dantzig 1951). It starts at the basis that the same method found in doubles, so that mostly one factorisation
/// proves the optimum (Applegate, Cook, Dash and Espinoza 2007), and pivots on where the doubles erred. A basis that is not feasible is repaired by
/// minimising the sum of what is infeasible; after some pivots the lowest index goes first, which excludes cycles (Bland 1977).
/// </summary>
internal sealed class ExactSimplex
{
    private const int MostPivots = 2_000;

    /// <summary>A pivot factors the basis anew, in about the square of its rows; the product of both is kept to some seconds.</summary>
    private const int MostWork = 20_000_000;

    /// <summary>Large programs have few exact pivots, because what the doubles find is all but right; so many they have.</summary>
    private const int FewestPivots = 50;

    private const int GreedyPivots = 50;

    private readonly ColumnForm _form;
    private readonly int _maximumPivots;
    private readonly CancellationToken _cancellation;
    private readonly int[] _basis;
    private SparseFactors _factors;
    private Fraction[] _values = [];

    private ExactSimplex(ColumnForm form, int maximumPivots, CancellationToken cancellation)
    {
        _form = form;
        _maximumPivots = maximumPivots;
        _cancellation = cancellation;
        _basis = FloatingSimplex.Basis(form, cancellation);
        if (Factor() is { } factors)
        {
            _factors = factors;
        }
        else
        {
            // What looks regular in doubles is singular: start at the slacks.
            _basis = [.. Enumerable.Range(form.Variables, form.Rows)];
            _factors = Factor()!;
        }
    }

    /// <summary>Exact pivots after which the answer is a limit, if the caller names no other number.</summary>
    /// <param name="rows">The number of constraints.</param>
    public static int DefaultPivots(int rows) => (int)Math.Max(FewestPivots, Math.Min(MostPivots, MostWork / Math.Max(1L, (long)rows * rows)));

    /// <summary>Solves a program.</summary>
    public static LinearAnswer Solve(LinearProgram program, int maximumPivots, CancellationToken cancellation) =>
        new ExactSimplex(new ColumnForm(program), maximumPivots, cancellation).Run();

    private LinearAnswer Run()
    {
        for (var pivots = 0; ; pivots++)
        {
            _cancellation.ThrowIfCancellationRequested();
            _values = _factors.Solve(_form.Bounds);
            var repair = _basis.Select((column, slot) => (Fraction)Excess(column, _values[slot])).ToArray();
            var isFeasible = repair.All(cost => cost.IsZero);
            var prices = _factors.SolveTransposed(isFeasible ? _basis.Select(column => _form.Costs[column]) : repair);
            var entering = Entering(prices, isFeasible, first: pivots >= GreedyPivots);
            if (entering is not var (column, direction))
            {
                return isFeasible ? Optimum(prices) : new LinearAnswer.Infeasible(SmallestIntegers.Of(prices.Select((price, row) => price * _form.RowSigns[row])));
            }

            if (pivots == _maximumPivots)
            {
                return new LinearAnswer.Limit(pivots);
            }

            var right = Enumerable.Repeat(Fraction.Zero, _form.Rows).ToArray();
            foreach (var entry in _form.Columns[column])
            {
                right[entry.Key] = entry.Value;
            }

            var changes = _factors.Solve(right);
            for (var slot = 0; slot < changes.Length; slot++)
            {
                changes[slot] = changes[slot] * -direction;
            }

            var leaving = Leaving(changes);
            if (leaving < 0)
            {
                return new LinearAnswer.Unbounded(Point(_values).ToEquatableArray(), Ray(column, direction, changes));
            }

            _basis[leaving] = column;
            _factors = Factor() ?? throw new InvalidOperationException("A pivot of zero was taken.");
        }
    }

    /// <summary>In which direction a basic variable has to go to become feasible: +1, −1, or 0 if it is.</summary>
    private int Excess(int column, Fraction value) => _form.Kinds[column] switch
    {
        ColumnKind.Free => 0,
        ColumnKind.NonNegative => value.IsNegative ? 1 : 0,
        _ => value.IsNegative ? 1 : value.IsPositive ? -1 : 0,
    };

    private (int Column, Fraction Direction)? Entering(Fraction[] prices, bool isFeasible, bool first)
    {
        var basic = new HashSet<int>(_basis);
        (int Column, Fraction Direction)? best = null;
        var bestGain = Fraction.Zero;
        for (var column = 0; column < _form.Columns.Length; column++)
        {
            if (_form.Kinds[column] == ColumnKind.Zero || basic.Contains(column))
            {
                continue;
            }

            var reduced = (isFeasible ? _form.Costs[column] : Fraction.Zero) - _form.Product(prices, column);
            var gain = _form.Kinds[column] == ColumnKind.Free ? reduced.Abs() : reduced;
            if (gain > bestGain)
            {
                bestGain = gain;
                best = (column, reduced.IsPositive ? Fraction.One : Fraction.MinusOne);
                if (first)
                {
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>The slot of the basic variable that first reaches the end of its domain; the lowest column among equals; −1 if none does.</summary>
    private int Leaving(Fraction[] changes)
    {
        var best = -1;
        var bestStep = Fraction.Zero;
        for (var slot = 0; slot < changes.Length; slot++)
        {
            if (Step(slot, changes[slot]) is { } step
                && (best < 0 || step < bestStep || (step == bestStep && _basis[slot] < _basis[best])))
            {
                best = slot;
                bestStep = step;
            }
        }

        return best;
    }

    private Fraction? Step(int slot, Fraction change)
    {
        if (change.IsZero || _form.Kinds[_basis[slot]] == ColumnKind.Free)
        {
            return null;
        }

        // Towards zero it stops there, whether it comes from the feasible side or from the other; away from zero only an equation that holds would break.
        var value = _values[slot];
        return value.IsZero ? change.IsNegative || _form.Kinds[_basis[slot]] == ColumnKind.Zero ? Fraction.Zero : null
            : value.IsPositive != change.IsPositive ? (value / change).Negate()
            : null;
    }

    private LinearAnswer.Optimal Optimum(Fraction[] prices)
    {
        var value = _basis.Select((column, slot) => _form.Costs[column] * _values[slot]).Aggregate(Fraction.Zero, (sum, term) => sum + term);
        return new LinearAnswer.Optimal(
            value * _form.Sense,
            Point(_values).ToEquatableArray(),
            prices.Select((price, row) => price * _form.RowSigns[row] * _form.Sense).ToEquatableArray());
    }

    private Fraction[] Point(Fraction[] basics)
    {
        var point = Enumerable.Repeat(Fraction.Zero, _form.Variables).ToArray();
        for (var slot = 0; slot < _basis.Length; slot++)
        {
            if (_basis[slot] < _form.Variables)
            {
                point[_basis[slot]] = basics[slot];
            }
        }

        return point;
    }

    private EquatableArray<Fraction> Ray(int column, Fraction direction, Fraction[] changes)
    {
        var ray = Point(changes);
        if (column < _form.Variables)
        {
            ray[column] = direction;
        }

        return SmallestIntegers.Of(ray);
    }

    private SparseFactors? Factor() => SparseFactors.Of([.. _basis.Select(column => _form.Columns[column])], _cancellation);
}
