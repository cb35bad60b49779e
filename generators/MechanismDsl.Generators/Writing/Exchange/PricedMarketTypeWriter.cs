using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Provision;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Exchange;

/// <summary>Writes the file of an exchange by scores: runs over spans of bids and costs, by name where agents have one, and the scores.</summary>
internal sealed class PricedMarketTypeWriter
{
    private const string Reports = "global::System.ReadOnlySpan<double> bids, global::System.ReadOnlySpan<double> costs";
    private const string Rooms = "global::System.Span<bool> buys, global::System.Span<bool> sells, global::System.Span<double> pays, global::System.Span<double> receives";
    private const string Outcome = "global::MechanismDsl.PricedTrades<double>";

    private readonly PricedMarketPlan _plan;
    private readonly SourceWriter _writer;

    private PricedMarketTypeWriter(PricedMarketPlan plan, SourceWriter writer) => (_plan, _writer) = (plan, writer);

    /// <summary>The text of the file.</summary>
    public static string Write(PricedMarketPlan plan) => new MechanismFrame(plan, "IPricedExchange<double>", "double auction", plan.Explanation[0].Text, plan.Explanation).Write(
        members =>
        {
            var writer = new PricedMarketTypeWriter(plan, members);
            writer.WriteRun();
            writer.WriteIntoSpans();
            writer.WriteBatch();
            new ExplainWriter(members).WritePricedExchange(plan);
            if (plan.IsNamed)
            {
                new PricedNamedWriter(plan, members).Write();
            }

            new ScoresWriter(plan.Scores, members, isMarket: true).Write();
        },
        constants: constants => WriteConstants(plan, constants));

    private static void WriteConstants(PricedMarketPlan plan, SourceWriter writer)
    {
        if (plan.Numbers is not { } numbers)
        {
            return;
        }

        foreach (var (summary, name, value) in new[]
        {
            ("Expected gains from trade with truthful reports under the declared priors.", "ExpectedGains", numbers.Gains),
            ("What the market maker is expected to add, with truthful reports under the declared priors.", "ExpectedSubsidy", numbers.Subsidy),
        })
        {
            writer.Doc("summary", summary);
            writer.Line(Stamp.Attribute());
            writer.Line($"public const double {name} = {NumberText.Exact(value)};");
            writer.Line();
        }
    }

    private string? Shape => _plan is { Buyers: not null, Sellers: not null } ? "The number of bids or costs is not the declared one." : null;

    private string Order(bool buyers) => _plan.IsNamed ? $", in the order {string.Join(", ", _plan.Agents.Where(agent => agent.IsBuyer == buyers).Select(agent => agent.Name))}" : string.Empty;

    private void WriteRun()
    {
        _writer.Line();
        WriteDoc("Runs the exchange once.");
        _writer.Line("/// <returns>Who trades, what each buyer pays and what each seller receives; no trade if a side is empty.</returns>");
        ExchangeTypeWriter.WriteExceptions(_writer, Shape);
        _writer.Line(Stamp.Attribute());
        _writer.Block($"public static {Outcome} Run({Reports})", () =>
        {
            _writer.Line("var buys = new bool[bids.Length];");
            _writer.Line("var sells = new bool[costs.Length];");
            _writer.Line("var pays = new double[bids.Length];");
            _writer.Line("var receives = new double[costs.Length];");
            _writer.Line("return new(Run(bids, costs, buys, sells, pays, receives), buys, sells, pays, receives);");
        });
    }

    private void WriteIntoSpans()
    {
        _writer.Line();
        WriteDoc("Runs the exchange once, without allocating.");
        _writer.ParameterDoc("buys", "Receives which buyers trade; as long as the bids.");
        _writer.ParameterDoc("sells", "Receives which sellers trade; as long as the costs.");
        _writer.ParameterDoc("pays", "Receives what each buyer pays; as long as the bids.");
        _writer.ParameterDoc("receives", "Receives what each seller receives; as long as the costs.");
        _writer.Line("/// <returns>The number of trades.</returns>");
        ExchangeTypeWriter.WriteExceptions(_writer, "The lengths do not fit.");
        _writer.Line(Stamp.Attribute());
        _writer.Block($"public static int Run({Reports}, {Rooms})", () =>
        {
            if (_plan is { Buyers: { } buyers, Sellers: { } sellers })
            {
                _writer.Line(FormattableString.Invariant($"global::MechanismDsl.Kernels.MarketShape.{(_plan.IsNamed ? "CheckNamed" : "CheckCounts")}(bids.Length, costs.Length, {buyers}, {sellers});"));
            }

            _writer.Line("// Both sides are ranked by their scores; pairs trade as long as theirs sum to enough.");
            _writer.Line($"return {Call(_plan, "bids, costs", "buys, sells, pays, receives")};");
        });
    }

