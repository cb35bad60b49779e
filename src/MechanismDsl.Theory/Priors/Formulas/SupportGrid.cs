namespace MechanismDsl.Theory.Priors;

/// <summary>Points that cover a support, finite or not, from end to end.</summary>
internal static class SupportGrid
{
    /// <summary>An infinite end is represented by this: the largest report.</summary>
    private const double Far = 1e15;

    /// <summary>
    /// Increasing points strictly inside (low, high): evenly spaced between finite ends; towards an infinite end, spaced evenly in the
    /// logarithm from 10⁻⁶ to 10¹⁵ away from the finite end (from 0 for a support without ends).
    /// </summary>
    public static IEnumerable<double> Points(double low, double high, int count) => (double.IsInfinity(low), double.IsInfinity(high)) switch
    {
        (false, false) => Enumerable.Range(1, count).Select(step => low + ((high - low) * (step / (count + 1.0)))),
        (false, true) => Distances(count).Select(distance => low + distance),
        (true, false) => Distances(count).Reverse().Select(distance => high - distance),
        _ => Distances(count / 2).Reverse().Select(distance => -distance).Append(0).Concat(Distances(count / 2)),
    };

    private static IEnumerable<double> Distances(int count) =>
        Enumerable.Range(0, count).Select(step => 1e-6 * Math.Pow(Far / 1e-6, step / (count - 1.0)));
}
