using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Packages;

/// <summary>What an auction decides in which several bids of a bidder can be accepted.</summary>
/// <param name="Goods">For each bidder the goods that it gets, as a set of bits.</param>
/// <param name="Payments">What each bidder pays.</param>
/// <param name="Welfare">The sum of the values of the accepted bids.</param>
public sealed record GoodsOutcome(EquatableArray<ulong> Goods, EquatableArray<decimal> Payments, decimal Welfare);

/// <summary>
/// Packages with OR bids by their definition: every set of bids that share no good is looked at, whoever makes them, and a Clarke payment is what the presence of
/// all bids of a bidder costs the others. Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
public static class OrPackageInterpreter
{
    /// <summary>The outcome; of equally good sets of bids the one with the earlier bids.</summary>
    /// <param name="offers">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    public static GoodsOutcome Run(IReadOnlyList<PackageOffer> offers, int bidders)
    {
        var (welfare, accepted) = Best(offers, 0, 0, away: -1);
        var payments = Enumerable.Range(0, bidders).Select(bidder =>
            Best(offers, 0, 0, bidder).Worth - (welfare - accepted.Where(bid => offers[bid].Bidder == bidder).Sum(bid => offers[bid].Value)));
        return new GoodsOutcome(
            Enumerable.Range(0, bidders).Select(bidder => accepted.Where(bid => offers[bid].Bidder == bidder).Aggregate(0ul, (set, bid) => set | offers[bid].Goods)).ToEquatableArray(),
            payments.ToEquatableArray(),
            welfare);
    }

    /// <summary>What a set of goods is worth to a bidder: the most that its bids for disjoint packages inside the set add up to.</summary>
    /// <param name="offers">The bids of all bidders.</param>
    /// <param name="bidder">The bidder.</param>
    /// <param name="goods">The set.</param>
    public static decimal Value(IReadOnlyList<PackageOffer> offers, int bidder, ulong goods) =>
        Best([.. offers.Where(offer => offer.Bidder == bidder)], 0, ~goods, away: -1).Worth;

    private static (decimal Worth, List<int> Bids) Best(IReadOnlyList<PackageOffer> offers, int bid, ulong taken, int away)
    {
        if (bid == offers.Count)
        {
            return (0, []);
        }

        var without = Best(offers, bid + 1, taken, away);
        if (offers[bid].Bidder == away || offers[bid].Value == 0 || (offers[bid].Goods & taken) != 0)
        {
            return without;
        }

        var (others, bids) = Best(offers, bid + 1, taken | offers[bid].Goods, away);
        return others + offers[bid].Value >= without.Worth ? (others + offers[bid].Value, [bid, .. bids]) : without;
    }
}
