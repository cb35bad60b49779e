using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The reports around the last efficient trade of a market in which everybody trades at most one unit: with the bids in falling and the costs in rising
/// order, k is the number of pairs whose bid is at least the cost, and pair k + 1 is the first that does not trade.
/// </summary>
/// <param name="Trades">k, the number of efficient trades.</param>
/// <param name="Bid">The bid of pair k, the lowest that trades; 0 if k is 0.</param>
/// <param name="Cost">The cost of pair k, the highest that trades; 0 if k is 0.</param>
/// <param name="NextBid">The bid of pair k + 1; 0, the lowest report, if there is no such buyer.</param>
/// <param name="NextCost">The cost of pair k + 1; the highest report if there is no such seller.</param>
/// <param name="HasNext">True if pair k + 1 has both a buyer and a seller.</param>
internal readonly record struct Margin<TMoney>(int Trades, TMoney Bid, TMoney Cost, TMoney NextBid, TMoney NextCost, bool HasNext)
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>
    /// Clarke payments. Without a trading buyer the best others either take its seller or leave it idle: it pays the cost of pair k or the bid that
    /// it keeps out, whichever is higher. A trading seller receives the bid of pair k or the cost that it keeps out, whichever is lower.
    /// </summary>
    public Clearing<TMoney> Clarke() =>
        Trades == 0 ? default : new(Trades, TMoney.Max(Cost, NextBid), TMoney.Min(Bid, NextCost));

    /// <summary>
    /// McAfee's rule (1992): all k pairs trade at one price between the reports of pair k + 1 if pair k accepts it, otherwise pair k is left out and its
    /// reports are the prices.
    /// </summary>
    /// <param name="price">The price that the reports of pair k + 1 suggest; between them, both included. Read only if there is such a pair.</param>
    public Clearing<TMoney> Reduced(TMoney price) =>
        Trades == 0 ? default
        : HasNext && Cost <= price && price <= Bid ? new(Trades, price, price)
        : Trades == 1 ? default
        : new(Trades - 1, Bid, Cost);
}
