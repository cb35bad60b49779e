using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains the agents one by one: prior, score, limit of service and where it comes from, pooled reports. It is the same whatever is decided on.</summary>
/// <param name="plan">The plan of a single-item mechanism for these agents.</param>
/// <param name="auction">Its solution.</param>
internal sealed class AgentExplainer(MechanismPlan plan, SolvedAuction auction)
{
    /// <summary>How many pooled intervals are spelled out.</summary>
    private const int MostBlocks = 8;

    private readonly Market _market = plan.Market;

    /// <summary>Whether an agent is served whatever it reports.</summary>
    public Func<int, bool> MustServe { get; init; } = static _ => false;

    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The lines: one heading an agent where agents have names, otherwise what holds for all.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        if (plan.IsNamed && plan.Rule is not RulePlan.First)
        {
            ExplainNamed();
        }
        else
        {
            ExplainLimit(1, auction.Agents[0], plan.Rule.Limits[0]);
            ExplainShape(1, auction.Agents[0]);
        }

        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private void ExplainNamed()
    {
        for (var agent = 0; agent < plan.Agents.Count; agent++)
        {
            var solved = auction.Agents[agent];
            var prior = solved.Agent.Prior is { } known ? $", {(_market.IsProcurement ? "cost" : "value")} distributed as {known.Describe()}" : string.Empty;
            var heading = _lines.Count;
            Add(1, $"{plan.Agents[agent]}{prior}:");
            if (plan.Rule is RulePlan.BestScore score)
            {
                ExplainCurve(solved, score.Curves[agent]);
            }

            if (MustServe(agent))
            {
                var lowest = plan.Rule.Limits[agent].Served;
                Add(2, $"Served whatever it reports; it {_market.Pays} {Number(lowest)}{(lowest == 0 ? string.Empty : ", the lower end of its prior, below which no report is accepted")}.");
            }
            else
            {
                ExplainLimit(2, solved, plan.Rule.Limits[agent]);
            }

            ExplainShape(2, solved);
            if (_lines.Count == heading + 1)
            {
                _lines[heading] = _lines[heading] with { Text = $"{plan.Agents[agent]}{prior}." };
            }
        }
    }

    private void ExplainCurve(SolvedAgent agent, Curve curve)
    {
        var tabulated = agent.Score.Pieces.OfType<VirtualPiece>().ToList();
        VirtualPiece? last = null;
        foreach (var piece in curve.Pieces)
        {
            // All tables of one virtual value, and the line behind them, are the same formula.
            var inside = _market.Mirror(piece.Worst);
            var source = tabulated.LastOrDefault(smooth => smooth.From <= inside && inside < smooth.To);
            if (source is null || source != last)
            {
                var range = curve.Pieces.Count == 1 ? string.Empty : $" from {_market.Report} {Number(piece.Worst)} {(_market.IsProcurement ? "down" : "on")}";
                Add(2, $"{Capital(_market.Score)}{range}: {(source is null ? Formula(piece) : Tabulated([.. curve.Pieces.Where(part => Belongs(part, source))]))}.");
            }

            last = source;
        }

        bool Belongs(Piece part, VirtualPiece source) => _market.Mirror(part.Worst) is var type && source.From <= type && type < source.To;
    }

    private string Formula(Piece piece) => piece switch
    {
        Piece.Flat flat => Number(flat.Score),
        Piece.Line line => Writing.AffineText.Of(line.Slope, line.Intercept, _market.Report),
        _ => throw new NotSupportedException($"No words are known for a score of kind {piece.GetType().Name}."),
    };

