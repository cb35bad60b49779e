using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Prices of goods in whole numbers, and what they prove: no allocation is worth more than all prices together and every bidder's best utility at them.
/// </summary>
/// <remarks>
/// An allocation falls short of this bound by its losses: the price of every unsold good, the utility of every unserved bidder, and for every accepted
/// bid what its bidder would get more elsewhere (weak duality; Bikhchandani and Ostroy 2002). All is counted in exact fractions 2⁻ˢ of a unit of money,
/// so that prices may come from rounded arithmetic.
/// </remarks>
internal sealed class PackagePrices
{
    /// <summary>The highest values of all bidders together stay below 2 to this power: 64 prices and the utilities then fit in 63 bits.</summary>
    public const int MostBits = 56;

    private readonly PackageMarket _market;

    public PackagePrices(PackageMarket market, long highestTotal)
    {
        _market = market;
        Shift = Math.Clamp(MostBits - 64 + BitOperations.LeadingZeroCount((ulong)highestTotal), 0, 32);
        Prices = new long[market.Goods];
        Utilities = new long[market.Bidders];
        Losses = new long[market.Count];
    }

    /// <summary>s: everything here is in fractions 2⁻ˢ of a unit.</summary>
    public int Shift { get; }

    /// <summary>The price of every good.</summary>
    public long[] Prices { get; }

    /// <summary>Every bidder's utility of its best bid in the market, at least 0.</summary>
    public long[] Utilities { get; }

    /// <summary>The loss of accepting a bid; only for bids in the market.</summary>
    public long[] Losses { get; }

    /// <summary>The bound for the bids in the market.</summary>
    public long Bound { get; private set; }

    /// <summary>Takes prices over.</summary>
    /// <param name="prices">The prices of the goods, in units; any numbers bound the total, good ones closely.</param>
    /// <param name="goods">The goods for sale.</param>
    /// <param name="columns">The bids in the market, in ascending order and within <paramref name="goods"/>.</param>
    public void Set(ReadOnlySpan<double> prices, ulong goods, ReadOnlySpan<int> columns)
    {
        // Above the highest bid that names the good, a price only adds to the bound.
        Array.Clear(Prices);
        foreach (var column in columns)
        {
            for (var rest = _market.Sets[column]; rest != 0; rest &= rest - 1)
            {
                ref var price = ref Prices[BitOperations.TrailingZeroCount(rest)];
                price = Math.Max(price, _market.Values[column]);
            }
        }

        Bound = 0;
        for (var rest = goods; rest != 0; rest &= rest - 1)
        {
            var good = BitOperations.TrailingZeroCount(rest);
            var scaled = Math.ScaleB(prices[good], Shift);
            Prices[good] = scaled > 0 ? (long)Math.Min(Math.Round(scaled), (double)(Prices[good] << Shift)) : 0;
            Bound += Prices[good];
        }

        Array.Clear(Utilities);
        foreach (var column in columns)
        {
            var utility = _market.Values[column] << Shift;
            for (var rest = _market.Sets[column]; rest != 0; rest &= rest - 1)
            {
                utility -= Prices[BitOperations.TrailingZeroCount(rest)];
            }

            Losses[column] = -utility;
            ref var best = ref Utilities[_market.Owners[column]];
            if (utility > best)
            {
                Bound += utility - best;
                best = utility;
            }
        }

        foreach (var column in columns)
        {
            Losses[column] += Utilities[_market.Owners[column]];
        }
    }
}
