using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes what is particular to agents with names: reports by name, absent agents, a result with everybody's payment, columns by name.</summary>
internal sealed class NamedRunWriter(MechanismPlan plan, SourceWriter writer)
{
    private readonly Market _market = plan.Market;
    private readonly RuleText _rule = new(plan);
    private readonly string _type = plan.Currency.Type;

    private string Rule => "global::MechanismDsl.Generated." + plan.RuleClass;

    private string[] Parameters => [.. plan.Agents.Select(Identifier.Parameter)];

    private string[] Payments => [.. plan.Agents.Select(agent => Identifier.Member(agent) + (_market.IsProcurement ? "Receives" : "Pays"))];

    private string ReserveFirst => plan.HasRunTimeReserve ? $"{_type} {_market.Limit}, " : string.Empty;

    /// <summary>Writes <c>Run(north: 4, south: 8)</c>.</summary>
    public void WriteRun()
    {
        writer.Line();
        writer.Doc("summary", "Runs one auction with reports by name.");
        Remarks.WriteShort(writer, plan.Type, plan.Summary);

        RunDocs.WriteReserve(plan, writer);
        WriteParameterDocs(agent => $"The {_market.Report} of {agent}; null if it stays away.");
        writer.Line("/// <returns>Who is served, at which price, and everybody's payment.</returns>");
        RunDocs.WriteExceptions(plan, writer);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static Result Run({ReserveFirst}{string.Join(", ", Parameters.Select(name => $"{_type}? {name} = null"))})", () =>
        {
            RunDocs.WriteReserveCheck(plan, writer);
            for (var agent = 0; agent < plan.Agents.Count; agent++)
            {
                writer.Line(Door.Check(plan, $"{Parameters[agent]} ?? {plan.Currency.Literal(plan.Domain.Low)}", Text.Literal(plan.Agents[agent])));
            }

            writer.Line();
            var reports = string.Join(", ", Parameters.Select(name => $"{name} ?? {_market.Absent(plan.Currency)}"));
            writer.Line(ScoresForm.Fits(plan)
                ? $"var sale = {Rule}.{ScoresForm.CallPresent(plan, $"[{string.Join(", ", Parameters)}]")};"
                : $"var sale = {Rule}.Decide({(UnrolledWriter.Fits(plan) ? reports : $"[{reports}]")}{_rule.ReserveArgument});");
            writer.Line("return new(");
            writer.Indented(() =>
            {
                writer.Line("sale.Winner,");
                writer.Line("sale.Price,");
                for (var agent = 0; agent < plan.Agents.Count; agent++)
                {
                    writer.Line($"{Payment(agent)}{(agent == plan.Agents.Count - 1 ? ");" : ",")}");
                }
            });
        });
    }

    private string Payment(int agent)
    {
        var fee = plan.EntryFee == 0 ? string.Empty : $" {(_market.IsProcurement ? "-" : "+")} ({Parameters[agent]} is null ? 0 : EntryFee)";
        var own = plan.Price is PricePlan.AllPay
            ? $"{Rule}.Claim({Parameters[agent]} ?? {_market.Absent(plan.Currency)}, {agent}{_rule.ReserveArgument})"
            : $"(sale.Winner == {agent} ? sale.Price : 0)";
        return $"{Payments[agent]}: {own}{fee}";
    }

    /// <summary>Writes the nested type <c>Result</c>.</summary>
    public void WriteResult()
    {
        var does = _market.IsProcurement ? "receives in all" : "pays in all";
        writer.Line();
        writer.Doc("summary", "The outcome of one auction.");
        writer.ParameterDoc("Winner", $"Index of the {_market.Agent} that is served, in the order {string.Join(", ", plan.Agents)}; -1: nobody.");
        writer.ParameterDoc("Price", $"What the winner {_market.Pays}, fees apart; 0 if nobody is served.");
        for (var agent = 0; agent < plan.Agents.Count; agent++)
        {
            writer.ParameterDoc(Payments[agent], $"What {plan.Agents[agent]} {does}.");
        }

        writer.Line(Stamp.Attribute());
        writer.Block($"public readonly record struct Result(int Winner, {_type} Price, {string.Join(", ", Payments.Select(name => $"{_type} {name}"))})", () =>
        {
            writer.Doc("summary", "True if somebody is served.");
            writer.Line("public bool IsSold => Winner >= 0;");
            writer.Line();
            writer.Doc("summary", "The winner's name; null if nobody is served.");
            writer.Block("public string? WinnerName => Winner switch", () =>
            {
                for (var agent = 0; agent < plan.Agents.Count; agent++)
                {
                    writer.Line($"{agent} => {Text.Literal(plan.Agents[agent])},");
                }

                writer.Line("_ => null,");
            });
            writer.EndStatement();
        });
    }

    /// <summary>Writes <c>RunColumns</c> with one column an agent.</summary>
    public void WriteRunColumns()
    {
        writer.Line();
        writer.Doc("summary", "Runs many auctions with one column of reports for each agent (structure of arrays).");
        WriteParameterDocs(agent => $"The {_market.Reports} of {agent}.");
        writer.ParameterDoc("winners", "Receives who is served in each auction; -1: nobody.");
        writer.ParameterDoc("prices", "Receives the prices.");
        RunDocs.WriteReserve(plan, writer);
        RunDocs.WriteExceptions(plan, writer);
        writer.Line(Stamp.Attribute());
        var columns = string.Join(", ", Parameters.Select(name => $"global::System.ReadOnlySpan<{_type}> {name}"));
        writer.Block($"public static void RunColumns({columns}, global::System.Span<int> winners, global::System.Span<{_type}> prices{_rule.ReserveParameter})", () =>
        {
            foreach (var name in Parameters.Append("prices"))
            {
                writer.Line($"global::MechanismDsl.Kernels.BatchShape.CheckColumn({name}.Length, winners.Length, nameof({name}));");
            }

            writer.Line();
            writer.Block("for (var auction = 0; auction < winners.Length; auction++)", () =>
                writer.Line($"(winners[auction], prices[auction]) = Run([{string.Join(", ", Parameters.Select(name => name + "[auction]"))}]{_rule.ReserveArgument});"));
        });
    }

    private void WriteParameterDocs(Func<string, string> words)
    {
        for (var agent = 0; agent < plan.Agents.Count; agent++)
        {
            writer.ParameterDoc(Parameters[agent].TrimStart('@'), words(plan.Agents[agent]));
        }
    }
}
