using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>
/// Packages where bids of one bidder can be accepted together (OR): the disjoint bids that are worth most in all, whoever makes them, and every bidder pays
/// what the presence of all its bids costs the others (Clarke 1971).
/// </summary>
/// <remarks>
/// To accept bids each bid is a bidder of its own (Nisan 2006); to pay, those of one bidder stay away together: one search for the allocation and one for each
/// bidder that gets something. Exact in doubles too where values are whole numbers whose sum stays below 2⁵³.
/// </remarks>
public static class OrSale
{
    /// <summary>Runs the auction.</summary>
    /// <param name="bids">The bids, in any order; values are finite numbers in [0, 1e15].</param>
    /// <param name="goods">The number of goods, 0 to 20.</param>
    /// <param name="awards">Receives for every bidder its goods and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    public static void Run(ReadOnlySpan<PackageBid> bids, int goods, Span<GoodsAward<double>> awards)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goods, PackageAuction.MostGoods);
        using var memory = new RunMemory<PackageBid>(bids.Length);
        using var found = new RunMemory<int>(bids.Length);
        using var worths = new RunMemory<double>(awards.Length);
        var single = memory.Span;
        var accepted = found.Span;
        var own = worths.Span;
        for (var index = 0; index < bids.Length; index++)
        {
            var bid = bids[index];
            PackageUnits.Check(new PackageBid<double>(bid.Bidder, bid.Goods, bid.Value), index, goods, awards.Length);
            if (!ReportDomain.Contains(bid.Value))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids), bid.Value, string.Create(CultureInfo.InvariantCulture, $"Bid {index} of bidder {bid.Bidder} is worth {bid.Value}; a value must be a finite number in [0, 1e15]."));
            }

            single[index] = bid with { Bidder = index };
        }

        awards.Clear();
        own.Clear();
        var total = PackageAuction.Allocate(single, goods, accepted);
        for (var index = 0; index < bids.Length; index++)
        {
            if (accepted[index] >= 0)
            {
                var bidder = bids[index].Bidder;
                awards[bidder] = new(awards[bidder].Goods | bids[index].Goods, 0);
                own[bidder] += bids[index].Value;
            }
        }

        for (var bidder = 0; bidder < awards.Length; bidder++)
        {
            if (awards[bidder].IsServed)
            {
                for (var index = 0; index < bids.Length; index++)
                {
                    single[index] = new(index, bids[index].Goods, bids[index].Bidder == bidder ? 0 : bids[index].Value);
                }

                // Rounding of two sums must not turn a payment of nothing into a subsidy, nor one of everything into a loss.
                var without = PackageAuction.Allocate(single, goods, accepted);
                awards[bidder] = new(awards[bidder].Goods, Math.Clamp(without - (total - own[bidder]), 0, own[bidder]));
            }
        }
    }
}
