using System.Numerics;

namespace MechanismDsl;

/// <summary>An exchange of single units between sellers and buyers, written by the compiler from a <see cref="DoubleAuctionAttribute"/> declaration.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
public interface IExchange<TMoney> : IMechanism
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>Runs the exchange once.</summary>
    /// <param name="bids">What one unit is worth to each buyer.</param>
    /// <param name="costs">What keeping its unit is worth to each seller.</param>
    /// <returns>Who trades, and the two prices.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report outside the domain (finite, from 0 to 10^15, on the grid of the money); the message names agent, value and domain.</exception>
    static abstract Trades<TMoney> Run(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs);

    /// <summary>Runs the exchange once, without allocating.</summary>
    /// <param name="bids">What one unit is worth to each buyer.</param>
    /// <param name="costs">What keeping its unit is worth to each seller.</param>
    /// <param name="buys">Receives which buyers trade; as long as <paramref name="bids"/>.</param>
    /// <param name="sells">Receives which sellers trade; as long as <paramref name="costs"/>.</param>
    /// <returns>The number of trades and the two prices.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for the other <c>Run</c>.</exception>
    static abstract Clearing<TMoney> Run(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, Span<bool> buys, Span<bool> sells);

    /// <summary>Runs the exchange on many independent markets of the same size.</summary>
    /// <param name="bids">Row by row: bid i of market k is at k · <paramref name="buyers"/> + i.</param>
    /// <param name="costs">Row by row: cost j of market k is at k · <paramref name="sellers"/> + j.</param>
    /// <param name="buyers">Bids in a row, at least 0.</param>
    /// <param name="sellers">Costs in a row, at least 0.</param>
    /// <param name="outcomes">Receives one outcome a market.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report outside the domain, or a negative number of agents.</exception>
    static abstract void RunBatch(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, int buyers, int sellers, Span<Trades<TMoney>> outcomes);
}
