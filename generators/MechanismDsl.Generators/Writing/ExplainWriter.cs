using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>
/// Writes <c>Explain</c>: why the agents of one run get what they get, and pay what they pay. The text is made at run time by the package, from runs of the
/// mechanism itself.
/// </summary>
internal sealed class ExplainWriter(SourceWriter writer)
{
    /// <summary>The name of the methods.</summary>
    public const string Method = "Explain";

    /// <summary>The namespace of the texts.</summary>
    public const string Package = "global::MechanismDsl.Explanations.";

    /// <summary>Of a sale of one item, or the purchase of one service.</summary>
    public void WriteAuction(MechanismPlan plan) => WriteService(plan, hasSizes: false);

    /// <summary>Of a mechanism with one report an agent.</summary>
    /// <param name="plan">Who takes part, in which money.</param>
    /// <param name="hasSizes">Whether a run is told how much of a capacity each agent needs.</param>
    /// <param name="lowest">Agents that must be served, with the lowest report that is accepted of each; null for none.</param>
    public void WriteService(MechanismPlan plan, bool hasSizes, IReadOnlyList<(int Agent, double Report)>? lowest = null)
    {
        var (type, market) = (plan.Currency.Type, plan.Market);
        var reserve = plan.HasRunTimeReserve ? market.Limit : null;
        List<(string, string, string)> parameters = [($"global::System.ReadOnlySpan<{type}>", market.Reports, $"One {market.Report} a {market.Agent}.")];
        if (hasSizes)
        {
            parameters.Add(("global::System.ReadOnlySpan<int>", "sizes", $"How much of the capacity each {market.Agent} needs, at least 1."));
        }

        if (reserve is not null)
        {
            parameters.Add((type, reserve, $"The {reserve} of the run."));
        }

        var fee = plan.EntryFee == 0 ? string.Empty : " { Fee = EntryFee }";
        var who = Participants(plan.Currency, plan.Agents, market.IsProcurement ? "0" : "int.MaxValue", plan.Domain.Low, plan.Domain.High) + fee;
        var isAllPay = plan.Price is PricePlan.AllPay && !plan.Ties.AreShared;
        var modifier = reserve is null && !hasSizes ? "static " : string.Empty;
        var rest = (hasSizes ? ", needed" : string.Empty) + (reserve is null ? string.Empty : ", " + reserve);
        Write(
            parameters,
            market.Agent,
            asked => isAllPay
                ? $"{Package}ServiceExplanation.Of<{type}>({market.Reports}, {asked}, {who}, {modifier}(own, payments) => Run(own, payments{rest}))"
                : $"{Package}{(plan.Ties.AreShared ? "Quantity" : "Service")}Explanation.Of<{type}>({market.Reports}, {asked}, {who}, {modifier}own => {(lowest is { Count: > 0 } ? $"{{ {Raise()} return Run(own); }}" : $"Run(own{rest})")})",
            hasSizes ? "var needed = sizes.ToArray();" : lowest is { Count: > 0 } ? $"_ = Run({market.Reports});" : null);

        // The questions that are asked of a run reach below the reports that are accepted; who must be served is served there as well.
        string Raise() => string.Join(" ", lowest!.Select(one => FormattableString.Invariant($"own[{one.Agent}] = global::System.Math.Max(own[{one.Agent}], {plan.Currency.Literal(one.Report)});")));
    }

    /// <summary>Of an exchange of single units.</summary>
    public void WriteExchange(ExchangePlan plan)
    {
        var type = plan.Currency.Type;
        var names = plan.Agents.OrderByDescending(agent => agent.IsBuyer).Select(agent => agent.Name).ToEquatableArray();
        var who = Participants(plan.Currency, names, "0", 0, Market.LargestReport);
        Write(
            [($"global::System.ReadOnlySpan<{type}>", "bids", "The bids of the buyers."), ($"global::System.ReadOnlySpan<{type}>", "costs", "The costs of the sellers.")],
            "agent, the buyers first and then the sellers",
            asked => $"{Package}ServiceExplanation.Of<{type}>(bids, costs, {asked}, {who}, static (own, theirs) => Run(own, theirs))");
    }

