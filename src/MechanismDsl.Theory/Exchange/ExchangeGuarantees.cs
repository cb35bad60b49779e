using MechanismDsl.Theory.Bayesian;
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
        if (TradeAgva.Of(problem) is { } agva)
        {
            return OfBalanced(agva);
        }

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

    /// <summary>What d'AGVA payments give up: truth as a dominant strategy, and, where the worst types lose, participation.</summary>
    private static EquatableArray<Evidence> OfBalanced(TradeAgva agva)
    {
        const string Scope = Model + "; independent types, the declared priors common knowledge; up to the rounding of doubles";
        List<Evidence> evidence =
        [
            new(Guarantee.BayesianIncentiveCompatible, "Arrow (1979), d'Aspremont and Gérard-Varet (1979): each is paid what the other is expected to have of its report", Scope),
        ];
        if (!agva.WorstBuyer.Gain.IsNegative && !agva.WorstSeller.Gain.IsNegative)
        {
            evidence.Add(new(Guarantee.InterimIndividuallyRational, "the expected utilities of the lowest value and the highest cost, which gain least, were computed", Scope));
            evidence.Add(new(Guarantee.ExAnteIndividuallyRational, "what holds for every type holds on average", Scope) { ImpliedBy = Guarantee.InterimIndividuallyRational });
        }
        else if (!agva.BuyerExAnte.IsNegative && !agva.SellerExAnte.IsNegative)
        {
            evidence.Add(new(Guarantee.ExAnteIndividuallyRational, "the expected utilities of both were computed", Scope));
        }

        evidence.Add(new(Guarantee.ExPostBudgetBalanced, "what the buyer pays the seller receives", "at every profile"));
        evidence.Add(new(Guarantee.ExAnteBudgetBalanced, "what balances at every profile balances in expectation", "at every profile") { ImpliedBy = Guarantee.ExPostBudgetBalanced });
        evidence.Add(new(Guarantee.NoDeficit, "payments equal receipts", "at every profile") { ImpliedBy = Guarantee.ExPostBudgetBalanced });
        evidence.Add(new(Guarantee.AllocativelyEfficient, "the good goes where it is worth most: both trade if the bid is at least the cost", "at every profile of truthful reports"));
        return evidence.ToEquatableArray();
    }

    private static string Truth(Problem problem) => problem switch
    {
        { Payments: PaymentRule.Posted } => "a report decides only whether the fixed price is accepted, and the order among those who accept it does not depend on reports",
        { Objective: Objective.ReducedTrade } => "McAfee (1992): the prices of those who trade do not depend on their own reports",
        _ => "Vickrey (1961), Clarke (1971), Groves (1973): each agent pays what its presence costs the others",
    };
}
