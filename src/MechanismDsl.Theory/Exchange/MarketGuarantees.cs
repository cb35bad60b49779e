using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Exchange;

/// <summary>What an exchange by scores guarantees by theorem.</summary>
internal static class MarketGuarantees
{
    private const string Model = "quasi-linear private values, one unit an agent, no budgets, one identity an agent";

    /// <summary>The guarantees, the stronger ones before what they imply.</summary>
    /// <param name="isBalanced">Whether expected payments equal expected receipts.</param>
    public static EquatableArray<Evidence> Of(bool isBalanced)
    {
        List<Evidence> evidence =
        [
            new(Guarantee.DominantStrategyIncentiveCompatible, "Myerson (1981), lemma 2: who trades with a report trades with every better one, and the price is the threshold", Model),
            new(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", Model) { ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible },
            new(Guarantee.ExPostIndividuallyRational, "a threshold is never worse than the truthful report, and who does not trade pays and receives nothing", Model),
            new(Guarantee.InterimIndividuallyRational, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
            new(Guarantee.ExAnteIndividuallyRational, "what holds at every profile holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational },
        ];
        if (isBalanced)
        {
            evidence.Add(new Evidence(
                Guarantee.ExAnteBudgetBalanced,
                "Myerson and Satterthwaite (1983), Gresik and Satterthwaite (1989): the share of the rents that counts as a cost is the one at which buyers are expected to pay what sellers receive",
                "truthful reports of all agents, independent types, and priors that are as declared"));
        }

        return evidence.ToEquatableArray();
    }
}
