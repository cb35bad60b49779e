using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Crowdfunding;

/// <summary>What a campaign guarantees by theorem.</summary>
internal static class CampaignGuarantees
{
    private const string Model = "quasi-linear private values, no budgets, one identity a backer, the cost is known";

    /// <summary>The guarantees of the problem, the stronger ones before what they imply.</summary>
    public static EquatableArray<Evidence> Of(Problem problem)
    {
        List<Evidence> evidence = [];
        if (Truth(problem) is { } truth)
        {
            evidence.Add(new(Guarantee.DominantStrategyIncentiveCompatible, truth, Model));
            evidence.Add(new(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", Model) { ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible });
        }

        evidence.Add(new(Guarantee.ExPostIndividuallyRational, "who gets the product pays at most its own report, and pledges are handed back if the target is missed", Model));
        foreach (var weaker in new[] { Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational })
        {
            evidence.Add(new(weaker, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational });
        }

        evidence.Add(new(Guarantee.NoSubsidy, problem.Payments is PaymentRule.CostSharing ? "a share of the cost is never negative" : "a price, a pledge or a threshold is never negative", "reports are at least 0"));
        if (problem.Payments is PaymentRule.CostSharing)
        {
            var exactness = problem.Money.IsGrid ? "exact on the grid of the money" : "up to the rounding of a share";
            evidence.Add(new(Guarantee.ExPostBudgetBalanced, "the members of the group share the cost, and nobody else pays", "at every profile; " + exactness));
            evidence.Add(new(Guarantee.ExAnteBudgetBalanced, "what holds at every profile holds in expectation", exactness) { ImpliedBy = Guarantee.ExPostBudgetBalanced });
            evidence.Add(new(Guarantee.NoDeficit, "the payments are the cost", "at every profile; " + exactness) { ImpliedBy = Guarantee.ExPostBudgetBalanced });
        }

        if (problem.Payments is PaymentRule.Posted or PaymentRule.PayAsBid)
        {
            evidence.Add(new(Guarantee.NoDeficit, "the product is made only if what backers pay meets the target", "at every profile"));
        }

        if (problem.Objective == Objective.Efficient)
        {
            evidence.Add(new(Guarantee.AllocativelyEfficient, "the product is made for all if it is worth its cost to all together", "at every profile of truthful reports"));
        }

        return evidence.ToEquatableArray();
    }

    private static string? Truth(Problem problem) => problem switch
    {
        { Payments: PaymentRule.Posted } => "to pledge the fixed price if and only if the product is worth it is weakly dominant: a pledge only makes more campaigns succeed at that price",
        { Payments: PaymentRule.CostSharing } => "Moulin and Shenker (2001): a share falls as the group grows, so a backer is a member exactly where its report is at least its share, which does not depend on it; no group gains by lying together",
        { Objective: Objective.Efficient } => "Clarke (1971), Groves (1973): each backer pays what the others lack of the target",
        { Objective: Objective.RevenueOptimal } => "Myerson (1981), lemma 2: a monotone allocation with threshold payments",
        _ => null,
    };
}
