using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Optima;

/// <summary>What the constraints of a mechanism's program say, in words.</summary>
/// <param name="problem">The problem, for the names of its agents.</param>
/// <param name="environment">Its types and outcomes.</param>
public sealed class ConstraintWords(Problem problem, FiniteEnvironment environment)
{
    private TypeSpace Types => environment.Design.Types;

    /// <summary>The agent's name in quotes, or its index.</summary>
    public string Name(int agent) => problem.Population is Population.Named(var named) ? $"'{named[agent].Name}'" : FormattableString.Invariant($"agent {agent}");

    /// <summary>A type: a number, or one a good in parentheses.</summary>
    public string Type(int agent, int type)
    {
        var numbers = environment.Types[agent][type];
        return numbers.Count == 1 ? Number(numbers[0]) : $"({string.Join(", ", numbers.Select(Number))})";
    }

    /// <summary>A profile of types: <c>(1, [3])</c>, the focal agent's type in brackets.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="focal">The focal agent; −1 for none.</param>
    public string Profile(int profile, int focal = -1) => Types.Agents == 1 && environment.Types[0][0].Count > 1
        ? focal == 0 ? $"[{Type(0, profile)}]" : Type(0, profile)
        : "(" + string.Join(", ", Types.TypesAt(profile).Select((type, agent) => agent == focal ? $"[{Type(agent, type)}]" : Type(agent, type))) + ")";

    /// <summary>What a constraint demands.</summary>
    public string Demand(DesignConstraint constraint) => constraint.Guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => $"at {Profile(constraint.Profile, constraint.Agent)} {Name(constraint.Agent)} gains nothing by reporting {Type(constraint.Agent, constraint.Report)}",
        Guarantee.BayesianIncentiveCompatible => $"{Name(constraint.Agent)} at {Type(constraint.Agent, constraint.Type)} expects no gain from reporting {Type(constraint.Agent, constraint.Report)}",
        Guarantee.ExPostIndividuallyRational => $"at {Profile(constraint.Profile, constraint.Agent)} {Name(constraint.Agent)} does not lose",
        Guarantee.InterimIndividuallyRational => $"{Name(constraint.Agent)} at {Type(constraint.Agent, constraint.Type)} does not expect to lose",
        Guarantee.ExAnteIndividuallyRational => $"{Name(constraint.Agent)} does not expect to lose before it knows its type",
        Guarantee.ExPostBudgetBalanced => $"the payments at {Profile(constraint.Profile)} sum to the cost",
        Guarantee.NoDeficit => $"the payments at {Profile(constraint.Profile)} cover the cost",
        Guarantee.ExAnteBudgetBalanced => "expected payments are the expected cost",
        Guarantee.NoSubsidy => $"at {Profile(constraint.Profile, constraint.Agent)} {Name(constraint.Agent)} is not paid",
        Guarantee.AllocativelyEfficient => $"the decision at {Profile(constraint.Profile)} is efficient",
        _ => $"the probabilities at {Profile(constraint.Profile)} sum to 1",
    };

    /// <summary>What is maximised, in words.</summary>
    public static string Goal(OptimumGoal goal) => goal switch
    {
        OptimumGoal.Revenue => "revenue",
        OptimumGoal.Welfare => "welfare",
        _ => "value of the goal",
    };

    /// <summary>A guarantee as an adjective.</summary>
    public static string Adjective(Guarantee guarantee) => guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => "dominant-strategy incentive compatible",
        Guarantee.BayesianIncentiveCompatible => "Bayesian incentive compatible",
        Guarantee.ExPostIndividuallyRational => "ex post individually rational",
        Guarantee.InterimIndividuallyRational => "interim individually rational",
        Guarantee.ExAnteIndividuallyRational => "ex ante individually rational",
        Guarantee.ExPostBudgetBalanced => "ex post budget balanced",
        Guarantee.ExAnteBudgetBalanced => "ex ante budget balanced",
        Guarantee.NoDeficit => "without deficit",
        Guarantee.NoSubsidy => "without subsidy",
        _ => "allocatively efficient",
    };

    /// <summary>Adjectives in a row: <c>Bayesian incentive compatible and interim individually rational</c>.</summary>
    public static string Adjectives(IEnumerable<Guarantee> guarantees)
    {
        var words = guarantees.Select(Adjective).ToList();
        return words.Count < 2 ? string.Join(string.Empty, words) : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1];
    }

    private static string Number(double number) => NumberText.Words(number, 12);
}
