using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>What pooling types adds to a second-price auction with the same reserve, for an irregular prior (Myerson 1981).</summary>
/// <param name="Agents">The number of alike buyers.</param>
/// <param name="Optimal">Expected revenue of the optimal auction.</param>
/// <param name="Plain">Expected revenue of the second-price auction with <paramref name="Reserve"/>.</param>
/// <param name="Reserve">The lowest value that the optimal auction serves.</param>
public sealed record IroningWorth(int Agents, double Optimal, double Plain, double Reserve)
{
    /// <summary>
    /// The worth of ironing; null unless a fixed number of alike buyers has an irregular prior with a density (steps of discrete types are not
    /// ironing) and the pooled blocks change the revenue.
    /// </summary>
    public static IroningWorth? Of(SolvedAuction auction, Solve solve)
    {
        if (auction.Problem is not { Objective: Objective.RevenueOptimal, Payments: PaymentRule.Threshold { EntryFee: 0 } } problem
            || problem.AlikeBuyers() is not (var count, { Reserve: null, Prior: ContinuousPrior })
            || auction.Agents[0] is not { Regularity: { Class: RegularityClass.Irregular }, LowestServed: var reserve } || double.IsNaN(reserve))
        {
            return null;
        }

        var lowest = problem.Money.RoundUp(Math.Max(0, reserve));
        return auction.Revenue() is { } optimal && solve(problem.SecondPrice(lowest)).Revenue() is { } plain && optimal.Exceeds(plain)
            ? new IroningWorth(count, optimal, plain, lowest)
            : null;
    }
}
