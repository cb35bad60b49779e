using MathNet.Numerics.Integration;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>∫ f from a fixed lower end to many upper ends. It is added up once, at knots between which f is smooth; what is left of an interval is integrated anew.</summary>
internal sealed class RunningIntegral
{
    /// <summary>Intervals between two points at which the function is not smooth.</summary>
    private const int Intervals = 64;

    /// <summary>Points of the Gauss–Legendre rule inside an interval: the function has no singularity there, and the rule is exact to the degree 31.</summary>
    private const int Order = 16;

    private readonly Func<double, double> _function;
    private readonly CancellationToken _cancellation;
    private readonly double _last;
    private readonly List<double> _knots = [];
    private readonly List<double> _sums = [];
    private readonly HashSet<int> _rough = [];

    /// <summary>Adds up the integral.</summary>
    /// <param name="function">Bounded, and falling fast enough towards an infinite end.</param>
    /// <param name="points">The lower end, the points at which the function is not smooth, and the upper end, which may be infinite; ascending.</param>
    /// <param name="cancellation">Looked at between refinements.</param>
    public RunningIntegral(Func<double, double> function, IReadOnlyList<double> points, CancellationToken cancellation)
    {
        (_function, _cancellation, _last) = (function, cancellation, points[points.Count - 1]);
        for (var panel = 0; panel + 1 < points.Count; panel++)
        {
            // The function may have a pole or a vertical tangent at the ends of a panel.
            _ = _rough.Add(_knots.Count);
            _ = _rough.Add(_knots.Count + Intervals - 1);
            for (var step = 0; step < Intervals; step++)
            {
                var (from, to) = (Knot(points[panel], points[panel + 1], step), Knot(points[panel], points[panel + 1], step + 1));
                _knots.Add(from);
                _sums.Add(Total);
                Total += Rest(_knots.Count - 1, from, to);
            }
        }
    }

    /// <summary>The integral up to the upper end.</summary>
    public double Total { get; private set; }

    /// <summary>The integral up to an argument between the ends.</summary>
    public double UpTo(double argument)
    {
        if (!(argument < _last))
        {
            return Total;
        }

        var index = _knots.BinarySearch(argument);
        index = index >= 0 ? index : ~index - 1;
        var from = _knots[index];
        return _sums[index] + (from == argument ? 0 : Rest(index, from, argument));
    }

    private double Rest(int index, double from, double to) => _rough.Contains(index)
        ? Integral.Of(_function, from, to, [], _cancellation).Value
        : GaussLegendreRule.Integrate(_function, from, to, Order);

    /// <summary>Knots are spaced evenly; towards an unbounded end as s/(1 − s).</summary>
    private static double Knot(double low, double high, int step)
    {
        if (!double.IsPositiveInfinity(high))
        {
            return step == Intervals ? high : low + ((high - low) * step / Intervals);
        }

        return step == Intervals ? high : low + (Math.Max(1, Math.Abs(low)) * step / (Intervals - step));
    }
}
