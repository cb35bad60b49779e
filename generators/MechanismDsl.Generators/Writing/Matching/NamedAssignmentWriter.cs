using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Matching;

/// <summary>Writes the run of an assignment by the names of its agents.</summary>
internal sealed class NamedAssignmentWriter(AssignmentPlan plan, SourceWriter writer)
{
    /// <summary>The signature of the run.</summary>
    public static string Signature(IEnumerable<string> agents) =>
        $"public static Result Run({string.Join(", ", agents.Select(agent => $"{GeneratedMembers.Report}? {Identifier.Parameter(agent)} = null"))})";

    /// <summary>Writes run and result.</summary>
    public void Write()
    {
        writer.Line();
        writer.Doc("summary", "Runs the mechanism once with reports by name.");
        Remarks.WriteShort(writer, plan.Type, plan.Explanation[0].Text);
        foreach (var agent in plan.Agents)
        {
            writer.ParameterDoc(Identifier.Local(agent), $"What every item is worth to {agent}; null if it stays away.");
        }

        writer.Line("/// <returns>For every agent its item, counted in the order of the enum, and its payment.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A value outside the domain; the message names agent, item, value and domain.</exception>");
        writer.Line(Stamp.Attribute());
        var outcome = Identifier.Free("outcome", [.. plan.Agents.Select(Identifier.Local)]);
        writer.Block(Signature(plan.Agents), () =>
        {
            writer.Line("// Values of 0 take nothing from anybody, so that who stays away changes nothing for the others.");
            writer.Line($"var {outcome} = Run([{string.Join(", ", plan.Agents.Select(agent => $"{Identifier.Parameter(agent)} ?? default"))}]);");
            writer.Line("return new(");
            writer.Indented(() =>
            {
                for (var agent = 0; agent < plan.Agents.Count; agent++)
                {
                    var index = agent.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    var end = agent == plan.Agents.Count - 1 ? ");" : ",";
                    writer.Line($"{Identifier.Parameter(plan.Agents[agent])} is null ? -1 : {outcome}[{index}].Item, {outcome}[{index}].Payment{end}");
                }
            });
        });
        NamedResultWriter.Write(writer, plan.Agents, "Item", "The item of NAME, counted in the order of the enum", plan.Currency, hasItemNames: true);
    }
}
