using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Curves;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>The revenue curve of a prior in quantile space and its concave hull (Bulow and Roberts 1989).</summary>
internal static class RevenueCurveFigure
{
    /// <summary>The figure; null without a prior, or where revenue has no bound.</summary>
    public static Figure? Of(string id, SolvedAgent agent, CancellationToken cancellation)
    {
        if (agent.Agent.Prior is not { } prior || (agent.Agent.Side == Side.Buyer && !double.IsFinite(prior.RevenueLimit)))
        {
            return null;
        }

        var (side, sign) = (agent.Agent.Side, agent.Agent.Side.Sign());
        var curve = RevenueCurve.Of(side == Side.Buyer ? prior : prior.Mirrored(), cancellation);
        var hasHull = curve.Hull.Count < curve.Points.Count;
        var line = Points(curve.Points);
        List<Layer> layers = [];
        if (hasHull)
        {
            var hull = Points(curve.Hull);
            layers.Add(new BandLayer(null, Hue.First, Gaps(line, hull)));
            layers.Add(new LineLayer(side == Side.Buyer ? "concave hull: with lotteries over prices" : "convex hull: with lotteries over prices", Hue.First, hull));
        }

        layers.Add(new LineLayer(side == Side.Buyer ? "revenue of one price" : "outlay of one price", hasHull ? Hue.Second : Hue.First, line) { IsDashed = hasHull });
        if (side == Side.Buyer)
        {
            var (quantile, revenue) = curve.Best;
            layers.Add(new DotLayer(null, Hue.Fifth, [(new(quantile, revenue), $"highest: {revenue.Text()} at the price {(revenue / quantile).Text()}")]));
            layers.Add(new MarkLayer(IsVertical: true, quantile, $"price {(revenue / quantile).Text()} earns {revenue.Text()}"));
        }

        return new Figure(
            id,
            $"{(side == Side.Buyer ? "Revenue" : "Outlay")} curve of {agent.Agent.Name()}",
            side == Side.Buyer
                ? $"What one price earns from {agent.Agent.Name()} under {prior.Describe()}, by the probability q of a sale: q·F⁻¹(1 − q). Its slope is the virtual value"
                    + (hasHull ? "; where it runs below its concave hull, types are pooled." : ". It is concave: the prior is regular.")
                : $"What one price costs with {agent.Agent.Name()} under {prior.Describe()}, by the probability q that it is accepted. Its slope is the virtual cost.",
            new Axis(side == Side.Buyer ? "q, the probability of a sale" : "q, the probability of a purchase", 0, 1),
            Axis.Holding(side == Side.Buyer ? "expected revenue" : "expected outlay", line.Select(point => point.Y)),
            layers)
        {
            Numbers = new NumberTable(
                ["q", side == Side.Buyer ? "revenue" : "outlay", "hull"],
                [.. Rows().Select(point => (IReadOnlyList<string>)[point.X.Text(), point.Y.Text(), At(Points(curve.Hull), point.X).Text()])]),
        };

        IReadOnlyList<Point> Points(EquatableArray<RevenueCurvePoint> points) => [.. points.Select(point => new Point(point.Quantile, (sign * point.Revenue) + 0.0))];

        IEnumerable<Point> Rows() => line.Count <= 16 ? line : Enumerable.Range(0, 11).Select(step => line[step * (line.Count - 1) / 10]);
    }

    /// <summary>Where hull and curve part, the area between them.</summary>
    private static List<(double X, double Low, double High)> Gaps(IReadOnlyList<Point> curve, IReadOnlyList<Point> hull) =>
        [.. curve.Select(point => (point.X, Math.Min(point.Y, At(hull, point.X)), Math.Max(point.Y, At(hull, point.X))))];

    private static double At(IReadOnlyList<Point> line, double x)
    {
        for (var index = 0; index + 1 < line.Count; index++)
        {
            if (x >= line[index].X && x <= line[index + 1].X)
            {
                var width = line[index + 1].X - line[index].X;
                return width == 0 ? line[index].Y : line[index].Y + ((x - line[index].X) / width * (line[index + 1].Y - line[index].Y));
            }
        }

        return line[^1].Y;
    }
}
