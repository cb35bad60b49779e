using MathNet.Numerics.Integration;
using MechanismDsl.Theory.Bayesian;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>
/// The charge of a partner as a function of its report, for many reports: R(t) = E[M; M ≤ t] = low + ∫ (1 − G) up to t − t·(1 − G(t)), which loses no digits far out
/// in a tail. The integral is added up once, at knots between which G is smooth.
/// </summary>
internal sealed class ChargeCurve
{
    /// <summary>Intervals between two points at which G is not smooth.</summary>
    private const int Intervals = 64;

    /// <summary>Points of the Gauss–Legendre rule inside an interval: G has no singularity there, and the rule is exact to the degree 31.</summary>
    private const int Order = 16;

    private readonly Rivals _rivals;
    private readonly CancellationToken _cancellation;
    private readonly List<double> _knots = [];
    private readonly List<double> _sums = [];
    private readonly Dictionary<int, SmoothPieces?> _rough = [];
    private readonly double _mean;

    public ChargeCurve(Rivals rivals, CancellationToken cancellation)
    {
        (_rivals, _cancellation) = (rivals, cancellation);
        double[] points = [rivals.Low, .. rivals.Kinks, rivals.High];
        var sum = 0.0;
        for (var panel = 0; panel + 1 < points.Length; panel++)
        {
            for (var step = 0; step < Intervals; step++)
            {
                var (from, to) = (Knot(points[panel], points[panel + 1], step), Knot(points[panel], points[panel + 1], step + 1));
                if (step is 0 or Intervals - 1)
                {
                    // G may have a pole or a vertical tangent at the ends of a panel: there it is interpolated on ever shorter intervals.
                    _rough.Add(_knots.Count, double.IsPositiveInfinity(to) ? null : new SmoothPieces(rivals.Excess, [from, to], cancellation));
                }

                _knots.Add(from);
                _sums.Add(sum);
                sum += Integral.Of(rivals.Excess, from, to, [], cancellation).Value;
            }
        }

        _mean = rivals.Low + sum;
    }

    /// <summary>E[M; M ≤ t].</summary>
    public double At(double value)
    {
        var t = Math.Min(Math.Max(value, _rivals.Low), _rivals.High);
        if (double.IsPositiveInfinity(t))
        {
            return _mean;
        }

        var index = _knots.BinarySearch(t);
        index = index >= 0 ? index : ~index - 1;
        var from = _knots[index];
        var rest = from == t ? 0
            : _rough.TryGetValue(index, out var pieces) ? pieces?.IntegralTo(t) ?? Integral.Of(_rivals.Excess, from, t, [], _cancellation).Value
            : GaussLegendreRule.Integrate(_rivals.Excess, from, t, Order);
        return _rivals.Low + _sums[index] + rest - (t * _rivals.Excess(t));
    }

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
