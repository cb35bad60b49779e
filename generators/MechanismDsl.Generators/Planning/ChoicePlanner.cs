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
        var money = new Currency(problem.Money.Kind, problem.Money.Decimals);
        return new ChoicePlan(
            found.Declaration.Type,
            solution.Evidence,
            new OutcomeNames("global::" + user.OutcomeType, user.Members),
            money,
            named is null ? [] : named.Agents.Select(agent => agent.Name ?? string.Empty).ToEquatableArray(),
            alike?.Min ?? named!.Agents.Count,
            alike is null ? named!.Agents.Count : alike.Max,
            choice.Low,
            choice.High,
            ChoiceExplainer.Summary(solution),
            new ChoiceExplainer(solution).Explain())
        {
            Assumptions = problem.Assumptions,
            Report = Report(choice, user, problem),
            Costs = Costs(problem, choice),
            Weights = named is not null && named.Agents.Any(agent => agent.Weight != 1) ? named.Agents.Select(agent => agent.Weight).ToEquatableArray() : [],
            Shares = choice.Shares,
            Tables = problem.Payments is PaymentRule.IndividuallyRational { IsInterim: false }
                ? choice.Tables.Select(Net).ToEquatableArray()
                : [],
            Groves = problem.Payments is PaymentRule.Groves ? user.Groves?.Name : null,
            Transfers = ChoiceTransfers.Of(solution.Derived, money),
            Options = named is null ? [0] : named.Agents
                .Select((agent, index) => choice.Tables.Count > 0 && choice.Tables[choice.Tables.Count == 1 ? 0 : index].Options.Count > 0 ? 0 : agent.OutsideOption)
                .ToEquatableArray(),
            Expected = solution.Expected is { } expected ? (RationalText.ToDouble(expected.Welfare), RationalText.ToDouble(expected.Revenue)) : null,
        };
    }

    private static ChoiceReport Report(OutcomeChoice choice, UserChoice user, Problem problem) => choice.Form switch
    {
        ValueForm.OfType when user.Value is { } value => new ChoiceReport.OfType(
            value.Name, user.TypeKind, value.Parameters[1].Name, choice.Tables.Select(table => table.Types).ToEquatableArray()),
        ValueForm.OfLast => new ChoiceReport.Project(problem.Environment.Cost is SocialCost.PerOutcome { Amounts: [_, var cost] } ? cost : 0),
        _ => new ChoiceReport.Values(),
    };

    /// <summary>The values of all types, less what staying away is worth to each where that differs by type: the highest welfare falls by as much.</summary>
    private static EquatableArray<double> Net(TypeTable table) => table.Values
        .SelectMany((row, type) => table.Options.Count == 0 ? row : row.Select(value => RationalText.Difference(value, table.Options[type])))
        .ToEquatableArray();

    /// <summary>Costs less boosts, subtracted as the decimals that they stand for.</summary>
    private static EquatableArray<double> Costs(Problem problem, OutcomeChoice choice)
    {
        var costs = problem.Environment.Cost is SocialCost.PerOutcome(var amounts) ? amounts : [];
        var count = Math.Max(costs.Count, choice.Boosts.Count);
        var net = Enumerable.Range(0, count)
            .Select(outcome => RationalText.Difference(costs.Count == 0 ? 0 : costs[outcome], choice.Boosts.Count == 0 ? 0 : choice.Boosts[outcome]))
            .ToEquatableArray();
        return net.All(cost => cost == 0) ? [] : net;
    }
}
