using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization;

/// <summary>The claimed symmetric equilibrium of an indirect mechanism: MECH0018 for a method that cannot be one, MECH0009 where its check needs the number of agents.</summary>
internal static class StrategyCheck
{
    /// <summary>The strategy, or null if there is none that can be used.</summary>
    public static MethodUse? Run(Draft draft, Roster roster)
    {
        List<MethodUse> strategies = [.. draft.Declaration.Methods.Where(method => method.Attribute == "Strategy")];
        if (strategies.Count == 0)
        {
            if (draft.First("Message") is { } message)
            {
                draft.Report(Rule.WithoutEffect, message.Place, "Message", "it bounds the bids of a [Strategy], and no method is one");
            }

            return null;
        }

        foreach (var method in strategies)
        {
            if (Obstacle(draft, roster, method, strategies.Count) is { } obstacle)
            {
                draft.Report(Rule.StrategyNotUnderstood, new Place.Method(method.Name), method.Name, obstacle);
            }
        }

        if (!roster.IsNamed && roster.Count is null)
        {
            draft.Report(Rule.AgentCountMissing, new Place.Method(strategies[0].Name), "Whether a strategy is a best reply", "[Agents(n)]");
        }

        return strategies[0];
    }

    private static string? Obstacle(Draft draft, Roster roster, MethodUse method, int count) => method switch
    {
        { NotUnderstood: { } words } => words,
        _ when count > 1 => "only one method can be the strategy",
        _ when roster.IsNamed => "it is the strategy of alike agents, but the agents are named",
        _ when draft.HasOwnRules => "its check knows the rules of the language only, and a method is marked [Score], [Allocation] or [Payment]",
        _ when draft.IsProcurement => "it maps a buyer's value to a bid, but the agents are suppliers",
        _ when draft.All("Reserve").Any(use => use.Number(0) is null) => "its check would need the reserve, which is given when the mechanism runs",
        _ => null,
    };
}
