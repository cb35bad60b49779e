using MechanismDsl.Kernels;

namespace MechanismDsl;

/// <summary>A package auction, written by the compiler from a <see cref="PackagesAttribute"/> declaration.</summary>
public interface IPackageAuction : IMechanism
{
    /// <summary>Runs the auction once.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other.</param>
    /// <param name="bidders">The number of bidders, at least 0.</param>
    /// <returns>For every bidder its accepted bid and its payment.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, or a value that is not a finite number in [0, 1e15]; the message names the bid.</exception>
    static abstract PackageAwards Run(ReadOnlySpan<PackageBid> bids, int bidders);

    /// <summary>Runs the auction once, into memory of the caller's.</summary>
    /// <param name="bids">The bids, in any order; several bids of one bidder exclude each other.</param>
    /// <param name="awards">Receives for every bidder its accepted bid and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for the other <c>Run</c>.</exception>
    static abstract void Run(ReadOnlySpan<PackageBid> bids, Span<PackageAward> awards);
}
