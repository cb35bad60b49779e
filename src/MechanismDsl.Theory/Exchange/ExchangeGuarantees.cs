using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Exchange;

/// <summary>What an exchange of single units guarantees by theorem.</summary>
internal static class ExchangeGuarantees
{
    private const string Model = "quasi-linear private values, one unit an agent, no budgets, one identity an agent";

    /// <summary>The guarantees of the problem, the stronger ones before what they imply.</summary>
    public static EquatableArray<Evidence> Of(Problem problem)
    {
        var scope = Model + (problem.Money.IsGrid ? "; exact on the grid of reports" : string.Empty);
        List<Evidence> evidence =
        [
            new(Guarantee.DominantStrategyIncentiveCompatible, Truth(problem), scope),
            new(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", scope) { ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible },
            new(Guarantee.ExPostIndividuallyRational, "who trades does so at a price that its own report accepts, and who does not pays and receives nothing", scope),
        ];
        foreach (var weaker in new[] { Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational })
        {
            evidence.Add(new(weaker, "what holds at every profile holds in expectation", scope) { ImpliedBy = Guarantee.ExPostIndividuallyRational });
        }

        switch (problem)
        {
            case { Payments: PaymentRule.Posted }:
                evidence.Add(new(Guarantee.ExPostBudgetBalanced, "every unit is paid for with the price that its seller receives", "at every profile"));
                evidence.Add(new(Guarantee.ExAnteBudgetBalanced, "what balances at every profile balances in expectation", "at every profile") { ImpliedBy = Guarantee.ExPostBudgetBalanced });
                evidence.Add(new(Guarantee.NoDeficit, "payments equal receipts", "at every profile") { ImpliedBy = Guarantee.ExPostBudgetBalanced });
                break;
            case { Objective: Objective.ReducedTrade }:
                evidence.Add(new(Guarantee.NoDeficit, "McAfee (1992): all trade at one price, or buyers pay the bid and sellers receive the cost of a pair whose bid is at least its cost", "at every profile"));
                break;
            default:
                evidence.Add(new(Guarantee.AllocativelyEfficient, "the units go to whom they are worth most: all pairs trade whose bid is at least the cost", "at every profile of truthful reports"));
                break;
        }

        return evidence.ToEquatableArray();
    }

    private static string Truth(Problem problem) => problem switch
    {
        { Payments: PaymentRule.Posted } => "a report decides only whether the fixed price is accepted, and the order among those who accept it does not depend on reports",
        { Objective: Objective.ReducedTrade } => "McAfee (1992): the prices of those who trade do not depend on their own reports",
        _ => "Vickrey (1961), Clarke (1971), Groves (1973): each agent pays what its presence costs the others",
    };
}
