using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Choice;

/// <summary>Writes the run by name and its result.</summary>
internal sealed class ChoiceNamedRunWriter(ChoicePlan plan, ChoiceText text, SourceWriter writer)
{
    private IEnumerable<string> Members => plan.Agents.Select(Identifier.Member);

    /// <summary>Writes both.</summary>
    public void Write()
    {
        var parameters = plan.Agents.Select(Identifier.Parameter).ToList();
        writer.Line();
        writer.Doc("summary", "Runs the mechanism once, agents by name.");
        for (var agent = 0; agent < plan.Agents.Count; agent++)
        {
            writer.ParameterDoc(Identifier.Local(plan.Agents[agent]), $"The report of {plan.Agents[agent]}.");
        }

        writer.Line("/// <returns>What is chosen, what everybody pays, and who is pivotal.</returns>");
        ChoiceRunWriter.WriteExceptions(writer, plan);
        writer.Line(Stamp.Attribute());

        if (plan.Report is ChoiceReport.Values)
        {
            // new(…) can become a report or a span of them; by name a report is meant.
            writer.Line("[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]");
        }

        writer.Line($"public static Result Run({string.Join(", ", parameters.Select(name => $"{text.Report} {name}"))}) => {ChoiceText.Engine}.Named([{string.Join(", ", parameters)}]);");
        WriteResult();
    }

    /// <summary>Writes what the run by name calls, inside the engine: there no parameter has an agent's name, which might be that of a local variable.</summary>
    public void WriteNamed()
    {
        writer.Line();
        writer.Doc("summary", "The outcome by name.");
        writer.Block($"public static Result Named({text.Span} {text.Reports})", () =>
        {
            writer.Line($"global::System.Span<{text.Money}> payments = stackalloc {text.Money}[{plan.Agents.Count}];");
            writer.Line($"global::System.Span<{text.Outcome}> without = stackalloc {text.Outcome}[{plan.Agents.Count}];");
            writer.Line($"var chosen = Decide({(plan.Report is ChoiceReport.Values ? $"Values({text.Reports})" : text.Reports)}, payments, without);");
            var payments = plan.Agents.Select((_, agent) => $"payments[{agent}]");
            var pivotal = plan.Agents.Select((_, agent) => $"without[{agent}] != chosen");
            writer.Line($"return new(chosen, {string.Join(", ", payments)}, {string.Join(", ", pivotal)});");
        });
    }

    private void WriteResult()
    {
        writer.Line();
        writer.Doc("summary", "The outcome of one run.");
        writer.ParameterDoc("Outcome", "What is chosen.");
        foreach (var name in Members)
        {
            writer.ParameterDoc(name + "Pays", $"What {name} pays.");
        }

        foreach (var name in Members)
        {
            writer.ParameterDoc(name + "IsPivotal", $"Whether another outcome would be chosen without {name}.");
        }

        var payments = Members.Select(name => $"{text.Money} {name}Pays");
        var pivotal = Members.Select(name => $"bool {name}IsPivotal");
        writer.Line(Stamp.Attribute());
        writer.Line($"public readonly record struct Result({text.Outcome} Outcome, {string.Join(", ", payments)}, {string.Join(", ", pivotal)});");
    }
}
