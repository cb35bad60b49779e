using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The Vickrey–Clarke–Groves mechanism for packages of up to 64 goods in exact money: an exact search under a budget, for markets beyond the dynamic
/// program (<see cref="PackageAuction"/>).
/// </summary>
/// <remarks>
/// Branch and bound. The bound of a node are prices of the linear relaxation (Bikhchandani and Ostroy 2002), re-optimised by a warm dual simplex and made
/// exact in whole numbers. Bids that lose too much at these prices are taken out (reduced-cost fixing); a short depth-first search decides the most
/// constrained good or bidder first, and a node that it cannot finish splits on a bid. The markets without a winner start from the winner solution's
/// prices. Everything that decides is integer arithmetic: the outcome is exact.
/// <para>Of equal totals, the first that the search meets is chosen: the same one on every machine, but no rule of fairness. A bidder's utility under
/// truthful bids, value minus payment, is the same in all of them.</para>
/// </remarks>
public static class PackageSearch
{
    /// <summary>The most goods, 64.</summary>
    public const int MostGoods = 64;

    /// <summary>The bidders' highest values may add up to 2⁵⁶ units, about 7.2e16.</summary>
    public const long MostMoney = 1L << PackagePrices.MostBits;

    /// <summary>The relaxation keeps the inverse of a matrix with a row for every good and for every bidder with several bids: at most 32 MB.</summary>
    private const int MostRows = 2000;

    /// <summary>Runs the mechanism.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other. Bids of value 0 are never accepted.</param>
    /// <param name="goods">The number of goods, 0 to <see cref="MostGoods"/>.</param>
    /// <param name="nodeBudget">The most nodes of the search, at least 0, for the allocation and all payments together; a pivot of the relaxation counts as the number of nodes that take about as long. A million nodes take one to two seconds.</param>
    /// <param name="accepted">Receives the index of every bidder's accepted bid, −1 for none; its length is the number of bidders.</param>
    /// <param name="payments">Receives what every bidder pays, in units; as long as <paramref name="accepted"/>.</param>
    /// <param name="total">The total value of the accepted bids.</param>
    /// <returns>False if the budget was used up before allocation and payments were proved, or about 2000 bidders or more have several bids: then nothing is accepted and nothing is paid.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or the values add up to more than <see cref="MostMoney"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid names an unknown bidder or good, no good, or a negative value; the message names the bid.</exception>
    public static bool TryRun(ReadOnlySpan<ExactPackageBid> bids, int goods, long nodeBudget, Span<int> accepted, Span<long> payments, out long total)
    {
        if (accepted.Length != payments.Length)
        {
            throw new ArgumentException(Invariant($"There is room for {accepted.Length} accepted bids and for {payments.Length} payments; both need one entry a bidder."), nameof(payments));
        }

        payments.Clear();
        if (!TryAllocate(bids, goods, nodeBudget, accepted, out total, out var search))
        {
            return false;
        }

        for (var bidder = 0; bidder < accepted.Length; bidder++)
        {
            if (accepted[bidder] < 0)
            {
                continue;
            }

            // The others can always keep what they have.
            var remaining = total - bids[accepted[bidder]].Value;
            if (!search!.TryTotalWithout(bidder, remaining, out var without))
            {
                accepted.Fill(-1);
                payments.Clear();
                total = 0;
                return false;
            }

            payments[bidder] = without - remaining;
        }

        return true;
    }

    /// <summary>Finds the accepted bids alone, for payments that are not Clarke's; the parameters are those of <see cref="TryRun"/>.</summary>
    /// <param name="bids">The bids.</param>
    /// <param name="goods">The number of goods.</param>
    /// <param name="nodeBudget">The most nodes of the search.</param>
    /// <param name="accepted">Receives the index of every bidder's accepted bid, −1 for none; its length is the number of bidders.</param>
    /// <param name="total">The total value of the accepted bids.</param>
    /// <returns>False if the budget was used up before the allocation was proved: then nothing is accepted.</returns>
    /// <exception cref="ArgumentException">The values add up to more than <see cref="MostMoney"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid is not valid; the message names it.</exception>
    public static bool TryAllocate(ReadOnlySpan<ExactPackageBid> bids, int goods, long nodeBudget, Span<int> accepted, out long total) =>
        TryAllocate(bids, goods, nodeBudget, accepted, out total, out _);

    private static bool TryAllocate(ReadOnlySpan<ExactPackageBid> bids, int goods, long nodeBudget, Span<int> accepted, out long total, out PackageBranching? search)
    {
        var highestTotal = Check(bids, goods, nodeBudget, accepted.Length);
        accepted.Fill(-1);
        (total, search) = (0, null);
        var market = new PackageMarket(bids, goods, accepted.Length);
        if (market.Count == 0 || market.Rows > MostRows)
        {
            return market.Count == 0;
        }

        search = new PackageBranching(market, highestTotal, nodeBudget);
        var columns = new List<int>();
        if (!search.TryAllocate(out total, columns))
        {
            total = 0;
            return false;
        }

        foreach (var column in columns)
        {
            accepted[market.Owners[column]] = market.Bids[column];
        }

        return true;
    }

    private static long Check(ReadOnlySpan<ExactPackageBid> bids, int goods, long nodeBudget, int bidders)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goods, MostGoods);
        ArgumentOutOfRangeException.ThrowIfNegative(nodeBudget);
        using var highest = new RunMemory<long>(bidders);
        highest.Span.Clear();
        for (var index = 0; index < bids.Length; index++)
        {
            var bid = bids[index];
            if (bid.Bidder < 0 || bid.Bidder >= bidders)
            {
                throw new ArgumentOutOfRangeException(nameof(bids), bid.Bidder, Invariant($"Bid {index} is made by bidder {bid.Bidder}; bidders are 0 to {bidders - 1}."));
            }

            if (bid.Goods == 0)
            {
                throw new ArgumentOutOfRangeException(nameof(bids), bid.Goods, Invariant($"Bid {index} of bidder {bid.Bidder} names no good."));
            }

            if (goods < MostGoods && bid.Goods >> goods != 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids), bid.Goods, Invariant($"Bid {index} of bidder {bid.Bidder} names good {BitOperations.Log2(bid.Goods)}; goods are 0 to {goods - 1}."));
            }

            if (bid.Value < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids), bid.Value, Invariant($"Bid {index} of bidder {bid.Bidder} is worth {bid.Value}; a value must be at least 0."));
            }

            highest.Span[bid.Bidder] = Math.Max(highest.Span[bid.Bidder], bid.Value);
        }

        var total = 0L;
        for (var bidder = 0; bidder < bidders; bidder++)
        {
            if (highest.Span[bidder] > MostMoney - total)
            {
                throw new ArgumentException(
                    Invariant($"With bidder {bidder}, whose highest bid is {highest.Span[bidder]}, the bidders' highest values add up to more than {MostMoney}; use a coarser unit of money."), nameof(bids));
            }

            total += highest.Span[bidder];
        }

        return total;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
