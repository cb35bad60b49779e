using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the ways to run a mechanism whose ties are shared: its outcome is everybody's chance and expected payment.</summary>
internal sealed class SharedRunWriter(MechanismPlan plan, SourceWriter writer)
{
    private readonly Market _market = plan.Market;
    private readonly RuleText _rule = new(plan);
    private readonly string _type = plan.Currency.Type;
    private readonly string _outcome = TypeWriter.Outcome(plan);

    private string Reports => $"global::System.ReadOnlySpan<{_type}> {_market.Reports}";

    private string Share => $"global::MechanismDsl.Share<{_type}>";

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        WriteFill();
        WriteRun();
        WriteRunBatch();
    }

    private void WriteFill()
    {
        writer.Line();
        writer.Doc("summary", "Runs one auction into the caller's memory, without allocation.");
        RunDocs.WriteReports(plan, writer);
        writer.ParameterDoc("shares", $"Receives each {_market.Agent}'s chance of being served and its expected {(_market.IsProcurement ? "receipt" : "payment")}{(plan.EntryFee == 0 ? string.Empty : ", the entry fee apart")}.");
        RunDocs.WriteExceptions(plan, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void Run({Reports}, global::System.Span<{Share}> shares{_rule.ReserveParameter})", () =>
        {
            if (plan.IsNamed)
            {
                writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckAgents({_market.Reports}.Length, {plan.Agents.Count}, nameof({_market.Reports}));");
            }
            else if (plan.MostAgents is { } most)
            {
                writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckAtMost({_market.Reports}.Length, {most}, nameof({_market.Reports}));");
            }

            writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckAgents(shares.Length, {_market.Reports}.Length, nameof(shares));");
            RunDocs.WriteReserveCheck(plan, writer);
            if (plan.IsNamed)
            {
                for (var agent = 0; agent < plan.Agents.Count; agent++)
                {
                    writer.Line(Door.Check(plan, $"{_market.Reports}[{agent}]", Text.Literal(plan.Agents[agent])));
                }
            }
            else
            {
                writer.Block($"for (var agent = 0; agent < {_market.Reports}.Length; agent++)", () => writer.Line(Door.Check(plan, $"{_market.Reports}[agent]", "agent")));
            }

            writer.Line();
            writer.Line($"global::MechanismDsl.Generated.{plan.RuleClass}.Decide({_market.Reports}, shares{_rule.ReserveArgument});");
        });
    }

    private void WriteRun()
    {
        writer.Line();
        writer.Doc("summary", "Runs one auction.");
        Remarks.WriteShort(writer, plan.Type, plan.Summary);

        RunDocs.WriteReports(plan, writer);
        writer.Line("/// <returns>Everybody's chance of being served and expected payment.</returns>");
        RunDocs.WriteExceptions(plan, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {_outcome} Run({Reports}{_rule.ReserveParameter})", () =>
        {
            writer.Line($"var shares = new {Share}[{_market.Reports}.Length];");
            writer.Line($"Run({_market.Reports}, shares{_rule.ReserveArgument});");
            writer.Line("return new(shares);");
        });
    }

    private void WriteRunBatch()
    {
        writer.Line();
        RunDocs.WriteBatch(plan, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void RunBatch({Reports}, int agents, global::System.Span<{_outcome}> outcomes{_rule.ReserveParameter})", () =>
        {
            writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckRows({_market.Reports}.Length, agents, outcomes.Length);");
            writer.Line($"var shares = new {Share}[{_market.Reports}.Length];");
            writer.Block("for (var auction = 0; auction < outcomes.Length; auction++)", () =>
            {
                writer.Line($"var row = global::System.MemoryExtensions.AsMemory(shares, auction * agents, agents);");
                writer.Line($"Run({_market.Reports}.Slice(auction * agents, agents), row.Span{_rule.ReserveArgument});");
                writer.Line("outcomes[auction] = new(row);");
            });
        });
    }
}
