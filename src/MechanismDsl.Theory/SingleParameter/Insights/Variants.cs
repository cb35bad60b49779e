using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>The same market under another rule: what an insight compares a declaration with.</summary>
internal static class Variants
{
    /// <summary>Relative differences below this are rounding, not economics.</summary>
    public const double Negligible = 1e-9;

    /// <summary>The second-price auction (efficient rule, threshold payments, no fee) with one reserve for all agents, or none.</summary>
    public static Problem SecondPrice(this Problem problem, double? reserve = null) =>
        problem.Plain(Objective.Efficient).WithReserves(_ => reserve is { } amount ? new Reserve(amount, ReserveKind.Eager) : null);

    /// <summary>The revenue-optimal auction of the same agents (Myerson 1981).</summary>
    public static Problem Optimal(this Problem problem) => problem.Plain(Objective.RevenueOptimal).WithReserves(_ => null);

    /// <summary>The same problem with other reserves.</summary>
    public static Problem WithReserves(this Problem problem, Func<Agent, Reserve?> reserve) => problem.WithAgents(agent => agent with { Reserve = reserve(agent) });

    /// <summary>The same problem for another fixed number of alike agents.</summary>
    public static Problem WithCount(this Problem problem, int agents) =>
        problem with { Population = problem.Population is Population.Alike alike ? alike with { Min = agents, Max = agents } : problem.Population };

    /// <summary>The same problem with money of any fineness.</summary>
    public static Problem WithoutGrid(this Problem problem) => problem with { Money = new Money(MoneyKind.Double) };

    /// <summary>The fixed number of alike buyers with a prior and ordinary preferences; null for any other population.</summary>
    public static (int Count, Agent Agent)? AlikeBuyers(this Problem problem) =>
        problem.Population is Population.Alike { Count: { } count, Agent: { Side: Side.Buyer, Prior: not null } agent } && IsOrdinary(agent)
            ? (count, agent)
            : null;

    /// <summary>True for an agent without outside option and with the same weight as everybody else.</summary>
    public static bool IsOrdinary(Agent agent) => agent.OutsideOption == 0 && agent.Weight == 1;

    /// <summary>True if <paramref name="higher"/> exceeds <paramref name="lower"/> by more than rounding.</summary>
    public static bool Exceeds(this double higher, double lower) => higher - lower > Negligible * Math.Max(Math.Abs(higher), Math.Abs(lower));

    /// <summary>The expected revenue; null where it depends on a number of agents that is not fixed, is not known or is infinite.</summary>
    public static double? Revenue(this SolvedAuction auction) =>
        auction.Numbers is [{ Revenue: var revenue }] && !double.IsNaN(revenue) && !double.IsInfinity(revenue) ? revenue : null;

    private static Problem Plain(this Problem problem, Objective objective) =>
        problem with { Objective = objective, Payments = new PaymentRule.Threshold(), Claims = [], Strategy = null };

    private static Problem WithAgents(this Problem problem, Func<Agent, Agent> change) => problem with
    {
        Population = problem.Population switch
        {
            Population.Alike alike => alike with { Agent = change(alike.Agent) },
            Population.Named named => new Population.Named([.. named.Agents.Select(change)]),
            var other => other,
        },
    };
}
