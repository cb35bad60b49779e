using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Finds the accepted bids without keeping a table a bidder: the bidders are halved, the goods are split between the halves so that the two totals
/// add up to the most, and each half goes on alone with its goods (as Hirschberg 1975 recovers an alignment). A half knows fewer goods, so its tables
/// are a fraction of the size: the whole costs little more than one dynamic program.
/// </summary>
internal static class WinnerSearch
{
    /// <summary>Fills in the accepted bid of every bidder; those of losers are left alone.</summary>
    public static void Run(BidBook book, int goods, Span<int> accepted)
    {
        using var bidders = new RunMemory<int>(accepted.Length);
        for (var bidder = 0; bidder < accepted.Length; bidder++)
        {
            bidders.Span[bidder] = bidder;
        }

        Search(book, bidders.Span, (1u << goods) - 1, accepted);
    }

    private static void Search(BidBook book, ReadOnlySpan<int> bidders, uint goods, Span<int> accepted)
    {
        if (goods == 0 || bidders.IsEmpty)
        {
            return;
        }

        if (bidders.Length == 1)
        {
            accepted[bidders[0]] = BestBid(book, bidders[0], goods);
            return;
        }

        var half = bidders.Length / 2;
        var size = 1 << BitOperations.PopCount(goods);
        using var first = new RunMemory<double>(size);
        using var second = new RunMemory<double>(size);
        Fill(first.Span, book, bidders[..half], goods);
        Fill(second.Span, book, bidders[half..], goods);

        // Of equally good splits the one that leaves the most to the first half: ties favour the lower index.
        var (best, share) = (double.NegativeInfinity, 0);
        for (var set = size - 1; set >= 0; set--)
        {
            var total = first.Span[set] + second.Span[size - 1 - set];
            if (total > best)
            {
                (best, share) = (total, set);
            }
        }

        var goodsOfFirst = Spread((uint)share, goods);
        Search(book, bidders[..half], goodsOfFirst, accepted);
        Search(book, bidders[half..], goods & ~goodsOfFirst, accepted);
    }

    /// <summary>The table over the sets of some goods, which are numbered anew from 0; bids on other goods cannot win.</summary>
    private static void Fill(Span<double> table, BidBook book, ReadOnlySpan<int> bidders, uint goods)
    {
        table.Clear();
        using var before = new RunMemory<double>(table.Length);
        foreach (var bidder in bidders)
        {
            var isCopied = false;
            foreach (var index in book.Of(bidder))
            {
                var package = book[index].Goods;
                if ((package & ~goods) == 0)
                {
                    if (!isCopied)
                    {
                        table.CopyTo(before.Span);
                        isCopied = true;
                    }

                    BundleTable.Add(table, before.Span, Gather(package, goods), book[index].Value);
                }
            }
        }
    }

    /// <summary>The first of a bidder's best bids inside the goods; −1 if there is none.</summary>
    private static int BestBid(BidBook book, int bidder, uint goods)
    {
        var (best, chosen) = (0.0, -1);
        foreach (var index in book.Of(bidder))
        {
            if ((book[index].Goods & ~goods) == 0 && book[index].Value > best)
            {
                (best, chosen) = (book[index].Value, index);
            }
        }

        return chosen;
    }

    /// <summary>Renumbers a set of goods: the g-th good of <paramref name="goods"/> becomes good g.</summary>
    private static uint Gather(uint set, uint goods)
    {
        var gathered = 0u;
        for (var position = 0; goods != 0; position++, goods &= goods - 1)
        {
            gathered |= (set & goods & (0 - goods)) != 0 ? 1u << position : 0;
        }

        return gathered;
    }

    /// <summary>Undoes <see cref="Gather"/>.</summary>
    private static uint Spread(uint set, uint goods)
    {
        var spread = 0u;
        for (; goods != 0; set >>= 1, goods &= goods - 1)
        {
            spread |= (set & 1) != 0 ? goods & (0 - goods) : 0;
        }

        return spread;
    }
}
