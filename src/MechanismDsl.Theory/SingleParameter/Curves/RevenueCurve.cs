using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Curves;

/// <summary>What selling to the share <paramref name="Quantile"/> of the highest types earns.</summary>
/// <param name="Quantile">q = P(type ≥ price), from 0 to 1.</param>
/// <param name="Revenue">q times the price.</param>
public readonly record struct RevenueCurvePoint(double Quantile, double Revenue);

/// <summary>
/// The revenue curve R(q) = q·F⁻¹(1 − q) of a prior and its concave hull, whose slopes are the virtual value and the ironed virtual value (Bulow and Roberts 1989).
/// For a supplier take the prior of its type, −cost: then −R is the outlay.
/// </summary>
/// <param name="Points">The curve, q ascending from 0.</param>
/// <param name="Hull">The hull, q ascending from 0; equal to the curve where that is concave.</param>
/// <param name="Best">The point at which the curve is highest: the monopoly price.</param>
public sealed record RevenueCurve(EquatableArray<RevenueCurvePoint> Points, EquatableArray<RevenueCurvePoint> Hull, RevenueCurvePoint Best)
{
    private const int Steps = 240;

    /// <summary>The curve of a prior.</summary>
    /// <param name="prior">A prior with a bounded optimal revenue.</param>
    /// <param name="cancellation">Checked between steps.</param>
    public static RevenueCurve Of(Prior prior, CancellationToken cancellation = default) => prior is AtomicPrior atomic
        ? OfAtoms(FiniteTypes.Of(atomic, cancellation))
        : OfDensity(prior, VirtualTypes.Of(prior, cancellation).Regularity.Ironed);

    private static RevenueCurve OfAtoms(FiniteTypes types)
    {
        EquatableArray<RevenueCurvePoint> points = [default, .. types.RevenueCurve.Reverse().Select(Round)];
        return new(points, types.HullPoints.Select(Round).ToEquatableArray(), Highest(points));

        static RevenueCurvePoint Round(RevenuePoint point) => new(point.Quantile.ToDouble(), point.Revenue.ToDouble());
    }

    private static RevenueCurve OfDensity(Prior prior, EquatableArray<IronedBlock> blocks)
    {
        // The ends of ironed blocks are the points at which a chord of the hull meets the curve.
        List<(double Low, double High)> chords = [.. blocks.Select(block => (prior.Survival(block.To), prior.Survival(block.From)))];
        var quantiles = Enumerable.Range(0, Steps + 1).Select(step => (double)step / Steps)
            .Concat(prior.Breakpoints.Select(prior.Survival))
            .Concat(chords.SelectMany(chord => new[] { chord.Low, chord.High }))
            .Distinct().OrderBy(quantile => quantile).ToList();
        var points = quantiles.Select(quantile => At(prior, quantile)).Where(point => !double.IsNaN(point.Revenue) && !double.IsInfinity(point.Revenue)).ToEquatableArray();
        var hull = points.Where(point => !chords.Any(chord => point.Quantile > chord.Low && point.Quantile < chord.High)).ToEquatableArray();
        return new(points, hull, Highest(points));
    }

    private static RevenueCurvePoint At(Prior prior, double quantile) => new(quantile, quantile == 0 ? prior.RevenueLimit : quantile * prior.UpperQuantile(quantile));

    private static RevenueCurvePoint Highest(EquatableArray<RevenueCurvePoint> points) =>
        points.Aggregate((best, point) => point.Revenue > best.Revenue ? point : best);
}
