using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>What a truthful type expects to pay in a sale to alike buyers whose best report wins, as a function of its value.</summary>
/// <param name="Rule">The payment rule.</param>
/// <param name="Prior">The prior of a value; null where none is declared.</param>
/// <param name="Agents">The number of buyers.</param>
/// <param name="Lowest">The lowest value that is served when alone.</param>
internal sealed record AuctionPayments(PaymentRule Rule, Prior? Prior, int Agents, double Lowest)
{
    /// <summary>The payments of an auction; null where the best report does not always win, or buyers are not alike.</summary>
    public static AuctionPayments? Of(SolvedAuction auction, EquatableArray<Agent> agents) =>
        auction.BestReportWins
        && auction.Problem.Population is Population.Alike { Agent: { Side: Side.Buyer } agent } && Variants.IsOrdinary(agent)
        && auction.Problem.Payments is PaymentRule.Threshold or PaymentRule.PayAsBid or PaymentRule.AllPay
        && auction.Problem.Objective is not Objective.FirstToAccept
            ? new AuctionPayments(auction.Problem.Payments, agents[0].Prior, agents.Count, LowestOf(auction, agents[0].Prior))
            : null;

    /// <summary>A limit below all values of two or more buyers is never a price; one alone pays it.</summary>
    private static double LowestOf(SolvedAuction auction, Prior? prior) =>
        Math.Max(auction.Agents[0].LowestServed, auction.Problem.Population is Population.Alike { Count: >= 2 } && prior is not null ? Math.Max(0, prior.Lower) : 0);

    /// <summary>Whether the winner pays the lowest report that would still win.</summary>
    public bool IsThreshold => Rule is PaymentRule.Threshold;

    /// <summary>What everybody pays for being in the room.</summary>
    public double Fee => Rule.EntryFee;

    /// <summary>
    /// E[payment | value] with truthful reports: with Q = F^(n − 1) the chance to win, v·Q(v) − ∫ Q from the lowest value on for thresholds (Myerson 1981), v·Q(v) for
    /// the winner's own bid, v for everybody's.
    /// </summary>
    public Amount Expected(double value, CancellationToken cancellation)
    {
        var prior = Prior ?? throw new InvalidOperationException("What an agent expects needs a prior.");
        var fee = Amount.Approximately(Fee, 0);
        if (value < Lowest)
        {
            return fee;
        }

        var chance = Math.Pow(prior.Cdf(value), Agents - 1);
        var own = Amount.Approximately(Rule is PaymentRule.AllPay ? value : value * chance, 4e-16 * Math.Abs(value));
        return IsThreshold
            ? fee + own - Integral.Of(x => Math.Pow(prior.Cdf(x), Agents - 1), Lowest, value, prior.Breakpoints, cancellation)
            : fee + own;
    }
}
