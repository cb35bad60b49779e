using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The Vickrey–Clarke–Groves mechanism for packages of few goods: accepts bids on disjoint packages with the highest total value, and every winner
/// pays what its presence costs the others.
/// </summary>
/// <remarks>
/// Exact for up to <see cref="MostGoods"/> goods, by a dynamic program over all sets of goods (Rothkopf, Pekeč and Harstad 1998). Payments need the
/// best total without each winner: the losers' table is made once and the winners are added to it by divide and conquer, so that all payments together
/// cost little more than a second run. With integer values below 2⁵³ / bidders everything is exact.
/// <para>Losers pay nothing. Payments lie between 0 and the accepted value; truth is a dominant strategy, but revenue can fall as bidders join.</para>
/// </remarks>
public static class PackageAuction
{
    /// <summary>The most goods, 20: tables have 2²⁰ entries of 8 bytes.</summary>
    public const int MostGoods = 20;

    /// <summary>Runs the mechanism.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other.</param>
    /// <param name="goods">The number of goods, 0 to <see cref="MostGoods"/>.</param>
    /// <param name="accepted">Receives the index of every bidder's accepted bid, −1 for none; its length is the number of bidders.</param>
    /// <param name="payments">Receives what every bidder pays; as long as <paramref name="accepted"/>.</param>
    /// <returns>The total value of the accepted bids.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid names an unknown bidder or good, no good, or a value that is negative, NaN or infinite; the message names the bid.</exception>
    public static double Run(ReadOnlySpan<PackageBid> bids, int goods, Span<int> accepted, Span<double> payments)
    {
        Check(bids, goods, accepted.Length, payments.Length);
        accepted.Fill(-1);
        payments.Clear();
        using var book = new BidBook(bids, accepted.Length);
        WinnerSearch.Run(book, goods, accepted);

        var total = 0.0;
        using var winners = new RunMemory<int>(Math.Min(goods, accepted.Length));
        using var losers = new RunMemory<int>(accepted.Length);
        var (winnerCount, loserCount) = (0, 0);
        for (var bidder = 0; bidder < accepted.Length; bidder++)
        {
            if (accepted[bidder] < 0)
            {
                losers.Span[loserCount++] = bidder;
            }
            else
            {
                winners.Span[winnerCount++] = bidder;
                total += bids[accepted[bidder]].Value;
            }
        }

        if (winnerCount > 0)
        {
            using var table = new RunMemory<double>(1 << goods);
            BundleTable.Fill(table.Span, book, losers.Span[..loserCount]);
            TotalsWithout(book, winners.Span[..winnerCount], table.Span, payments);
            foreach (var winner in winners.Span[..winnerCount])
            {
                var own = bids[accepted[winner]].Value;

                // Rounding of two sums must not turn a payment of nothing into a subsidy, nor one of everything into a loss.
                payments[winner] = Math.Clamp(payments[winner] - (total - own), 0, own);
            }
        }

        return total;
    }

    /// <summary>Finds the accepted bids alone, for payments that are not Clarke's.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other.</param>
    /// <param name="goods">The number of goods, 0 to <see cref="MostGoods"/>.</param>
    /// <param name="accepted">Receives the index of every bidder's accepted bid, −1 for none; its length is the number of bidders.</param>
    /// <returns>The total value of the accepted bids.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid is not valid; the message names it.</exception>
    public static double Allocate(ReadOnlySpan<PackageBid> bids, int goods, Span<int> accepted)
    {
        Check(bids, goods, accepted.Length, accepted.Length);
        accepted.Fill(-1);
        using var book = new BidBook(bids, accepted.Length);
        WinnerSearch.Run(book, goods, accepted);
        var total = 0.0;
        foreach (var bid in accepted)
        {
            total += bid < 0 ? 0 : bids[bid].Value;
        }

        return total;
    }

    /// <summary>Writes the best total without each of the bidders, given the table of all others.</summary>
    private static void TotalsWithout(BidBook book, ReadOnlySpan<int> bidders, ReadOnlySpan<double> others, Span<double> totals)
    {
        if (bidders.Length == 1)
        {
            totals[bidders[0]] = others[^1];
            return;
        }

        using var table = new RunMemory<double>(others.Length);
        var half = bidders.Length / 2;
        others.CopyTo(table.Span);
        BundleTable.Add(table.Span, book, bidders[half..]);
        TotalsWithout(book, bidders[..half], table.Span, totals);
        others.CopyTo(table.Span);
        BundleTable.Add(table.Span, book, bidders[..half]);
        TotalsWithout(book, bidders[half..], table.Span, totals);
    }

    private static void Check(ReadOnlySpan<PackageBid> bids, int goods, int bidders, int payments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goods, MostGoods);
        if (bidders != payments)
        {
            throw new ArgumentException(Invariant($"There is room for {bidders} accepted bids and for {payments} payments; both need one entry a bidder."), nameof(payments));
        }

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

            if (bid.Goods >> goods != 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids), bid.Goods, Invariant($"Bid {index} of bidder {bid.Bidder} names good {BitOperations.Log2(bid.Goods)}; goods are 0 to {goods - 1}."));
            }

            if (!double.IsFinite(bid.Value) || bid.Value < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids), bid.Value, Invariant($"Bid {index} of bidder {bid.Bidder} is worth {bid.Value}; a value must be a finite number of at least 0."));
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
