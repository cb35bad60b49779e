using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>
/// Writes the form for a few named agents with one affine score each: every comparison and every inverse as a closed-form expression, no loop.
/// </summary>
internal sealed class UnrolledWriter(MechanismPlan plan, RuleText rule, SourceWriter writer)
{
    /// <summary>Beyond this number of agents the loop is shorter to read.</summary>
    public const int MostAgents = 4;

    private readonly Market _market = plan.Market;

    /// <summary>Whether the form fits the plan.</summary>
    public static bool Fits(MechanismPlan plan) =>
        plan.IsNamed
        && plan.Agents.Count <= MostAgents
        && !plan.Currency.IsGrid
        && !plan.Ties.AreShared
        && plan.Ties.Ranks.Count == 0
        && !plan.Rule.IsLazy
        && plan.Price is PricePlan.Threshold
        && Lines(plan) is not null;

    /// <summary>Writes <c>Decide</c> with one parameter an agent; reports have been checked, an absent agent's report is one that is never served.</summary>
    public void WriteDecide()
    {
        var lines = Lines(plan) ?? throw new InvalidOperationException("The unrolled form needs one affine score an agent.");
        var names = plan.Agents.Select(Identifier.Local).ToArray();
        var reports = plan.Agents.Select(Identifier.Parameter).ToArray();
        var hasScores = lines.Any(line => line.Slope != 1 || line.Intercept != 0);
        var scores = names.Select(name => name + (hasScores ? "Score" : "Claim")).ToArray();
        while (scores.Intersect(reports).Any())
        {
            // An agent may have the name that another one's score would have.
            scores = [.. scores.Select(score => score + "Own")];
        }


        writer.Doc("summary", "Who is served and at which price; the reports have been checked.");
        writer.Block($"public static Sale<double> Decide({string.Join(", ", reports.Select(report => "double " + report))}{rule.ReserveParameter})", () =>
        {
            writer.Line(hasScores
                ? $"// Each {_market.Agent}'s {_market.Score}; whoever misses the {_market.Limit} has no claim."
                : $"// Whoever misses the {_market.Limit} has no claim.");
            for (var agent = 0; agent < lines.Length; agent++)
            {
                writer.Line($"var {scores[agent]} = {reports[agent]} {_market.AtLeast} {rule.Served(agent)} ? {AffineText.Of(lines[agent].Slope, lines[agent].Intercept, reports[agent])} : {_market.NeverServed};");
            }

            writer.Line();
            for (var agent = 0; agent < lines.Length; agent++)
            {
                var rivals = scores.Where((_, rival) => rival != agent).ToArray();
                if (rivals.Length == 0)
                {
                    WriteReturn(agent, null);
                    return;
                }

                if (agent < lines.Length - 1)
                {
                    // Whoever comes earlier has been found worse than somebody, so only later agents need a comparison with this one.
                    var condition = string.Join(" && ", scores.Select((score, rival) => (score, rival))
                        .Where(other => other.rival != agent)
                        .Select(other => $"{scores[agent]} {(agent < other.rival ? _market.AtLeast : _market.Beats)} {other.score}"));
                    writer.Block($"if ({condition})", () => WriteReturn(agent, Best(rivals)));
                    writer.Line();
                }
                else
                {
                    WriteReturn(agent, Best(rivals));
                }
            }

            void WriteReturn(int agent, string? rival)
            {
                var price = rule.Served(agent);
                if (rival is not null)
                {
                    price = $"{_market.Stricter}({price}, {AffineText.Inverse(lines[agent].Slope, lines[agent].Intercept, rival)})";
                }

                // Rounding in the inverse must not turn a winner's report against it; without a slope there is no rounding.
                if (lines[agent].Slope != 1 || lines[agent].Intercept != 0)
                {
                    price = $"{_market.Milder}({price}, {reports[agent]})";
                }

                writer.Line($"return {scores[agent]} == {_market.NeverServed} ? Sale<double>.Unsold : new({agent}, {price});");
            }
        });
    }

    private string Best(string[] rivals) => rivals.Aggregate((left, right) => $"{_market.Stricter}({left}, {right})");

    private static Piece.Line[]? Lines(MechanismPlan plan)
    {
        switch (plan.Rule)
        {
            case RulePlan.BestReport { Blocks.Count: 0 }:
                return [.. plan.Agents.Select(_ => new Piece.Line(0, 0, 1, 0))];
            case RulePlan.BestScore score when score.Curves.All(curve => curve.Pieces.Count == 1 && curve.Pieces[0] is Piece.Line):
                return [.. score.Curves.Select(curve => (Piece.Line)curve.Pieces[0])];
            default:
                return null;
        }
    }
}
