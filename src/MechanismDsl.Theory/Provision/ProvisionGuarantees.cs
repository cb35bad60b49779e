using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Provision;

/// <summary>What a decision by scores guarantees by theorem.</summary>
internal static class ProvisionGuarantees
{
    private const string Model = "quasi-linear private values, no budgets, one identity an agent";

    private const string Priors = "truthful reports, independent types, and priors that are as declared";

    /// <summary>The guarantees of the problem, the stronger ones before what they imply.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="isBalanced">Whether expected payments equal the expected cost.</param>
    public static EquatableArray<Evidence> Of(Problem problem, bool isBalanced)
    {
        List<Evidence> evidence =
        [
            new(Guarantee.DominantStrategyIncentiveCompatible, "Myerson (1981), lemma 2: a monotone decision with threshold payments", Model),
            new(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", Model) { ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible },
            new(Guarantee.ExPostIndividuallyRational, "a threshold is never worse than the truthful report, and without a decision nobody pays", Model),
            new(Guarantee.InterimIndividuallyRational, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.ExAnteIndividuallyRational, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
        ];
        if (isBalanced)
        {
            evidence.Add(new Evidence(Guarantee.ExAnteBudgetBalanced, "Myerson and Satterthwaite (1983): the share of the rents that counts as a cost is the one at which expected payments equal the expected cost", Priors));
        }

        if (problem.Environment.Name == EnvironmentName.PublicProject)
        {
            evidence.Add(new Evidence(Guarantee.NoSubsidy, "a threshold is never negative", "reports are at least 0"));
        }

        return evidence.ToEquatableArray();
    }

    /// <summary>Payments that balance at every profile give up truth as a dominant strategy, and participation at single profiles.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="balance">What its agents expect to gain.</param>
    public static EquatableArray<Evidence> OfBalanced(Problem problem, ProvisionBalance balance)
    {
        const string Scope = Model + "; independent types, the declared priors common knowledge; up to the rounding of doubles";
        const string Everywhere = "at every profile, up to the rounding of doubles";
        List<Evidence> evidence =
        [
            new(
                Guarantee.BayesianIncentiveCompatible,
                problem.Payments is PaymentRule.Balanced { Method: BalancingMethod.Rebalanced }
                    ? "interim payments are those of thresholds, which are truthful (Myerson 1981), less the same amount for every type (Börgers 2015)"
                    : "Arrow (1979), d'Aspremont and Gérard-Varet (1979): interim payments are the expected externalities of a report",
                Scope),
        ];
        if (balance.Agents.All(agent => agent.Worst.Sign >= 0))
        {
            evidence.Add(new(Guarantee.InterimIndividuallyRational, "what each agent's lowest type expects to gain, which gains least, was computed", Scope));
            evidence.Add(new(Guarantee.ExAnteIndividuallyRational, "what holds for every type holds on average", Scope) { ImpliedBy = Guarantee.InterimIndividuallyRational });
        }
        else if (balance.Agents.All(agent => agent.Mean.Sign >= 0))
        {
            evidence.Add(new(Guarantee.ExAnteIndividuallyRational, "what each agent expects to gain was computed", Scope));
        }

        evidence.Add(new(Guarantee.ExPostBudgetBalanced, "what an agent is charged for its report the others receive, and shares sum to the cost", Everywhere));
        evidence.Add(new(Guarantee.ExAnteBudgetBalanced, "what balances at every profile balances in expectation", Everywhere) { ImpliedBy = Guarantee.ExPostBudgetBalanced });
        evidence.Add(new(Guarantee.NoDeficit, "payments equal the cost", Everywhere) { ImpliedBy = Guarantee.ExPostBudgetBalanced });
        if (problem.Objective == Objective.Efficient)
        {
            evidence.Add(new(Guarantee.AllocativelyEfficient, "it is decided for where the reports sum to at least the cost", "at every profile of truthful reports"));
        }

        return evidence.ToEquatableArray();
    }
}
