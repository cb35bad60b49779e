using System.Numerics;
using MechanismDsl.Kernels;
using MechanismDsl.OrTools;

namespace MechanismDsl.Benchmarks;

/// <summary>
/// Package auctions after the Combinatorial Auction Test Suite (Leyton-Brown, Pearson and Shoham 2000): "regions", where bidders want neighbouring lots of a
/// grid and name a few alternatives, and "decay" (L4), where random packages grow with a fixed probability and every bidder names one.
/// </summary>
internal static class PackageMarkets
{
    public static LargePackageBid[] Decay(int goods, int count, ulong seed)
    {
        var draws = new Draws(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(bidder =>
            {
                var set = new SortedSet<int> { Below(draws, goods) };
                while (draws.Uniform() < 0.55)
                {
                    set.Add(Below(draws, goods));
                }

                return new LargePackageBid(bidder, [.. set], (long)(1000 * set.Count * (0.5 + draws.Uniform())));
            }),
        ];
    }

    public static ExactPackageBid[] Packed(LargePackageBid[] bids) =>
        [.. bids.Select(bid => new ExactPackageBid(bid.Bidder, bid.Goods.Aggregate(0UL, (set, good) => set | (1UL << good)), bid.Value))];

    public static ExactPackageBid[] Regions(int goods, int count, ulong seed)
    {
        var draws = new Draws(seed);
        var worth = draws.Uniforms(goods, 100);
        var bids = new List<ExactPackageBid>();
        for (var bidder = 0; bids.Count < count; bidder++)
        {
            var taste = draws.Uniforms(goods, 100);
            for (var alternative = 0; alternative < 3 && bids.Count < count; alternative++)
            {
                var set = 1UL << Below(draws, goods);
                while (BitOperations.PopCount(set) < 8 && draws.Uniform() < 0.85 && Neighbours(set, goods) is var near && near != 0)
                {
                    for (var skipped = Below(draws, BitOperations.PopCount(near)); skipped > 0; skipped--)
                    {
                        near &= near - 1;
                    }

                    set |= near & (0 - near);
                }

                // More than the sum of the parts: neighbouring lots complement each other.
                var sum = Enumerable.Range(0, goods).Where(good => (set >> good & 1) != 0).Sum(good => worth[good] + taste[good]);
                bids.Add(new(bidder, set, (long)(100 * (sum + (10 * Math.Pow(BitOperations.PopCount(set), 1.2))))));
            }
        }

        return [.. bids];
    }

    public static int Bidders(ExactPackageBid[] bids) => bids.Max(bid => bid.Bidder) + 1;

    private static ulong Neighbours(ulong set, int goods)
    {
        var width = (int)Math.Ceiling(Math.Sqrt(goods));
        var near = 0UL;
        for (var good = 0; good < goods; good++)
        {
            for (var other = 0; other < goods; other++)
            {
                var isNear = Math.Abs((good / width) - (other / width)) <= 1 && Math.Abs((good % width) - (other % width)) <= 1;
                near |= isNear && (set >> other & 1) != 0 ? 1UL << good : 0;
            }
        }

        return near & ~set;
    }

    private static int Below(Draws draws, int bound) => (int)(draws.Next() % (ulong)bound);
}
