using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Finite;

/// <summary>The guarantees that a table has, each computed by its definition.</summary>
internal static class FiniteEvidence
{
    private static readonly (Guarantee Guarantee, Guarantee[] Implied)[] FromStrong =
    [
        (Guarantee.DominantStrategyIncentiveCompatible, [Guarantee.BayesianIncentiveCompatible]),
        (Guarantee.BayesianIncentiveCompatible, []),
        (Guarantee.ExPostIndividuallyRational, [Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational]),
        (Guarantee.InterimIndividuallyRational, [Guarantee.ExAnteIndividuallyRational]),
        (Guarantee.ExAnteIndividuallyRational, []),
        (Guarantee.ExPostBudgetBalanced, [Guarantee.ExAnteBudgetBalanced, Guarantee.NoDeficit]),
        (Guarantee.ExAnteBudgetBalanced, []),
        (Guarantee.NoDeficit, []),
        (Guarantee.NoSubsidy, []),
        (Guarantee.AllocativelyEfficient, []),
    ];

    /// <summary>The evidence, from strong to weak.</summary>
    /// <param name="table">The mechanism.</param>
    /// <param name="prior">The distribution of the types.</param>
    /// <param name="theorem">Why a guarantee holds.</param>
    /// <param name="priorWords">What the prior is: <c>joint prior</c>.</param>
    /// <param name="rounding">How exact the numbers are that run.</param>
    public static EquatableArray<Evidence> Of(FiniteMechanism table, JointDistribution prior, Func<Guarantee, string> theorem, string priorWords, string rounding)
    {
        List<Evidence> evidence = [];
        foreach (var (guarantee, implied) in FromStrong)
        {
            if (evidence.Exists(known => known.Guarantee == guarantee) || FiniteGuarantees.Witness(table, prior, guarantee) is not null)
            {
                continue;
            }

            evidence.Add(new Evidence(guarantee, theorem(guarantee), ScopeOf(guarantee, priorWords) + rounding));
            evidence.AddRange(implied.Select(weaker => new Evidence(weaker, "what holds at every profile and for every type holds in expectation", ScopeOf(weaker, priorWords) + rounding) { ImpliedBy = guarantee }));
        }

        return evidence.ToEquatableArray();
    }

    /// <summary>The strongest of some guarantees: what another one of them implies is left out.</summary>
    public static EquatableArray<Guarantee> Strongest(IReadOnlyCollection<Guarantee> guarantees) =>
        guarantees.Where(guarantee => !FromStrong.Any(row => row.Implied.Contains(guarantee) && guarantees.Contains(row.Guarantee))).OrderBy(guarantee => guarantee).ToEquatableArray();

    private static string ScopeOf(Guarantee guarantee, string prior) => guarantee is Guarantee.BayesianIncentiveCompatible or Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational or Guarantee.ExAnteBudgetBalanced
        ? $"quasi-linear and risk-neutral agents without budgets, for whom the {prior} is common knowledge"
        : "quasi-linear private values, no budgets, one identity an agent";
}
