using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>The bids of single-minded bidders: one each.</summary>
public static class SingleMindedBids
{
    /// <summary>The bids themselves, if no bidder makes two.</summary>
    /// <param name="bids">The bids, in any order.</param>
    /// <param name="bidders">The number of bidders, at least 0; bids of others are left to the checks of the auction.</param>
    /// <exception cref="ArgumentException">A bidder makes a second bid; the message names both.</exception>
    public static ReadOnlySpan<PackageBid> OneEach(ReadOnlySpan<PackageBid> bids, int bidders)
    {
        using var memory = new RunMemory<int>(bidders);
        var first = memory.Span;
        first.Fill(-1);
        for (var index = 0; index < bids.Length; index++)
        {
            Enter(bids[index].Bidder, index, first);
        }

        return bids;
    }

    /// <summary>The bids themselves, if no bidder makes two.</summary>
    /// <typeparam name="TMoney">The numbers of values.</typeparam>
    /// <param name="bids">The bids, in any order.</param>
    /// <param name="bidders">The number of bidders, at least 0; bids of others are left to the checks of the auction.</param>
    /// <exception cref="ArgumentException">A bidder makes a second bid; the message names both.</exception>
    public static ReadOnlySpan<PackageBid<TMoney>> OneEach<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int bidders)
        where TMoney : struct
    {
        using var memory = new RunMemory<int>(bidders);
        var first = memory.Span;
        first.Fill(-1);
        for (var index = 0; index < bids.Length; index++)
        {
            Enter(bids[index].Bidder, index, first);
        }

        return bids;
    }

    private static void Enter(int bidder, int index, Span<int> first)
    {
        if ((uint)bidder >= (uint)first.Length)
        {
            return;
        }

        if (first[bidder] >= 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Bid {index} is the second of bidder {bidder}, after bid {first[bidder]}; a single-minded bidder wants one package and makes one bid."), "bids");
        }

        first[bidder] = index;
    }
}
