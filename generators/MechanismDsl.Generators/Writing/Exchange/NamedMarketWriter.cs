using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>Writes the run of a double auction by the names of its agents, and its result.</summary>
internal sealed class NamedMarketWriter(ExchangePlan plan, SourceWriter writer)
{
    private readonly string _money = plan.Currency.Type;
    private readonly HashSet<string> _parameters = new(plan.Agents.Select(agent => Identifier.Local(agent.Name)), StringComparer.Ordinal);

    /// <summary>Writes both.</summary>
    public void Write()
    {
        WriteRun();
        WriteResult();
    }

    private void WriteRun()
    {
        writer.Line();
        writer.Doc("summary", "Runs the exchange once. An agent without a report is absent.");
        writer.Line("/// <remarks>");
        writer.Line("/// " + XmlText.Encode(plan.Explanation[0].Text));
        writer.Line("/// </remarks>");
        foreach (var agent in plan.Agents)
        {
            writer.ParameterDoc(Identifier.Local(agent.Name), agent.IsBuyer ? $"What one unit is worth to {agent.Name}." : $"What keeping its unit is worth to {agent.Name}.");
        }

        writer.Line("/// <returns>Who trades, and the two prices.</returns>");
        ExchangeTypeWriter.WriteExceptions(writer);
        writer.Line(Stamp.Attribute());
        var parameters = string.Join(", ", plan.Agents.Select(agent => $"{_money}? {Identifier.Parameter(agent.Name)} = null"));
        writer.Block($"public static Result Run({parameters})", () =>
        {
            var (buyers, sellers) = (plan.Agents.Count(agent => agent.IsBuyer), plan.Agents.Count(agent => !agent.IsBuyer));
            writer.Line($"global::System.Span<{_money}> {Bids} = stackalloc {_money}[{buyers}];");
            writer.Line($"global::System.Span<{_money}> {Costs} = stackalloc {_money}[{sellers}];");
            writer.Line($"var {Present(isBuyer: true)} = 0;");
            writer.Line($"var {Present(isBuyer: false)} = 0;");
            foreach (var agent in plan.Agents)
            {
                WriteEntry(agent);
            }

            writer.Line();
            var reports = $"{Bids}[..{Present(isBuyer: true)}], {Costs}[..{Present(isBuyer: false)}]";
            var memory = $", {Marks(isBuyer: true)}[..{Present(isBuyer: true)}], {Marks(isBuyer: false)}[..{Present(isBuyer: false)}]";
            writer.Line($"global::System.Span<bool> {Marks(isBuyer: true)} = stackalloc bool[{buyers}];");
            writer.Line($"global::System.Span<bool> {Marks(isBuyer: false)} = stackalloc bool[{sellers}];");
            writer.Line($"var {Free("clearing")} = {ExchangeTypeWriter.Call(plan, reports, memory)};");
            writer.Line("return new(");
            writer.Indented(() =>
            {
                writer.Line($"{Free("clearing")},");
                for (var index = 0; index < plan.Agents.Count; index++)
                {
                    var agent = plan.Agents[index];
                    var place = Place(agent);
                    writer.Line($"{place} >= 0 && {Marks(agent.IsBuyer)}[{place}]{(index == plan.Agents.Count - 1 ? ");" : ",")}");
                }
            });
        });
    }

    private string Bids => Free("bids");

    private string Costs => Free("costs");

    private string Present(bool isBuyer) => Free(isBuyer ? "buyers" : "sellers");

    private string Marks(bool isBuyer) => Free(isBuyer ? "buys" : "sells");

    private string Place(Trader agent) => Free(Identifier.Local(agent.Name) + "Place");

    /// <summary>A local variable that is no agent's parameter.</summary>
    private string Free(string name) => Identifier.Free(name, _parameters);

    private void WriteEntry(Trader agent)
    {
        var (parameter, report) = (Identifier.Parameter(agent.Name), Free(Identifier.Local(agent.Name) + "Report"));
        writer.Line();
        writer.Line($"var {Place(agent)} = -1;");
        writer.Block($"if ({parameter} is {{ }} {report})", () =>
        {
            var unit = plan.Currency.IsGrid ? $", {plan.Currency.Step}" : string.Empty;
            writer.Line($"global::MechanismDsl.Kernels.NamedReport.Check{(plan.Currency.IsGrid ? $"<{_money}>" : string.Empty)}({report}{unit}, {Text.Literal(agent.Name)});");
            writer.Line($"{Place(agent)} = {Present(agent.IsBuyer)};");
            writer.Line($"{(agent.IsBuyer ? Bids : Costs)}[{Present(agent.IsBuyer)}++] = {report};");
        });
    }

    private void WriteResult()
    {
        writer.Line();
        writer.Doc("summary", "The outcome of one exchange between the named agents.");
        writer.ParameterDoc("Clearing", "The number of trades, what each trading buyer pays and each trading seller receives.");
        foreach (var agent in plan.Agents)
        {
            writer.ParameterDoc(agent.Member, $"Whether {agent.Name} {(agent.IsBuyer ? "gets a unit" : "gives its unit away")}.");
        }

        writer.Line(Stamp.Attribute());
        writer.Line($"public readonly record struct Result(global::MechanismDsl.Clearing<{_money}> Clearing, {string.Join(", ", plan.Agents.Select(agent => $"bool {agent.Member}"))});");
    }
}
