using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Service;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a mechanism that serves several agents: who is served, what each pays and why, the agents one by one, what is expected, what is guaranteed and what is not.</summary>
internal sealed class ServiceExplainer(ServicePlan plan, SolvedService service, SolvedAuction alone)
{
    /// <summary>How many numbers of agents are spelled out where their number is free.</summary>
    private const int MostRows = 3;

    private readonly MechanismPlan _core = plan.Core;
    private readonly Market _market = plan.Core.Market;
    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, $"{Summary()}.");
        Add(1, $"Who is served: {Allocation()}; {Equals()}.");
        ExplainPayments();
        _lines.AddRange(new AgentExplainer(_core, alone) { MustServe = plan.MustServe }.Explain());
        ExplainExpectations();
        _lines.AddRange(GuaranteeLines.Of(plan.Evidence, service.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private string Served => _core.Rule is RulePlan.BestScore ? _market.Score + "s" : _market.Reports;

    private string Condition => _core.HasRunTimeReserve || _core.Rule.Limits.Any(limit => limit.Served != _market.NoLimit) ? $" that meet the {_market.Limit}" : string.Empty;

    /// <summary>The condition on the members of a set.</summary>
    private string Members => Condition.Length == 0 ? string.Empty : $" and whose members meet the {_market.Limit}";

    private string Summary() => plan.Feasible switch
    {
        FeasiblePlan.Items(var count) => $"The {Count(count)}{_market.Best} {Served}{Condition} are served; {Price()}",
        FeasiblePlan.Limits => $"Of the sets of {_market.Agents} that the limits allow{Members}, the one with {SetExplainer.Best(plan, Served)} is served; {Price()}",
        FeasiblePlan.Knapsack { IsGreedy: true } => $"The {_market.Agents}{Condition} with the {_market.Best} {Served} a unit of size are served as far as they fit, or a single one that is worth more than they are; {Price()}",
        FeasiblePlan.Knapsack => $"Of the sets of {_market.Agents} that fit into the capacity{Members}, the one with {SetExplainer.Best(plan, Served)} is served; {Price()}",
        _ when plan.HasSlotReserves => $"Slot by slot, the best first, the highest bid that is left gets the slot if it meets its reserve; {Price()}",
        _ => $"The {_market.Best} {Served}{Condition} get the slots with the most clicks; {Price()}",
    };

    private string Price() => (plan.Price, plan.Feasible) switch
    {
        (ServicePrice.PayAsBid, _) => $"each {_market.Pays} its own {_market.Report}{AClick}",
        (ServicePrice.Uniform, _) => $"all {(_market.IsProcurement ? "receive" : "pay")} the {_market.Worst} {_market.Report} that is served",
        (ServicePrice.GeneralizedSecondPrice, _) => $"each pays the {_market.Worst} {_market.Report} that keeps its slot, for every click",
        (_, FeasiblePlan.Slots) => $"each pays for every click the {_market.Worst} {_market.Report} that still gets it",
        _ when !plan.AddsScores && _core.Rule is RulePlan.BestReport { Blocks.Count: 0 } => $"all {(_market.IsProcurement ? "receive" : "pay")} the best {_market.Report} that is not served{(Condition.Length == 0 ? string.Empty : $" or the {_market.Limit}, whichever is {(_market.IsProcurement ? "lower" : "higher")}")}",
        _ => $"each {_market.Pays} the {_market.Worst} {_market.Report} with which it would still have been served",
    };

    private string AClick => plan.Feasible is FeasiblePlan.Slots ? " for every click" : string.Empty;

    private static string Count(int count) => count == 1 ? string.Empty : NumberText.Exact(count) + " ";

    private string Allocation()
    {
        if (plan.AddsScores)
        {
            return SetExplainer.Allocation(plan, Served);
        }

        var what = plan.Feasible is FeasiblePlan.Slots(var clicks)
            ? $"one {_market.Agent} a slot, with {string.Join(", ", clicks.Select(Number))} clicks"
            : $"at most {plan.Feasible switch { FeasiblePlan.Items(1) => $"one {_market.Agent}", FeasiblePlan.Items(var count) => $"{NumberText.Exact(count)} {_market.Agents}", _ => string.Empty }}";
        var why = service.Problem.Objective switch
        {
            _ when plan.HasSlotReserves => "the highest bids first",
            Objective.Efficient when _core.Rule is RulePlan.BestScore => $"the {_market.Best} {Served} first, so that the weighted sum of values is greatest",
            Objective.Efficient => _market.IsProcurement ? "the lowest costs first, so that the services cost least" : "the highest bids first, so that the sum of values is greatest",
            Objective.RevenueOptimal when _core.Rule is RulePlan.BestScore => $"the {_market.Best} {Served} first",
            Objective.RevenueOptimal => $"the {_market.Best} {_market.Reports} first: equal priors make them the {_market.Best} {_market.Score}s too",
            _ => $"the {_market.Best} {_market.Reports} first",
        };
        return $"{what}, {why}{Reserves}";
    }

    private string Reserves => plan.Feasible is FeasiblePlan.Slots { Reserves: { Count: > 0 } reserves }
        ? $"; the slots ask for at least {string.Join(", ", reserves.Select(Number))} a click, and one whose reserve the highest bid that is left does not meet stays empty"
        : string.Empty;

    private string Equals() => _core.Ties.Ranks.Count > 0 ? "among equals the highest priority comes first, then the order of declaration"
        : _core.IsNamed ? "among equals the first declared comes first"
        : "among equals the lowest index comes first";

    private void ExplainPayments()
    {
        Add(1, $"What is paid: {Price()}; nobody else {(_market.IsProcurement ? "receives" : "pays")} anything.");
        if (plan.Price == ServicePrice.Threshold)
        {
            Add(2, plan.HasSlotReserves
                ? "Why: without the agent those behind it would fill the slots from its own on, as far as they meet the reserves; for the clicks that a slot has more than the next one it pays the bid that would be there, or the reserve where none would (Myerson 1981)."
                : plan.Feasible is FeasiblePlan.Slots
                ? $"Why: without the agent all behind it would move up by one slot; it pays for the clicks that they lose (Varian 2007; Edelman, Ostrovsky and Schwarz 2007), each at its own {_market.Report} that makes up for them."
                : plan.AddsScores ? SetExplainer.Why(plan)
                : $"Why: an agent that is served takes the place of the first that is not; it {_market.Pays} the {_market.Report} at which it would lose the place to that one (Myerson 1981).");
        }
        else
        {
            Add(2, $"Not truthful: who shades its {_market.Report} can gain; thresholds, which are what is paid under a goal, would not depend on the own {_market.Report}.");
        }

        if (_core.Currency.IsGrid)
        {
            Add(2, $"On the grid: {_market.Reports} and prices are multiples of {_core.Currency.StepText}.");
        }

        if (plan.HasSlotReserves)
        {
            Add(1, "What does not hold: efficiency. A slot stays empty rather than go below its reserve, and a bid that does not meet the reserve of a slot gets a worse one or none.");
        }
    }

    private void ExplainExpectations()
    {
        var earned = _market.IsProcurement ? "outlay" : "revenue";
        if (_core.HasRunTimeReserve || service.Agents.Any(agent => agent.Agent.Prior is null))
        {
            return;
        }

        if (service.Numbers.Count == 0)
        {
            Add(1, $"Expected {earned}: not stated, because {service.NoNumbersBecause}.");
            return;
        }

        var prior = _core.IsNamed ? "the agents' priors" : service.Agents[0].Agent.Prior!.Describe();
        var grid = _core.OnGrid is { } clause ? ", " + clause : string.Empty;
        var what = plan.Feasible is FeasiblePlan.Slots ? "clicks" : "served";
        if (_core.Expected is not ExpectationPlan.ByCount)
        {
            Add(1, $"Expected under {prior}{grid}: {earned} {Number(service.Numbers[0].Revenue)}, {what} {Number(service.Numbers[0].Served)}.");
            return;
        }

        var fewest = service.Problem.Population is Population.Alike(var min, _, _) ? min : 1;
        Add(1, $"Expected under {prior}{grid}, by the number of {_market.Agents}:");
        foreach (var numbers in service.Numbers.Where(numbers => numbers.Agents >= fewest).Take(MostRows))
        {
            Add(2, $"{NumberText.Exact(numbers.Agents)}: {earned} {Number(numbers.Revenue)}, {what} {Number(numbers.Served)}.");
        }
    }

    private static string Number(double value) => NumberText.Words(value, 12);
}
