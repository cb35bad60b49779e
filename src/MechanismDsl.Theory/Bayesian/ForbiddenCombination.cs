using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>Guarantees that no mechanism of an environment has together, by a theorem.</summary>
/// <param name="Theorem">The theorem, with author and year.</param>
/// <param name="Environment">What it is about, in words.</param>
/// <param name="Together">The guarantees; whatever implies one of them is forbidden with the others, too.</param>
/// <param name="Alternatives">With any one of these they are impossible; empty: as they stand.</param>
/// <param name="Where">Its hypotheses, in words.</param>
public sealed record ForbiddenCombination(string Theorem, string Environment, EquatableArray<Guarantee> Together, EquatableArray<Guarantee> Alternatives, string Where)
{
    /// <summary>The budget of the surplus test: no expected deficit, which both words promise.</summary>
    private static readonly EquatableArray<Guarantee> _money = [Guarantee.ExAnteBudgetBalanced, Guarantee.NoDeficit];

    private static readonly EquatableArray<Guarantee> _efficientAndVoluntary = [Guarantee.BayesianIncentiveCompatible, Guarantee.InterimIndividuallyRational, Guarantee.AllocativelyEfficient];

    /// <summary>
    /// All that are known here. Whether the hypotheses of the first four hold for a declaration is decided, with the number, by <see cref="PossibilityTest"/>; of the
    /// last one by the mixed differences of its welfare.
    /// </summary>
    public static EquatableArray<ForbiddenCombination> All { get; } =
    [
        new(PossibilityTest.Trade, "one seller and one buyer", _efficientAndVoluntary, _money, "independent and connected types whose supports overlap"),
        new(PossibilityTest.Exchange, "several sellers and buyers of single units", _efficientAndVoluntary, _money, "independent and connected types, where the surplus is negative"),
        new(PossibilityTest.Project, "a public project", _efficientAndVoluntary, _money, "independent and connected types for which the decision is open"),
        new(PossibilityTest.Partnership, "a partnership", _efficientAndVoluntary, _money, "independent and connected types, and shares too unequal"),
        new(
            "the theorem of Green and Laffont (1979) on balanced Groves payments",
            "a choice among outcomes",
            [Guarantee.DominantStrategyIncentiveCompatible, Guarantee.AllocativelyEfficient, Guarantee.ExPostBudgetBalanced],
            [],
            "types that are rich enough: a mixed difference of welfare that is not zero"),
    ];
}
