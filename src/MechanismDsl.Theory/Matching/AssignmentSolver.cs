using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Matching;

/// <summary>Solves assignments with unit demand.</summary>
public static class AssignmentSolver
{
    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="UnitDemandItems"/>.</param>
    /// <exception cref="ArgumentException">The feasible set is another one.</exception>
    public static SolvedAssignment Solve(Problem problem) => new(
        problem,
        problem.Environment.Feasible as UnitDemandItems ?? throw new ArgumentException("The problem is no assignment.", nameof(problem)),
        ClarkeGuarantees.Of(
            "quasi-linear private values, at most one item an agent, no budgets, one identity an agent",
            "Vickrey (1961), Clarke (1971), Groves (1973): each agent pays what its presence costs the others, the lowest competitive price of its item (Leonard 1983)",
            problem.Money));
}
