using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Data;

/// <summary>A sample smoothed to bins of equal width.</summary>
public static class SampleHistogram
{
    /// <summary>
    /// The histogram of the values with <paramref name="bins"/> bins of equal width on [smallest, largest]; a value on an inner edge belongs to
    /// the higher bin. Masses are counts.
    /// </summary>
    /// <returns>The prior; null if the values span less than the doubles can divide into so many bins, above all if all are equal.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bin.</exception>
    public static HistogramPrior? Of(IReadOnlyCollection<double> values, int bins)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("A histogram needs at least one value.", nameof(values));
        }

        if (bins < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(bins), bins, "A histogram has at least one bin.");
        }

        var (low, high) = (values.Min(), values.Max());
        var edges = new double[bins + 1];
        for (var index = 0; index <= bins; index++)
        {
            edges[index] = index == bins ? high : low + ((high - low) * index / bins);
            if (index > 0 && !(edges[index] > edges[index - 1]))
            {
                return null;
            }
        }

        var masses = new double[bins];
        foreach (var value in values)
        {
            var found = Array.BinarySearch(edges, value);
            masses[Math.Min(found >= 0 ? found : ~found - 1, bins - 1)]++;
        }

        return new HistogramPrior(edges.ToEquatableArray(), masses.ToEquatableArray());
    }
}
