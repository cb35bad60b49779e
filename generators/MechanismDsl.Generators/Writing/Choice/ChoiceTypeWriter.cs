using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Provision;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes the file of a mechanism that chooses one of finitely many outcomes.</summary>
internal static class ChoiceTypeWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(ChoicePlan plan)
    {
        var text = new ChoiceText(plan);
        var environment = plan.Report is ChoiceReport.Project ? "public project" : "outcomes";
        var frame = new MechanismFrame(plan, $"IMechanism<{text.Report}, {text.Decision}>", environment, plan.Summary, plan.Explanation);
        return frame.Write(
            members =>
            {
                new ChoiceRunWriter(plan, text, members).Write();
                new ExplainWriter(members).WriteChoice(plan, text.Span, text.Reports);
                if (plan.Report is ChoiceReport.Values)
                {
                    WriteReport(plan, text, members);
                }

                new ChoiceEngineWriter(plan, text, members).Write();
                if (plan.Scores is { } scores)
                {
                    new ScoresWriter(scores, members).Write();
                }
            },
            constants: members => WriteExpected(plan, members));
    }

    private static void WriteExpected(ChoicePlan plan, SourceWriter writer)
    {
        if (plan.Expected is not var (welfare, revenue))
        {
            return;
        }

        foreach (var (name, words, number) in new[]
        {
            ("ExpectedWelfare", "What the chosen outcome is worth to all together in expectation, its cost deducted.", welfare),
            ("ExpectedRevenue", "What the agents pay together in expectation.", revenue),
        })
        {
            writer.Doc("summary", words);
            writer.Line(Stamp.Attribute());
            writer.Line($"public const double {name} = {NumberText.Exact(number)};");
            writer.Line();
        }
    }

    private static void WriteReport(ChoicePlan plan, ChoiceText text, SourceWriter writer)
    {
        writer.Line();
        writer.Doc("summary", "What the outcomes are worth to one agent.");
        for (var outcome = 0; outcome < plan.Outcomes.Count; outcome++)
        {
            writer.ParameterDoc(plan.Outcomes.Field(outcome), $"What {plan.Outcomes.Members[outcome]} is worth to it: {text.Domain}.");
        }

        // The values of many reports are read in place as one matrix, so the record must hold nothing else.
        writer.Line(Stamp.Attribute());
        writer.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]");
        var fields = Enumerable.Range(0, plan.Outcomes.Count).Select(outcome => $"{text.Money} {Identifier.Escape(plan.Outcomes.Field(outcome))}");
        writer.Line($"public readonly record struct {GeneratedMembers.Report}({string.Join(", ", fields)});");
    }
}
