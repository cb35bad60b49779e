using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains who may be served together, where sets of agents are compared, and why each served agent pays what it pays.</summary>
internal static class SetExplainer
{
    /// <summary>Who is served, as a clause.</summary>
    public static string Allocation(ServicePlan plan, string served) =>
        Allocation(plan.Feasible, plan.Core.Agents, plan.Core.Market, served + Less(plan), Best(plan, served));

    /// <summary>Who is served by scores that nothing is deducted from, as a clause.</summary>
    public static string Allocation(FeasiblePlan feasible, EquatableArray<string> agents, Market market, string served) =>
        Allocation(feasible, agents, market, served, $"the highest sum of {served}");

    private static string Allocation(FeasiblePlan feasible, EquatableArray<string> agents, Market market, string served, string highest)
    {
        var best = $"the set with {highest}";
        return feasible switch
        {
            FeasiblePlan.Limits({ Limits.Count: 0 }) => $"{best}; everybody may be served",
            FeasiblePlan.Limits(var set) => $"{best}; {string.Join("; ", set.Limits.Select(limit => Words(agents, limit)))}",
            FeasiblePlan.Knapsack(var capacity, var sizes, var isGreedy) =>
                $"{(isGreedy ? $"the highest {served} a unit of size first, whoever still fits, or the best single {market.Agent} if it is worth more than all of these" : best)}; "
                + $"the sizes of those served sum to at most {NumberText.Exact(capacity)}{(sizes.Count == 0 ? string.Empty : $" ({string.Join(", ", agents.Select((name, agent) => $"{name} {NumberText.Exact(sizes[agent])}"))})")}"
                + (isGreedy ? "; never worth less than half of the best set (Mu'alem and Nisan 2008)" : string.Empty),
            _ => best,
        };
    }

    /// <summary>What the best set has, of all that are feasible.</summary>
    public static string Best(ServicePlan plan, string served) =>
        double.IsInfinity(plan.Cost) ? $"the most members and, of these, the lowest sum of {served}"
        : plan.Core.Market.IsProcurement ? $"the greatest surplus ({NumberText.Words(-plan.Cost, 12)} for each member less its {served.TrimEnd('s')})"
        : $"the highest sum of {served}{Less(plan)}";

    /// <summary>The cost of serving, deducted.</summary>
    private static string Less(ServicePlan plan) => plan.Cost == 0 ? string.Empty : $" ({NumberText.Words(plan.Cost, 12)} deducted from each)";

    /// <summary>Why a served agent pays what it pays.</summary>
    public static string Why(ServicePlan plan)
    {
        var market = plan.Core.Market;
        if (plan.Feasible is FeasiblePlan.Knapsack { IsGreedy: true })
        {
            return $"Why: an agent pays the bid at which it would come too late to fit, or at which a single other bidder would be worth more than it and those beside it (Mu'alem and Nisan 2008).";
        }

        var must = Enumerable.Range(0, plan.Core.Agents.Count).Where(plan.MustServe).Select(agent => plan.Core.Agents[agent]).ToList();
        var always = must.Count == 0 ? string.Empty
            : $" {string.Join(", ", must)} must be served, and nothing it reports changes that: it pays the lowest bid that it can make, not what the others lose by its presence (which could exceed its value).";
        return $"Why: with a {(market.IsProcurement ? "higher cost" : "lower bid")} the best set without the agent would be better than the best one with it (Myerson 1981).{always}";
    }

    private static string Words(EquatableArray<string> names, ServiceLimit limit) => limit switch
    {
        ServiceLimit.AtMost(var most, var agents) => $"at most {NumberText.Exact(most)} of {Names(names, agents)}",
        ServiceLimit.Capacity(var most, var agents, var sizes) => $"the sizes of {string.Join(", ", agents.Select((agent, index) => $"{names[agent]} ({NumberText.Exact(sizes[index])})"))} sum to at most {NumberText.Exact(most)}",
        ServiceLimit.Listed(var method, _) => $"whoever {method} lets be served together",
        ServiceLimit.MustServe(var agent) => $"{names[agent]} is always served",
        _ => throw new NotSupportedException($"No words are known for {limit.GetType().Name}."),
    };

    private static string Names(EquatableArray<string> names, EquatableArray<int> agents) =>
        agents.Count == names.Count ? $"all {NumberText.Exact(agents.Count)}" : string.Join(", ", agents.Select(agent => names[agent]));
}
