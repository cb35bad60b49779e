using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Curves;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>What an agent expects that knows its own type only: its chance, its payment, its utility.</summary>
internal static class InterimFigures
{
    private const int MostAgents = 6;

    /// <summary>The figures; none where interim expectations are not known.</summary>
    public static IEnumerable<Figure> Of(string id, SolvedAuction auction, CancellationToken cancellation)
    {
        var curves = Curves(auction, cancellation).ToList();
        if (curves.Count == 0)
        {
            yield break;
        }

        var side = auction.Agents[0].Agent.Side;
        var (sign, word) = (side.Sign(), side.Type());
        var x = Axis.Exactly(word, curves.SelectMany(one => Points(one.Curve).Select(point => sign * point.Type)), withZero: curves.TrueForAll(one => Points(one.Curve).Min(point => sign * point.Type) >= 0));
        var others = " while the others report the truth.";
        yield return Make("chance", "Chance of being served", $"The probability with which an agent of this {word} is served" + others + " Truth can be optimal only if it never falls as the type gets better.", "probability", point => point.Chance, new Axis("probability", 0, 1));
        yield return Make(
            "payment",
            side == Side.Buyer ? "Expected payment" : "Expected receipt",
            $"What an agent of this {word} expects to {(side == Side.Buyer ? "pay" : "receive")}" + others + " The chances alone decide it (Myerson 1981).",
            side == Side.Buyer ? "expected payment" : "expected receipt",
            point => sign * point.Payment,
            null);
        yield return Make("utility", "Expected gain", $"What an agent of this {word} expects to gain by taking part" + others + " Its slope is the chance of being served.", "expected gain", point => point.Utility, null);

        Figure Make(string what, string title, string words, string measure, Func<InterimPoint, double> of, Axis? y) => new(
            $"{id}-{what}",
            title,
            words,
            x,
            y ?? Axis.Holding(measure, curves.SelectMany(one => Points(one.Curve).Select(of))),
            [.. curves.Select((one, index) => new LineLayer(one.Name, AgentWords.Hue(index), [.. Points(one.Curve).Select(point => new Point(sign * point.Type, of(point)))]))])
        {
            Numbers = new NumberTable([word, .. curves.Select(one => one.Name)], [.. Rows(curves, sign, of)]),
        };
    }

    private static IEnumerable<(string Name, InterimCurve Curve)> Curves(SolvedAuction auction, CancellationToken cancellation)
    {
        if (auction.Problem.Population is Population.Alike alike)
        {
            foreach (var agents in alike.Count is { } count ? [count] : new[] { 2, 3, 5 }.Where(number => number >= alike.Min && number <= (alike.Max ?? int.MaxValue)))
            {
                if (InterimCurve.Of(auction, 0, agents, cancellation) is { } curve)
                {
                    yield return (FormattableString.Invariant($"{agents} agents"), curve);
                }
            }
        }
        else if (auction.Agents.Count <= MostAgents)
        {
            for (var agent = 0; agent < auction.Agents.Count; agent++)
            {
                if (InterimCurve.Of(auction, agent, auction.Agents.Count, cancellation) is { } curve)
                {
                    yield return (auction.Agents[agent].Agent.Name(), curve);
                }
            }
        }
    }

    private static IEnumerable<InterimPoint> Points(InterimCurve curve) => curve.Panels.SelectMany(panel => panel);

    /// <summary>Eleven types over the range of all curves; where a curve has no such type, or jumps, the next higher one is taken.</summary>
    private static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<(string Name, InterimCurve Curve)> curves, double sign, Func<InterimPoint, double> of)
    {
        var all = curves.Select(one => Points(one.Curve).OrderBy(point => sign * point.Type).ToList()).ToList();
        var (low, high) = (all.Min(points => sign * points[0].Type), all.Max(points => sign * points[^1].Type));
        foreach (var report in Enumerable.Range(0, 11).Select(step => low + ((high - low) * step / 10)))
        {
            yield return [report.Text(4), .. all.Select(points => At(points))];

            string At(List<InterimPoint> points)
            {
                var next = points.FindIndex(point => sign * point.Type >= report);
                if (next < 0 || (next == 0 && (sign * points[0].Type) - report > 1e-6 * (high - low)))
                {
                    return next < 0 && report - (sign * points[^1].Type) <= 1e-6 * (high - low) ? of(points[^1]).Text(4) : "–";
                }

                if (next == 0)
                {
                    return of(points[0]).Text(4);
                }

                var (one, other) = (points[next - 1], points[next]);
                var share = (report - (sign * one.Type)) / (sign * (other.Type - one.Type));
                return (of(one) + (share * (of(other) - of(one)))).Text(4);
            }
        }
    }
}
