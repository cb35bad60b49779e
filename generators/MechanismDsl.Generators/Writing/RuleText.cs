using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>The C# expressions of one rule: who competes, who stands better, who comes first among equals, from which report on a rival is met or beaten.</summary>
internal sealed class RuleText(MechanismPlan plan)
{
    private readonly Market _market = plan.Market;

    /// <summary>The parameter that a run-time reserve adds to every method.</summary>
    public string ReserveParameter => plan.HasRunTimeReserve ? $", {plan.Currency.Type} {plan.Market.Limit}" : string.Empty;

    /// <summary>The argument that passes it on.</summary>
    public string ReserveArgument => plan.HasRunTimeReserve ? ", " + plan.Market.Limit : string.Empty;

    /// <summary>Whether all agents have the same limit.</summary>
    public bool HasOneLimit => plan.Rule.Limits.All(limit => limit == plan.Rule.Limits[0]);

    /// <summary>Whether some report of the domain misses the limit.</summary>
    public bool Limits(Limit limit) => limit.IsRunTime || IsStricter(limit.Served);

    /// <summary>The expression of the limit of the agent with a known index, with which it is served.</summary>
    public string Served(int agent) => Amount(plan.Rule.Limits[agent], plan.Rule.Limits[agent].Served, plan.LimitName(agent));

    /// <summary>The expression of the worst report with which the agent with a known index competes.</summary>
    public string Competing(int agent)
    {
        var limit = plan.Rule.Limits[agent];
        return limit.IsLazy ? plan.Currency.Literal(limit.Competes) : Served(agent);
    }

    /// <summary>As <see cref="Served"/>, for an agent whose index is an expression.</summary>
    public string ServedOf(string agent) => HasOneLimit ? Served(0) : $"Limit({agent}{ReserveArgument})";

    /// <summary>As <see cref="Competing"/>, for an agent whose index is an expression.</summary>
    public string CompetingOf(string agent) =>
        HasOneLimit ? Competing(0) : plan.Rule.IsLazy ? $"Entry({agent}{ReserveArgument})" : ServedOf(agent);

    /// <summary>The condition that an agent competes.</summary>
    public string Competes(string agent) => $"{_market.Reports}[{agent}] {_market.AtLeast} {CompetingOf(agent)}";

    /// <summary>What is compared: the report, its block's end, or the score.</summary>
    public string Standing(string agent) => plan.Rule switch
    {
        RulePlan.BestReport { Blocks.Count: 0 } => $"{_market.Reports}[{agent}]",
        RulePlan.BestReport => $"Matching({_market.Reports}[{agent}])",
        _ => $"Score({agent}, {_market.Reports}[{agent}])",
    };

    /// <summary>The condition that one agent stands better than another, the tie rule included, if it comes later in the loop.</summary>
    public string StandsBetter(string agent, string other) => plan.Ties.Ranks.Count == 0
        ? $"{Standing(agent)} {_market.Beats} {Standing(other)}"
        : $"{Standing(agent)} {_market.Beats} {Standing(other)}"
            + $" || ({Standing(agent)} == {Standing(other)} && {Precedes(agent, other)})";

    /// <summary>The condition that an agent comes before another among equals.</summary>
    public string Precedes(string agent, string other) =>
        plan.Ties.Ranks.Count == 0 ? $"{agent} < {other}" : $"Rank({agent}) < Rank({other})";

    /// <summary>The worst report of an agent that equals a rival's standing.</summary>
    public string Meeting(string agent, string rival) => plan.Rule switch
    {
        RulePlan.BestScore => $"Matching({agent}, {Standing(rival)})",
        _ => Standing(rival),
    };

    /// <summary>The worst report of an agent that is better than a rival's standing (without a grid, the limit of such reports).</summary>
    public string Beating(string agent, string rival) => plan.Rule switch
    {
        RulePlan.BestScore => $"Beating({agent}, {Standing(rival)})",
        RulePlan.BestReport { Blocks.Count: > 0 } => $"Beating({_market.Reports}[{rival}])",
        _ when plan.Currency.IsGrid => $"{_market.Reports}[{rival}] {(_market.IsProcurement ? "-" : "+")} {plan.Currency.Step}",
        _ => Standing(rival),
    };

    /// <summary>The threshold that a rival sets, by the tie rule.</summary>
    public string Threshold(string winner, string rival)
    {
        var (meeting, beating) = (Meeting(winner, rival), Beating(winner, rival));
        return meeting == beating ? meeting : $"{Precedes(winner, rival)} ? {meeting} : {beating}";
    }

    private bool IsStricter(double amount) => _market.IsProcurement ? amount < _market.NoLimit : amount > _market.NoLimit;

    private string Amount(Limit limit, double amount, string name) => (limit.IsRunTime, IsStricter(amount)) switch
    {
        (true, true) => $"{_market.Stricter}({name}, {_market.Limit})",
        (true, false) => _market.Limit,
        (false, true) => name,
        (false, false) => plan.Currency.Literal(_market.NoLimit),
    };
}
