using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Promises that no mechanism can keep together (MECH3023): efficient, truthful, voluntary and without money from outside, where the theorem of the environment
/// forbids it. Other ways to break a promise are those of <see cref="ClaimCheck"/>.
/// </summary>
public static class PossibilityCheck
{
    /// <summary>Whether the declaration makes the four promises of which the theorem speaks.</summary>
    public static bool Applies(Problem problem) =>
        problem.Objective == Objective.Efficient && problem.Claims.Any(IsParticipation) && problem.Claims.Any(IsMoney);

    /// <summary>Whether an impossibility says already why the promise is broken: about money; of a partnership, whose payments always balance, about taking part.</summary>
    public static bool IsCovered(Problem problem, Guarantee claim) =>
        IsMoney(claim) || (problem.Environment.Name == EnvironmentName.Partnership && claim == Guarantee.InterimIndividuallyRational);

    /// <summary>Whether the promise is one about money that an impossibility refutes, so that no counterexample of its own is needed.</summary>
    public static bool IsMoney(Guarantee claim) => claim is Guarantee.ExPostBudgetBalanced or Guarantee.ExAnteBudgetBalanced or Guarantee.NoDeficit;

    /// <summary>The finding; null where the promises can be kept, by this mechanism or another one, or where that is not known.</summary>
    /// <param name="declaration">The declaration, for the place.</param>
    /// <param name="problem">A problem to which the check applies.</param>
    /// <param name="possibility">The answer of the theorem.</param>
    /// <param name="instead">What the nearest mechanisms keep, as clauses.</param>
    /// <param name="properties">Data for the code fixes.</param>
    public static Finding? Of(Declaration declaration, Problem problem, Possibility possibility, EquatableArray<string> instead, EquatableArray<FixProperty> properties)
    {
        if (possibility is not Possibility.Impossible impossible)
        {
            return null;
        }

        var place = declaration.Attributes.Select((attribute, index) => (attribute.Name, index)).First(one => one.Name == "Guarantees").index;
        var worst = impossible.WorstOff.Count == 0 ? string.Empty : $" (worst off: {string.Join(", ", impossible.WorstOff.Select(Text))})";
        var nearest = instead.Count == 0 ? string.Empty : "; " + string.Join(", ", instead);
        return new Finding(
            Rule.Impossible,
            new Place.Attribute(place),
            [declaration.Type.Name, Promises(problem), impossible.Theorem, impossible.Surplus.Text, worst, impossible.LeastSubsidy.Text, nearest],
            properties);
    }

    private static bool IsParticipation(Guarantee claim) => claim is Guarantee.InterimIndividuallyRational or Guarantee.ExPostIndividuallyRational;

    private static string Promises(Problem problem)
    {
        var truth = problem.Claims.Contains(Guarantee.DominantStrategyIncentiveCompatible) ? "dominant-strategy" : "Bayesian";
        var participation = problem.Claims.Contains(Guarantee.ExPostIndividuallyRational) ? "ex-post" : "interim";
        var money = problem.Claims.Contains(Guarantee.ExPostBudgetBalanced) || problem.Claims.Contains(Guarantee.ExAnteBudgetBalanced) ? "balanced" : "free of deficits";
        return $"efficient, {truth} incentive compatible, {participation} individually rational and {money}";
    }

    private static string Text(WorstOffType worst) =>
        $"{worst.Who} at {(double.IsPositiveInfinity(worst.Type) ? "ever higher costs" : double.IsNegativeInfinity(worst.Type) ? "ever lower values" : NumberText.Words(worst.Type, 10))}";
}
