using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Screening;

/// <summary>What an income tax guarantees by theorem.</summary>
internal static class TaxationGuarantees
{
    private const string Model = "utility is consumption less labour²/2, labour is output divided by skill, one taxpayer at a time";

    /// <summary>The guarantees, the stronger ones before what they imply.</summary>
    public static EquatableArray<Evidence> Of(TaxSchedules schedules)
    {
        List<Evidence> evidence =
        [
            new(Guarantee.DominantStrategyIncentiveCompatible, "the taxation principle (Guesnerie 1981): each chooses best from one schedule, whatever the others do", Model),
            new(Guarantee.BayesianIncentiveCompatible, "a dominant strategy is a best reply under every belief", Model) { ImpliedBy = Guarantee.DominantStrategyIncentiveCompatible },
            new(Guarantee.ExPostIndividuallyRational, "nobody is left with less than not working and not consuming: the lowest skill has at least that, and a higher one could do what it does with less labour", Model),
        ];
        foreach (var weaker in new[] { Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational })
        {
            evidence.Add(new(weaker, "what holds at every skill holds in expectation", Model) { ImpliedBy = Guarantee.ExPostIndividuallyRational });
        }

        if (schedules.Objective == TaxObjective.Revenue || schedules.Weight == 0)
        {
            evidence.Add(new(Guarantee.NoSubsidy, "the tax grows with output from a tax of the lowest skill that is not negative, and nothing is handed back", Model));
            evidence.Add(new(Guarantee.NoDeficit, "no tax is negative", Model));
        }

        if (schedules.Objective != TaxObjective.Revenue)
        {
            evidence.Add(new(Guarantee.ExAnteBudgetBalanced, "the expected tax is handed back, the same to everybody", "skills are distributed as the prior says"));
        }

        if (schedules.Weight == 0)
        {
            evidence.Add(new(Guarantee.AllocativelyEfficient, "without a wish to redistribute nobody is taxed, and everybody produces as much as is worth its labour", Model));
        }

        return evidence.ToEquatableArray();
    }
}
