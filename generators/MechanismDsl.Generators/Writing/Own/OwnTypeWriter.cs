using MechanismDsl.Generators.Explaining;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Service;
using MechanismDsl.Language;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes the file of a mechanism with rules of the user's own.</summary>
internal static class OwnTypeWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(OwnPlan plan)
    {
        var text = new OwnText(plan);
        var explanation = new OwnExplainer(plan).Explain();
        var environment = plan.Sets is { } sets ? ServiceText.Environment(sets) : plan.Clicks.Count > 0 ? $"{plan.Items} positions" : plan.Items == 1 ? "single item" : $"{plan.Items} identical items";
        var frame = new MechanismFrame(plan, $"IMechanism<{text.Report}, {text.Outcome}>", environment, explanation[0].Text, explanation) { RulesHash = plan.RulesHash };
        return frame.Write(members => WriteMembers(plan, text, members));
    }

    private static void WriteMembers(OwnPlan plan, OwnText text, SourceWriter writer)
    {
        new OwnRunWriter(plan, text, writer).Write();
        new OwnExplainWriter(plan, text, writer).Write();
        if (plan.Report.Shape == ReportShape.Parameters)
        {
            WriteReport(plan, text, writer);
        }

        new EngineWriter(plan, text, writer).Write();
    }

    private static void WriteReport(OwnPlan plan, OwnText text, SourceWriter writer)
    {
        writer.Line();
        writer.Doc("summary", $"What one {plan.Market.Agent} reports, and the public numbers about it.");
        foreach (var field in plan.Report.Fields)
        {
            writer.ParameterDoc(field.Member, Words(field));
        }

        writer.Line(Stamp.Attribute());
        writer.Line($"public readonly record struct {OwnText.ReportRecord}({string.Join(", ", plan.Report.Fields.Select(field => $"{field.Type} {Identifier.Escape(field.Member)}"))});");

        string Words(FieldPlan field) =>
            (field.IsReport ? $"The {plan.Market.Agent}'s own {(plan.Market.IsProcurement ? "cost" : "value")}: " : "Public: ")
            + (field.Type == "bool" ? "true or false." : text.Domain(field) + ".");
    }
}
