using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>
/// Two auctions with the same allocation in equilibrium, prior and payment of the lowest type earn the same (Vickrey 1961, Riley and
/// Samuelson 1981, Myerson 1981).
/// </summary>
/// <param name="Agents">The number of alike buyers.</param>
/// <param name="Revenue">Expected revenue of either auction.</param>
public sealed record RevenueEquivalence(int Agents, double Revenue)
{
    /// <summary>
    /// The common revenue of two auctions with different payment rules and no grid of money; null unless the same alike buyers with a density
    /// take part in both, both serve the highest type from the same lowest one on, and the lowest type pays nothing in either.
    /// </summary>
    public static RevenueEquivalence? Of(SolvedAuction first, SolvedAuction second)
    {
        if (first.Problem.Money.IsGrid || second.Problem.Money.IsGrid || first.Problem.Payments.GetType() == second.Problem.Payments.GetType()
            || Buyers(first) is not (var count, var agent) || Buyers(second) is not (var others, var other)
            || count != others || agent != other || first.Cutoff != second.Cutoff
            || LowestServed(first) is not { } lowest || LowestServed(second) is not { } lowestOther || !Same(lowest, lowestOther, agent.Prior!.Lower))
        {
            return null;
        }

        return first.Revenue() is { } revenue && second.Revenue() is { } same && !revenue.Exceeds(same) && !same.Exceeds(revenue)
            ? new RevenueEquivalence(count, revenue)
            : null;
    }

    private static (int Count, Agent Agent)? Buyers(SolvedAuction auction) =>
        auction.Problem.Payments.EntryFee == 0 && auction.Problem.Strategy is null
        && auction.Problem.AlikeBuyers() is (var count, { Prior: Priors.ContinuousPrior } agent) && auction.BestReportWins
            ? (count, agent with { Reserve = null })
            : null;

    // The highest type wins in all of these: by the rule if payments are thresholds, by an increasing equilibrium bid if agents pay their bids.
    private static double? LowestServed(SolvedAuction auction) => auction.Problem.Payments switch
    {
        PaymentRule.Threshold => auction.Agents[0].LowestServed,
        PaymentRule.PayAsBid or PaymentRule.AllPay => auction.Equilibrium?.LowestBidder,
        _ => null,
    };

    // Reserves below the support all serve everybody.
    private static bool Same(double lowest, double other, double support) =>
        Math.Max(lowest, support) is var one && Math.Max(other, support) is var two && !one.Exceeds(two) && !two.Exceeds(one);
}
