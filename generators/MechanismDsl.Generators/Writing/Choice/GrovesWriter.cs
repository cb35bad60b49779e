using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes the payments of a Groves mechanism: the author's term of the others' types, less the others' welfare of the chosen outcome.</summary>
internal sealed class GrovesWriter(ChoicePlan plan, ChoiceText text, SourceWriter writer)
{
    /// <summary>Writes the statements; <c>reports</c>, <c>values</c>, <c>chosen</c> and <c>payments</c> are there.</summary>
    /// <param name="method">The author's method.</param>
    public void Write(string method)
    {
        var outcomes = plan.Outcomes.Count;
        writer.Line($"{text.Money} welfare = {(plan.Costs.Count > 0 ? "-Costs[chosen]" : "0")};");
        writer.Block("for (var agent = 0; agent < payments.Length; agent++)", () => writer.Line($"welfare = checked(welfare + values[(agent * {outcomes}) + chosen]);"));
        writer.Line();
        writer.Line("// The term is not given the own report: that keeps truth dominant.");
        writer.Line($"using var others = new {ChoiceText.Kernels}RunMemory<{text.Report}>({ChoiceText.Stack(text.Report)}, payments.Length - 1);");
        writer.Block("for (var agent = 0; agent < payments.Length; agent++)", () =>
        {
            writer.Line("reports.Slice(0, agent).CopyTo(others.Span);");
            writer.Line("reports.Slice(agent + 1).CopyTo(others.Span.Slice(agent));");
            writer.Line($"payments[agent] = checked({text.Self}.{Identifier.Escape(method)}(others.Span) - (welfare - values[(agent * {outcomes}) + chosen]));");
        });
        writer.Line();
    }
}
