using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>What an efficient rule loses by a reserve that is not the seller's own value.</summary>
/// <param name="CanStayUnsold">True if the item may stay unsold although an agent values it more than the seller.</param>
/// <param name="CanPassOver">True if the item may go to an agent although another values it more: reserves differ and drop bids before the best is chosen.</param>
/// <param name="Holder">The one agent that has such a reserve, where others have none; null if all have one.</param>
public sealed record ReserveInefficiency(bool CanStayUnsold, bool CanPassOver, string? Holder)
{
    /// <summary>Probability that the item stays unsold although an agent values it more than the seller; null without priors or number of agents.</summary>
    public double? Unsold { get; init; }

    /// <summary>Probability that the item goes to an agent although another values it more, because of the reserves; null likewise.</summary>
    public double? PassedOver { get; init; }

    /// <summary>Expected welfare lost; null likewise.</summary>
    public double? Loss { get; init; }

    /// <summary>The loss; null unless an efficient rule has a reserve that withholds the item.</summary>
    public static ReserveInefficiency? Of(SolvedAuction auction, Solve solve)
    {
        var problem = auction.Problem;
        var agents = Agents(problem);
        var holders = agents.Where(agent => Withholds(agent, auction.Cutoff)).ToList();
        if (problem is not { Objective: Objective.Efficient, Payments: PaymentRule.Threshold } || holders.Count == 0)
        {
            return null;
        }

        // A lazy reserve is applied to the best bid alone, so nobody else is served in its place.
        var loss = new ReserveInefficiency(
            holders.Count == agents.Count || holders.Any(agent => agent.Reserve is { Kind: ReserveKind.Lazy }),
            agents.Count > 1 && holders.Any(agent => agent.Reserve is { Kind: ReserveKind.Eager }) && agents.Select(agent => agent.Reserve?.Amount).Distinct().Count() > 1,
            holders.Count == 1 && agents.Count > 1 ? holders[0].Name : null);

        // With a run-time reserve, or n free, there is no single number to tell.
        if (agents.Any(agent => agent.Reserve is { Amount: null }) || auction.Numbers is not [var numbers] || solve(problem.SecondPrice()).Numbers is not [var efficient])
        {
            return loss;
        }

        var welfare = efficient.Welfare - numbers.Welfare;
        return welfare <= Variants.Negligible * Math.Abs(numbers.FirstBest) ? null : loss with
        {
            Unsold = Math.Max(0, efficient.Sale - numbers.Sale),
            PassedOver = Math.Max(0, numbers.Misallocation - efficient.Misallocation),
            Loss = welfare,
        };
    }

    private static IReadOnlyList<Agent> Agents(Problem problem) => problem.Population switch
    {
        Population.Alike alike => [alike.Agent],
        Population.Named named => named.Agents,
        _ => [],
    };

    // A reserve above the seller's value keeps the item from agents who value it more; below, it changes nothing.
    private static bool Withholds(Agent agent, double cutoff) =>
        agent.Side == Side.Buyer && agent.Reserve is { } reserve && (reserve.Amount is not { } amount || amount > cutoff);
}
