using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Provision;

/// <summary>
/// A project that is worth its cost and hardly ever carried out, because nobody can be kept from it: each agent can hope that the others pay, so that what its type says
/// is worth little to it, and with many agents less and less (Mailath and Postlewaite 1990).
/// </summary>
/// <param name="Agents">The number of agents.</param>
/// <param name="EfficientChance">The probability with which the efficient decision carries it out.</param>
/// <param name="Chance">The probability with which the best rule that covers the cost in expectation does.</param>
/// <param name="Kept">The share of the efficient decision's welfare that this rule keeps.</param>
/// <param name="LeastSubsidy">What somebody outside would have to add in expectation for the efficient decision: −S*.</param>
/// <param name="CostAHead">The cost divided by the number of agents, where with ever more such agents, and as much more cost, the probability goes to 0; null where that is not known.</param>
/// <param name="Fee">If those who do not pay can be kept out: the fee that brings in the most, and what it brings in; null where priors differ.</param>
public sealed record VanishingProject(int Agents, Amount EfficientChance, Amount Chance, Amount Kept, Amount LeastSubsidy, Fraction? CostAHead, (Amount Price, Amount Revenue)? Fee)
{
    /// <summary>A project vanishes if it is carried out less often than in this part of the cases in which it is worth its cost.</summary>
    private const int Part = 4;

    /// <summary>The finding on a second best; null unless it is one of a project that vanishes.</summary>
    public static VanishingProject? Of(SolvedProvision solved)
    {
        if (solved is not { Problem: { Environment.Name: EnvironmentName.PublicProject, Objective: Objective.SecondBest }, Numbers: { } numbers, Efficient: { } efficient }
            || (efficient.Chance - (Part * numbers.Chance)).Sign is not > 0
            || numbers.FirstBest.Sign is not > 0)
        {
            return null;
        }

        var count = solved.Agents.Count;
        var prior = solved.Agents.Select(agent => agent.Agent.Prior).Distinct().Count() == 1 ? solved.Agents[0].Agent.Prior : null;
        var kept = numbers is { Welfare.Exact: { } part, FirstBest.Exact: { } whole }
            ? Amount.Of((part / whole).Reduce())
            : Amount.Approximately(numbers.Welfare.Value / numbers.FirstBest.Value, (numbers.Welfare.Error + numbers.FirstBest.Error) / numbers.FirstBest.Value);
        return new VanishingProject(
            count,
            efficient.Chance,
            numbers.Chance,
            kept,
            -efficient.Surplus,
            prior is not null && !double.IsInfinity(prior.Lower) && solved.Cost > Rationals.FromDecimal(prior.Lower) * count ? solved.Cost / count : null,
            prior is UniformPrior uniform ? FeeOf(uniform, count) : null);
    }

    /// <summary>The monopoly price max(low, high/2) of a uniform value, and what n agents are expected to pay of it.</summary>
    private static (Amount Price, Amount Revenue) FeeOf(UniformPrior prior, int count)
    {
        var (low, high) = (Rationals.FromDecimal(prior.Low), Rationals.FromDecimal(prior.High));
        var price = high / 2 > low ? high / 2 : low;
        return (Amount.Of(price), Amount.Of(count * price * (high - price) / (high - low)));
    }
}
