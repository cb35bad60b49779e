namespace MechanismDsl.Kernels;

/// <summary>
/// The second-price auction with a reserve (Vickrey 1961; the reserve: Myerson 1981): the highest bid wins if it is at least the reserve,
/// the lowest index among equal bids, and pays the larger of the reserve and the second-highest bid.
/// </summary>
/// <remarks>
/// Bids are finite numbers in [0, 1e15] (<see cref="ReportDomain"/>), validated in the same pass. No allocation. The time does not depend on the
/// order of the bids. For prices on a grid of money see <see cref="GridSecondPrice"/>, for shared ties <see cref="SharedSecondPrice"/>.
/// </remarks>
public static class SecondPrice
{
    /// <summary>Runs one auction.</summary>
    /// <param name="bids">One bid an agent; none: unsold.</param>
    /// <param name="reserve">The lowest price at which the item is sold, at least 0; +∞ sells never. A single bidder pays it.</param>
    /// <returns>Who wins and what the winner pays.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bid lies outside the domain (the message names agent, value and domain), or the reserve is negative or NaN.</exception>
    public static Sale<double> Run(ReadOnlySpan<double> bids, double reserve = 0) =>
        KeyAuction<HighestFirst>.Run(bids, Limits.Reserve(reserve));

    /// <summary>Runs many auctions whose bids lie row by row: the bid of agent i in auction k at index k · agents + i.</summary>
    /// <param name="rows">The bids, agents · auctions of them.</param>
    /// <param name="agents">The number of agents in every auction.</param>
    /// <param name="reserve">The lowest price at which an item is sold, at least 0; +∞ sells never.</param>
    /// <param name="sales">Receives the outcomes; its length is the number of auctions.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> does not have agents · auctions elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid lies outside the domain (the message names agent, auction, value and domain), or the reserve is negative or NaN.</exception>
    public static void RunBatch(ReadOnlySpan<double> rows, int agents, double reserve, Span<Sale<double>> sales) =>
        RowBatch<HighestFirst>.Run(rows, agents, Limits.Reserve(reserve), sales);

    /// <summary>Runs many auctions whose bids lie agent by agent (structure of arrays): the bid of agent i in auction k at index i · auctions + k.</summary>
    /// <param name="columns">The bids, agents · auctions of them.</param>
    /// <param name="reserve">The lowest price at which an item is sold, at least 0; +∞ sells never.</param>
    /// <param name="winners">Receives the 0-based winners, −1 where unsold; its length is the number of auctions.</param>
    /// <param name="prices">Receives the prices, 0 where unsold; as long as <paramref name="winners"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bid lies outside the domain (the message names agent, auction, value and domain), or the reserve is negative or NaN.</exception>
    public static void RunColumns(ReadOnlySpan<double> columns, double reserve, Span<int> winners, Span<double> prices) =>
        ColumnBatch<HighestFirst>.Run(columns, Limits.Reserve(reserve), winners, prices);
}
