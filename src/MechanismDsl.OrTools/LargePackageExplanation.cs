using MechanismDsl.Explanations;

namespace MechanismDsl.OrTools;

/// <summary>Why a bidder's package is accepted or not, and why at this price, where packages are lists of goods.</summary>
public static class LargePackageExplanation
{
    /// <summary>Explains a package auction with Clarke payments.</summary>
    /// <param name="bids">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="bidder">The bidder that asks; null for all, a line each.</param>
    /// <param name="names">The names of the bidders; empty where they are told apart by their index.</param>
    /// <param name="run">The mechanism, of bids.</param>
    /// <exception cref="ArgumentException">A bid is null, or the values add up to more than <see cref="LargePackageAuction.MostMoney"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bidder, or a bid is not valid.</exception>
    /// <exception cref="AllocationNotProvedException">A market that has to be looked at is not decided within the limits of the declaration.</exception>
    public static string Of(ReadOnlySpan<LargePackageBid> bids, int bidders, int? bidder, IReadOnlyList<string> names, Func<LargePackageBid[], PackageAwards<long>> run) =>
        PackageExplanation.Of(bids.ToArray(), bidders, bidder, areClarke: true, names, new PackageBidView<LargePackageBid, long>(
            static bid => bid.Bidder,
            static bid => bid.Value,
            static (bid, value) => bid with { Value = value },
            static (one, other) => one.Goods.Intersect(other.Goods).Any()), run);
}
