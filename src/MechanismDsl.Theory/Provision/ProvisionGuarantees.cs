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
}
