using MechanismDsl.Generators.Planning;
using MechanismDsl.Language;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes the private nested class behind the runs: the door, the user's rule as one agent sees it, the search for its threshold.</summary>
/// <remarks>It is nested in the user's type because the user's methods may be private.</remarks>
internal sealed class EngineWriter(OwnPlan plan, OwnText text, SourceWriter writer)
{
    /// <summary>More types than this are not spelled out in messages.</summary>
    private const int MostWords = 12;

    /// <summary>Writes the class.</summary>
    public void Write()
    {
        writer.Line();
        writer.Doc("summary", "What the runs share; nothing here is for callers.");
        writer.Line(Stamp.Attribute());
        writer.Block($"private static class {OwnText.Engine}", () =>
        {
            WriteChecked();
            WriteNames();
            WriteTypes();
            switch (plan.Decision)
            {
                case DecisionPlan.Score score:
                    WriteRank();
                    new ScoreEngineWriter(plan, text, writer).Write(score);
                    if (plan.Sets is { } sets)
                    {
                        new SetEngineWriter(plan, text, writer).Write(score, sets);
                    }

                    break;
                case DecisionPlan.Allocation allocation:
                    new AllocationEngineWriter(plan, text, writer).Write(allocation);
                    break;
                case DecisionPlan.Best best:
                    WriteRank();
                    new BestEngineWriter(plan, text, writer).Write(best);
                    break;
            }

            if (plan.IsNamed)
            {
                new OwnNamedRunWriter(plan, text, writer).WriteDecide();
            }
        });
    }

    private void WriteChecked()
    {
        var report = text.One;
        writer.Doc("summary", $"The {report} itself, if it lies in the declared domain{(plan.Report.Fields.Any(field => field.MayBeNegativeZero) ? "; −0 becomes 0" : string.Empty)}.");
        writer.Block($"public static {text.Report} Checked({text.Report} {report}, int agent)", () =>
        {
            if (plan.Report.Shape == ReportShape.Record)
            {
                writer.Line($"{OwnText.Kernels}RuleDomain.CheckPresent({report}, {Who("agent")});");
            }

            foreach (var field in plan.Report.Fields.Where(field => field.Kind != NumberKind.Boolean))
            {
                WriteCheck(field, text.Field(report, field));
            }

            writer.Line($"return {Normalised(report)};");
        });
    }

    private void WriteCheck(FieldPlan field, string value)
    {
        if (field.Enumeration is not null)
        {
            var members = string.Join(" or ", field.Values.Select(member => OwnText.Literal(field, member, isLow: true)));
            WriteRefusal($"({FieldPlan.Keyword(field.Kind)}){value} is not ({members})", field, value, Text.Literal(text.Domain(field)));
            return;
        }

        var outside = $"{value} is not (>= {OwnText.Literal(field, field.Low, isLow: true)} and <= {OwnText.Literal(field, field.High, isLow: false)})";
        if (field.IsReport && plan.Money.Kind == MoneyKind.Decimal)
        {
            outside += $" || {value} % {plan.Money.Step} != 0";
        }

        WriteRefusal(outside, field, value, Text.Literal(text.Domain(field)));
        if (field.IsReport && plan.Report.HasTypes)
        {
            var mixed = plan.Report.Types.Any(types => types.Count == 0) ? "!Types(agent).IsEmpty && " : string.Empty;
            WriteRefusal($"{mixed}!global::System.MemoryExtensions.Contains(Types(agent), {value})", field, value, Text.Literal(TypesInWords()));
        }
    }

    private void WriteRefusal(string condition, FieldPlan field, string value, string domain)
    {
        writer.Block($"if ({condition})", () =>
            writer.Line($"{OwnText.Kernels}RuleDomain.ThrowOutside({Who("agent")}, \"{field.Parameter}\", {value}, {domain});"));
        writer.Line();
    }

    private string TypesInWords()
    {
        var types = plan.Report.Types[0];
        return plan.Report.Types.All(other => other == types) && types.Count <= MostWords
            ? $"one of {string.Join(", ", types.Select(type => NumberText.Exact(type)))}"
            : "one of the agent's declared types";
    }

    private string Normalised(string report)
    {
        var fields = plan.Report.Fields.Where(field => field.MayBeNegativeZero).ToList();
        if (fields.Count == 0)
        {
            return report;
        }

        return plan.Report.Shape switch
        {
            ReportShape.Number => report + " + 0.0",
            ReportShape.Parameters => $"new({string.Join(", ", plan.Report.Fields.Select(field => text.Field(report, field) + (field.MayBeNegativeZero ? " + 0.0" : string.Empty)))})",
            _ => $"{string.Join(" || ", fields.Select(field => text.Field(report, field) + " == 0"))} ? {report} with {{ "
                + $"{string.Join(", ", fields.Select(field => $"{Identifier.Escape(field.Member)} = {text.Field(report, field)} + 0.0"))} }} : {report}",
        };
    }

    /// <summary>The expression of the name by which messages call an agent.</summary>
    private string Who(string agent) => plan.IsNamed ? $"Name({agent})" : $"{OwnText.Kernels}RuleDomain.Name({agent})";

    private void WriteNames()
    {
        if (!plan.IsNamed)
        {
            return;
        }

        writer.Line();
        writer.Block("public static string Name(int agent) => agent switch", () =>
        {
            for (var agent = 0; agent < plan.Agents.Count; agent++)
            {
                writer.Line($"{(agent == plan.Agents.Count - 1 ? "_" : NumberText.Exact(agent))} => {Text.Literal(plan.Agents[agent])},");
            }
        });
        writer.EndStatement();
    }

    private void WriteTypes()
    {
        if (!plan.Report.HasTypes)
        {
            return;
        }

        var lists = plan.Report.Types;
        var type = plan.Report.Own.Type;
        var isAlike = lists.All(types => types == lists[0]);
        writer.Line();
        if (type == "decimal")
        {
            // Decimals are no constants of the runtime: the lists are made once.
            for (var agent = 0; agent < (isAlike ? 1 : lists.Count); agent++)
            {
                writer.Line($"private static readonly decimal[] Types{agent} = [{List(lists[agent])}];");
            }

            writer.Line();
        }

        writer.Doc("summary", "The types that an agent can report, ascending.");
        if (isAlike)
        {
            writer.Line($"public static global::System.ReadOnlySpan<{type}> Types(int agent) => {(type == "decimal" ? "Types0" : $"[{List(lists[0])}]")};");
            return;
        }

        writer.Block($"public static global::System.ReadOnlySpan<{type}> Types(int agent)", () =>
        {
            for (var agent = 0; agent < lists.Count; agent++)
            {
                if (agent < lists.Count - 1)
                {
                    writer.Block($"if (agent == {agent})", () => writer.Line($"return {One(agent)};"));
                    writer.Line();
                }
                else
                {
                    writer.Line($"return {One(agent)};");
                }
            }
        });

        string One(int agent) => type == "decimal" ? $"Types{agent}" : $"[{List(lists[agent])}]";
    }

    private string List(EquatableArray<double> types) => string.Join(", ", types.Select(type => OwnText.Literal(plan.Report.Own, type, isLow: true)));

    private void WriteRank()
    {
        if (plan.Ranks.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Doc("summary", "The place of an agent among equals: the lowest comes first.");
        writer.Line($"public static int Rank(int agent) => agent switch {{ {string.Join(", ", plan.Ranks.Select((rank, agent) => $"{(agent == plan.Ranks.Count - 1 ? "_" : NumberText.Exact(agent))} => {rank}"))} }};");
    }
}
