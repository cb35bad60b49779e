using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>
/// Writes the form for named agents with different scores: the scores of all agents as data of one of the library's kernels, which compares them in
/// the lanes of a register.
/// </summary>
/// <remarks>A kernel sees types, not reports: a value, or minus a cost.</remarks>
internal sealed class ScoresForm(MechanismPlan plan, SourceWriter writer)
{
    /// <summary>The most pieces of a score that the kernel for pieces takes.</summary>
    private const int MostPieces = 8;

    private readonly Market _market = plan.Market;
    private readonly EquatableArray<Curve> _curves = Curves(plan) ?? throw new InvalidOperationException("The form needs one score an agent.");

    private enum Kernel
    {
        Affine,
        Piecewise,
        Smooth,
    }

    /// <summary>Whether a kernel decides.</summary>
    public static bool Fits(MechanismPlan plan) =>
        plan.IsNamed
        && !UnrolledWriter.Fits(plan)
        && !plan.Currency.IsGrid
        && plan.Domain.IsDefault
        && !plan.Ties.AreShared
        && plan.Ties.Ranks.Count == 0
        && plan.Price is PricePlan.Threshold
        && plan.Rule.Limits.All(limit => !limit.IsLazy && !limit.IsRunTime)
        && Curves(plan) is { } curves
        && KernelOf(curves, plan.Market) is not null;

    /// <summary>The call that decides on reports in the order of the agents.</summary>
    public static string Call(MechanismPlan plan, string reports) => $"Scores.Run{(plan.Market.IsProcurement ? "Suppliers" : string.Empty)}({reports})";

    /// <summary>The call that decides on reports of which some are null.</summary>
    public static string CallPresent(MechanismPlan plan, string reports) => $"Scores.Run{(plan.Market.IsProcurement ? "Suppliers" : string.Empty)}Present({reports})";

    /// <summary>Writes the kernel with its data.</summary>
    public void Write()
    {
        var kernel = KernelOf(_curves, _market);
        if (kernel == Kernel.Smooth)
        {
            WriteSmooth();
            return;
        }

        writer.Doc("summary", $"Every {_market.Agent}'s {_market.Score} as slope · {Type} + intercept{(kernel == Kernel.Affine ? string.Empty : " from the given ends on")}; whoever misses the lowest {Type} is not served.");
        writer.Line($"public static readonly {kernel}Scores Scores = new(");
        writer.Indented(() =>
        {
            if (kernel == Kernel.Piecewise)
            {
                WriteColumn("pieces", curve => [curve.Pieces.Count]);
                WriteColumn("from", curve => curve.Pieces.Select(piece => _market.Mirror(piece.Worst)));
            }

            WriteColumn("slopes", curve => curve.Pieces.Select(piece => piece is Piece.Line line ? line.Slope : 0));
            WriteColumn("intercepts", curve => curve.Pieces.Select(piece => _market.Mirror(piece is Piece.Line line ? line.Intercept : ((Piece.Flat)piece).Score)));
            WriteLowest();
        });
    }

    private string Type => _market.IsProcurement ? "(minus cost)" : "bid";

    private void WriteSmooth()
    {
        for (var agent = 0; agent < _curves.Count; agent++)
        {
            var table = (Piece.Table)_curves[agent].Pieces[0];
            TableText.Write(writer, $"Score{agent}", table.Forward);
            writer.Line();
            TableText.Write(writer, $"Inverse{agent}", table.Inverse);
            writer.Line();
        }

        writer.Doc("summary", $"Every {_market.Agent}'s {_market.Score}: the table and its inverse, slope and intercept behind the table, and the lowest {_market.Report} that is served.");
        writer.Line("public static readonly SmoothScores Scores = new(");
        writer.Line("[");
        writer.Indented(() =>
        {
            for (var agent = 0; agent < _curves.Count; agent++)
            {
                var tail = (Piece.Line)_curves[agent].Pieces[1];
                writer.Line($"new(Score{agent}, Inverse{agent}, {NumberText.Exact(tail.Slope)}, {NumberText.Exact(tail.Intercept)}, {NumberText.Exact(plan.Rule.Limits[agent].Served)}), // {plan.Agents[agent]}");
            }
        });
        writer.Line("]);");
    }

    private void WriteColumn(string name, Func<Curve, IEnumerable<double>> entries)
    {
        writer.Line($"{name}:");
        writer.Line("[");
        writer.Indented(() =>
        {
            for (var agent = 0; agent < _curves.Count; agent++)
            {
                writer.Line($"{string.Join(", ", entries(_curves[agent]).Select(Entry))}, // {plan.Agents[agent]}");
            }
        });
        writer.Line("],");
    }

    private void WriteLowest()
    {
        writer.Line("lowest:");
        writer.Line("[");
        writer.Indented(() =>
        {
            for (var agent = 0; agent < _curves.Count; agent++)
            {
                writer.Line($"{Entry(_market.Mirror(plan.Rule.Limits[agent].Served))}, // {plan.Agents[agent]}");
            }
        });
        writer.Line("]);");
    }

    /// <summary>Zero has no sign here.</summary>
    private static string Entry(double value) => NumberText.Exact(value + 0.0);

    /// <summary>One score an agent; where the best report wins, the report itself.</summary>
    private static EquatableArray<Curve>? Curves(MechanismPlan plan) => plan.Rule switch
    {
        RulePlan.BestScore score => score.Curves,
        RulePlan.BestReport { Blocks.Count: 0 } => plan.Agents
            .Select(_ => new Curve([new Piece.Line(plan.Market.NoLimit, plan.Market.Mirror(double.PositiveInfinity), 1, 0)]))
            .ToEquatableArray(),
        _ => null,
    };

    private static Kernel? KernelOf(EquatableArray<Curve> curves, Market market)
    {
        if (curves.All(curve => curve.Pieces is [Piece.Line]))
        {
            return Kernel.Affine;
        }

        if (curves.All(curve => curve.Pieces.Count is >= 1 and <= MostPieces && curve.Pieces.All(piece => piece is Piece.Line or Piece.Flat)))
        {
            return Kernel.Piecewise;
        }

        // Tables of costs shrink towards a cost of 0, the upper end of types, where the kernel's cannot.
        return !market.IsProcurement && curves.All(curve => curve.Pieces is [Piece.Table { IsTurned: false }, Piece.Line { Slope: > 0 }]) ? Kernel.Smooth : null;
    }
}
