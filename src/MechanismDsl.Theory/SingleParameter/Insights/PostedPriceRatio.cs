using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>A posted price against the optimal auction of the same agents.</summary>
/// <param name="Price">The posted price.</param>
/// <param name="Agents">The number of agents.</param>
/// <param name="Revenue">Expected revenue of the posted price.</param>
/// <param name="Optimal">Expected revenue of the optimal auction (Myerson 1981).</param>
public sealed record PostedPriceRatio(double Price, int Agents, double Revenue, double Optimal)
{
    /// <summary>The comparison; null unless buyers have priors and a fixed number, the seller has no value of her own, and the optimum earns more.</summary>
    public static PostedPriceRatio? Of(SolvedAuction auction, Solve solve)
    {
        if (auction.Problem is not { Payments: PaymentRule.Posted { EntryFee: 0, Price: var price } } problem || auction.Cutoff != 0
            || !IsKnown(problem.Population))
        {
            return null;
        }

        return auction.Revenue() is { } revenue && solve(problem.Optimal()).Revenue() is { } optimal && optimal.Exceeds(revenue)
            ? new PostedPriceRatio(price, auction.Numbers[0].Agents, revenue, optimal)
            : null;
    }

    private static bool IsKnown(Population population) => population switch
    {
        Population.Alike alike => alike.Count is not null && IsBuyer(alike.Agent),
        Population.Named named => named.Agents.All(IsBuyer),
        _ => false,
    };

    private static bool IsBuyer(Agent agent) => agent is { Side: Side.Buyer, Prior: not null } && Variants.IsOrdinary(agent);
}
