namespace MechanismDsl.Kernels;

/// <summary>
/// The Vickrey auction of several identical items among bidders who want one each: the highest bids win, and every winner pays the same, the highest
/// losing bid or the reserve (Vickrey 1961).
/// </summary>
/// <remarks>Bids are finite numbers in [0, 1e15] (<see cref="ReportDomain"/>). Working memory is pooled; the time hardly depends on the number of items.</remarks>
public static class MultiUnitSale
{
    /// <summary>Runs one auction.</summary>
    /// <param name="bids">One bid an agent.</param>
    /// <param name="reserve">The lowest price, at least 0; a bid equal to it is served.</param>
    /// <param name="winners">Receives the winners, the highest bid first and the lowest index among equals; its length is the number of items.</param>
    /// <param name="price">What every winner pays: the larger of the reserve and the highest losing bid; the reserve if nobody loses.</param>
    /// <returns>How many items are sold; the rest of <paramref name="winners"/> is −1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bid or the reserve lies outside its domain; the message names agent, value and domain.</exception>
    public static int Run(ReadOnlySpan<double> bids, double reserve, Span<int> winners, out double price)
    {
        price = Limits.Reserve(reserve);
        using var ranked = new RunMemory<Ranked>(winners.Length + 1);
        var count = Ranking<HighestFirst>.Best(bids, HighestFirst.Key(price), ranked.Span);
        var sold = Math.Min(count, winners.Length);
        for (var place = 0; place < sold; place++)
        {
            winners[place] = ranked.Span[place].Agent;
        }

        winners[sold..].Fill(-1);
        if (count > winners.Length)
        {
            price = HighestFirst.Report(ranked.Span[winners.Length].Key);
        }

        return sold;
    }
}
