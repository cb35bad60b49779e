using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Automated;

/// <summary>Finds the best mechanism of a finite problem among all that have the promised guarantees.</summary>
public static class OptimalSolver
{
    /// <summary>More profiles of types than this are not written down.</summary>
    public const int MostProfiles = 1000;

    /// <summary>More profiles × outcomes than this are not written down.</summary>
    public const int MostChances = 20_000;

    /// <summary>
    /// What the mechanism has to promise. Without any promise: Bayesian incentive compatible and interim individually rational, which by the revelation principle
    /// (Myerson 1979) covers what any mechanism whatever attains with agents who may stay away. With promises: these, and at least Bayesian incentive
    /// compatible. What another one implies is left out.
    /// </summary>
    public static EquatableArray<Guarantee> GuaranteesOf(EquatableArray<Guarantee> claims)
    {
        List<Guarantee> guarantees = [.. claims];
        if (!guarantees.Contains(Guarantee.DominantStrategyIncentiveCompatible))
        {
            guarantees.Add(Guarantee.BayesianIncentiveCompatible);
        }

        if (claims.Count == 0)
        {
            guarantees.Add(Guarantee.InterimIndividuallyRational);
        }

        return FiniteEvidence.Strongest([.. guarantees.Distinct()]);
    }

    /// <summary>What is known about the best mechanism.</summary>
    /// <param name="problem">A problem whose goal is an optimum.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    public static DesignAnswer AnswerTo(Problem problem, CancellationToken cancellation)
    {
        var environment = FiniteEnvironment.Of(problem);
        return MechanismOptimiser.Solve(TaskOf(problem, environment), cancellation);
    }

    /// <summary>The solution.</summary>
    /// <param name="problem">A problem to which there is a best mechanism; the normaliser sees to it.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    /// <exception cref="ArgumentException">There is none, or it was not found.</exception>
    public static SolvedOptimum Solve(Problem problem, CancellationToken cancellation)
    {
        var environment = FiniteEnvironment.Of(problem);
        var task = TaskOf(problem, environment);
        var best = MechanismOptimiser.Solve(task, cancellation) as DesignAnswer.Best ?? throw new ArgumentException("There is no best mechanism.", nameof(problem));
        var profiles = environment.Design.Types.Profiles;
        var evidence = FiniteEvidence.Of(
            best.Mechanism,
            environment.Prior,
            guarantee => task.Guarantees.Contains(guarantee)
                ? FormattableString.Invariant($"a constraint of the linear program (Conitzer and Sandholm 2002) whose optimum its dual certifies; computed again over the {profiles} profiles")
                : FormattableString.Invariant($"computed at each of the {profiles} profiles"),
            "prior",
            (best.Mechanism.Lotteries.Any(row => !row.Any(chance => chance == Fraction.One)) ? "; at a profile with a lottery, in expectation over it" : string.Empty) + "; exact in rational numbers, up to their rounding to doubles");
        return new SolvedOptimum(problem, evidence, environment, task.Guarantees, best);
    }

    private static DesignTask TaskOf(Problem problem, FiniteEnvironment environment) => new(
        environment.Design,
        environment.Prior,
        GuaranteesOf(problem.Claims),
        problem.Optimum ?? throw new ArgumentException("The goal is not an optimum.", nameof(problem))) { Symmetries = environment.Symmetries, Decision = problem.Decision };
}
