namespace MechanismDsl.Kernels;

/// <summary>
/// The second-price procurement auction (Vickrey 1961): the lowest cost wins if it is at most the ceiling, the lowest index among equal costs,
/// and receives the smaller of the ceiling and the second-lowest cost.
/// </summary>
/// <remarks>
/// Costs are finite numbers in [0, 1e15] (<see cref="ReportDomain"/>), validated in the same pass. No allocation. The time does not depend on
/// the order of the costs. For prices on a grid of money see <see cref="GridLowestCost"/>, for shared ties <see cref="SharedLowestCost"/>.
/// </remarks>
public static class LowestCost
{
    /// <summary>Runs one auction.</summary>
    /// <param name="costs">One cost a supplier; none: nothing is bought.</param>
    /// <param name="ceiling">The highest price that is paid, in [0, 1e15]. A single supplier receives it.</param>
    /// <returns>Who wins and what the winner receives.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cost or the ceiling lies outside the domain; the message names agent, value and domain.</exception>
    public static Sale<double> Run(ReadOnlySpan<double> costs, double ceiling) =>
        KeyAuction<LowestFirst>.Run(costs, Limit(ceiling));

    /// <summary>Runs many auctions whose costs lie row by row: the cost of supplier i in auction k at index k · agents + i.</summary>
    /// <param name="rows">The costs, agents · auctions of them.</param>
    /// <param name="agents">The number of suppliers in every auction.</param>
    /// <param name="ceiling">The highest price that is paid, in [0, 1e15].</param>
    /// <param name="sales">Receives the outcomes; its length is the number of auctions.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> does not have agents · auctions elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost or the ceiling lies outside the domain; the message names agent, auction, value and domain.</exception>
    public static void RunBatch(ReadOnlySpan<double> rows, int agents, double ceiling, Span<Sale<double>> sales) =>
        RowBatch<LowestFirst>.Run(rows, agents, Limit(ceiling), sales);

    /// <summary>Runs many auctions whose costs lie supplier by supplier (structure of arrays): the cost of supplier i in auction k at index i · auctions + k.</summary>
    /// <param name="columns">The costs, agents · auctions of them.</param>
    /// <param name="ceiling">The highest price that is paid, in [0, 1e15].</param>
    /// <param name="winners">Receives the 0-based winners, −1 where nothing is bought; its length is the number of auctions.</param>
    /// <param name="prices">Receives what the winners receive, 0 where nothing is bought; as long as <paramref name="winners"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost or the ceiling lies outside the domain; the message names agent, auction, value and domain.</exception>
    public static void RunColumns(ReadOnlySpan<double> columns, double ceiling, Span<int> winners, Span<double> prices) =>
        ColumnBatch<LowestFirst>.Run(columns, Limit(ceiling), winners, prices);

    private static double Limit(double ceiling) => BitConverter.UInt64BitsToDouble(LowestFirst.Key(Limits.Ceiling(ceiling)));
}
