using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>Whether a mechanism is undominated among all with the same promises.</summary>
public abstract record DominationAnswer
{
    private DominationAnswer() { }

    /// <summary>No other one is at least as good everywhere and better somewhere; the dual of a linear program shows it.</summary>
    public sealed record Undominated : DominationAnswer;

    /// <summary>Another one is.</summary>
    /// <param name="Who">The agent that is better off; null: whoever runs the mechanism.</param>
    /// <param name="Types">The types at which it is: of all agents at a profile, or its own alone in expectation.</param>
    /// <param name="Here">What it has there.</param>
    /// <param name="There">What the other mechanism gives it.</param>
    public sealed record Dominated(string? Who, EquatableArray<double> Types, Fraction Here, Fraction There) : DominationAnswer;

    /// <summary>Not known, or not a question: the reason as a clause.</summary>
    public sealed record Open(string Because) : DominationAnswer;
}

/// <summary>Holds a mechanism with finitely many types against all others with its promises, by an exact linear program.</summary>
public static class UndominatedTest
{
    /// <summary>The most cells, variables × constraints, of a program: agents are not exchanged here, because the given mechanism may tell them apart.</summary>
    private const long MostCells = 400_000;

    /// <summary>The most profiles that are looked at: a program has several variables and at least one constraint for each, so that more never fit.</summary>
    private const long MostProfiles = 1000;

    /// <summary>The answer.</summary>
    /// <param name="solution">The mechanism.</param>
    /// <param name="measure">By what it is compared.</param>
    /// <param name="cancellation">Checked at every profile and pivot.</param>
    public static DominationAnswer Of(Solution solution, PerformanceMeasure measure, CancellationToken cancellation)
    {
        var problem = solution.Problem;
        if (Obstacle(problem) is { } obstacle)
        {
            return new DominationAnswer.Open(obstacle);
        }

        var agents = PossibilityTest.AgentsOf(problem.Population)!.Value;
        if (solution is not SolvedOptimum && Profiles(problem, agents) > MostProfiles)
        {
            return new DominationAnswer.Open(FormattableString.Invariant($"its agents have more than {MostProfiles} profiles of types, so that the program of all mechanisms is too large"));
        }

        if (Table(solution, agents, cancellation) is not var (environment, table))
        {
            return new DominationAnswer.Open("its table of all types is not known");
        }

        var guarantees = OptimalSolver.GuaranteesOf(problem.Claims);
        foreach (var guarantee in guarantees)
        {
            if (FiniteGuarantees.Witness(table, environment.Prior, guarantee) is not null)
            {
                return new DominationAnswer.Open($"it is compared with mechanisms that have the guarantee {guarantee}, and has it not");
            }
        }

        var (program, baseline) = Domination.Program(table, environment.Prior, measure, guarantees);
        if ((long)program.Program.Variables.Count * program.Program.Constraints.Count > MostCells)
        {
            return new DominationAnswer.Open(FormattableString.Invariant($"the program of all mechanisms has {program.Program.Variables.Count} variables and {program.Program.Constraints.Count} constraints, which is too large"));
        }

        var answer = program.Program.Solve(cancellation);
        return LinearCheck.FaultOf(program.Program, answer) is { } fault ? throw new InvalidOperationException(fault)
            : answer switch
            {
                LinearAnswer.Optimal(var value, _, _) when value == baseline => new DominationAnswer.Undominated(),
                LinearAnswer.Optimal(_, var primal, _) => Better(environment, agents, table, program.Read(primal), measure),
                LinearAnswer.Unbounded(var point, var ray) => Better(environment, agents, table, program.Read(point.Select((start, index) => start + ray[index]).ToEquatableArray()), measure),
                _ => new DominationAnswer.Open("the budget of exact steps was spent"),
            };
    }

    private static string? Obstacle(Problem problem)
    {
        if (problem.Own is not null || problem.Strategy is not null)
        {
            return "rules of one's own are not compared with others";
        }

        if (problem.Environment.Name is not (EnvironmentName.SingleItem or EnvironmentName.FiniteOutcomes or EnvironmentName.PublicProject or EnvironmentName.BilateralTrade or EnvironmentName.Goods)
            || problem.Population is Population.Named(var named) && named.Any(agent => agent.Side == Side.Supplier) && problem.Environment.Name != EnvironmentName.BilateralTrade
            || problem.Choice is { Form: ValueForm.Reported })
        {
            return "no program of all mechanisms is written for this environment";
        }

        if (PossibilityTest.AgentsOf(problem.Population) is not { } agents)
        {
            return "the number of agents must be fixed";
        }

        return problem.Information is not (Information.IndependentPriors or Information.JointPrior) ? "priors of all agents are needed"
            : agents.Any(agent => agent.Side == Side.Supplier && problem.Environment.Name == EnvironmentName.SingleItem) ? "no program of all mechanisms is written for this environment"
            : problem.Environment.Name != EnvironmentName.Goods && agents.Any(agent => !HasTypes(problem, agent)) ? "types must be finitely many, each with a probability"
            : agents.Any(agent => agent.Weight != 1) ? "weights stand for an aim of their own"
            : null;
    }

