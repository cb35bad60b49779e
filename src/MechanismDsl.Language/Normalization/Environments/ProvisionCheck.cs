using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>
/// What does not go with a trade, an exchange or a project whose goal is the second best or revenue, or a project whose payments balance (MECH0005), and what is not
/// solved of it (MECH0028).
/// </summary>
internal static class ProvisionCheck
{
    private static readonly string[] Goals = ["SecondBest", "RevenueOptimal"];

    /// <summary>The goal of the declaration that needs priors; null where it has none of these, or decides on something else.</summary>
    public static Use? GoalOf(Draft draft) => EnvironmentTable.Of(draft)?.Attribute is "BilateralTrade" or "DoubleAuction" or "PublicProject"
        ? Goals.Select(name => draft.First(name)).FirstOrDefault(use => use is not null)
        : null;

    /// <summary>The goal, or what says that the payments of an efficient trade or project balance; null where priors play no part.</summary>
    private static Use? RuleOf(Draft draft) => GoalOf(draft)
        ?? (EnvironmentTable.Of(draft)?.Attribute is "BilateralTrade" or PublicProjectEnvironment.Attribute ? TabulatedPayments.Attributes.Select(draft.First).FirstOrDefault(use => use is not null) : null);

    /// <summary>Thresholds of virtual types, and expectations, do not lie on a grid of money.</summary>
    public static void RefuseMoney(Draft draft, string environment)
    {
        if (RuleOf(draft) is { } goal && draft.First("Money") is { } money && money.Attribute.TypeArgument?.Name is not (null or "Double"))
        {
            draft.Report(
                Rule.AttributesExclude,
                money.Place,
                [money.Name, goal.Name, $"its prices follow from the priors and lie between the multiples of a step; a [{environment}] with [{goal.Name}] needs double"],
                new FixProperty(FixData.Other, goal.Name));
        }
    }

    /// <summary>Shares of the cost are payments of their own.</summary>
    public static void RefuseShares(Draft draft, Use project)
    {
        if (GoalOf(draft) is not { } goal || draft.Has("Rebalanced"))
        {
            return;
        }

        foreach (var share in new[] { "EqualShares", "Shares" }.Where(name => project.Property(name) is not null))
        {
            draft.Report(Rule.AttributesExclude, project.At(share), project.Name, goal.Name, "its payments are thresholds, which cover the cost in expectation without shares");
        }
    }

    /// <summary>Reports why a problem is not solved (MECH0028); false where it is.</summary>
    public static bool Refuses(Draft draft, Problem problem)
    {
        var reason = ProvisionSolver.Applies(problem) ? ProvisionSolver.Obstacle(problem) : MarketSolver.Applies(problem) ? MarketSolver.Obstacle(problem) : null;
        if (reason is not { } obstacle)
        {
            return false;
        }

        var goal = RuleOf(draft);
        draft.Report(Rule.NotSolved, goal?.Place ?? new Place.Type(), goal?.Name ?? string.Empty, draft.TypeName, obstacle);
        return true;
    }
}
