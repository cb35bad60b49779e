namespace MechanismDsl;

/// <summary>
/// An auction of goods in which several bids of a bidder can be accepted, written by the compiler from a <see cref="PackagesAttribute"/> declaration with
/// <see cref="OrAttribute"/> or <see cref="AdditiveAttribute"/>.
/// </summary>
/// <typeparam name="TBid">A bid: <see cref="Kernels.PackageBid"/>, in exact money <see cref="Kernels.PackageBid{TMoney}"/>.</typeparam>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
public interface IGoodsAuction<TBid, TMoney> : IMechanism
    where TMoney : struct
{
    /// <summary>Runs the auction once.</summary>
    /// <param name="bids">The bids, in any order; bids of one bidder can be accepted together.</param>
    /// <param name="bidders">The number of bidders, at least 0.</param>
    /// <returns>For every bidder its goods and its payment.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, or a value outside the domain (finite, from 0 to 10^15, on the grid of the money); the message names the bid.</exception>
    /// <exception cref="OverflowException">In exact money, the values add up to more than sums are exact for.</exception>
    /// <exception cref="AllocationNotProvedException">With more goods than the dynamic program takes, the best allocation is not proved within the declared limit.</exception>
    static abstract GoodsAwards<TMoney> Run(ReadOnlySpan<TBid> bids, int bidders);

    /// <summary>Runs the auction once, into memory of the caller's.</summary>
    /// <param name="bids">The bids, in any order; bids of one bidder can be accepted together.</param>
    /// <param name="awards">Receives for every bidder its goods and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for the other <c>Run</c>.</exception>
    /// <exception cref="OverflowException">As for the other <c>Run</c>.</exception>
    /// <exception cref="AllocationNotProvedException">As for the other <c>Run</c>.</exception>
    static abstract void Run(ReadOnlySpan<TBid> bids, Span<GoodsAward<TMoney>> awards);
}
