using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>The reserve that screens the same types as an entry fee and earns the same (revenue equivalence, Riley and Samuelson 1981).</summary>
/// <param name="Agents">The number of alike buyers.</param>
/// <param name="Fee">What every entrant pays.</param>
/// <param name="Threshold">The lowest value that enters.</param>
/// <param name="Revenue">Expected revenue in equilibrium, fees included.</param>
public sealed record EntryFeeEquivalent(int Agents, double Fee, double Threshold, double Revenue)
{
    /// <summary>
    /// The equivalent reserve; null unless at least two alike buyers with a density bid in a second-price auction with a fee that some of
    /// them are ready to pay.
    /// </summary>
    public static EntryFeeEquivalent? Of(SolvedAuction auction, Solve solve)
    {
        if (auction.Problem is not { Objective: Objective.Efficient, Payments: PaymentRule.Threshold { EntryFee: > 0 and var fee } } problem
            || problem.AlikeBuyers() is not (>= 2 and var count, { Prior: ContinuousPrior prior, Reserve: not { Amount: null } }) || auction.Revenue() is not { } revenue)
        {
            return null;
        }

        var threshold = EntryFees.Participation(prior, count, fee, Math.Max(0, auction.Agents[0].LowestServed));
        return threshold < prior.Upper && solve(problem.SecondPrice(threshold).WithoutGrid()).Revenue() is { } same && !same.Exceeds(revenue) && !revenue.Exceeds(same)
            ? new EntryFeeEquivalent(count, fee, threshold, revenue)
            : null;
    }
}
