using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>
/// Exchanges between sellers of one unit each and buyers of one unit each: the efficient one with Clarke payments (Vickrey 1961; Clarke 1971), and
/// McAfee's trade reduction (1992).
/// </summary>
/// <remarks>
/// With the bids in falling and the costs in rising order, the efficient trades are the first k pairs, whose bids are at least their costs; a bid equal
/// to the cost trades, and among equals the lowest index does. Only the reports of the pairs k and k + 1 matter, and they are found without sorting:
/// sampled brackets close in on them (in the manner of Floyd and Rivest 1975), so that the time is a few reads of the reports. Bids and costs are finite
/// numbers in [0, 1e15] (<see cref="ReportDomain"/>). Working memory is pooled. For money on a grid see <see cref="GridExchange"/>.
/// </remarks>
public static class UnitExchange
{
    /// <summary>
    /// The efficient exchange with Clarke payments: buyers pay max(cost k, bid k + 1), sellers receive min(bid k, cost k + 1). Truth is dominant and
    /// nobody loses, but sellers never receive less than buyers pay: the market maker bears <see cref="Clearing{TMoney}.Subsidy"/>.
    /// </summary>
    /// <param name="bids">One bid a buyer.</param>
    /// <param name="costs">One cost a seller.</param>
    /// <param name="buys">Receives which buyers trade; as long as <paramref name="bids"/>.</param>
    /// <param name="sells">Receives which sellers trade; as long as <paramref name="costs"/>.</param>
    /// <returns>The number of trades, what every trading buyer pays and every trading seller receives.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names the buyer or seller, the value and the domain.</exception>
    public static Clearing<double> Clarke(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs, Span<bool> buys, Span<bool> sells)
    {
        CheckRoom(bids.Length, costs.Length, buys.Length, sells.Length);
        var margin = MarginSearch.Find(bids, costs);
        var clearing = margin.Clarke();
        TradeMarks.Write(bids, costs, margin, clearing.Trades, buys, sells);
        return clearing;
    }

    /// <summary>
    /// McAfee's trade reduction: the k efficient pairs trade at (bid k + 1 + cost k + 1)/2 if that lies in [cost k, bid k]; otherwise pair k is left out,
    /// the other buyers pay bid k and the other sellers receive cost k. Truth is dominant, nobody loses, and the market maker never pays.
    /// </summary>
    /// <inheritdoc cref="Clarke" path="//param|//returns|//exception"/>
    public static Clearing<double> TradeReduction(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs, Span<bool> buys, Span<bool> sells)
    {
        CheckRoom(bids.Length, costs.Length, buys.Length, sells.Length);
        var margin = MarginSearch.Find(bids, costs);

        // The sum of two reports is finite, and its rounded half lies between them: all that truthfulness needs.
        var clearing = margin.Reduced((margin.NextBid + margin.NextCost) / 2);
        TradeMarks.Write(bids, costs, margin, clearing.Trades, buys, sells);
        return clearing;
    }

    /// <summary>
    /// Exchange at a fixed price: buyers whose bid is at least the price and sellers whose cost is at most the price trade at it; of the longer side the
    /// first who accept, in the order of their indices. Truth is dominant, nobody loses, and payments equal receipts.
    /// </summary>
    /// <param name="bids">One bid a buyer.</param>
    /// <param name="costs">One cost a seller.</param>
    /// <param name="price">The price, in the domain of the reports.</param>
    /// <param name="buys">Receives which buyers trade; as long as <paramref name="bids"/>.</param>
    /// <param name="sells">Receives which sellers trade; as long as <paramref name="costs"/>.</param>
    /// <returns>The number of trades, and the price on both sides.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report or the price lies outside the domain; the message names the buyer or seller, the value and the domain.</exception>
    public static Clearing<double> AtPrice(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs, double price, Span<bool> buys, Span<bool> sells)
    {
        CheckRoom(bids.Length, costs.Length, buys.Length, sells.Length);
        if (!ReportDomain.Contains(price))
        {
            throw new ArgumentOutOfRangeException(nameof(price), price, string.Create(CultureInfo.InvariantCulture, $"The price is {price}; it must be a finite number in [0, 1e15]."));
        }

        for (var buyer = 0; buyer < bids.Length; buyer++)
        {
            if (!ReportDomain.Contains(bids[buyer]))
            {
                MarketReports.ThrowOutside(MarketSide.Buyer, buyer, bids[buyer]);
            }
        }

        for (var seller = 0; seller < costs.Length; seller++)
        {
            if (!ReportDomain.Contains(costs[seller]))
            {
                MarketReports.ThrowOutside(MarketSide.Seller, seller, costs[seller]);
            }
        }

        return Acceptance.Write(bids, costs, price, buys, sells);
    }

    internal static void CheckRoom(int bids, int costs, int buys, int sells)
    {
        if (bids != buys)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {bids} bids and room for {buys} buyers; both need one entry a buyer."), nameof(buys));
        }

        if (costs != sells)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {costs} costs and room for {sells} sellers; both need one entry a seller."), nameof(sells));
        }
    }
}
