using MechanismDsl.Generators.Explaining;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Language;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes the file of a mechanism with rules of the user's own.</summary>
internal static class OwnTypeWriter
{
    /// <summary>The text of the file. Its stamp is the hash of everything else in it.</summary>
    public static string Write(OwnPlan plan) => Compose(plan, Fingerprint.Of(Compose(plan, string.Empty)));

    private static string Compose(OwnPlan plan, string hash)
    {
        var writer = new SourceWriter();
        var text = new OwnText(plan);
        var explanation = new OwnExplainer(plan).Explain();
        FileFrame.Write(writer, plan.Type, frame =>
        {
            if (!plan.Type.HasSummary)
            {
                frame.Doc("summary", explanation[0].Text);
            }

            if (!plan.Type.HasRemarks)
            {
                Remarks.Write(frame, explanation);
            }

            var rules = plan.RulesHash is { } rulesHash ? $", Rules = \"{rulesHash}\"" : string.Empty;
            frame.Line($"[global::MechanismDsl.GeneratedMechanism(\"{Stamp.Version}\", \"{hash}\"{rules})]");
            frame.Line(FileFrame.Header(plan.Type) + " :");
            frame.Indented(() => WriteBases(plan, text, frame));
            frame.Block(string.Empty, () => WriteMembers(plan, text, explanation, frame));
        });
        return writer.ToString();
    }

    private static void WriteBases(OwnPlan plan, OwnText text, SourceWriter writer)
    {
        var names = new List<string> { $"IMechanism<{text.Report}, {text.Outcome}>" };
        names.AddRange(plan.Evidence
            .Where(evidence => evidence.ImpliedBy is null || plan.Evidence.All(other => other.Guarantee != evidence.ImpliedBy))
            .Select(evidence => "I" + evidence.Guarantee));
        names.AddRange(plan.Assumptions
            .Where(assumption => plan.Evidence.All(evidence => evidence.Guarantee != assumption.Guarantee))
            .Select(assumption => $"IAssumed<global::MechanismDsl.I{assumption.Guarantee}>"));
        for (var index = 0; index < names.Count; index++)
        {
            writer.Line($"global::MechanismDsl.{names[index]}{(index == names.Count - 1 ? string.Empty : ",")}");
        }
    }

    private static void WriteMembers(OwnPlan plan, OwnText text, EquatableArray<ExplanationLine> explanation, SourceWriter writer)
    {
        FileFrame.WriteConstructor(plan.Type, writer);
        InfoWriter.Write(plan.Type, plan.Items == 1 ? "single item" : $"{plan.Items} identical items", explanation, plan.Evidence, plan.Assumptions, writer);
        new OwnRunWriter(plan, text, writer).Write();
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
