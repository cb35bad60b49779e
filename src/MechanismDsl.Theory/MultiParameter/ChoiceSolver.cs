using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>Solves problems over finitely many outcomes: guarantees by theorem and by enumeration, expectations in rational numbers.</summary>
public static class ChoiceSolver
{
    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="Alternatives"/>.</param>
    /// <param name="cancellation">Checked at every profile.</param>
    public static SolvedChoice Solve(Problem problem, CancellationToken cancellation)
    {
        var agents = AgentsOf(problem);
        var derived = DerivedPayments.Of(problem, agents, cancellation);
        var survey = Candidates.Of(problem, agents) is { } candidates ? ChoiceSurveyor.Run(problem, candidates, derived, cancellation) : null;
        if (survey is { IsComplete: true } && problem.Population is Population.Alike { Count: null })
        {
            // What holds for two agents says nothing about three.
            survey = survey with { IsComplete = false, Expected = null };
        }

        return new SolvedChoice(problem, ChoiceGuarantees.Of(problem, survey), survey)
        {
            NoNumbersBecause = WhyNoNumbers(problem, survey),
            Derived = derived,
        };
    }

    /// <summary>The declared number of agents, or the smallest one from two on at which something can be shown.</summary>
    private static int AgentsOf(Problem problem) => problem.Population switch
    {
        Population.Named(var named) => named.Count,
        Population.Alike { Count: { } count } => count,
        Population.Alike alike => Math.Max(alike.Min, Math.Min(2, alike.Max ?? 2)),
        _ => throw new ArgumentException("A population is alike or named.", nameof(problem)),
    };

    private static string? WhyNoNumbers(Problem problem, ChoiceSurvey? survey)
    {
        if (survey?.Expected is not null || problem.Information == Information.Unknown)
        {
            return null;
        }

        return problem switch
        {
            { Choice.Form: not ValueForm.OfType } => "they need the distribution of values, which is known for types only",
            { Population: Population.Alike { Count: null } } => "the number of agents is not fixed",
            _ when problem.Choice!.Tables.Any(table => table.Types.Count == 0) => "types are not finitely many",
            _ when survey is null => "there are too many profiles to enumerate",
            _ => "the priors give probability to numbers that are no types",
        };
    }
}
