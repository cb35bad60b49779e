using System.Numerics;

namespace MechanismDsl;

/// <summary>
/// An exchange of single units in which every agent has a price of its own, written by the compiler from a <see cref="DoubleAuctionAttribute"/> declaration whose goal is
/// <see cref="SecondBestAttribute"/> or <see cref="RevenueOptimalAttribute"/>.
/// </summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
/// <example>
/// <code>
/// [Mechanism, DoubleAuction, SecondBest, Sellers&lt;Uniform&gt;(0, 1, Count = 3), Buyers&lt;Uniform&gt;(0, 1, Count = 3)]
/// public partial class Pool;
/// </code>
/// </example>
public interface IPricedExchange<TMoney> : IMechanism
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>Runs the exchange once.</summary>
    /// <param name="bids">What one unit is worth to each buyer.</param>
    /// <param name="costs">What keeping its unit is worth to each seller.</param>
    /// <returns>Who trades, and what each buyer pays and each seller receives.</returns>
    /// <exception cref="ArgumentException">The numbers of bids and costs are not those that the declaration fixes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report outside the domain (finite, from 0 to 10^15); the message names agent, value and domain.</exception>
    static abstract PricedTrades<TMoney> Run(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs);

    /// <summary>Runs the exchange once, without allocating.</summary>
    /// <param name="bids">What one unit is worth to each buyer.</param>
    /// <param name="costs">What keeping its unit is worth to each seller.</param>
    /// <param name="buys">Receives which buyers trade; as long as <paramref name="bids"/>.</param>
    /// <param name="sells">Receives which sellers trade; as long as <paramref name="costs"/>.</param>
    /// <param name="pays">Receives what each buyer pays; as long as <paramref name="bids"/>.</param>
    /// <param name="receives">Receives what each seller receives; as long as <paramref name="costs"/>.</param>
    /// <returns>The number of trades.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for the other <c>Run</c>.</exception>
    static abstract int Run(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, Span<bool> buys, Span<bool> sells, Span<TMoney> pays, Span<TMoney> receives);

    /// <summary>Runs the exchange on many independent markets of the same size.</summary>
    /// <param name="bids">Row by row: bid i of market k is at k · <paramref name="buyers"/> + i.</param>
    /// <param name="costs">Row by row: cost j of market k is at k · <paramref name="sellers"/> + j.</param>
    /// <param name="buyers">Bids in a row, at least 0.</param>
    /// <param name="sellers">Costs in a row, at least 0.</param>
    /// <param name="outcomes">Receives one outcome a market.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report outside the domain, or a negative number of agents.</exception>
    static abstract void RunBatch(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, int buyers, int sellers, Span<PricedTrades<TMoney>> outcomes);
}