    /// <summary>Of a trade between one seller and one buyer.</summary>
    /// <param name="plan">Who they are.</param>
    /// <param name="cost">The parameter of the seller's report.</param>
    /// <param name="bid">The parameter of the buyer's report.</param>
    public void WriteTrade(ExchangePlan plan, string cost, string bid)
    {
        var type = plan.Currency.Type;
        var who = Participants(plan.Currency, [plan.Agents[1].Name, plan.Agents[0].Name], "1", 0, Market.LargestReport);
        Write(
            [(type, cost, "What keeping the good is worth to the seller."), (type, bid, "What having the good is worth to the buyer.")],
            "agent, 0 for the seller and 1 for the buyer",
            asked => $"{Package}ServiceExplanation.Of<{type}>({Identifier.Escape(cost)}, {Identifier.Escape(bid)}, {asked}, {who}, static (own, theirs) => Run(own, theirs))");
    }

    /// <summary>Of an exchange in which every agent has a price of its own.</summary>
    public void WritePricedExchange(PricedMarketPlan plan)
    {
        var who = Participants(new Currency(Theory.Problems.MoneyKind.Double, 0), plan.Agents.OrderByDescending(agent => agent.IsBuyer).Select(agent => agent.Name).ToEquatableArray(), "0", 0, Market.LargestReport);
        Write(
            [("global::System.ReadOnlySpan<double>", "bids", "The bids of the buyers."), ("global::System.ReadOnlySpan<double>", "costs", "The costs of the sellers.")],
            "agent, the buyers first and then the sellers",
            asked => $"{Package}ServiceExplanation.Of<double>(bids, costs, {asked}, {who}, static (own, theirs) => Run(own, theirs))");
    }

    /// <summary>Of a campaign.</summary>
    public void WriteCampaign(CampaignPlan plan)
    {
        var type = plan.Currency.Type;
        Write(
            [($"global::System.ReadOnlySpan<{type}>", "reports", "What the product is worth to each backer.")],
            "backer",
            asked => $"{Package}ServiceExplanation.Of<{type}>(reports, {asked}, {Participants(plan.Currency, plan.Names, "int.MaxValue", 0, Market.LargestReport)}, static own => Run(own))");
    }

    /// <summary>Of a choice among outcomes.</summary>
    /// <param name="plan">The names of the agents.</param>
    /// <param name="span">The type of the reports.</param>
    /// <param name="reports">Their name.</param>
    public void WriteChoice(ChoicePlan plan, string span, string reports) => Write(
        [(span, reports, "One an agent.")],
        "agent",
        asked => $"{Package}DecisionExplanation.Of(Run({reports}), {asked}, {Names(plan.Agents)})");

    /// <summary>Of an assignment.</summary>
    public void WriteAssignment(AssignmentPlan plan, string report)
    {
        var type = plan.Currency.Type;
        if (!plan.IsNamed)
        {
            Write(
                [($"global::System.ReadOnlySpan<{type}>", "values", "What every item is worth to every agent, agent by agent."), ("int", "items", "The number of items, at least 1.")],
                "agent",
                asked => $"{Package}AssignmentExplanation.Of<{type}>(values, items, {asked}, [], [], own => Run(own, items))");
            return;
        }

        Write(
            [($"global::System.ReadOnlySpan<{report}>", "reports", "One an agent: what every item is worth to it.")],
            "agent",
            asked => FormattableString.Invariant($"{Package}AssignmentExplanation.Of<{type}>(global::System.Runtime.InteropServices.MemoryMarshal.Cast<{report}, {type}>(reports), {plan.Items.Names.Count}, {asked}, {Names(plan.Items.Names)}, {Names(plan.Agents)}, static own => Run(global::System.Runtime.InteropServices.MemoryMarshal.Cast<{type}, {report}>(own)))"));
    }

