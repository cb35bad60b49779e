namespace MechanismDsl.Kernels;

/// <summary>
/// The point of a polytope {p : nᵢ·p ≥ bᵢ} with the lowest sum of coordinates, and of these the one nearest to a reference, exactly.
/// </summary>
/// <remarks>
/// It is the projection of (reference − M·1) for every M that is large enough (Mangasarian 1979; Mangasarian and Meyer 1979), so one quadratic program does
/// both steps: M stays symbolic (<see cref="Graded"/>). Solved by the dual active-set method of Goldfarb and Idnani (1983), to which constraints can be added
/// without starting again. In fractions nothing is rounded, every full step raises the dual objective, and the method ends.
/// </remarks>
internal sealed class CorePoint
{
    private readonly List<(int[] Normal, long Bound)> _constraints = [];
    private readonly List<int> _active = [];
    private readonly List<Graded> _multipliers = [];
    private readonly Graded[] _point;

    /// <summary>A point without constraints.</summary>
    /// <param name="reference">The reference, in whole units.</param>
    public CorePoint(ReadOnlySpan<long> reference)
    {
        _point = new Graded[reference.Length];
        for (var index = 0; index < reference.Length; index++)
        {
            _point[index] = new(-1, reference[index]);
        }
    }

    /// <summary>Adds a constraint; its normal has the entries −1, 0 and 1.</summary>
    public void Require(int[] normal, long bound) => _constraints.Add((normal, bound));

    /// <summary>The point for the constraints so far.</summary>
    /// <exception cref="InvalidOperationException">The constraints contradict each other.</exception>
    public Ratio[] Find()
    {
        for (var violated = Violated(); violated >= 0; violated = Violated())
        {
            Satisfy(violated);
        }

        return [.. _point.Select(coordinate => coordinate.Small)];
    }

    private int Violated() => _constraints.FindIndex(constraint => Slack(constraint).IsNegative);

    private Graded Slack((int[] Normal, long Bound) constraint)
    {
        var slack = new Graded(0, -constraint.Bound);
        for (var index = 0; index < _point.Length; index++)
        {
            slack += _point[index] * constraint.Normal[index];
        }

        return slack;
    }

    /// <summary>Moves until a violated constraint holds with equality, and drops active ones that stand in the way.</summary>
    private void Satisfy(int violated)
    {
        var normal = _constraints[violated].Normal;
        var multiplier = default(Graded);
        while (true)
        {
            var fall = Fall(normal);
            var direction = Direction(normal, fall);
            var length = Enumerable.Range(0, normal.Length).Aggregate((Ratio)0, (sum, index) => sum + (direction[index] * normal[index]));
            var (blocking, partial) = (-1, default(Graded));
            for (var index = 0; index < _active.Count; index++)
            {
                if (fall[index].Sign > 0 && _multipliers[index] / fall[index] is var reach && (blocking < 0 || reach.CompareTo(partial) < 0))
                {
                    (blocking, partial) = (index, reach);
                }
            }

            if (length.IsZero && blocking < 0)
            {
                throw new InvalidOperationException("The constraints of core payments contradict each other; own bids always lie in the core.");
            }

            var full = length.IsZero ? default : Slack(_constraints[violated]) * -1 / length;
            var isFull = !length.IsZero && (blocking < 0 || full.CompareTo(partial) <= 0);
            var step = isFull ? full : partial;
            for (var index = 0; index < _point.Length && !length.IsZero; index++)
            {
                _point[index] += step * direction[index];
            }

            for (var index = 0; index < _active.Count; index++)
            {
                _multipliers[index] -= step * fall[index];
            }

            multiplier += step;
            if (isFull)
            {
                _active.Add(violated);
                _multipliers.Add(multiplier);
                return;
            }

            _active.RemoveAt(blocking);
            _multipliers.RemoveAt(blocking);
        }
    }

    /// <summary>By how much the multipliers of the active constraints fall: (NᵀN)⁻¹Nᵀn. Active normals are linearly independent.</summary>
    private Ratio[] Fall(int[] normal)
    {
        var size = _active.Count;
        var rows = new Ratio[size][];
        for (var row = 0; row < size; row++)
        {
            var own = _constraints[_active[row]].Normal;
            rows[row] = [.. _active.Select(other => (Ratio)Dot(own, _constraints[other].Normal)), Dot(own, normal)];
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            // NᵀN is positive definite, so no pivot vanishes.
            for (var row = 0; row < size; row++)
            {
                if (row != pivot && !rows[row][pivot].IsZero)
                {
                    var factor = rows[row][pivot] / rows[pivot][pivot];
                    for (var column = pivot; column <= size; column++)
                    {
                        rows[row][column] -= factor * rows[pivot][column];
                    }
                }
            }
        }

        return [.. rows.Select((row, index) => row[size] / row[index])];
    }

    /// <summary>The part of a normal that leaves the active constraints as they are: n − N·fall.</summary>
    private Ratio[] Direction(int[] normal, Ratio[] fall)
    {
        Ratio[] direction = [.. normal.Select(entry => (Ratio)entry)];
        for (var index = 0; index < _active.Count; index++)
        {
            var active = _constraints[_active[index]].Normal;
            for (var coordinate = 0; coordinate < direction.Length; coordinate++)
            {
                direction[coordinate] -= fall[index] * active[coordinate];
            }
        }

        return direction;
    }

    private static long Dot(int[] one, int[] other)
    {
        var sum = 0L;
        for (var index = 0; index < one.Length; index++)
        {
            sum += one[index] * other[index];
        }

        return sum;
    }
}
