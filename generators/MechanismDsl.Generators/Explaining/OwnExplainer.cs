using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Own;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a mechanism with rules of the user's own: who is served, how payments follow from the rule, what is checked, what is guaranteed and who says so.</summary>
internal sealed class OwnExplainer(OwnPlan plan)
{
    private readonly Market _market = plan.Market;
    private readonly OwnText _text = new(plan);
    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, Summary());
        ExplainDecision();
        ExplainPayments();
        ExplainReports();
        _lines.AddRange(GuaranteeLines.Of(plan.Evidence, plan.Assumptions));
        if (!plan.AnalyzersRun)
        {
            _lines.Add(new ExplanationLine(1, GuaranteeLines.Withheld));
        }

        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private string Report => plan.Report.Own.Parameter;

    private string Served => plan.Clicks.Count > 0 ? $"slots with {string.Join(", ", plan.Clicks.Select(clicks => NumberText.Words(clicks, 12)))} clicks, the best first" : plan.Items == 1 ? "the item" : $"{plan.Items} identical items";

    private string Summary()
    {
        var paid = plan.Payment is { } payment
            ? $"payments are those of {payment.Name}"
            : plan.Decision.Form switch
            {
                AllocationForm.Probability => $"every {_market.Agent} {_market.Pays} what makes the truth its best report",
                AllocationForm.Units => $"every unit {(_market.IsProcurement ? "is paid with" : "costs")} the {_market.Worst} {Report} that still gets it",
                _ => $"who is served {_market.Pays} the {_market.Worst} {Report} that would still have been served",
            };
        return plan.Decision switch
        {
            DecisionPlan.Score { Form: AllocationForm.Winner } => $"The highest score wins; {paid}.",
            DecisionPlan.Score when plan.Clicks.Count > 0 => $"The highest scores get the slots with the most clicks; each pays for every click the {_market.Worst} {Report} that still gets it.",
            DecisionPlan.Score when plan.Sets is FeasiblePlan.Knapsack { IsGreedy: true } => $"The {_market.Agents} with the highest scores a unit of size are served as far as they fit, or a single one whose score is higher than their sum; {paid}.",
            DecisionPlan.Score when plan.Sets is not null => $"Of the sets of {_market.Agents} that {(plan.Sets is FeasiblePlan.Knapsack ? "fit into the capacity" : "the limits allow")}, the one with the highest sum of scores is served; {paid}.",
            DecisionPlan.Score => $"The {plan.Items} highest scores are served; {paid}.",
            DecisionPlan.Allocation allocation => $"{allocation.Method.Name} decides who is served; {paid}.",
            _ => $"The {_market.Best} {_market.Report} wins; {paid}.",
        };
    }

    private void ExplainDecision()
    {
        var equals = plan.Ranks.Count > 0 ? "among equals the highest priority comes first, then the order of declaration"
            : plan.IsNamed ? "among equals the first declared comes first"
            : "among equals the lowest index comes first";
        switch (plan.Decision)
        {
            case DecisionPlan.Score { Method: var method } when plan.Sets is { } sets:
                Add(1, $"Who is served: {SetExplainer.Allocation(sets, plan.Agents, _market, "scores")}; {equals}; a score below zero is never served.");
                Add(2, $"Score: {plan.Formula ?? $"what {method} returns"}.");
                break;
            case DecisionPlan.Score score:
                Add(1, $"Who is served: the {_market.Agents} with the highest scores get {Served}; {equals}; a score below zero is never served.");
                Add(2, $"Score: {plan.Formula ?? $"what {score.Method} returns"}.");
                break;
            case DecisionPlan.Allocation allocation:
                Add(1, $"Who is served: {allocation.Method.Name} decides from all reports, {allocation.Form switch
                {
                    AllocationForm.Winner => "one winner or nobody",
                    AllocationForm.Served => "for each agent whether it is served",
                    AllocationForm.Units => "for each agent its units",
                    _ => "for each agent its probability of being served",
                }}; {(plan.Items == 1 ? "there is one item" : $"there are {plan.Items} items")}, and a run that hands out more throws.");
                break;
            case DecisionPlan.Best best:
                var weighted = best.Weights.Any(weight => weight != 1) ? "weighted " : string.Empty;
                Add(1, $"Who wins: the {_market.Best} {weighted}{_market.Report}, so that the {(_market.IsProcurement ? "service is provided where it costs least" : $"good goes where it is valued most")}; {equals}.");
                if (best.Limits.Any(limit => limit != _market.NoLimit))
                {
                    Add(2, $"{(_market.IsProcurement ? "Ceiling" : "Reserve")}: {string.Join(", ", best.Limits.Select(limit => NumberText.Words(limit, 12)))}; met exactly, it is served.");
                }

                break;
        }
    }

    private void ExplainPayments()
    {
        if (plan.Payment is { } payment)
        {
            Add(1, $"What is paid: what {payment.Name} says for each agent, served or not.");
            return;
        }

        var would = plan.Decision is DecisionPlan.Score ? "whose score still wins" : "with which the rule still serves it";
        Add(1, plan.Decision.Form switch
        {
            AllocationForm.Units => $"What is paid: for each unit the {_market.Worst} {Report} with which the agent still gets so many, all other reports as they are; nothing without units.",
            AllocationForm.Probability when _market.IsProcurement => $"What is paid: c·q(c) + ∫ q(t) dt from c to {High}, for the cost c and the probability q as the rule gives it with all other reports as they are; expected, before the lot is drawn.",
            AllocationForm.Probability => $"What is paid: x·q(x) − ∫ q(t) dt from {Low} to x, for the report x and the probability q as the rule gives it with all other reports as they are; expected, before the lot is drawn.",
            _ when plan.Clicks.Count > 0 => $"What is paid: for the clicks that a slot has more than the next one, the {_market.Worst} {Report} whose score still gets them, all other reports as they are; nobody else pays anything.",
            _ => $"What is paid: the {_market.Worst} {Report} {would}, all other reports as they are; nobody else {(_market.IsProcurement ? "receives" : "pays")} anything.",
        });
        if (plan.Inverse is { } inverse)
        {
            Add(2, $"In closed form: {Report} = {inverse}, where target is the score to be reached ({(plan.Sets is null ? "the best rival's, or 0" : "what the others could have without the agent, less what those beside it have")}); rounding is corrected to where the score turns from losing to winning.");
        }

        Add(2, plan switch
        {
            { Report.HasTypes: true } => "Found among the declared types: exact.",
            { Money.IsGrid: true } => $"Found by bisection over the multiples of {plan.Money.Step.TrimEnd('m')}: exact on the grid.",
            { Decision.Form: AllocationForm.Probability } => "Jumps are found to the last bit of a double, smooth parts are integrated to about 13 digits.",
            { Decision.Form: AllocationForm.Units } => "Every step is found by bisection over the doubles: exact to the last bit.",
            { Decision: DecisionPlan.Score { Type: "double" } } => "Found from the slope of the score, then among doubles: the price is the last that loses or the first that wins, which are neighbours.",
            _ => "Found by bisection: the price is the last double that loses or the first that wins, which are neighbours.",
        });
        if (plan.Decision.Form is AllocationForm.Winner or AllocationForm.Served)
        {
            Add(2, $"Without a rival that matters it is the {_market.Worst} {Report} of the domain that is served: {(_market.IsProcurement ? "at most " + High : "at least " + Low)}.");
        }
    }

    private string Low => NumberText.Words(plan.Report.Own.Low, 12);

    private string High => NumberText.Words(plan.Report.Own.High, 12);

    private void ExplainReports()
    {
        Add(1, "Reports, checked in every run:");
        foreach (var field in plan.Report.Fields)
        {
            var domain = field.Type == "bool" ? "true or false" : _text.Domain(field);
            if (field.IsReport && plan.Report.HasTypes)
            {
                domain = plan.Report.Types.All(types => types == plan.Report.Types[0])
                    ? $"one of {Shortened(plan.Report.Types[0])}"
                    : "one of the agent's types";
            }

            Add(2, $"{field.Parameter}: {domain}{(plan.Report.Fields.Count == 1 ? string.Empty : field.IsReport ? ", the report" : ", public")}.");
        }
    }

    private static string Shortened(EquatableArray<double> types)
    {
        const int Most = 12;
        var words = types.Take(types.Count > Most ? Most - 2 : Most).Select(type => NumberText.Words(type, 12));
        return string.Join(", ", words) + (types.Count > Most ? $", …, {NumberText.Words(types[types.Count - 1], 12)}" : string.Empty);
    }
}
