using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Curves;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>Who gets the item at every profile of two agents, and where that is not the one who values it most (Myerson 1981, figure 1).</summary>
internal static class AuctionRegionFigure
{
    private const int Unsold = 0;
    private const int Lottery = 5;

    /// <summary>The figure; null for other numbers of agents than two, without priors, or where a reserve is given when the mechanism runs.</summary>
    public static Figure? Of(string id, SolvedAuction auction)
    {
        var isTwo = auction.Problem.Population switch
        {
            Population.Named(var agents) => agents.Count == 2,
            Population.Alike(var least, var most, _) => least <= 2 && most is null or >= 2,
            _ => false,
        };
        if (!isTwo || auction.Problem is not { Own: null, Strategy: null } || auction.Agents.Any(agent => agent.Agent.Prior is null || agent.Agent.Reserve is { Amount: null }))
        {
            return null;
        }

        SolvedAgent[] both = auction.Agents.Count == 2 ? [.. auction.Agents] : [auction.Agents[0], auction.Agents[0]];
        string[] names = auction.Agents.Count == 2 ? [.. both.Select(agent => agent.Agent.Name())] : both[0].Agent.Side == Side.Buyer ? ["bidder 0", "bidder 1"] : ["supplier 0", "supplier 1"];
        var side = both[0].Agent.Side;
        var axes = both.Select((agent, index) => AxisOf(agent, names[index])).ToArray();
        var interpreter = new AuctionInterpreter(auction);
        var tracer = new RegionTracer(Classify, axes[0], axes[1]);
        var regions = tracer.Trace(Kinks(both[0], both[1]), Kinks(both[1], both[0]));
        var (verb, better) = side == Side.Buyer ? ("gets it", "values it more") : ("serves", "costs less");
        var (low, high) = (Math.Max(axes[0].Low, axes[1].Low), Math.Min(axes[0].High, axes[1].High));
        List<Layer> layers =
        [
            .. Region(Unsold, side == Side.Buyer ? "unsold" : "not bought", Hue.Quiet, isHatched: false, side == Side.Buyer ? "unsold" : "not bought"),
            .. Region(1, $"{names[0]} {verb}", Hue.First, isHatched: false, names[0]),
            .. Region(2, $"{names[0]} {verb}, though {names[1]} {better}", Hue.First, isHatched: true, null),
            .. Region(3, $"{names[1]} {verb}", Hue.Second, isHatched: false, names[1]),
            .. Region(4, $"{names[1]} {verb}, though {names[0]} {better}", Hue.Second, isHatched: true, null),
            .. Region(Lottery, "each with probability 1/2", Hue.Third, isHatched: false, "a lottery"),
            new LineLayer($"equal {side.Type()}s", Hue.Quiet, low < high ? [new(low, low), new(high, high)] : []) { IsDashed = true },
        ];
        var isInefficient = regions.ContainsKey(2) || regions.ContainsKey(4);
        return new Figure(
            id,
            "Who gets it",
            (side == Side.Buyer ? "Every pair of values: who gets the item." : "Every pair of costs: who serves.")
                + (isInefficient ? $" Hatched: somebody else {better}." : (side == Side.Buyer ? " Whoever gets it values it most." : " Whoever serves costs least."))
                + (auction.Agents.Count == 1 ? " For two alike agents; ties go to the lower index." : string.Empty),
            axes[0],
            axes[1],
            layers) { IsPlane = true };

        int Classify(double first, double second)
        {
            var outcome = interpreter.Run([first, second]);
            if (outcome.Winner < 0)
            {
                return outcome.Chances.Any(chance => chance > 0) ? Lottery : Unsold;
            }

            var (own, other) = outcome.Winner == 0 ? (first, second) : (second, first);
            return (outcome.Winner == 0 ? 1 : 3) + (side.Sign() * own < side.Sign() * other ? 1 : 0);
        }

        IEnumerable<Layer> Region(int value, string label, Hue hue, bool isHatched, string? name)
        {
            if (regions.TryGetValue(value, out var polygons))
            {
                var heart = tracer.Heart(polygons);
                var fits = name is not null && heart is { Width: var width } && width / (axes[0].High - axes[0].Low) * 420 > TextWidth.Of(name, ChartStyle.Small);
                yield return new RegionLayer(label, hue, polygons) { IsHatched = isHatched, Name = fits ? (heart!.Value.At, name!) : null };
            }
        }
    }

    private static Axis AxisOf(SolvedAgent agent, string name)
    {
        var range = TypeRange.Of(agent.Agent.Prior!);
        return new Axis($"{agent.Agent.Side.Type()} of {name}", range.From >= 0 && range.From < 0.5 * range.To ? 0 : Math.Max(0, range.From), range.To);
    }

    /// <summary>Reports at which an agent's score changes its form, or meets one of the other at which that one's does.</summary>
    private static IEnumerable<double> Kinks(SolvedAgent own, SolvedAgent other)
    {
        var sign = own.Agent.Side.Sign();
        List<double> types = [own.LowestServed, .. own.Score.Pieces.Select(piece => piece.From)];
        foreach (var end in other.Score.Pieces.Select(piece => piece.From).Append(other.LowestServed).Where(double.IsFinite))
        {
            // On both sides of the end of a piece: the score may jump there.
            foreach (var score in other.Score.Pieces.Where(piece => piece.From <= end && end <= piece.To).Select(piece => piece.At(end)).Where(double.IsFinite))
            {
                types.Add(own.Score.LowestMeeting(score));
                types.Add(own.Score.LowestBeating(score));
            }
        }

        return types.Where(double.IsFinite).Select(type => sign * type);
    }
}
