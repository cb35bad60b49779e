using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>Integrals of functions that are smooth between given points, with an estimated error.</summary>
internal static class Integral
{
    /// <summary>∫ f over (low, high); either end may be infinite. 0 where low is not below high.</summary>
    /// <param name="function">Bounded, and falling fast enough towards an infinite end.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="kinks">Points at which the function is not smooth.</param>
    /// <param name="cancellation">Looked at between refinements.</param>
    public static Amount Of(Func<double, double> function, double low, double high, IEnumerable<double> kinks, CancellationToken cancellation)
    {
        if (!(low < high))
        {
            return Amount.Zero;
        }

        var inner = kinks.Where(kink => kink > low && kink < high && !double.IsInfinity(kink)).Distinct().OrderBy(kink => kink).ToList();
        if (inner.Count == 0 && double.IsInfinity(low) && double.IsInfinity(high))
        {
            inner.Add(0);
        }

        double[] points = [low, .. inner, high];
        var sum = new TanhSinh(1, cancellation: cancellation);
        for (var panel = 0; panel + 1 < points.Length; panel++)
        {
            AddPanel(sum, function, points[panel], points[panel + 1]);
        }

        return Amount.Approximately(sum.Sum[0], sum.Error[0] + (1e-15 * sum.Magnitude[0]));
    }

    private static void AddPanel(TanhSinh sum, Func<double, double> function, double from, double to)
    {
        if (!double.IsInfinity(from) && !double.IsInfinity(to))
        {
            sum.Add((left, right, values) => values[0] = function(left < right ? from + ((to - from) * left) : to - ((to - from) * right)) * (to - from));
            return;
        }

        // x = end ± scale·s/(1 − s) with s in (0, 1). Far out the function is 0 and the stretching infinite.
        var (end, direction) = double.IsInfinity(to) ? (from, 1) : (to, -1);
        var scale = Math.Max(1, Math.Abs(end));
        sum.Add((left, right, values) =>
        {
            var value = function(end + (direction * scale * left / right));
            values[0] = value == 0 ? 0 : value * scale / (right * right);
        });
    }
}
