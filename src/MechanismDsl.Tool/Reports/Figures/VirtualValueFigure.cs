using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Curves;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>The virtual value of an agent's prior and what ironing makes of it (Myerson 1981).</summary>
internal static class VirtualValueFigure
{
    private const int Points = 160;

    /// <summary>A sample can have dozens of ironed blocks; so many are named.</summary>
    private const int ShownBlocks = 3;

    /// <summary>The figure; null without a prior, or where optimal revenue has no bound.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="cutoff">The score from which an agent is served where virtual values are compared; null where they are not.</param>
    /// <param name="cancellation">Checked between steps.</param>
    public static Figure? Of(string id, SolvedAgent agent, double? cutoff, CancellationToken cancellation)
    {
        if (agent.Agent.Prior is not { } prior)
        {
            return null;
        }

        var (side, sign) = (agent.Agent.Side, agent.Agent.Side.Sign());
        var types = side == Side.Buyer ? prior : prior.Mirrored();
        var virtualTypes = VirtualTypes.Of(types, cancellation);
        if (virtualTypes.Score.Pieces.Count == 0)
        {
            return null;
        }

        var word = side.Type();
        var hue = Hue.First;
        var range = TypeRange.Of(types);
        var raw = Raw(types, range, virtualTypes);
        var ironed = Ironed(virtualTypes, range);
        var isIroned = virtualTypes.Regularity.Class == RegularityClass.Irregular;
        var span = range.To - range.From;
        var reports = new[] { sign * range.From, sign * range.To };
        var shown = ironed.Concat(raw).Select(point => point.Y * sign).Where(double.IsFinite).Select(y => Math.Clamp(y, reports.Min() - (1.5 * span), reports.Max() + (1.5 * span)));
        List<Layer> layers =
        [
            new LineLayer($"the {word} itself", Hue.Quiet, [new(reports.Min(), reports.Min()), new(reports.Max(), reports.Max())]) { IsDashed = true },
        ];
        if (types is AtomicPrior)
        {
            layers.Add(new LineLayer(isIroned ? "ironed" : $"virtual {word}", hue, [.. ironed.Select(Report)]));
            layers.Add(new DotLayer(isIroned ? $"virtual {word}" : null, isIroned ? Hue.Second : hue, [.. raw.Select(Report).Select(point => (point, $"{word} {point.X.Text()}: virtual {word} {point.Y.Text()}"))]) { IsHollow = true });
        }
        else
        {
            if (isIroned)
            {
                layers.Add(new LineLayer($"virtual {word}", Hue.Second, [.. raw.Select(Report)]) { IsDashed = true });
            }

            layers.Add(new LineLayer(isIroned ? "ironed" : $"virtual {word}", hue, [.. ironed.Select(Report)]));
        }

        if (cutoff is { } least && double.IsFinite(least) && double.IsFinite(agent.LowestServed) && agent.LowestServed >= range.From && agent.LowestServed <= range.To)
        {
            layers.Add(new MarkLayer(IsVertical: true, sign * agent.LowestServed, $"{(side == Side.Buyer ? "reserve" : "ceiling")} {(sign * agent.LowestServed).Text()}"));
            if (least != 0)
            {
                layers.Add(new MarkLayer(IsVertical: false, sign * least, $"{(side == Side.Buyer ? "the seller's value" : "the buyer's value")} {(sign * least).Text()}"));
            }
        }

        var ironedBlocks = virtualTypes.Regularity.Ironed;
        var blocks = string.Join(", ", ironedBlocks.Take(ShownBlocks).Select(block => Between(block.From * sign, block.To * sign) + " at " + (sign * block.Score).Text(10)))
            + (ironedBlocks.Count > ShownBlocks ? FormattableString.Invariant($" and {ironedBlocks.Count - ShownBlocks} blocks more") : string.Empty);
        var use = cutoff is null ? " The rule does not use it."
            : agent.Score == virtualTypes.Score ? string.Empty
            : $" The rule takes only the {(side == Side.Buyer ? "reserve" : "ceiling")} from it: exact ironing of a sample follows its noise.";
        return new Figure(
            id,
            $"Virtual {word} of {agent.Agent.Name()}",
            (side == Side.Buyer ? "What a buyer of this value adds to expected revenue: v − (1 − F(v))/f(v)" : "What a supplier of this cost adds to the expected outlay: c + F(c)/f(c)")
                + $" under {prior.Describe()}, the slope of the {(side == Side.Buyer ? "revenue" : "outlay")} curve. "
                + (isIroned ? $"It falls somewhere; ironed, {word}s of {blocks} count alike." : "It never falls: nothing has to be ironed.")
                + use,
            Axis.Exactly(word, reports, withZero: reports.Min() >= 0 && reports.Min() < 0.5 * reports.Max()),
            Axis.Holding($"virtual {word}", shown.Concat(reports), withZero: true),
            layers)
        {
            Numbers = Table(word, raw, virtualTypes, sign),
        };

        Point Report(Point point) => new(sign * point.X, sign * point.Y);
    }

    private static string Between(double one, double other) => $"[{Math.Min(one, other).Text(10)}, {Math.Max(one, other).Text(10)}]";

    private static List<Point> Raw(Prior types, TypeRange range, VirtualTypes ironed)
    {
        if (types is AtomicPrior atomic)
        {
            var finite = FiniteTypes.Of(atomic);
            return [.. finite.Values.Select((value, index) => new Point(value.ToDouble(), finite.Virtual[index].ToDouble()))];
        }

        var kinks = types.Breakpoints.Concat(ironed.Score.Pieces.Select(piece => piece.From));
        return [.. range.Panels(kinks, Points).SelectMany(panel => panel.Select(type => new Point(type, ((ContinuousPrior)types).VirtualValue(type))).Append(new(double.NaN, double.NaN)))];
    }

    private static List<Point> Ironed(VirtualTypes types, TypeRange range) =>
    [
        .. range.Panels(types.Score.Pieces.Select(piece => piece.From), Points).SelectMany(panel => panel.Select(type => new Point(type, types.Score.Score(type)))),
    ];

    private static NumberTable Table(string word, IReadOnlyList<Point> raw, VirtualTypes types, double sign)
    {
        var finite = raw.Where(point => double.IsFinite(point.X + point.Y)).ToList();
        var rows = types.Prior is AtomicPrior ? finite : [.. Enumerable.Range(0, 11).Select(step => finite[step * (finite.Count - 1) / 10])];
        return new NumberTable(
            [word, $"virtual {word}", "ironed"],
            [.. rows.Select(point => (IReadOnlyList<string>)[(sign * point.X).Text(), (sign * point.Y).Text(), (sign * types.Score.Score(point.X)).Text()])]);
    }
}
