using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>Writes the runs of a bilateral trade.</summary>
internal sealed class TradeWriter(ExchangePlan plan, SourceWriter writer)
{
    private readonly string _money = plan.Currency.Type;
    private readonly Trader _seller = plan.Agents[0];
    private readonly Trader _buyer = plan.Agents[1];

    /// <summary>Writes them.</summary>
    public void Write()
    {
        WriteRun();
        new ExplainWriter(writer).WriteTrade(plan, Parameter(_seller), Parameter(_buyer));
        WriteBatch();
    }

    private string Outcome => $"global::MechanismDsl.Trade<{_money}>";

    /// <summary>The parameter of an agent: its name, or what it reports if the declaration names none.</summary>
    private static string Parameter(Trader agent) => agent.Name is "Seller" ? "cost" : agent.Name is "Buyer" ? "bid" : Identifier.Local(agent.Name);

    private void WriteRun()
    {
        var (cost, bid) = (Parameter(_seller), Parameter(_buyer));
        writer.Line();
        writer.Doc("summary", "Runs the mechanism once.");
        Remarks.WriteShort(writer, plan.Type, plan.Explanation[0].Text);
        writer.ParameterDoc(cost, $"What keeping the good is worth to {Who(_seller, "the seller")}.");
        writer.ParameterDoc(bid, $"What having the good is worth to {Who(_buyer, "the buyer")}.");
        writer.Line("/// <returns>Whether they trade, and what the buyer pays and the seller receives.</returns>");
        ExchangeTypeWriter.WriteExceptions(writer);
        writer.Line(Stamp.Attribute());
        writer.Line($"public static {Outcome} Run({_money} {Identifier.Escape(cost)}, {_money} {Identifier.Escape(bid)}) =>");
        writer.Indented(() => writer.Line(ExchangeTypeWriter.Call(plan, $"{Identifier.Escape(cost)}, {Identifier.Escape(bid)}") + ";"));
    }

    private static string Who(Trader agent, string role) => agent.Name is "Seller" or "Buyer" ? role : agent.Name;

    private void WriteBatch()
    {
        writer.Line();
        writer.Doc("summary", "Runs the mechanism on many pairs.");
        writer.ParameterDoc("costs", "The cost of each pair.");
        writer.ParameterDoc("bids", "The bid of each pair.");
        writer.ParameterDoc("outcomes", "Receives one outcome a pair.");
        ExchangeTypeWriter.WriteExceptions(writer, "The lengths differ.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void RunBatch(global::System.ReadOnlySpan<{_money}> costs, global::System.ReadOnlySpan<{_money}> bids, global::System.Span<{Outcome}> outcomes)", () =>
        {
            writer.Line("global::MechanismDsl.Kernels.MarketShape.CheckPairs(costs.Length, bids.Length, outcomes.Length);");
            writer.Block("for (var pair = 0; pair < outcomes.Length; pair++)", () => writer.Line("outcomes[pair] = Run(costs[pair], bids[pair]);"));
        });
    }
}
