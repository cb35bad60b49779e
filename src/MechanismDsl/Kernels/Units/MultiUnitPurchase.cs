namespace MechanismDsl.Kernels;

/// <summary>
/// The Vickrey auction of a buyer who needs several units from suppliers of one each: the lowest costs win, and every winner receives the same, the
/// lowest losing cost or the ceiling (Vickrey 1961).
/// </summary>
/// <remarks>Costs are finite numbers in [0, 1e15] (<see cref="ReportDomain"/>). Working memory is pooled; the time hardly depends on the number of units.</remarks>
public static class MultiUnitPurchase
{
    /// <summary>Runs one auction.</summary>
    /// <param name="costs">One cost a supplier.</param>
    /// <param name="ceiling">The highest price that is paid, in [0, 1e15]; a cost equal to it is served.</param>
    /// <param name="winners">Receives the winners, the lowest cost first and the lowest index among equals; its length is the number of units.</param>
    /// <param name="price">What every winner receives: the smaller of the ceiling and the lowest losing cost; the ceiling if nobody loses.</param>
    /// <returns>How many units are bought; the rest of <paramref name="winners"/> is −1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cost or the ceiling lies outside the domain; the message names agent, value and domain.</exception>
    public static int Run(ReadOnlySpan<double> costs, double ceiling, Span<int> winners, out double price)
    {
        price = Limits.Ceiling(ceiling);
        using var ranked = new RunMemory<Ranked>(winners.Length + 1);
        var count = Ranking<LowestFirst>.Best(costs, LowestFirst.Key(price), ranked.Span);
        var bought = Math.Min(count, winners.Length);
        for (var place = 0; place < bought; place++)
        {
            winners[place] = ranked.Span[place].Agent;
        }

        winners[bought..].Fill(-1);
        if (count > winners.Length)
        {
            price = LowestFirst.Report(ranked.Span[winners.Length].Key);
        }

        return bought;
    }
}
