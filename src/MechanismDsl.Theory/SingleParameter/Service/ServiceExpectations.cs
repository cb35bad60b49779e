using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>
/// Expected revenue where the feasible set is a ranking (identical items, slots), exact sums and quadrature. With step weights Δ_k (the k-th best place is worth
/// Δ_k more than the next), everything is a statement about N(x), the number of agents that score above x, a sum of independent Bernoulli variables:
/// E[Σ places·(score − c)⁺] = Σ_k Δ_k ∫_c^∞ E[min(k, N(x))] dx.
/// </summary>
/// <remarks>
/// Revenue-optimal: expected payments are the expected virtual scores of the served (Myerson 1981), because thresholds never lie below the lowest type. Efficient
/// with one reserve r for all: each step has one price, the larger of r and the best report beyond it.
/// </remarks>
internal static class ServiceExpectations
{
    /// <summary>The numbers, or the reason why there are none, as a clause.</summary>
    public static (EquatableArray<ServiceNumbers> Numbers, string? Reason) Of(Problem problem, EquatableArray<SolvedAgent> agents, double cost, CancellationToken cancellation)
    {
        if (Obstacle(problem, agents) is { } obstacle)
        {
            return ([], obstacle);
        }

        var rules = agents.Select(AuctionExpectations.ToRule).ToEquatableArray();
        var isVirtual = problem.Objective == Objective.RevenueOptimal && agents.All(agent => agent.Agent.Prior is not EmpiricalPrior);
        if (!isVirtual && rules.Any(rule => rule.Floor != rules[0].Floor || double.IsInfinity(rule.Floor)))
        {
            return ([], "it is known for one reserve that holds for all");
        }

        var steps = Steps(problem.Environment.Feasible);
        var numbers = new List<ServiceNumbers>();
        var counts = problem.Population is Population.Alike alike
            ? alike.Count is { } count ? [count] : Enumerable.Range(1, Math.Min(AuctionExpectations.FreeAgents, alike.Max ?? AuctionExpectations.FreeAgents))
            : [agents.Count];
        foreach (var agentCount in counts)
        {
            var all = agents.Count == agentCount ? rules : Enumerable.Repeat(rules[0], agentCount).ToEquatableArray();
            var ranked = new RankExpectation(all, steps, cancellation);
            var (revenue, error) = isVirtual ? ranked.VirtualRevenue(cost) : ranked.PriceRevenue(rules[0].Floor);
            if (!(error <= AuctionExpectations.Tolerance) || double.IsInfinity(revenue))
            {
                return ([], "the integral did not converge to 1e-11");
            }

            var sign = agents[0].Agent.Side == Side.Buyer ? 1 : -1;
            numbers.Add(new ServiceNumbers(agentCount, Settled((sign * revenue) + 0.0, error), Settled(ranked.Served(isVirtual ? cost : double.NegativeInfinity), 0)));
        }

        return (numbers.ToEquatableArray(), null);
    }

    private static string? Obstacle(Problem problem, EquatableArray<SolvedAgent> agents) =>
        agents.Any(agent => agent.Agent.Prior is null) ? "an agent has no prior"
        : agents.Any(agent => agent.Agent.Reserve is { Amount: null }) ? "the reserve is known only when the mechanism runs"
        : problem.Payments is not PaymentRule.Threshold ? "no equilibrium of this payment rule is known"
        : problem.Environment.Feasible is not (ServeAtMost or Slots) ? "it is known for items and slots only"
        : problem.Environment.Feasible is Slots { Reserves.Count: > 0 } ? "the slots have reserves of their own"
        : problem.Objective == Objective.Efficient && agents.Any(agent => agent.Agent.Weight != 1) ? "it is known for equal weights only"
        : null;

    /// <summary>For k = 1, 2, …: by how much the k-th place is worth more than the next.</summary>
    private static double[] Steps(FeasibleSet feasible) => feasible switch
    {
        ServeAtMost(var units) => [.. Enumerable.Range(1, units).Select(place => place == units ? 1.0 : 0.0)],
        Slots(var clicks) => [.. clicks.Select((own, slot) => own - (slot + 1 < clicks.Count ? clicks[slot + 1] : 0))],
        _ => [],
    };

    /// <summary>The digits that the error estimate settles, one fewer for caution; none that another order of summation would change.</summary>
    private static double Settled(double value, double error) =>
        NumberText.Rounded(value, Math.Min(NumberText.LiteralDigits - 2, (int)Math.Floor(-Math.Log10(Math.Max(error, 1e-16))) - 1));
}