    /// <summary>How many profiles of types there are, up to one more than are looked at.</summary>
    private static long Profiles(Problem problem, EquatableArray<Agent> agents) =>
        agents.Aggregate(1L, (product, agent) => Math.Min(MostProfiles + 1, product * FiniteEnvironment.TypesOf(problem, agent).Count));

    private static bool HasTypes(Problem problem, Agent agent) =>
        FiniteEnvironment.TypesOf(problem, agent) is { Count: > 0 } types
        && (problem.Joint is not null || problem.Choice?.Tables is not { Count: > 0 } tables || tables.Any(table => table.Types == types));

    /// <summary>The mechanism as a table, with what it decides on; null where it cannot be run by its definition.</summary>
    private static (FiniteEnvironment Environment, FiniteMechanism Table)? Table(Solution solution, EquatableArray<Agent> agents, CancellationToken cancellation)
    {
        if (solution is SolvedOptimum optimum)
        {
            return (optimum.Environment, optimum.Table);
        }

        if (Courts.Of(solution, agents) is not { } court)
        {
            return null;
        }

        var environment = FiniteEnvironment.Of(solution.Problem);
        var (design, types) = (environment.Design, environment.Design.Types);
        List<EquatableArray<Fraction>> lotteries = [];
        List<EquatableArray<Fraction>> payments = [];
        for (var profile = 0; profile < types.Profiles; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            var ruling = court.At([.. types.TypesAt(profile).Select((type, agent) => environment.Types[agent][type][0])]);
            lotteries.Add(solution.Problem.Environment.Name switch
            {
                EnvironmentName.SingleItem => ruling.Decision.Append(ruling.Decision.Aggregate(Fraction.One, (rest, chance) => rest - chance)).ToEquatableArray(),
                EnvironmentName.BilateralTrade => [Fraction.One - ruling.Decision[0], ruling.Decision[0]],
                _ => ruling.Decision,
            });
            payments.Add(ruling.Payments);
        }

        return (environment, new FiniteMechanism(design, lotteries.ToEquatableArray(), payments.ToEquatableArray()));
    }

    /// <summary>Where the other mechanism is better by most.</summary>
    private static DominationAnswer.Dominated Better(FiniteEnvironment environment, EquatableArray<Agent> named, FiniteMechanism here, FiniteMechanism there, PerformanceMeasure measure) =>
        Places(environment, named, here, there, measure).OrderByDescending(place => place.There - place.Here).First();

    private static IEnumerable<DominationAnswer.Dominated> Places(FiniteEnvironment environment, EquatableArray<Agent> named, FiniteMechanism here, FiniteMechanism there, PerformanceMeasure measure)
    {
        var types = here.Design.Types;
        var agents = Enumerable.Range(0, types.Agents);
        double[] Numbers(int agent, int type) => [.. environment.Types[agent][type]];
        switch (measure)
        {
            case PerformanceMeasure.Revenue:
                return Enumerable.Range(0, types.Profiles).Select(profile => new DominationAnswer.Dominated(null, At(profile), here.Surplus(profile), there.Surplus(profile)));
            case PerformanceMeasure.ExPostWelfare:
                return
                    from profile in Enumerable.Range(0, types.Profiles)
                    from agent in agents
                    let type = types.TypeAt(profile, agent)
                    select new DominationAnswer.Dominated(Name(agent), At(profile), here.Utility(agent, type, profile), there.Utility(agent, type, profile));
            default:
                return
                    from agent in agents
                    from type in Enumerable.Range(0, types.Counts[agent])
                    select new DominationAnswer.Dominated(
                        Name(agent),
                        Numbers(agent, type).ToEquatableArray(),
                        here.InterimUtility(environment.Prior, agent, type, type),
                        there.InterimUtility(environment.Prior, agent, type, type));
        }

        EquatableArray<double> At(int profile) => agents.SelectMany(agent => Numbers(agent, types.TypeAt(profile, agent))).ToEquatableArray();

        string Name(int agent) => named[agent].Name ?? FormattableString.Invariant($"agent {agent}");
    }
}