    /// <summary>The virtual value of a prior without a simpler formula, and how well the tables reach it.</summary>
    private string Tabulated(List<Piece> pieces)
    {
        var report = _market.Report;
        var formula = _market.IsProcurement ? $"{report} + F({report}) / f({report})" : $"{report} - (1 - F({report})) / f({report})";
        var error = Math.Max(Tabulation.Accuracy, pieces.OfType<Piece.Table>().Select(table => table.MaxError).DefaultIfEmpty().Max());
        var tail = pieces[^1] is Piece.Line line ? $"; {(_market.IsProcurement ? "below" : "beyond")} {Number(line.Worst)} a line of slope {Number(line.Slope)}" : string.Empty;
        return $"{formula}, from tables with a relative error of at most {NumberText.Words(error, 1)}{tail}";
    }

    private void ExplainLimit(int depth, SolvedAgent agent, Limit limit)
    {
        if (plan.Rule is RulePlan.First)
        {
            return;
        }

        if (limit.IsRunTime)
        {
            Add(depth, $"{Capital(_market.Limit)}: given with every run; met exactly, it is served.");
        }

        if (limit.Served == _market.NoLimit)
        {
            return;
        }

        var declaration = agent.Agent.Reserve?.Amount switch
        {
            { } amount when amount == limit.Served => "as declared",
            { } amount when amount == _market.Mirror(agent.LowestServed) => $"the declared {Number(amount)} on the grid",
            _ => Derivation(agent),
        };
        Add(depth, $"{Capital(_market.Limit)}: {Number(limit.Served)}, {declaration}; met exactly, it is served.");
    }

    private string Derivation(SolvedAgent agent)
    {
        if (agent.Agent.Prior is EmpiricalPrior && auction.Problem.Objective == Objective.RevenueOptimal)
        {
            return _market.IsProcurement
                ? "the price at which one supplier of the sample is worth most to the buyer"
                : "the price that earns most from one bidder of the sample";
        }

        var cutoff = _market.Mirror(auction.Cutoff);
        var worth = _market.IsProcurement ? "what the service is worth to the buyer" : cutoff == 0 ? "zero" : "the seller's own value";
        return auction.Problem.Objective == Objective.RevenueOptimal
            ? $"the {_market.Worst} {_market.Report} whose {_market.Score} {(_market.IsProcurement ? "does not exceed" : "reaches")} {worth}{(cutoff == 0 ? string.Empty : $" ({Number(cutoff)})")}"
                + (agent.Agent.Prior is { } prior ? $" under {prior.Describe()}" : string.Empty)
            : $"{worth}";
    }

    private void ExplainShape(int depth, SolvedAgent agent)
    {
        if (auction.Problem.Objective != Objective.RevenueOptimal || agent.Regularity is not { } shape)
        {
            return;
        }

        var word = shape.Class switch
        {
            RegularityClass.MonotoneHazardRate => "regular with a monotone hazard rate",
            RegularityClass.Regular => "regular",
            _ => "irregular",
        };
        if (agent.Agent.Prior is EmpiricalPrior)
        {
            return;
        }

        Add(depth, $"Prior: {word} ({shape.Reason}).");
        if (plan.Rule is RulePlan.BestReport report)
        {
            ExplainBlocks(depth + 1, report.Blocks, agent.Score);
        }
    }

    private void ExplainBlocks(int depth, EquatableArray<Block> blocks, ScoreCurve curve)
    {
        foreach (var block in blocks.Take(MostBlocks))
        {
            var score = Number(_market.Mirror(curve.Score(_market.Mirror(block.Worst))));
            var range = double.IsInfinity(block.Beyond)
                ? $"from {Number(block.Worst)} {(_market.IsProcurement ? "down" : "on")}"
                : $"from {Number(Math.Min(block.Worst, block.Beyond))} to {Number(Math.Max(block.Worst, block.Beyond))}";
            Add(depth, $"Pooled: {_market.Reports} {range} count as equal, with {_market.Score} {score}.");
        }

        if (blocks.Count > MostBlocks)
        {
            Add(depth, $"… and {NumberText.Exact(blocks.Count - MostBlocks)} more such intervals.");
        }
    }

    private static string Number(double value) => NumberText.Words(value, 12);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
