using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>Who accepts a fixed price, and who of them trades.</summary>
internal static class Acceptance
{
    /// <summary>Marks the first who accept on each side, as many as on the shorter one.</summary>
    public static Clearing<TMoney> Write<TMoney>(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, TMoney price, Span<bool> buys, Span<bool> sells)
        where TMoney : struct, INumber<TMoney>
    {
        var (buyers, sellers) = (0, 0);
        foreach (var bid in bids)
        {
            buyers += bid >= price ? 1 : 0;
        }

        foreach (var cost in costs)
        {
            sellers += cost <= price ? 1 : 0;
        }

        var trades = Math.Min(buyers, sellers);
        for (var (buyer, left) = (0, trades); buyer < bids.Length; buyer++)
        {
            buys[buyer] = left > 0 && bids[buyer] >= price;
            left -= buys[buyer] ? 1 : 0;
        }

        for (var (seller, left) = (0, trades); seller < costs.Length; seller++)
        {
            sells[seller] = left > 0 && costs[seller] <= price;
            left -= sells[seller] ? 1 : 0;
        }

        return trades == 0 ? default : new(trades, price, price);
    }
}
