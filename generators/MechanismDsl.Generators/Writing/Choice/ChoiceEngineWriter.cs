using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes the class behind the runs: reports in their domain, the kernel's choice, outcomes by index.</summary>
internal sealed class ChoiceEngineWriter(ChoicePlan plan, ChoiceText text, SourceWriter writer)
{
    private const string Kernels = ChoiceText.Kernels;

    private int Outcomes => plan.Outcomes.Count;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        writer.Line();
        writer.Doc("summary", "What the runs share; nothing here is for callers.");
        writer.Line(Stamp.Attribute());
        writer.Block($"private static class {ChoiceText.Engine}", () =>
        {
            WriteTables();
            switch (plan.Report)
            {
                case ChoiceReport.Project project:
                    new ProjectEngineWriter(plan, text, writer).Write(project, WriteCount, WriteCheck);
                    break;
                case ChoiceReport.OfType type:
                    WriteDecideTypes(type);
                    WriteChoose();
                    new TypeCheckWriter(plan, text, writer).Write(type);
                    break;
                default:
                    WriteValues();
                    WriteDecideValues();
                    WriteChoose();
                    WriteCheck();
                    break;
            }

            WriteOutcome();
            if (plan.IsNamed)
            {
                new ChoiceNamedRunWriter(plan, text, writer).WriteNamed();
                WriteName();
            }
        });
    }

    /// <summary>Whether payments look at the reports themselves, not only at what they are worth.</summary>
    private bool ArePaidByTypes => plan.Groves is not null || plan.Transfers is not null;

    private void WriteTables()
    {
        new TransferWriter(plan, text, writer).WriteTables();
        if (plan.Costs.Count > 0 && plan.Report is not ChoiceReport.Project)
        {
            writer.Doc("summary", "What each outcome costs, less what the designer adds to it.");
            writer.Line($"private static readonly {text.Money}[] Costs = [{string.Join(", ", plan.Costs.Select(plan.Money.Literal))}];");
            writer.Line();
        }

        if (plan.Tables.Count > 0)
        {
            writer.Doc("summary", "What the outcomes are worth to the types of each agent, type by type; less what staying away is worth to a type where that differs by type.");
            writer.Line($"private static readonly {text.Money}[][] Tables =");
            writer.Line("[");
            writer.Indented(() =>
            {
                foreach (var table in plan.Tables)
                {
                    writer.Line($"[{string.Join(", ", table.Select(plan.Money.Literal))}],");
                }
            });
            writer.Line("];");
            writer.Line();
            writer.Doc("summary", "What staying away is worth to each agent.");
            writer.Line($"private static readonly {text.Money}[] Options = [{string.Join(", ", plan.Options.Select(plan.Money.Literal))}];");
            writer.Line();
        }

        if (plan.Weights.Count > 0)
        {
            writer.Doc("summary", "How much the values of each agent count.");
            writer.Line($"private static readonly double[] Weights = [{string.Join(", ", plan.Weights.Select(plan.Money.Literal))}];");
            writer.Line();
        }
    }

    private void WriteValues()
    {
        writer.Doc("summary", "The values of all reports as one matrix, in place.");
        writer.Line($"public static global::System.ReadOnlySpan<{text.Money}> Values({text.Span} {text.Reports}) =>");
        writer.Indented(() => writer.Line($"global::System.Runtime.InteropServices.MemoryMarshal.Cast<{text.Report}, {text.Money}>({text.Reports});"));
        writer.Line();
    }

    private string DecideHeader(string given) =>
        $"public static {text.Outcome} Decide({given}, global::System.Span<{text.Money}> payments, global::System.Span<{text.Outcome}> without)";

    private void WriteDecideDoc() =>
        writer.Doc("summary", "What is chosen; fills in what everybody pays and, unless the memory is empty, what would be chosen without each agent.");

    private void WriteDecideValues()
    {
        WriteDecideDoc();
        writer.Block(DecideHeader($"global::System.ReadOnlySpan<{text.Money}> values"), () =>
        {
            WriteCount();
            writer.Line($"{Kernels}OutcomeTable.CheckShape(values.Length, {Outcomes}, payments.Length);");
            writer.Line("Check(values);");
            writer.Line("return Choose(values, payments, without);");
        });
        writer.Line();
    }

    private void WriteDecideTypes(ChoiceReport.OfType type)
    {
        WriteDecideDoc();
        writer.Block(DecideHeader($"{text.Span} {text.Reports}"), () =>
        {
            WriteCount();
            writer.Line($"{Kernels}BatchShape.CheckAgents(payments.Length, {text.Reports}.Length, nameof(payments));");
            writer.Line($"using var values = new {Kernels}RunMemory<{text.Money}>({ChoiceText.Stack(text.Money)}, {text.Reports}.Length * {Outcomes});");
            writer.Block($"for (var agent = 0; agent < {text.Reports}.Length; agent++)", () =>
            {
                writer.Line($"var type = Checked({text.Reports}[agent], agent);");
                writer.Line($"var row = values.Span.Slice(agent * {Outcomes}, {Outcomes});");
                for (var outcome = 0; outcome < Outcomes; outcome++)
                {
                    var member = plan.Outcomes.Members[outcome];
                    var worth = $"{text.Self}.{Identifier.Escape(type.Method)}({text.Outcome}.{Identifier.Escape(member)}, type)";
                    writer.Line($"row[{outcome}] = {Kernels}OutcomeTable.Checked<{text.Money}, {text.Report}>({worth}, {Text.Literal(member)}, {Name("agent")}, type);");
                }
            });
            writer.Line();
            writer.Line(!ArePaidByTypes ? "return Choose(values.Span, payments, without);" : $"return Choose({text.Reports}, values.Span, payments, without);");
        });
        writer.Line();
    }

    private void WriteChoose()
    {
        var costs = plan.Costs.Count > 0 ? "Costs" : "[]";
        writer.Doc("summary", "The kernel's choice.");
        writer.Block($"private static {text.Outcome} Choose({(!ArePaidByTypes ? string.Empty : text.Span + " reports, ")}global::System.ReadOnlySpan<{text.Money}> values, global::System.Span<{text.Money}> payments, global::System.Span<{text.Outcome}> without)", () =>
        {
            if (plan.Weights.Count > 0)
            {
                writer.Line($"using var weighted = new {Kernels}RunMemory<double>({ChoiceText.Stack("double")}, values.Length);");
                writer.Block("for (var index = 0; index < values.Length; index++)", () => writer.Line($"weighted.Span[index] = Weights[index / {Outcomes}] * values[index];"));
                writer.Line();
            }

            var counted = plan.Weights.Count > 0 ? "weighted.Span" : "values";
            writer.Line($"using var displaced = new {Kernels}RunMemory<int>({ChoiceText.Stack("int")}, without.Length);");
            writer.Line(plan.Tables.Count > 0
                ? $"var chosen = {Kernels}RationalChoice.Run<{text.Money}>(values, {Outcomes}, {costs}, Tables, Options, payments, displaced.Span);"
                : plan.Money.Kind == MoneyKind.Double
                ? $"var chosen = without.IsEmpty ? {Kernels}Pivotal.Run({counted}, {Outcomes}, {costs}, payments) : {Kernels}ExactPivotal.Run<double>({counted}, {Outcomes}, {costs}, payments, displaced.Span);"
                : $"var chosen = {Kernels}ExactPivotal.Run<{text.Money}>(values, {Outcomes}, {costs}, payments, displaced.Span);");
            if (plan.Weights.Count > 0 && plan.Transfers is null)
            {
                writer.Block("for (var agent = 0; agent < payments.Length; agent++)", () => writer.Line("payments[agent] /= Weights[agent];"));
                writer.Line();
            }

            if (plan.Groves is { } groves)
            {
                new GrovesWriter(plan, text, writer).Write(groves);
            }

            new TransferWriter(plan, text, writer).WritePayments();
            writer.Block("for (var agent = 0; agent < without.Length; agent++)", () => writer.Line("without[agent] = Outcome(displaced.Span[agent]);"));
            writer.Line();
            writer.Line("return Outcome(chosen);");
        });
        writer.Line();
    }

    private void WriteCount()
    {
        if (plan.MostAgents is { } most)
        {
            writer.Line($"{Kernels}BatchShape.CheckCount(payments.Length, {plan.LeastAgents}, {most}, nameof(payments));");
        }
        else if (plan.LeastAgents > 0)
        {
            writer.Line($"{Kernels}BatchShape.CheckCount(payments.Length, {plan.LeastAgents}, int.MaxValue, nameof(payments));");
        }
    }

    private void WriteCheck()
    {
        var isProject = plan.Report is ChoiceReport.Project;
        writer.Doc("summary", "Throws unless every value lies in the declared domain.");
        writer.Block($"private static void Check(global::System.ReadOnlySpan<{text.Money}> values)", () =>
            writer.Block("for (var index = 0; index < values.Length; index++)", () =>
            {
                var isOutside = $"values[index] is not (>= {text.Literal(plan.Low)} and <= {text.Literal(plan.High)})";
                var isOffGrid = plan.Money.Kind == MoneyKind.Decimal ? $" || values[index] % {plan.Money.Step} != 0" : string.Empty;
                var (agent, member) = isProject ? ("index", "\"value\"") : ($"index / {Outcomes}", $"Outcome(index % {Outcomes}).ToString()");
                writer.Block($"if ({isOutside}{isOffGrid})", () => writer.Line(
                    $"{Kernels}RuleDomain.ThrowOutside({Name(agent)}, {member}, values[index], {Text.Literal(text.Domain)});"));
            }));
        writer.Line();
    }

    private string Name(string agent) => plan.IsNamed ? $"Name({agent})" : $"{Kernels}RuleDomain.Name({agent})";

    private void WriteOutcome()
    {
        writer.Doc("summary", "The outcome at a place in the order of the declaration.");
        WriteTable($"private static {text.Outcome} Outcome(int index)", [.. plan.Outcomes.Members.Select(member => $"{text.Outcome}.{Identifier.Escape(member)}")]);
    }

    private void WriteName()
    {
        writer.Line();
        writer.Doc("summary", "An agent's name, for messages.");
        WriteTable("private static string Name(int index)", [.. plan.Agents.Select(Text.Literal)]);
    }

    private void WriteTable(string header, IReadOnlyList<string> entries)
    {
        writer.Line(header + " => index switch");
        writer.Block(string.Empty, () =>
        {
            for (var index = 0; index < entries.Count - 1; index++)
            {
                writer.Line($"{index} => {entries[index]},");
            }

            writer.Line($"_ => {entries[entries.Count - 1]},");
        });
        writer.EndStatement();
    }
}
