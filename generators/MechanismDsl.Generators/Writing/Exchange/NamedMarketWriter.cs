using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>Writes the run of a double auction by the names of its agents, and its result.</summary>
internal sealed class NamedMarketWriter(ExchangePlan plan, SourceWriter writer)
{
    private readonly string _money = plan.Currency.Type;

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
            writer.Line($"global::System.Span<{_money}> bidsOfBuyers = stackalloc {_money}[{buyers}];");
            writer.Line($"global::System.Span<{_money}> costsOfSellers = stackalloc {_money}[{sellers}];");
            writer.Line("var presentBuyers = 0;");
            writer.Line("var presentSellers = 0;");
            foreach (var agent in plan.Agents)
            {
                WriteEntry(agent);
            }

            writer.Line();
            writer.Line($"global::System.Span<bool> buyersTrade = stackalloc bool[{buyers}];");
            writer.Line($"global::System.Span<bool> sellersTrade = stackalloc bool[{sellers}];");
            writer.Line($"var outcomeOfAll = {ExchangeTypeWriter.Call(plan, "bidsOfBuyers[..presentBuyers], costsOfSellers[..presentSellers]", ", buyersTrade[..presentBuyers], sellersTrade[..presentSellers]")};");
            writer.Line("return new(");
            writer.Indented(() =>
            {
                writer.Line("outcomeOfAll,");
                for (var index = 0; index < plan.Agents.Count; index++)
                {
                    var agent = plan.Agents[index];
                    var place = Place(agent);
                    writer.Line($"{place} >= 0 && {(agent.IsBuyer ? "buyersTrade" : "sellersTrade")}[{place}]{(index == plan.Agents.Count - 1 ? ");" : ",")}");
                }
            });
        });
    }

    private static string Place(Trader agent) => Identifier.Local(agent.Name) + "Place";

    private void WriteEntry(Trader agent)
    {
        var (parameter, report) = (Identifier.Parameter(agent.Name), Identifier.Local(agent.Name) + "Report");
        writer.Line();
        writer.Line($"var {Place(agent)} = -1;");
        writer.Block($"if ({parameter} is {{ }} {report})", () =>
        {
            var unit = plan.Currency.IsGrid ? $", {plan.Currency.Step}" : string.Empty;
            writer.Line($"global::MechanismDsl.Kernels.NamedReport.Check({report}{unit}, {Text.Literal(agent.Name)});");
            var (side, present) = agent.IsBuyer ? ("bidsOfBuyers", "presentBuyers") : ("costsOfSellers", "presentSellers");
            writer.Line($"{Place(agent)} = {present};");
            writer.Line($"{side}[{present}++] = {report};");
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
