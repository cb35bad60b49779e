using Fractions;
using MechanismDsl.Theory.LinearPrograms;

namespace MechanismDsl.Theory.Correlated;

/// <summary>The point of a convex hull that is nearest to the origin, exactly (Wolfe 1976). It is unique; the weights need not be.</summary>
internal static class NearestPoint
{
    /// <summary>The weights of the hull's corners at the nearest point: at least zero, sum one.</summary>
    /// <param name="corners">At least one point.</param>
    /// <param name="cancellation">Checked at every step.</param>
    public static Fraction[] Weights(IReadOnlyList<IReadOnlyList<Fraction>> corners, CancellationToken cancellation)
    {
        var products = corners.Select(one => corners.Select(other => Dot(one, other)).ToArray()).ToArray();
        var weights = Enumerable.Repeat(Fraction.Zero, corners.Count).ToArray();
        List<int> active = [Enumerable.Range(0, corners.Count).OrderBy(corner => products[corner][corner]).ThenBy(corner => corner).First()];
        weights[active[0]] = Fraction.One;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var heights = products.Select(row => Dot(row, weights)).ToList();
            var norm = Dot(heights, weights);
            var lowest = Enumerable.Range(0, corners.Count).OrderBy(corner => heights[corner]).ThenBy(corner => corner).First();
            if (heights[lowest] >= norm)
            {
                return weights;
            }

            active.Add(lowest);
            Descend(products, weights, active, cancellation);
        }
    }

    /// <summary>Σ one × other.</summary>
    public static Fraction Dot(IReadOnlyList<Fraction> one, IReadOnlyList<Fraction> other)
    {
        var sum = Fraction.Zero;
        for (var index = 0; index < one.Count; index++)
        {
            sum += one[index] * other[index];
        }

        return sum;
    }

    /// <summary>Moves towards the nearest point of the flat through the active corners, and drops the corners whose weight becomes zero on the way.</summary>
    private static void Descend(Fraction[][] products, Fraction[] weights, List<int> active, CancellationToken cancellation)
    {
        while (true)
        {
            var wanted = OnFlat(products, active, cancellation);
            if (wanted.All(weight => weight.IsPositive))
            {
                for (var index = 0; index < active.Count; index++)
                {
                    weights[active[index]] = wanted[index];
                }

                return;
            }

            var step = Enumerable.Range(0, active.Count)
                .Where(index => !wanted[index].IsPositive)
                .Select(index => weights[active[index]].IsZero ? Fraction.Zero : weights[active[index]] / (weights[active[index]] - wanted[index]))
                .Min();
            for (var index = 0; index < active.Count; index++)
            {
                weights[active[index]] += step * (wanted[index] - weights[active[index]]);
            }

            active.RemoveAll(corner => weights[corner].IsZero);
        }
    }

    /// <summary>Σ α = 1 and Σ α (corner × corner) equal for all corners: the active corners are affinely independent, so there is one solution.</summary>
    private static Fraction[] OnFlat(Fraction[][] products, List<int> active, CancellationToken cancellation)
    {
        var size = active.Count;
        List<List<KeyValuePair<int, Fraction>>> columns = [];
        for (var column = 0; column <= size; column++)
        {
            List<KeyValuePair<int, Fraction>> entries = [];
            for (var row = 0; row <= size; row++)
            {
                var entry = row == size && column == size ? Fraction.Zero
                    : row == size || column == size ? Fraction.One
                    : products[active[row]][active[column]];
                if (!entry.IsZero)
                {
                    entries.Add(new KeyValuePair<int, Fraction>(row, entry));
                }
            }

            columns.Add(entries);
        }

        var factors = SparseFactors.Of(columns, cancellation) ?? throw new InvalidOperationException("The corners are not affinely independent.");
        return [.. factors.Solve(Enumerable.Range(0, size + 1).Select(row => row == size ? Fraction.One : Fraction.Zero)).Take(size)];
    }
}
