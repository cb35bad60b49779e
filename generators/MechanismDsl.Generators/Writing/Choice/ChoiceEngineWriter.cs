using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes the class behind the runs: values in their domain, the kernel's choice, outcomes by index.</summary>
internal sealed class ChoiceEngineWriter(ChoicePlan plan, ChoiceText text, SourceWriter writer)
{
    /// <summary>Writes it.</summary>
    public void Write()
    {
        writer.Line();
        writer.Doc("summary", "What the runs share; nothing here is for callers.");
        writer.Line(Stamp.Attribute());
        writer.Block($"private static class {ChoiceText.Engine}", () =>
        {
            WriteValues();
            WriteDecide();
            WriteCheck();
            WriteOutcome();
            if (plan.IsNamed)
            {
                new ChoiceNamedRunWriter(plan, text, writer).WriteNamed();
                WriteName();
            }
        });
    }

    private void WriteValues()
    {
        writer.Doc("summary", "The values of all reports as one matrix, in place.");
        writer.Line($"public static global::System.ReadOnlySpan<{text.Money}> Values({text.Span} {text.Reports}) =>");
        writer.Indented(() => writer.Line($"global::System.Runtime.InteropServices.MemoryMarshal.Cast<{text.Report}, {text.Money}>({text.Reports});"));
    }

    private void WriteDecide()
    {
        writer.Line();
        writer.Doc("summary", "What is chosen; fills in what everybody pays and, unless the memory is empty, what would be chosen without each agent.");
        writer.Block($"public static {text.Outcome} Decide(global::System.ReadOnlySpan<{text.Money}> values, global::System.Span<{text.Money}> payments, global::System.Span<{text.Outcome}> without)", () =>
        {
            WriteCount();
            writer.Line($"{ChoiceText.Kernels}OutcomeTable.CheckShape(values.Length, {plan.Outcomes.Count}, payments.Length);");
            writer.Line("Check(values);");
            if (plan.Money.Kind == MoneyKind.Double)
            {
                writer.Block("if (without.IsEmpty)", () => writer.Line($"return Outcome({ChoiceText.Kernels}Pivotal.Run(values, {plan.Outcomes.Count}, payments));"));
                writer.Line();
            }

            writer.Line($"using var displaced = new {ChoiceText.Kernels}RunMemory<int>({ChoiceText.Stack("int")}, without.Length);");
            writer.Line($"var chosen = {ChoiceText.Kernels}ExactPivotal.Run(values, {plan.Outcomes.Count}, [], payments, displaced.Span);");
            writer.Block("for (var agent = 0; agent < without.Length; agent++)", () => writer.Line("without[agent] = Outcome(displaced.Span[agent]);"));
            writer.Line();
            writer.Line("return Outcome(chosen);");
        });
    }

    private void WriteCount()
    {
        if (plan.MostAgents is { } most)
        {
            writer.Line($"{ChoiceText.Kernels}BatchShape.CheckCount(payments.Length, {plan.LeastAgents}, {most}, nameof(payments));");
        }
        else if (plan.LeastAgents > 0)
        {
            writer.Line($"{ChoiceText.Kernels}BatchShape.CheckCount(payments.Length, {plan.LeastAgents}, int.MaxValue, nameof(payments));");
        }
    }

    private void WriteCheck()
    {
        writer.Line();
        writer.Doc("summary", "Throws unless every value lies in the declared domain.");
        writer.Block($"private static void Check(global::System.ReadOnlySpan<{text.Money}> values)", () =>
            writer.Block("for (var index = 0; index < values.Length; index++)", () =>
            {
                var isOutside = $"values[index] is not (>= {text.Literal(plan.Low)} and <= {text.Literal(plan.High)})";
                var isOffGrid = plan.Money.Kind == MoneyKind.Decimal ? $" || values[index] % {plan.Money.Step} != 0" : string.Empty;
                writer.Block($"if ({isOutside}{isOffGrid})", () => writer.Line(
                    $"{ChoiceText.Kernels}RuleDomain.ThrowOutside({Name($"index / {plan.Outcomes.Count}")}, Outcome(index % {plan.Outcomes.Count}).ToString(), values[index], {Text.Literal(text.Domain)});"));
            }));
    }

    private string Name(string agent) => plan.IsNamed ? $"Name({agent})" : $"{ChoiceText.Kernels}RuleDomain.Name({agent})";

    private void WriteOutcome()
    {
        writer.Line();
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
