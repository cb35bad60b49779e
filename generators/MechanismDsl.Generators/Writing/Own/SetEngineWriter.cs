using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Service;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes what a score needs where sets of agents are compared: the feasible sets, and the run over exact sums of scores.</summary>
internal sealed class SetEngineWriter(OwnPlan plan, OwnText text, SourceWriter writer)
{
    private readonly SetText _sets = new(plan.Agents, plan.Ranks) { Kernels = OwnText.Kernels, System = "global::System.", Numerics = "global::System.Numerics." };

    /// <summary>Writes it.</summary>
    public void Write(DecisionPlan.Score score, FeasiblePlan feasible)
    {
        writer.Line();
        if (feasible is FeasiblePlan.Limits(var set))
        {
            _sets.WriteSets(writer, set, plan.Market.Agents);
        }

        var (reports, exact) = (text.Reports, "global::System.Int128");
        var standing = $"{OwnText.Kernels}Standing<{exact}>";
        writer.Doc("summary", "Who is served and what each pays; the report of an absent agent is not read.");
        writer.Block($"public static void Serve({text.Span} {reports}, global::System.ReadOnlySpan<bool> absent, global::System.Span<{text.Award}> awards)", () =>
        {
            writer.Line("// Sums of scores are compared, so they are exact. A score below zero is never served.");
            writer.Line("awards.Clear();");
            writer.Line($"using var memory = new {OwnText.Kernels}RunMemory<{exact}>({OwnText.StackOf(exact)}, {reports}.Length);");
            writer.Line($"using var decided = new {OwnText.Kernels}RunMemory<{standing}>({OwnText.StackOf(standing)}, {reports}.Length);");
            writer.Line("var scores = memory.Span;");
            writer.Line("var standings = decided.Span;");
            writer.Block($"for (var agent = 0; agent < {reports}.Length; agent++)", () =>
            {
                writer.Line($"scores[agent] = {OwnText.Kernels}FixedPoint.Absent;");
                writer.Block("if (absent.IsEmpty || !absent[agent])", () =>
                {
                    writer.Line($"var score = ScoreOf(Checked({reports}[agent], agent), agent);");
                    writer.Line($"scores[agent] = score >= 0 ? {(score.Type == "double" ? $"{OwnText.Kernels}FixedPoint.Of(score)" : $"({exact})score")} : {OwnText.Kernels}FixedPoint.Absent;");
                });
            });
            writer.Line();
            writer.Line(_sets.Decide(feasible, "scores", "standings", withTies: true));
            writer.Block($"for (var agent = 0; agent < {reports}.Length; agent++)", () =>
                writer.Block("if (standings[agent].IsServed)", () =>
                {
                    writer.Line("var (_, _, critical, mustExceed) = standings[agent];");
                    writer.Line(score.Type == "double"
                        ? $"var target = {OwnText.Kernels}FixedPoint.AtLeast(mustExceed ? critical + 1 : critical);"
                        : $"var target = ({score.Type})critical;");

                    // A double reaches the next exact number exactly if it exceeds this one as scores are added up.
                    var exceeds = score.Type == "double" ? "mustExceed: false" : "mustExceed";
                    writer.Line($"awards[agent] = new(1, Price(Checked({reports}[agent], agent), agent, target, {exceeds}));");
                }));
        });
    }
}