    /// <summary>Of a package auction.</summary>
    public void WritePackages(PackagesPlan plan)
    {
        var shape = plan.Shape;
        var type = shape.Currency.IsGrid && !shape.IsListed ? $"<{shape.Currency.Type}>" : string.Empty;
        var text = shape.IsTogether ? Package + "GoodsExplanation"
            : plan.Goods.IsGreedy ? Package + "GreedyPackageExplanation"
            : shape.IsListed ? "global::MechanismDsl.OrTools.LargePackageExplanation"
            : Package + "PackageExplanation";
        var isOfSets = !shape.IsTogether && !plan.Goods.IsGreedy && !shape.IsListed;
        var clarke = isOfSets && shape.Currency.IsGrid ? $", {(plan.IsCoreSelecting ? "false" : "true")}" : string.Empty;
        var goods = shape.IsTogether ? Names(plan.Goods.Names) + ", " : string.Empty;
        Write(
            [($"global::System.ReadOnlySpan<{shape.Bid}>", "bids", "The bids."), ("int", "bidders", "The number of bidders, at least 0.")],
            "bidder",
            asked => $"{text}.Of{type}(bids, bidders, {asked}{clarke}, {Names(plan.Bidders)}, {goods}own => Run(own, bidders))");
    }

    /// <summary>Of a sale of identical items to agents who want several.</summary>
    public void WriteUnits(UnitsPlan plan)
    {
        var type = plan.Currency.Type;
        Write(
            [($"global::System.ReadOnlySpan<{type}>", "values", "Agent by agent what each further item adds.")],
            "agent",
            asked => FormattableString.Invariant($"{Package}UnitsExplanation.Of<{type}>(values, {plan.Units.PerAgent}, {asked}, static own => Run(own))"));
    }

    /// <summary>Of a sale of a divisible good.</summary>
    /// <param name="plan">The sale.</param>
    /// <param name="reports">The demands as a parameter.</param>
    public void WriteDivisible(DivisiblePlan plan, string reports)
    {
        var (type, clarke) = (plan.Currency.Type, plan.Prices == "Clarke" ? "true" : "false");
        Write(
            [(reports.Substring(0, reports.LastIndexOf(' ')), "demands", "For each agent what a unit is worth to it, and how many it wants at most.")],
            "agent",
            asked => $"{Package}DivisibleExplanation.Of<{type}>(demands, {plan.Currency.Literal(plan.Lowest)}, {asked}, {clarke}, static own => Run(own))");
    }

    /// <summary>Writes both methods.</summary>
    /// <param name="parameters">What a run takes: type, name, and what it is.</param>
    /// <param name="agent">Who can ask.</param>
    /// <param name="call">The text of who asks: <c>null</c> for everybody.</param>
    /// <param name="before">A statement before it; null for none.</param>
    public void Write(IReadOnlyList<(string Type, string Name, string Words)> parameters, string agent, Func<string, string> call, string? before = null)
    {
        var asking = Identifier.Free("agent", [.. parameters.Select(parameter => parameter.Name)]);
        var list = string.Join(", ", parameters.Select(parameter => $"{parameter.Type} {Identifier.Escape(parameter.Name)}"));
        Begin("Says of everybody what it gets and pays in one run, and why: a line each, with numbers of this mechanism alone.", parameters);
        writer.Line(Stamp.Attribute());
        WriteBody($"public static string {Method}({list})", call("null"), before);
        Begin("Says of one participant what it gets and pays in one run, and why.", parameters);
        writer.ParameterDoc(asking, $"The index of the {agent}, counted from 0.");
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">There is nobody with this index, or a report lies outside its domain.</exception>");
        writer.Line(Stamp.Attribute());
        WriteBody($"public static string {Method}({list}, int {asking})", call(asking), before);
    }

    private void WriteBody(string header, string call, string? before)
    {
        if (before is null)
        {
            writer.Line(header + " =>");
            writer.Indented(() => writer.Line(call + ";"));
            return;
        }

        writer.Block(header, () =>
        {
            writer.Line(before);
            writer.Line($"return {call};");
        });
    }

    private void Begin(string summary, IReadOnlyList<(string Type, string Name, string Words)> parameters)
    {
        writer.Line();
        writer.Doc("summary", summary);
        foreach (var (_, name, words) in parameters)
        {
            writer.ParameterDoc(name, words);
        }
    }

    /// <summary>Who takes part, as an argument.</summary>
    public static string Participants(Currency currency, EquatableArray<string> names, string buyers, double low, double high) =>
        $"new({Names(names)}, {buyers}, {currency.Literal(low)}, {currency.Literal(high)}, {(currency.IsGrid ? currency.Step : "0")})";

    /// <summary>Names, as an argument.</summary>
    public static string Names(EquatableArray<string> names) => $"[{string.Join(", ", names.Select(Text.Literal))}]";
}
