using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>
/// Compares two mechanisms as they run on the same reports: with finitely many types at every profile, in rational numbers where a family has them; otherwise by theorem,
/// and by looking for a profile at which they decide otherwise.
/// </summary>
public static class EquivalenceTest
{
    /// <summary>The answer.</summary>
    /// <param name="one">A solved mechanism.</param>
    /// <param name="other">Another one.</param>
    /// <param name="cancellation">Looked at between profiles.</param>
    public static EquivalenceAnswer Of(Solution one, Solution other, CancellationToken cancellation)
    {
        if (Meaning(one.Problem) == Meaning(other.Problem))
        {
            return new EquivalenceAnswer.Same("both declare the same problem");
        }

        var (first, second) = (AgentsOf(one.Problem), AgentsOf(other.Problem));
        if ((Obstacle(one.Problem, other.Problem) ?? Obstacle(first, second)) is { } obstacle)
        {
            return new EquivalenceAnswer.Incomparable(obstacle);
        }

        if (Courts.Of(one, first) is not { } left || Courts.Of(other, second) is not { } right)
        {
            return new EquivalenceAnswer.Open("mechanisms of these kinds are not run side by side");
        }

        var agents = first.Select((agent, index) => agent.Prior is null ? agent with { Prior = second[index].Prior } : agent).ToEquatableArray();
        var finite = FiniteTypes(one.Problem, other.Problem, agents);
        if (finite is null && one.Problem.Money != other.Problem.Money)
        {
            return new EquivalenceAnswer.Incomparable("their reports and payments are numbers of different types");
        }

        var answer = finite is { } types
            ? new FiniteComparison(left, right, agents, types, () => BeliefsOf(one.Problem.Joint ?? other.Problem.Joint, agents, types), cancellation).Answer()
            : new ContinuousComparison(one, other, left, right, agents, cancellation).Answer();
        return answer is EquivalenceAnswer.Same(var because) && IsFree(one.Problem) && !ContinuousComparison.IsTheorem(because)
            ? new EquivalenceAnswer.Open($"with {agents.Count} agents {because}, which says nothing about other numbers of them")
            : answer;
    }

    /// <summary>What is run, without what is promised of it.</summary>
    private static Problem Meaning(Problem problem) => problem with { Claims = [], Assumptions = [], Participation = Participation.Unspecified };

    private static bool IsFree(Problem problem) => PossibilityTest.AgentsOf(problem.Population) is null;

    /// <summary>The agents; where their number is left to the run, the smallest one from two on.</summary>
    private static EquatableArray<Agent> AgentsOf(Problem problem) => PossibilityTest.AgentsOf(problem.Population) ?? PossibilityTest.AgentsOf(problem.Population switch
    {
        Population.Alike alike => alike with { Min = NumberOf(alike), Max = NumberOf(alike) },
        Population.TwoSided market => market with { Sellers = 2, Buyers = 2 },
        var others => others,
    }) ?? throw new ArgumentException("The agents of the problem are not known.", nameof(problem));

    private static int NumberOf(Population.Alike alike) => Math.Max(alike.Min, Math.Min(2, alike.Max ?? 2));

    private static string? Obstacle(Problem one, Problem other) =>
        one.Environment.Name != other.Environment.Name ? "they decide about different things"
        : one.Environment.Feasible is Alternatives && one.Environment.Feasible != other.Environment.Feasible ? "they choose among different outcomes"
        : one.Choice is { Tables.Count: > 0 } values && other.Choice is { Tables.Count: > 0 } others && values.Tables != others.Tables ? "the outcomes are worth something else to their agents"
        : one.Joint is not null && other.Joint is not null && one.Joint != other.Joint ? "their types depend on each other in different ways"
        : IsFree(one) != IsFree(other) ? "one is for a fixed number of agents, and the other for any"
        : null;

    private static string? Obstacle(EquatableArray<Agent> first, EquatableArray<Agent> second)
    {
        if (first.Count != second.Count)
        {
            return FormattableString.Invariant($"one is for {first.Count} agents, and the other for {second.Count}");
        }

        for (var agent = 0; agent < first.Count; agent++)
        {
            var (left, right) = (first[agent], second[agent]);
            if (left.Side != right.Side)
            {
                return FormattableString.Invariant($"agent {agent} is on different sides of them");
            }

            if ((left.Prior is { } prior && right.Prior is { } another && prior != another) || (left.Types.Count > 0 && right.Types.Count > 0 && left.Types != right.Types))
            {
                return FormattableString.Invariant($"the types of agent {agent} are distributed in different ways");
            }
        }

        return null;
    }

    /// <summary>The types of every agent, where they are finitely many; null where they are not.</summary>
    private static EquatableArray<EquatableArray<double>>? FiniteTypes(Problem one, Problem other, EquatableArray<Agent> agents)
    {
        var tables = one.Choice?.Tables is { Count: > 0 } own ? own : other.Choice?.Tables ?? [];
        List<EquatableArray<double>> types = [];
        for (var agent = 0; agent < agents.Count; agent++)
        {
            var listed = tables.Count > 0 ? tables[tables.Count == 1 ? 0 : agent].Types
                : agents[agent].Types.Count > 0 ? agents[agent].Types
                : agents[agent].Prior is AtomicPrior atoms ? atoms.Values
                : [];
            if (listed.Count == 0)
            {
                return null;
            }

            types.Add(listed);
        }

        return types.ToEquatableArray();
    }

    /// <summary>What is believed of these types; null where no prior says it.</summary>
    private static Beliefs? BeliefsOf(Finite.JointDistribution? joint, EquatableArray<Agent> agents, EquatableArray<EquatableArray<double>> types)
    {
        if (joint is not null)
        {
            return Beliefs.Of(joint);
        }

        List<EquatableArray<Fractions.Fraction>> masses = [];
        for (var agent = 0; agent < agents.Count; agent++)
        {
            if (agents[agent].Prior is not AtomicPrior atoms || !atoms.Values.All(value => types[agent].Contains(value)))
            {
                return null;
            }

            masses.Add(types[agent].Select(type => atoms.Values.AsSpan().BinarySearch(type) is >= 0 and var place ? atoms.ExactMasses[place] : Fractions.Fraction.Zero).ToEquatableArray());
        }

        return new Beliefs(masses.ToEquatableArray());
    }
}
