using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>
/// Why agents who report one number each are served or not, and why they pay what they pay: with which reports they would be served, and who takes their place
/// beyond that. Found by running the mechanism at other reports (about 64 runs an agent), so that no number differs from what it does.
/// </summary>
public static class ServiceExplanation
{
    /// <summary>Explains a sale of one item, or the purchase of one service.</summary>
    /// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
    /// <param name="reports">The reports.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="who">Who takes part.</param>
    /// <param name="run">The mechanism.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a report lies outside its domain.</exception>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> reports, int? agent, Participants<TMoney> who, Func<TMoney[], Sale<TMoney>> run)
        where TMoney : struct, INumber<TMoney> =>
        new ServiceText<TMoney>(reports.ToArray(), who, "is served", own =>
        {
            var sale = run(own);
            return [.. Enumerable.Range(0, own.Length).Select(index => index == sale.Winner ? new Standing<TMoney>(0, sale.Price) : new(-1, TMoney.Zero))];
        }).Write(agent);

    /// <summary>Explains a sale of one item in which others than the winner may pay.</summary>
    /// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
    /// <param name="reports">The reports.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="who">Who takes part; a fee of theirs is part of the payments.</param>
    /// <param name="run">The mechanism: it fills the payments of all.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a report lies outside its domain.</exception>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> reports, int? agent, Participants<TMoney> who, Func<TMoney[], TMoney[], Sale<TMoney>> run)
        where TMoney : struct, INumber<TMoney> =>
        new ServiceText<TMoney>(reports.ToArray(), who, "is served", own =>
        {
            var payments = new TMoney[own.Length];
            var sale = run(own, payments);
            return [.. payments.Select((payment, index) => new Standing<TMoney>(index == sale.Winner ? 0 : -1, payment))];
        }) { IsFeeIncluded = true }.Write(agent);

    /// <summary>Explains a mechanism that serves several agents, one unit each.</summary>
    /// <inheritdoc cref="Of{TMoney}(ReadOnlySpan{TMoney}, int?, Participants{TMoney}, Func{TMoney[], Sale{TMoney}})"/>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> reports, int? agent, Participants<TMoney> who, Func<TMoney[], Awards<TMoney>> run)
        where TMoney : struct, INumber<TMoney> =>
        new ServiceText<TMoney>(reports.ToArray(), who, "is served", own =>
            [.. run(own).Agents.ToArray().Select(award => new Standing<TMoney>(award.IsServed ? 0 : -1, award.Payment))]).Write(agent);

    /// <summary>Explains a mechanism that fills slots.</summary>
    /// <inheritdoc cref="Of{TMoney}(ReadOnlySpan{TMoney}, int?, Participants{TMoney}, Func{TMoney[], Sale{TMoney}})"/>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> reports, int? agent, Participants<TMoney> who, Func<TMoney[], Placements<TMoney>> run)
        where TMoney : struct, INumber<TMoney> =>
        new ServiceText<TMoney>(reports.ToArray(), who, "is served", own =>
            [.. run(own).Agents.ToArray().Select(placement => new Standing<TMoney>(placement.Slot, placement.Payment))]) { HasSlots = true }.Write(agent);

    /// <summary>Explains an exchange: the buyers come first, then the sellers.</summary>
    /// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
    /// <param name="bids">The bids of the buyers.</param>
    /// <param name="costs">The costs of the sellers.</param>
    /// <param name="agent">The agent that asks, counted through both sides; null for all, a line each.</param>
    /// <param name="who">Who takes part.</param>
    /// <param name="run">The mechanism, of bids and costs.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a report lies outside its domain.</exception>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, int? agent, Participants<TMoney> who, Func<TMoney[], TMoney[], Trades<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        var buyers = bids.Length;
        return new ServiceText<TMoney>([.. bids, .. costs], who with { Buyers = buyers }, "trades", own =>
        {
            var trades = run(own[..buyers], own[buyers..]);
            return
            [
                .. trades.Buys.ToArray().Select(buys => buys ? new Standing<TMoney>(0, trades.Clearing.BuyerPays) : new(-1, TMoney.Zero)),
                .. trades.Sells.ToArray().Select(sells => sells ? new Standing<TMoney>(0, trades.Clearing.SellerReceives) : new(-1, TMoney.Zero)),
            ];
        }).Write(agent);
    }

    /// <summary>Explains an exchange in which every agent has a price of its own: the buyers come first, then the sellers.</summary>
    /// <inheritdoc cref="Of{TMoney}(ReadOnlySpan{TMoney}, ReadOnlySpan{TMoney}, int?, Participants{TMoney}, Func{TMoney[], TMoney[], Trades{TMoney}})"/>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, int? agent, Participants<TMoney> who, Func<TMoney[], TMoney[], PricedTrades<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        var buyers = bids.Length;
        return new ServiceText<TMoney>([.. bids, .. costs], who with { Buyers = buyers }, "trades", own =>
        {
            var trades = run(own[..buyers], own[buyers..]);
            return
            [
                .. Enumerable.Range(0, buyers).Select(buyer => new Standing<TMoney>(trades.Buys[buyer] ? 0 : -1, trades.Pays[buyer])),
                .. Enumerable.Range(0, trades.Sells.Length).Select(seller => new Standing<TMoney>(trades.Sells[seller] ? 0 : -1, trades.Receives[seller])),
            ];
        }).Write(agent);
    }

    /// <summary>Explains a trade between one seller, whose index is 0, and one buyer.</summary>
    /// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having it is worth to the buyer.</param>
    /// <param name="agent">The agent that asks; null for both, a line each.</param>
    /// <param name="who">The buyer and then the seller, as in every exchange.</param>
    /// <param name="run">The mechanism, of cost and bid.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a report lies outside its domain.</exception>
    public static string Of<TMoney>(TMoney cost, TMoney bid, int? agent, Participants<TMoney> who, Func<TMoney, TMoney, Trade<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        var text = new ServiceText<TMoney>([bid, cost], who with { Buyers = 1 }, "trades", own =>
        {
            var trade = run(own[1], own[0]);
            var place = trade.IsTraded ? 0 : -1;
            return [new(place, trade.BuyerPays), new(place, trade.SellerReceives)];
        });
        return string.Join('\n', Participants<TMoney>.Asked(agent, 2).Select(asked => text.Write(1 - asked)));
    }
}
