using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>Writes the run of an exchange by scores by the names of its agents, and its result. All agents report: their scores were chosen for all of them.</summary>
internal sealed class PricedNamedWriter(PricedMarketPlan plan, SourceWriter writer)
{
    private readonly HashSet<string> _parameters = new(plan.Agents.Select(agent => Identifier.Local(agent.Name)), StringComparer.Ordinal);

    /// <summary>Writes both.</summary>
    public void Write()
    {
        WriteRun();
        WriteResult();
    }

    /// <summary>The members of the result that belong to one agent, each with its type.</summary>
    public static IEnumerable<(string Type, string Name, string Words)> Members(Trader agent) =>
    [
        ("bool", agent.Member, $"Whether {agent.Name} {(agent.IsBuyer ? "gets a unit" : "gives its unit away")}."),
        ("double", Identifier.Member(agent.Name) + (agent.IsBuyer ? "Pays" : "Receives"), $"What {agent.Name} {(agent.IsBuyer ? "pays" : "receives")}; 0 without a trade."),
    ];

    private void WriteRun()
    {
        writer.Line();
        writer.Doc("summary", "Runs the exchange once.");
        writer.Line("/// <remarks>");
        writer.Line("/// " + XmlText.Encode(plan.Explanation[0].Text));
        writer.Line("/// </remarks>");
        foreach (var agent in plan.Agents)
        {
            writer.ParameterDoc(Identifier.Local(agent.Name), agent.IsBuyer ? $"What one unit is worth to {agent.Name}." : $"What keeping its unit is worth to {agent.Name}.");
        }

        writer.Line("/// <returns>Who trades, and at which prices.</returns>");
        ExchangeTypeWriter.WriteExceptions(writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static Result Run({string.Join(", ", plan.Agents.Select(agent => $"double {Identifier.Parameter(agent.Name)}"))})", () =>
        {
            foreach (var agent in plan.Agents)
            {
                writer.Line($"global::MechanismDsl.Kernels.NamedReport.Check({Identifier.Parameter(agent.Name)}, {Text.Literal(agent.Name)});");
            }

            WriteRoom("bool", "buys", true);
            WriteRoom("bool", "sells", false);
            WriteRoom("double", "pays", true);
            WriteRoom("double", "receives", false);
            writer.Line($"var {Free("count")} = {PricedMarketTypeWriter.Call(plan, $"[{Reports(true)}], [{Reports(false)}]", $"{Free("buys")}, {Free("sells")}, {Free("pays")}, {Free("receives")}")};");
            writer.Line("return new(");
            writer.Indented(() =>
            {
                writer.Line($"{Free("count")},");
                for (var index = 0; index < plan.Agents.Count; index++)
                {
                    var agent = plan.Agents[index];
                    var place = FormattableString.Invariant($"[{plan.Agents.Take(index).Count(before => before.IsBuyer == agent.IsBuyer)}]");
                    writer.Line($"{Free(agent.IsBuyer ? "buys" : "sells")}{place},");
                    writer.Line($"{Free(agent.IsBuyer ? "pays" : "receives")}{place}{(index == plan.Agents.Count - 1 ? ");" : ",")}");
                }
            });
        });
    }

    private void WriteRoom(string type, string name, bool isBuyer) =>
        writer.Line(FormattableString.Invariant($"global::System.Span<{type}> {Free(name)} = stackalloc {type}[{plan.Agents.Count(agent => agent.IsBuyer == isBuyer)}];"));

    private string Reports(bool isBuyer) => string.Join(", ", plan.Agents.Where(agent => agent.IsBuyer == isBuyer).Select(agent => Identifier.Parameter(agent.Name)));

    /// <summary>A local variable that is no agent's parameter.</summary>
    private string Free(string name) => Identifier.Free(name, _parameters);

    private void WriteResult()
    {
        List<(string Type, string Name, string Words)> members = [("int", "Count", "The number of trades."), .. plan.Agents.SelectMany(Members)];
        writer.Line();
        writer.Doc("summary", "The outcome of one exchange between the named agents.");
        foreach (var (_, name, words) in members)
        {
            writer.ParameterDoc(name, words);
        }

        writer.Line(Stamp.Attribute());
        writer.Line($"public readonly record struct Result({string.Join(", ", members.Select(member => $"{member.Type} {member.Name}"))});");
    }
}
