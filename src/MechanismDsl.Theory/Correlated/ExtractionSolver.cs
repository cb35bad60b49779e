using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Correlated;

/// <summary>
/// Extracts what correlation lets one extract in the sale of one item: beliefs are elicited by bets, and within a belief the sale is Myerson's. The revenue is
/// the greatest of all Bayesian incentive compatible, interim individually rational mechanisms, because what is left to the agents they would be left if
/// their beliefs were known.
/// </summary>
public static class ExtractionSolver
{
    /// <summary>More profiles than this are not solved: 20 types of 2 agents take about a second of exact arithmetic, 32 types five.</summary>
    public const int MostProfiles = 400;

    /// <summary>Of the smallest multiple: truth is then strictly better than any report of another belief.</summary>
    private static readonly Fraction Margin = new(3, 2);

    /// <summary>The solution.</summary>
    /// <param name="problem">A problem with a joint prior whose beliefs the bets can separate; the normaliser sees to it.</param>
    /// <param name="cancellation">Checked between the steps.</param>
    /// <exception cref="ArgumentException">The problem has no joint prior, or bets cannot separate its beliefs.</exception>
    public static SolvedExtraction Solve(Problem problem, CancellationToken cancellation)
    {
        var prior = problem.Joint ?? throw new ArgumentException("The problem has no joint prior.", nameof(problem));
        var agents = AgentsOf(problem, prior.Types.Agents);
        var values = agents.Select(agent => agent.Types.Select(Rationals.FromDecimal).ToEquatableArray()).ToEquatableArray();
        var conditions = Enumerable.Range(0, values.Count).Select(agent => BeliefCondition.Of(prior, agent, cancellation)).ToEquatableArray();
        if (conditions.Any(condition => !condition.SeparatesBeliefs))
        {
            throw new ArgumentException("A belief is a combination of others.", nameof(problem));
        }

        var cost = problem.Environment.Cost is SocialCost.PerServed(var amount) ? Rationals.FromDecimal(amount) : Fraction.Zero;
        var scores = values.Select((row, agent) => ConditionalScores.Of(prior, agent, row, conditions[agent].Classes)).ToEquatableArray();
        var priorities = agents.Select(agent => problem.Ties == TieBreaking.Priority ? agent.Priority : 0).ToEquatableArray();
        var sale = BeliefAuction.Of(FiniteDesign.SingleItem(values, cost), values, scores, conditions, problem.Ties, priorities);
        var elicitation = Elicitation.Of(sale, prior, conditions);
        var step = StepOf(problem.Money);
        var multiples = elicitation.Smallest.Select(smallest => RoundUp(smallest * Margin, step)).ToEquatableArray();
        var mechanism = elicitation.With(multiples);
        var table = step is { } grid
            ? mechanism with { Payments = mechanism.Payments.Select(row => row.Select(payment => (SmallestIntegers.Floor(payment / grid) * grid).Reduce()).ToEquatableArray()).ToEquatableArray() }
            : mechanism;
        return new SolvedExtraction(problem, Evidences(table, prior, problem.Money), prior, agents.Select(agent => agent.Types).ToEquatableArray(), elicitation, multiples, mechanism, table);
    }

    /// <summary>The agents in order; alike agents are repeated.</summary>
    private static EquatableArray<Agent> AgentsOf(Problem problem, int count) => problem.Population switch
    {
        Population.Named(var named) => named,
        Population.Alike alike => Enumerable.Repeat(alike.Agent, count).ToEquatableArray(),
        _ => throw new ArgumentException("A market of two sides is not a sale of one item.", nameof(problem)),
    };

    private static Fraction? StepOf(Money money) => money.Kind switch
    {
        MoneyKind.Double => null,
        _ => Rationals.FromDecimal(money.StepsPerUnit).Reciprocal(),
    };

    private static Fraction RoundUp(Fraction number, Fraction? step) => (step is { } grid ? SmallestIntegers.Ceiling(number / grid) * grid : number).Reduce();

    private static EquatableArray<Evidence> Evidences(FiniteMechanism table, JointDistribution prior, Money money) => FiniteEvidence.Of(
        table,
        prior,
        guarantee => TheoremOf(guarantee, prior.Types.Profiles),
        "joint prior",
        money.IsGrid ? "; exact" : "; exact in rational numbers, up to their rounding to doubles");

    private static string TheoremOf(Guarantee guarantee, int profiles) => guarantee switch
    {
        Guarantee.BayesianIncentiveCompatible => FormattableString.Invariant($"Crémer and McLean (1988): every report of every type was computed over the {profiles} profiles"),
        Guarantee.InterimIndividuallyRational => FormattableString.Invariant($"Crémer and McLean (1988): the expected utility of every type was computed over the {profiles} profiles"),
        _ => FormattableString.Invariant($"computed at each of the {profiles} profiles"),
    };
}
