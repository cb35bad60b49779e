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
    /// <summary>More names than these are counted.</summary>
    private const int MostNames = 4;

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
        var worst = impossible.WorstOff.Count == 0 ? string.Empty : $" (worst off: {Text(problem.Population, impossible.WorstOff)})";
        var missing = impossible.IsAtProfiles
            ? $"payments miss the budget at single profiles, and to make up for that takes {impossible.LeastSubsidy.Text} in expectation"
            : $"the payments leave at most S* = {impossible.Surplus.Text} in expectation{worst}, so the least subsidy is {impossible.LeastSubsidy.Text}";
        var nearest = instead.Count == 0 ? string.Empty : "; " + string.Join(", ", instead);
        return new Finding(
            Rule.Impossible,
            new Place.Attribute(place),
            [declaration.Type.Name, Promises(problem), impossible.Theorem, missing, nearest],
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

    /// <summary>Agents whose worst-off types are the same are named together: however many they are, the message stays short.</summary>
    private static string Text(Population population, EquatableArray<WorstOffType> worst) => string.Join(
        ", ",
        worst.GroupBy(agent => agent.Type).Select(group => $"{Who(population, [.. group.Select(agent => agent.Who)], worst.Count)} at {Text(group.Key)}"));

    private static string Who(Population population, List<string> names, int agents) => population switch
    {
        Population.Alike when names.Count == agents => "every agent",
        Population.TwoSided { Buyers: { } buyers, Sellers: { } sellers } when names.Count == agents && buyers + sellers == agents => "everybody",
        Population.TwoSided { Buyers: { } buyers } when names.Count == buyers && names[0].StartsWith("buyer ", StringComparison.Ordinal) => "every buyer",
        Population.TwoSided { Sellers: { } sellers } when names.Count == sellers && names[0].StartsWith("seller ", StringComparison.Ordinal) => "every seller",
        _ when names.Count > MostNames => FormattableString.Invariant($"{string.Join(", ", names.Take(MostNames - 1))} and {names.Count - MostNames + 1} others"),
        _ when names.Count > 1 => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}",
        _ => names[0],
    };

    private static string Text(double type) =>
        double.IsPositiveInfinity(type) ? "ever higher costs" : double.IsNegativeInfinity(type) ? "ever lower values" : NumberText.Words(type, 10);
}
