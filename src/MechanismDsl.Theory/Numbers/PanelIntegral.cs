namespace MechanismDsl.Theory.Numbers;

/// <summary>
/// Integrals over an interval, split at every point where the integrand is not smooth, by tanh-sinh quadrature (Takahasi and Mori 1974). The worst relative
/// error of all integrals of one calculation is kept, so that nothing is stated with more digits than it has.
/// </summary>
internal sealed class PanelIntegral(CancellationToken cancellation)
{
    /// <summary>Digits that are stated at most.</summary>
    private const int MostDigits = 12;

    /// <summary>The largest estimated relative error so far; of the order of the error, not a bound.</summary>
    public double WorstError { get; private set; }

    /// <summary>Significant digits that may be stated; a digit is given up because the error is an estimate. Not positive if nothing may.</summary>
    public int Digits => WorstError == 0 ? MostDigits : Math.Min(MostDigits, (int)Math.Floor(-Math.Log10(WorstError)) - 1);

    /// <summary>The integral from <paramref name="low"/> to <paramref name="high"/>, which may be +∞; 0 for an empty interval.</summary>
    /// <param name="function">Smooth between the kinks; integrable.</param>
    /// <param name="low">Lower end, finite.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="kinks">Points at which the function is not smooth; those outside the interval are ignored.</param>
    public double Of(Func<double, double> function, double low, double high, IEnumerable<double> kinks)
    {
        if (!(low < high))
        {
            return 0;
        }

        List<double> points = [low, .. kinks.Where(kink => kink > low && kink < high).Distinct().OrderBy(kink => kink), high];
        var sum = new TanhSinh(1, cancellation: cancellation);
        for (var panel = 0; panel + 1 < points.Count; panel++)
        {
            var (from, to) = (points[panel], points[panel + 1]);
            if (double.IsPositiveInfinity(to))
            {
                // x = from + scale · s/(1 − s) with s in (0, 1).
                var scale = Math.Max(1, Math.Abs(from));
                sum.Add((left, right, values) =>
                {
                    // Far out the function is 0 and the stretching infinite.
                    var value = function(from + (scale * left / right));
                    values[0] = value == 0 ? 0 : value * scale / (right * right);
                });
            }
            else
            {
                sum.Add((left, right, values) => values[0] = function(left < right ? from + ((to - from) * left) : to - ((to - from) * right)) * (to - from));
            }
        }

        WorstError = Math.Max(WorstError, sum.RelativeError(0));
        return sum.Sum[0];
    }
}
