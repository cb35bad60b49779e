using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>A point of a revenue curve: selling to the upper share q of types earns R.</summary>
public readonly record struct RevenuePoint(Fraction Quantile, Fraction Revenue);

/// <summary>
/// Virtual values of finitely many types, in exact rational arithmetic: with q_k = P(V ≥ v_k) the revenue curve has the points (q_k, v_k·q_k),
/// φ_k = v_k − (v_{k+1} − v_k)(1 − F_k)/f_k is its slope to the left of q_k, and the ironed virtual value that of its concave hull. Rational,
/// because collinear points are common (equal revenue) and round-off would break their ties.
/// </summary>
public sealed class FiniteTypes
{
    private readonly RevenuePoint[] _curve;

    /// <summary>For each type, the index of the hull vertex at the right end of its hull edge: the lowest type of its block.</summary>
    private readonly int[] _blockStart;

    private FiniteTypes(AtomicPrior prior, CancellationToken cancellation)
    {
        Prior = prior;
        Values = prior.ExactValues;
        var masses = prior.ExactMasses;
        _curve = new RevenuePoint[Values.Count];
        var tail = Fraction.Zero;
        for (var k = Values.Count - 1; k >= 0; k--)
        {
            cancellation.ThrowIfCancellationRequested();
            tail += masses[k];
            _curve[k] = new RevenuePoint(tail, Values[k] * tail);
        }

        Virtual = Enumerable.Range(0, Values.Count).Select(k => Slope(After(k), _curve[k])).ToEquatableArray();
        _blockStart = Hull(cancellation);
        Ironed = _blockStart.Select((start, k) => Slope(After(BlockEnd(k)), _curve[start])).ToEquatableArray();
    }

    /// <summary>The distribution of the types.</summary>
    public AtomicPrior Prior { get; }

    /// <summary>v_k, increasing.</summary>
    public EquatableArray<Fraction> Values { get; }

    /// <summary>φ_k.</summary>
    public EquatableArray<Fraction> Virtual { get; }

    /// <summary>The ironed φ_k, non-decreasing.</summary>
    public EquatableArray<Fraction> Ironed { get; }

    /// <summary>(q_k, v_k·q_k) in the order of the types.</summary>
    public EquatableArray<RevenuePoint> RevenueCurve => EquatableArray.Create<RevenuePoint>(_curve);

    /// <summary>The vertices of the concave hull from (0, 0) to (1, v_0), in the order of q.</summary>
    public EquatableArray<RevenuePoint> HullPoints =>
        [default, .. _blockStart.Distinct().Reverse().Select(start => _curve[start])];

    /// <summary>Analyses a prior with finitely many values.</summary>
    public static FiniteTypes Of(AtomicPrior prior, CancellationToken cancellation = default) => new(prior, cancellation);

    /// <summary>The analysis in the form shared by all priors. A report between two types has the score of the lower one.</summary>
    public VirtualTypes ToVirtualTypes()
    {
        var pieces = new List<ScorePiece>();
        var blocks = new List<IronedBlock>();
        for (var start = 0; start < Values.Count; start = BlockEnd(start) + 1)
        {
            var end = BlockEnd(start);
            var score = Rationals.ToNearest(Ironed[start]);
            pieces.Add(new ConstantPiece(Prior.Values[start], end + 1 < Values.Count ? Prior.Values[end + 1] : double.PositiveInfinity, score));
            if (end > start)
            {
                blocks.Add(new IronedBlock(Prior.Values[start], Prior.Values[end], score));
            }
        }

        var fall = Enumerable.Range(0, Values.Count - 1).Where(k => Virtual[k] > Virtual[k + 1]).Select(k => (int?)k).FirstOrDefault();
        var isHazardMonotone = Enumerable.Range(0, Values.Count - 1).All(k => Values[k] - Virtual[k] >= Values[k + 1] - Virtual[k + 1]);
        var regularity = new Regularity(
            fall is not null ? RegularityClass.Irregular : isHazardMonotone ? RegularityClass.MonotoneHazardRate : RegularityClass.Regular,
            RegularityBasis.Exact,
            "all virtual values compared as rational numbers",
            fall is { } low ? new TypeInterval(Prior.Values[low], Prior.Values[low + 1]) : null,
            blocks.ToEquatableArray());
        return new VirtualTypes(Prior, regularity, new ScoreCurve(pieces.ToEquatableArray()));
    }

    private static Fraction Slope(RevenuePoint left, RevenuePoint right) => (right.Revenue - left.Revenue) / (right.Quantile - left.Quantile);

    /// <summary>The point of the next higher type; the origin after the highest.</summary>
    private RevenuePoint After(int k) => k + 1 < _curve.Length ? _curve[k + 1] : default;

    private int BlockEnd(int k)
    {
        var end = k;
        while (end + 1 < _blockStart.Length && _blockStart[end + 1] == _blockStart[k])
        {
            end++;
        }

        return end;
    }

    /// <summary>Andrew's monotone chain (1979) from the highest type down; a point on a chord is no vertex, so that equal slopes form one block.</summary>
    private int[] Hull(CancellationToken cancellation)
    {
        var vertices = new List<int>();
        for (var k = _curve.Length - 1; k >= 0; k--)
        {
            cancellation.ThrowIfCancellationRequested();
            while (vertices.Count > 0)
            {
                var last = _curve[vertices[^1]];
                var before = vertices.Count > 1 ? _curve[vertices[^2]] : default;
                if (Slope(before, last) > Slope(last, _curve[k]))
                {
                    break;
                }

                vertices.RemoveAt(vertices.Count - 1);
            }

            vertices.Add(k);
        }

        var blockStart = new int[_curve.Length];
        var upper = _curve.Length - 1;
        foreach (var vertex in vertices)
        {
            for (; upper >= vertex; upper--)
            {
                blockStart[upper] = vertex;
            }
        }

        return blockStart;
    }
}
