namespace MechanismDsl.Kernels;

/// <summary>E[v; v ≥ x] of a uniform or finite distribution: what the d'AGVA payments of a trade are made of.</summary>
public readonly struct TailMean
{
    private readonly double _low;
    private readonly double _high;
    private readonly double[]? _values;
    private readonly double[]? _tails;

    private TailMean(double low, double high, double[]? values, double[]? tails) => (_low, _high, _values, _tails) = (low, high, values, tails);

    /// <summary>Of a uniform distribution.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value, above the lowest.</param>
    public static TailMean Uniform(double low, double high) => new(low, high, null, null);

    /// <summary>Of a finite distribution.</summary>
    /// <param name="values">The values, ascending.</param>
    /// <param name="tails">E[v; v ≥ value] for each of them, and 0.</param>
    /// <exception cref="ArgumentException">There is not one number more than values.</exception>
    public static TailMean Finite(double[] values, double[] tails)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(tails);
        return tails.Length == values.Length + 1 ? new(0, 0, values, tails) : throw new ArgumentException("There is one tail for each value, and 0 after the last.", nameof(tails));
    }

    /// <summary>E[v; v ≥ x].</summary>
    public double AtLeast(double x) => At(x, isStrict: false);

    /// <summary>E[v; v > x].</summary>
    public double Above(double x) => At(x, isStrict: true);

    private double At(double x, bool isStrict)
    {
        if (_values is null)
        {
            var from = Math.Clamp(x, _low, _high);
            return (_high - from) * (_high + from) / (2 * (_high - _low));
        }

        var place = Array.BinarySearch(_values, x);
        return _tails![place < 0 ? ~place : isStrict ? place + 1 : place];
    }
}
