using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>
/// One more bidder against the optimal reserve: for alike buyers with a regular prior whose values all are at least the seller's, the
/// second-price auction with n + 1 bidders earns at least the optimum with n (Bulow and Klemperer 1996).
/// </summary>
/// <param name="Agents">n.</param>
/// <param name="OneMore">Expected revenue of the second-price auction without a reserve and with n + 1 bidders.</param>
/// <param name="Optimal">Expected revenue of the optimal auction with n bidders.</param>
public sealed record BulowKlemperer(int Agents, double OneMore, double Optimal)
{
    /// <summary>The comparison; null where a hypothesis of the theorem fails, or where the optimal auction has no reserve to compare with.</summary>
    public static BulowKlemperer? Of(SolvedAuction auction, Solve solve)
    {
        if (auction.Problem is not { Objective: Objective.RevenueOptimal, Payments: PaymentRule.Threshold { EntryFee: 0 } } problem
            || problem.AlikeBuyers() is not (var count, { Reserve: null, Prior: ContinuousPrior prior }) || auction.Cutoff != 0 || prior.Lower < 0
            || auction.Agents[0].Regularity is not { Class: RegularityClass.Regular or RegularityClass.MonotoneHazardRate }
            || !auction.Agents[0].LowestServed.Exceeds(prior.Lower))
        {
            return null;
        }

        return auction.Revenue() is { } optimal && solve(problem.SecondPrice().WithCount(count + 1)).Revenue() is { } oneMore && !optimal.Exceeds(oneMore)
            ? new BulowKlemperer(count, oneMore, optimal)
            : null;
    }
}