    /// <summary>The call of the library that decides.</summary>
    public static string Call(PricedMarketPlan plan, string reports, string rooms) =>
        $"global::MechanismDsl.Kernels.ScoreExchange.Run<{ScoresWriter.Name}>({reports}, {(plan.IsNamed ? "true" : "false")}, {rooms})";

    private void WriteBatch()
    {
        _writer.Line();
        _writer.Doc("summary", "Runs the exchange on many markets of the same size, one after the other.");
        _writer.ParameterDoc("bids", "Row by row: the bids of the first market, then those of the second, and so on.");
        _writer.ParameterDoc("costs", "Row by row: the costs of the first market, then those of the second, and so on.");
        _writer.ParameterDoc("buyers", "Number of bids in a row.");
        _writer.ParameterDoc("sellers", "Number of costs in a row.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a market; they share four blocks of memory.");
        ExchangeTypeWriter.WriteExceptions(_writer, "The lengths do not fit.");
        _writer.Line(Stamp.Attribute());
        _writer.Block($"public static void RunBatch({Reports}, int buyers, int sellers, global::System.Span<{Outcome}> outcomes)", () =>
        {
            _writer.Line("global::MechanismDsl.Kernels.MarketShape.CheckBatch(bids.Length, costs.Length, buyers, sellers, outcomes.Length);");
            _writer.Line("var buys = new bool[bids.Length];");
            _writer.Line("var sells = new bool[costs.Length];");
            _writer.Line("var pays = new double[bids.Length];");
            _writer.Line("var receives = new double[costs.Length];");
            _writer.Block("for (var market = 0; market < outcomes.Length; market++)", () =>
            {
                _writer.Line("var ofBuyers = new global::System.Range(market * buyers, (market + 1) * buyers);");
                _writer.Line("var ofSellers = new global::System.Range(market * sellers, (market + 1) * sellers);");
                _writer.Line("var count = Run(");
                _writer.Indented(() =>
                {
                    _writer.Line("bids[ofBuyers],");
                    _writer.Line("costs[ofSellers],");
                    _writer.Line("global::System.MemoryExtensions.AsSpan(buys, ofBuyers),");
                    _writer.Line("global::System.MemoryExtensions.AsSpan(sells, ofSellers),");
                    _writer.Line("global::System.MemoryExtensions.AsSpan(pays, ofBuyers),");
                    _writer.Line("global::System.MemoryExtensions.AsSpan(receives, ofSellers));");
                });
                _writer.Line("outcomes[market] = new(");
                _writer.Indented(() =>
                {
                    _writer.Line("count,");
                    _writer.Line("new global::System.ReadOnlyMemory<bool>(buys, market * buyers, buyers),");
                    _writer.Line("new global::System.ReadOnlyMemory<bool>(sells, market * sellers, sellers),");
                    _writer.Line("new global::System.ReadOnlyMemory<double>(pays, market * buyers, buyers),");
                    _writer.Line("new global::System.ReadOnlyMemory<double>(receives, market * sellers, sellers));");
                });
            });
        });
    }

    private void WriteDoc(string summary)
    {
        _writer.Doc("summary", summary);
        Remarks.WriteShort(_writer, _plan.Type, _plan.Explanation[0].Text);
        _writer.ParameterDoc("bids", $"What one unit is worth to each buyer{Order(buyers: true)}.");
        _writer.ParameterDoc("costs", $"What keeping its unit is worth to each seller{Order(buyers: false)}.");
    }
}
