using System.Globalization;
using MechanismDsl.Kernels;

namespace MechanismDsl.OrTools;

/// <summary>Bids that were checked.</summary>
internal sealed class LargeMarket
{
    public LargeMarket(ReadOnlySpan<LargePackageBid> bids, int goods, int bidders)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goods);
        ArgumentOutOfRangeException.ThrowIfNegative(bidders);
        (Bids, Goods, Bidders) = (bids.ToArray(), goods, bidders);
        var lastNamed = new int[goods];
        Array.Fill(lastNamed, -1);
        var total = 0L;
        for (var index = 0; index < bids.Length; index++)
        {
            Check(index, lastNamed);
            if (bids[index].Value > LargePackageAuction.MostMoney - total)
            {
                throw new ArgumentException(
                    Invariant($"With bid {index} of {bids[index].Value} the values of all bids add up to more than {LargePackageAuction.MostMoney}; use a coarser unit of money."), nameof(bids));
            }

            total += bids[index].Value;
        }
    }

    public LargePackageBid[] Bids { get; }

    public int Goods { get; }

    public int Bidders { get; }

    /// <summary>The sum of the highest bids of all bidders but one: no allocation without that bidder is worth more.</summary>
    public long HighestTotal(int without)
    {
        var highest = new long[Bidders];
        foreach (var bid in Bids)
        {
            highest[bid.Bidder] = bid.Bidder == without ? 0 : Math.Max(highest[bid.Bidder], bid.Value);
        }

        return highest.Sum();
    }

    /// <summary>The bids as sets of bits, where goods that nobody names have no bit; false if more than 64 goods are named.</summary>
    public bool TryPack(out ExactPackageBid[] packed, out int goods)
    {
        var bits = new int[Goods];
        Array.Fill(bits, -1);
        goods = 0;
        foreach (var good in Bids.SelectMany(bid => bid.Goods))
        {
            if (bits[good] < 0)
            {
                bits[good] = goods++;
            }

            if (goods > PackageSearch.MostGoods)
            {
                packed = [];
                return false;
            }
        }

        packed = [.. Bids.Select(bid => new ExactPackageBid(bid.Bidder, bid.Goods.Aggregate(0UL, (set, good) => set | (1UL << bits[good])), bid.Value))];
        return true;
    }

    private void Check(int index, int[] lastNamed)
    {
        var bid = Bids[index] ?? throw new ArgumentException(Invariant($"Bid {index} is null."), "bids");
        if (bid.Bidder < 0 || bid.Bidder >= Bidders)
        {
            throw new ArgumentOutOfRangeException("bids", bid.Bidder, Invariant($"Bid {index} is made by bidder {bid.Bidder}; bidders are 0 to {Bidders - 1}."));
        }

        if (bid.Goods is null || bid.Goods.Count == 0)
        {
            throw new ArgumentOutOfRangeException("bids", Invariant($"Bid {index} of bidder {bid.Bidder} names no good."));
        }

        foreach (var good in bid.Goods)
        {
            if (good < 0 || good >= Goods)
            {
                throw new ArgumentOutOfRangeException("bids", good, Invariant($"Bid {index} of bidder {bid.Bidder} names good {good}; goods are 0 to {Goods - 1}."));
            }

            if (lastNamed[good] == index)
            {
                throw new ArgumentOutOfRangeException("bids", good, Invariant($"Bid {index} of bidder {bid.Bidder} names good {good} twice; there is one of each."));
            }

            lastNamed[good] = index;
        }

        if (bid.Value < 0)
        {
            throw new ArgumentOutOfRangeException("bids", bid.Value, Invariant($"Bid {index} of bidder {bid.Bidder} is worth {bid.Value}; a value must be at least 0."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
