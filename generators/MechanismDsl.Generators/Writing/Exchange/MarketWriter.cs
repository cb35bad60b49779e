using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>Writes the runs of a double auction over spans of bids and costs.</summary>
internal sealed class MarketWriter(ExchangePlan plan, SourceWriter writer)
{
    private readonly string _money = plan.Currency.Type;
    private readonly string _reports = $"global::System.ReadOnlySpan<{plan.Currency.Type}> bids, global::System.ReadOnlySpan<{plan.Currency.Type}> costs";

    /// <summary>Writes them.</summary>
    public void Write()
    {
        WriteRun();
        WriteIntoSpans();
        WriteBatch();
    }

    private string? Shape => plan.IsNamed ? "The number of bids or costs is not that of the named agents."
        : plan.Counts is not null ? "The number of bids or costs is not the declared one."
        : null;

    private string Outcome => $"global::MechanismDsl.Trades<{_money}>";

    private string Order(bool buyers) => plan.IsNamed ? $", in the order {string.Join(", ", plan.Agents.Where(agent => agent.IsBuyer == buyers).Select(agent => agent.Name))}" : string.Empty;

    private void WriteRun()
    {
        writer.Line();
        WriteDoc("Runs the exchange once.");
        writer.Line("/// <returns>Who trades, and the two prices; no trade if a side is empty.</returns>");
        ExchangeTypeWriter.WriteExceptions(writer, Shape);
        writer.Line(Stamp.Attribute());
        writer.Block($"public static {Outcome} Run({_reports})", () =>
        {
            writer.Line("var buys = new bool[bids.Length];");
            writer.Line("var sells = new bool[costs.Length];");
            writer.Line("var clearing = Run(bids, costs, buys, sells);");
            writer.Line("return new(clearing, buys, sells);");
        });
    }

    private void WriteIntoSpans()
    {
        writer.Line();
        WriteDoc("Runs the exchange once, without allocating.");
        writer.ParameterDoc("buys", "Receives which buyers trade; as long as the bids.");
        writer.ParameterDoc("sells", "Receives which sellers trade; as long as the costs.");
        writer.Line("/// <returns>The number of trades, what each trading buyer pays and each trading seller receives.</returns>");
        ExchangeTypeWriter.WriteExceptions(writer, "The lengths do not fit.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static global::MechanismDsl.Clearing<{_money}> Run({_reports}, global::System.Span<bool> buys, global::System.Span<bool> sells)", () =>
        {
            if (plan.Counts is var (buyers, sellers))
            {
                writer.Line(FormattableString.Invariant($"global::MechanismDsl.Kernels.MarketShape.{(plan.IsNamed ? "CheckNamed" : "CheckCounts")}(bids.Length, costs.Length, {buyers}, {sellers});"));
            }

            writer.Line("// " + plan.Rule switch
            {
                ExchangeRule.AtPrice => "The price is accepted or not; of the longer side the first who accept trade.",
                ExchangeRule.Reduction => "Only the reports of the last efficient pair and of the one after it matter; they are found without sorting.",
                _ => "Only the reports of the last efficient pair and of the one after it are prices; they are found without sorting.",
            });
            writer.Line($"return {ExchangeTypeWriter.Call(plan, "bids, costs", ", buys, sells")};");
        });
    }

    private void WriteBatch()
    {
        writer.Line();
        writer.Doc("summary", "Runs the exchange on many markets of the same size, one after the other.");
        writer.ParameterDoc("bids", "Row by row: the bids of the first market, then those of the second, and so on.");
        writer.ParameterDoc("costs", "Row by row: the costs of the first market, then those of the second, and so on.");
        writer.ParameterDoc("buyers", "Number of bids in a row.");
        writer.ParameterDoc("sellers", "Number of costs in a row.");
        writer.ParameterDoc("outcomes", "Receives one outcome a market; they share two blocks of memory.");
        ExchangeTypeWriter.WriteExceptions(writer, "The lengths do not fit.");
        writer.Line(Stamp.Attribute());
        writer.Block($"public static void RunBatch({_reports}, int buyers, int sellers, global::System.Span<{Outcome}> outcomes)", () =>
        {
            writer.Line("global::MechanismDsl.Kernels.MarketShape.CheckBatch(bids.Length, costs.Length, buyers, sellers, outcomes.Length);");
            writer.Line("var buys = new bool[bids.Length];");
            writer.Line("var sells = new bool[costs.Length];");
            writer.Block("for (var market = 0; market < outcomes.Length; market++)", () =>
            {
                writer.Line("var ofBuyers = new global::System.Range(market * buyers, (market + 1) * buyers);");
                writer.Line("var ofSellers = new global::System.Range(market * sellers, (market + 1) * sellers);");
                writer.Line("var clearing = Run(bids[ofBuyers], costs[ofSellers], global::System.MemoryExtensions.AsSpan(buys, ofBuyers), global::System.MemoryExtensions.AsSpan(sells, ofSellers));");
                writer.Line("outcomes[market] = new(clearing, new global::System.ReadOnlyMemory<bool>(buys, market * buyers, buyers), new global::System.ReadOnlyMemory<bool>(sells, market * sellers, sellers));");
            });
        });
    }

    private void WriteDoc(string summary)
    {
        writer.Doc("summary", summary);
        Remarks.WriteShort(writer, plan.Type, plan.Explanation[0].Text);
        writer.ParameterDoc("bids", $"What one unit is worth to each buyer{Order(buyers: true)}.");
        writer.ParameterDoc("costs", $"What keeping its unit is worth to each seller{Order(buyers: false)}.");
    }
}
