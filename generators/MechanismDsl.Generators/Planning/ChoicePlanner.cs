using MechanismDsl.Generators.Explaining;
using MechanismDsl.Generators.Pipeline;
using MechanismDsl.Language;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>Chooses what is written for a choice among outcomes.</summary>
internal static class ChoicePlanner
{
    /// <summary>The plan of one file.</summary>
    public static ChoicePlan Plan(Found found, SolvedChoice solution, UserChoice user)
    {
        var problem = solution.Problem;
        var choice = problem.Choice ?? throw new ArgumentException("The problem has no outcomes to choose from.", nameof(solution));
        var named = problem.Population as Population.Named;
        var alike = problem.Population as Population.Alike;
        return new ChoicePlan(
            found.Declaration.Type,
            solution.Evidence,
            new OutcomeNames("global::" + user.OutcomeType, user.Members),
            new Currency(problem.Money.Kind, problem.Money.Decimals),
            named is null ? [] : named.Agents.Select(agent => agent.Name ?? string.Empty).ToEquatableArray(),
            alike?.Min ?? named!.Agents.Count,
            alike is null ? named!.Agents.Count : alike.Max,
            choice.Low,
            choice.High,
            ChoiceExplainer.Summary(solution),
            new ChoiceExplainer(solution).Explain())
        {
            Assumptions = problem.Assumptions,
        };
    }
}
