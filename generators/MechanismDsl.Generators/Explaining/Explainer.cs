using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Explaining;

/// <summary>
/// Explains a mechanism as a tree: who wins, what is paid, the reserve and where it comes from, ironed blocks, what is expected, each
/// guarantee with its theorem. Every number is the plan's or the solution's own.
/// </summary>
internal sealed class Explainer(MechanismPlan plan, SolvedAuction auction)
{
    private readonly Market _market = plan.Market;
    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, SummaryText.Of(plan));
        ExplainAllocation();
        ExplainPayments();
        _lines.AddRange(new AgentExplainer(plan, auction).Explain());
        new DataExplainer(plan, auction).Explain(Add);
        new ExpectationExplainer(plan, auction).Explain(Add);
        ExplainGuarantees();
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private void ExplainAllocation()
    {
        var equals = (plan.Ties.AreShared, plan.Ties.Ranks.Count > 0) switch
        {
            (true, _) => "equals share it by equal chances",
            (_, true) => "among equals the highest priority comes first, then the order of declaration",
            _ when plan.IsNamed => "among equals the first declared comes first",
            _ => "among equals the lowest index comes first",
        };
        var objective = auction.Problem.Objective switch
        {
            Objective.Efficient when plan.Rule is RulePlan.BestScore => $"the {_market.Best} {_market.Score} wins, so that the weighted sum of values is greatest",
            Objective.Efficient when _market.IsProcurement => "the lowest cost wins, so that the service is provided where it costs least",
            Objective.Efficient => "the highest bid wins, so that the good goes where it is valued most",
            Objective.RevenueOptimal when plan.Rule is RulePlan.BestScore => $"the {_market.Best} {_market.Score} wins",
            Objective.RevenueOptimal when auction.Agents.Any(agent => agent.Agent.Prior is EmpiricalPrior) => $"the {_market.Best} {_market.Report} wins",
            Objective.RevenueOptimal => $"the {_market.Best} {_market.Report} wins: equal priors make it the {_market.Best} {(plan.Rule is RulePlan.BestReport { Blocks.Count: > 0 } ? "ironed " : string.Empty)}{_market.Score} too",
            Objective.FirstToAccept => $"the first {_market.Agent} whose {_market.Report} meets the price is served",
            _ => $"the {_market.Best} {_market.Report} wins",
        };
        Add(1, $"Who wins: {objective}; {equals}.");
        if (plan.Rule.IsLazy)
        {
            Add(2, $"Lazy {_market.Limit}: it is applied to the best {_market.Report} alone; if that misses it, nobody is served.");
        }
    }

    private void ExplainPayments()
    {
        var winner = $"the winner {_market.Pays}";
        var price = plan.Price switch
        {
            PricePlan.Posted posted => $"{winner} the posted price {Number(posted.Amount)}",
            PricePlan.PayAsBid => $"{winner} its own {_market.Report}",
            PricePlan.AllPay => $"every {_market.Agent} that competes pays its own {_market.Report}, the winner too",
            _ when plan.Rule is RulePlan.BestReport { Blocks.Count: 0 } && !plan.Rule.IsLazy && HasLimit =>
                $"{winner} the second-{_market.Best} {_market.Report} or the {_market.Limit}, whichever is {(_market.IsProcurement ? "lower" : "higher")}: the {_market.Worst} {_market.Report} with which it would still have won",
            _ when plan.Rule is RulePlan.BestReport { Blocks.Count: 0 } && !plan.Rule.IsLazy =>
                $"{winner} the second-{_market.Best} {_market.Report}: the {_market.Worst} with which it would still have won",
            _ => $"{winner} the {_market.Worst} {_market.Report} with which it would still have won",
        };
        Add(1, $"What is paid: {price}{(plan.Price is PricePlan.AllPay ? string.Empty : $"; nobody else {(_market.IsProcurement ? "receives" : "pays")} anything")}.");
        if (plan.Currency.IsGrid)
        {
            Add(2, $"On the grid: {_market.Reports} and prices are multiples of {plan.Currency.StepText}.");
        }

        if (plan.Equilibrium is { } equilibrium)
        {
            var bid = equilibrium is EquilibriumPlan.Power power ? Writing.EquilibriumWriter.PowerText(power) : "a function written out below";
            Add(2, $"In symmetric equilibrium a bidder bids {bid} (Vickrey 1961; Riley and Samuelson 1981).");
        }

        if (plan.EntryFee != 0)
        {
            Add(2, $"Entry fee: every {_market.Agent} that takes part pays {Number(plan.EntryFee)}, served or not.");
        }
    }

    private void ExplainGuarantees() => _lines.AddRange(GuaranteeLines.Of(auction.Evidence, auction.Problem.Assumptions));

    private bool HasLimit => plan.HasRunTimeReserve || plan.Rule.Limits.Any(limit => limit.Served != _market.NoLimit);

    private static string Number(double value) => NumberText.Words(value, 12);
}
