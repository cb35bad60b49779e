using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes the ways to run a choice among outcomes.</summary>
internal sealed class ChoiceRunWriter(ChoicePlan plan, ChoiceText text, SourceWriter writer)
{
    private const string Engine = ChoiceText.Engine;

    private string Payments => $"global::System.Span<{text.Money}> payments";

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        WriteDecision();
        WritePaying();
        if (plan.Report is ChoiceReport.Values)
        {
            WriteMatrix();
            WriteTable();
        }

        WriteBatch();
        if (plan.IsNamed)
        {
            new ChoiceNamedRunWriter(plan, text, writer).Write();
        }
    }

    private void WriteDecision()
    {
        writer.Line();
        WriteDocs("Runs the mechanism once.", "What is chosen, what every agent pays, and who is pivotal.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {text.Decision} Run({text.Span} {text.Reports})", () =>
        {
            writer.Line($"var payments = new {text.Money}[{text.Reports}.Length];");
            writer.Line($"var without = new {text.Outcome}[{text.Reports}.Length];");
            writer.Line($"return new({Engine}.Decide({Given(text.Reports)}, payments, without), payments, without);");
        });
    }

    private void WritePaying()
    {
        writer.Line();
        WriteDocs("Runs the mechanism once into the caller's memory, without allocation of its own.", "What is chosen.", hasPayments: true);
        writer.Line(Stamp.Attribute());
        writer.Line($"public static {text.Outcome} Run({text.Span} {text.Reports}, {Payments}) => {Engine}.Decide({Given(text.Reports)}, payments, []);");
    }

    private void WriteMatrix()
    {
        writer.Line();
        writer.Doc("summary", "Runs the mechanism once on a matrix of values, without allocation of its own.");
        writer.ParameterDoc("values", $"Agent by agent what the outcomes are worth to it, in the order {Order}{Count}.");
        WritePaymentsDoc();
        writer.Line("/// <returns>What is chosen.</returns>");
        WriteExceptions();
        writer.Line(Stamp.Attribute());
        writer.Line($"public static {text.Outcome} RunMatrix(global::System.ReadOnlySpan<{text.Money}> values, {Payments}) => {Engine}.Decide(values, payments, []);");
    }

    private void WriteTable()
    {
        writer.Line();
        writer.Doc("summary", "Runs the mechanism once on a table of values.");
        writer.ParameterDoc("values", $"One row an agent{Count}, one column an outcome, in the order {Order}.");
        writer.Line("/// <returns>What is chosen, what every agent pays, and who is pivotal.</returns>");
        WriteExceptions();
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {text.Decision} RunMatrix({text.Money}[,] values)", () =>
        {
            writer.Line($"{ChoiceText.Kernels}OutcomeTable.CheckColumns(values, {plan.Outcomes.Count});");
            writer.Line($"var payments = new {text.Money}[values.GetLength(0)];");
            writer.Line($"var without = new {text.Outcome}[payments.Length];");
            writer.Line($"return new({Engine}.Decide({ChoiceText.Kernels}OutcomeTable.Rows(values), payments, without), payments, without);");
        });
    }

    private void WriteBatch()
    {
        writer.Line();
        writer.Doc("summary", "Runs the mechanism on many profiles, one after the other.");
        writer.ParameterDoc(text.Reports, "Row by row: the first profile, then the second, and so on.");
        writer.ParameterDoc("agents", "Number of reports in a row.");
        writer.ParameterDoc("outcomes", "Receives one decision a profile.");
        WriteExceptions();
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void RunBatch({text.Span} {text.Reports}, int agents, global::System.Span<{text.Decision}> outcomes)", () =>
        {
            writer.Line($"{ChoiceText.Kernels}BatchShape.CheckRows({text.Reports}.Length, agents, outcomes.Length);");
            writer.Line($"var payments = new {text.Money}[{text.Reports}.Length];");
            writer.Line($"var without = new {text.Outcome}[{text.Reports}.Length];");
            writer.Block("for (var profile = 0; profile < outcomes.Length; profile++)", () =>
            {
                writer.Line("var first = profile * agents;");
                writer.Line($"var chosen = {Engine}.Decide({Given($"{text.Reports}.Slice(first, agents)")}, global::System.MemoryExtensions.AsSpan(payments, first, agents), global::System.MemoryExtensions.AsSpan(without, first, agents));");
                writer.Line("outcomes[profile] = new(chosen, global::System.MemoryExtensions.AsMemory(payments, first, agents), global::System.MemoryExtensions.AsMemory(without, first, agents));");
            });
        });
    }

    /// <summary>Reported values are read in place as a matrix.</summary>
    private string Given(string reports) => plan.Report is ChoiceReport.Values ? $"{Engine}.Values({reports})" : reports;

    private string Order => string.Join(", ", plan.Outcomes.Members);

    private string Count => plan.IsNamed ? $", in the order {string.Join(", ", plan.Agents)}"
        : plan.MostAgents is { } most ? plan.LeastAgents == most ? $"; {most} agents" : $"; {plan.LeastAgents} to {most} agents"
        : string.Empty;

    private void WriteDocs(string summary, string returns, bool hasPayments = false)
    {
        writer.Doc("summary", summary);
        writer.ParameterDoc(text.Reports, $"{(plan.Report is ChoiceReport.Project ? "What the project is worth to each agent" : plan.Report is ChoiceReport.OfType ? "One type an agent" : "One report an agent")}{Count}.");
        if (hasPayments)
        {
            WritePaymentsDoc();
        }

        writer.Line($"/// <returns>{returns}</returns>");
        WriteExceptions();
    }

    private void WritePaymentsDoc() => writer.ParameterDoc("payments", "Receives what each agent pays.");

    private void WriteExceptions() => WriteExceptions(writer, plan);

    /// <summary>The errors of every run.</summary>
    public static void WriteExceptions(SourceWriter writer, ChoicePlan plan)
    {
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A number outside its domain; the message names agent, number and domain.</exception>");
        if (plan.Report is ChoiceReport.OfType type)
        {
            writer.Line($"/// <exception cref=\"global::System.ArithmeticException\">{type.Method} gives no number from -1e15 to 1e15; the message names outcome, agent and type.</exception>");
        }

        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The numbers of agents, values and payments do not fit.</exception>");
        if (plan.Money.IsGrid)
        {
            writer.Line("/// <exception cref=\"global::System.OverflowException\">The sum of the values of an outcome is beyond the range of the money.</exception>");
        }
    }
}
