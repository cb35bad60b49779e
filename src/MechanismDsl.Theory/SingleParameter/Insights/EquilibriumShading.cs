using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>How much the median bidder shades its bid in the symmetric equilibrium, and what bidding the value would cost it (Vickrey 1961, Riley and Samuelson 1981).</summary>
/// <param name="Agents">The number of alike buyers.</param>
/// <param name="Value">The median value among those who bid.</param>
/// <param name="Bid">Its equilibrium bid.</param>
/// <param name="Truth">Its expected utility from bidding its value while the others follow the equilibrium.</param>
/// <param name="Equilibrium">Its expected utility in equilibrium.</param>
public sealed record EquilibriumShading(int Agents, double Value, double Bid, double Truth, double Equilibrium)
{
    private const int Halvings = 200;
    private const double LastTail = 1e-16;

    /// <summary>The shading; null unless the symmetric equilibrium of a pay-as-bid or all-pay auction with at least two alike buyers is known.</summary>
    public static EquilibriumShading? Of(SolvedAuction auction)
    {
        if (auction.Equilibrium is not { } strategy || auction.Problem.Strategy is not null
            || auction.Problem.Payments is not (PaymentRule.PayAsBid { EntryFee: 0 } or PaymentRule.AllPay { EntryFee: 0 })
            || auction.Problem.AlikeBuyers() is not (>= 2 and var count, { Prior: ContinuousPrior prior }))
        {
            return null;
        }

        var absent = prior.Cdf(Math.Max(strategy.LowestBidder, prior.Lower));
        var value = prior.Quantile((1 + absent) / 2);
        var bid = strategy.Bid(value);
        var isAllPay = auction.Problem.Payments is PaymentRule.AllPay;
        var equilibrium = Utility(Wins(prior, value, count), value, bid, isAllPay);
        var truth = Utility(Wins(prior, Outbid(strategy, value, prior), count), value, value, isAllPay);
        var rounded = Math.Abs(truth) <= Variants.Negligible * value ? 0 : truth;
        return equilibrium.Exceeds(rounded) && bid < value ? new EquilibriumShading(count, value, bid, rounded, equilibrium) : null;
    }

    private static double Utility(double wins, double value, double bid, bool isAllPay) => isAllPay ? (wins * value) - bid : wins * (value - bid);

    private static double Wins(Prior prior, double type, int count) => Math.Pow(prior.Cdf(type), count - 1);

    // sup{t : β(t) < bid} by bisection: the equilibrium bid increases in the type. Beyond the last quantile of a double no type occurs.
    private static double Outbid(BidFunction strategy, double bid, Prior prior)
    {
        var low = Math.Max(strategy.LowestBidder, prior.Lower);
        var high = Math.Min(strategy.Highest, prior.UpperQuantile(LastTail));
        if (strategy.Bid(high) <= bid)
        {
            return high;
        }

        for (var step = 0; step < Halvings && low < high; step++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = strategy.Bid(middle) < bid ? (middle, high) : (low, middle);
        }

        return high;
    }
}
