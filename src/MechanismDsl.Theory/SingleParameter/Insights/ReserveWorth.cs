using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>What the monopoly reserve adds to the expected revenue of a second-price auction (Myerson 1981, Riley and Samuelson 1981).</summary>
/// <param name="Agents">The number of alike buyers.</param>
/// <param name="Reserve">The reserve of the optimal auction, in units of money.</param>
/// <param name="With">Expected revenue with the reserve.</param>
/// <param name="Without">Expected revenue without a reserve.</param>
public sealed record ReserveWorth(int Agents, double Reserve, double With, double Without)
{
    /// <summary>
    /// The worth of the reserve of a revenue-optimal auction; null unless a fixed number of alike buyers has a prior, the seller has no value
    /// of her own, and the reserve changes the revenue.
    /// </summary>
    public static ReserveWorth? Of(SolvedAuction auction, Solve solve)
    {
        if (auction.Problem is not { Objective: Objective.RevenueOptimal, Payments: PaymentRule.Threshold { EntryFee: 0 } } problem
            || problem.AlikeBuyers() is not (var count, { Reserve: null }) || auction.Cutoff != 0 || auction.Agents[0].LowestServed is not (> 0 and var lowest))
        {
            return null;
        }

        var reserve = problem.Money.RoundUp(lowest);
        return solve(problem.SecondPrice(reserve)).Revenue() is { } with && solve(problem.SecondPrice()).Revenue() is { } without && with.Exceeds(without)
            ? new ReserveWorth(count, reserve, with, without)
            : null;
    }
}
