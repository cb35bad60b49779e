using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Packages;

/// <summary>A bid for a package, all or nothing.</summary>
/// <param name="Bidder">The 0-based bidder.</param>
/// <param name="Goods">The goods as a set of bits.</param>
/// <param name="Value">What the package is worth.</param>
public sealed record PackageOffer(int Bidder, ulong Goods, decimal Value);

/// <summary>What a package auction decides.</summary>
/// <param name="Accepted">For each bidder the index of its accepted bid; −1: none.</param>
/// <param name="Payments">What each bidder pays.</param>
/// <param name="Welfare">The sum of the values of the accepted bids.</param>
public sealed record PackageOutcome(EquatableArray<int> Accepted, EquatableArray<decimal> Payments, decimal Welfare);

/// <summary>
/// Runs a package auction by its definition: every set of bids that share no good, at most one of a bidder, is looked at, and a Clarke payment is what the
/// presence of a bidder costs the others. Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
/// <remarks>Of the sets that are worth most the first is taken, in the order in which the earlier bidder's earlier bids come first, and no bid last.</remarks>
public static class PackageInterpreter
{
    /// <summary>The outcome.</summary>
    /// <param name="offers">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    public static PackageOutcome Run(IReadOnlyList<PackageOffer> offers, int bidders)
    {
        var (welfare, accepted) = Best(offers, bidders, 0, 0, _ => false);
        var payments = accepted
            .Select((bid, bidder) => Worth(offers, bidders, other => other == bidder) - (welfare - (bid < 0 ? 0 : offers[bid].Value)))
            .ToEquatableArray();
        return new PackageOutcome(accepted.ToEquatableArray(), payments, welfare);
    }

    /// <summary>The highest total of bids that share no good, at most one of a bidder, without those who stay away.</summary>
    /// <param name="offers">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="isAway">Whether a bidder stays away.</param>
    public static decimal Worth(IReadOnlyList<PackageOffer> offers, int bidders, Func<int, bool> isAway) => Best(offers, bidders, 0, 0, isAway).Worth;

    private static (decimal Worth, int[] Bids) Best(IReadOnlyList<PackageOffer> offers, int bidders, int bidder, ulong taken, Func<int, bool> isAway)
    {
        if (bidder == bidders)
        {
            return (0, []);
        }

        (decimal Worth, int[] Bids)? best = null;
        for (var bid = 0; bid <= offers.Count; bid++)
        {
            // The last choice is no bid.
            var isNone = bid == offers.Count;
            if (!isNone && (isAway(bidder) || offers[bid].Bidder != bidder || (offers[bid].Goods & taken) != 0))
            {
                continue;
            }

            var (others, bids) = Best(offers, bidders, bidder + 1, isNone ? taken : taken | offers[bid].Goods, isAway);
            var worth = others + (isNone ? 0 : offers[bid].Value);
            if (best is not { } known || worth > known.Worth)
            {
                best = (worth, [isNone ? -1 : bid, .. bids]);
            }
        }

        return best!.Value;
    }
}
