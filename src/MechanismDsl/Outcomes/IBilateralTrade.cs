using System.Numerics;

namespace MechanismDsl;

/// <summary>Trade between one seller and one buyer, written by the compiler from a <see cref="BilateralTradeAttribute"/> declaration.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
public interface IBilateralTrade<TMoney> : IMechanism
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>Runs the mechanism once.</summary>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <returns>Whether they trade, and what each of them pays or receives.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report outside the domain (finite, from 0 to 10^15, on the grid of the money); the message names agent, value and domain.</exception>
    static abstract Trade<TMoney> Run(TMoney cost, TMoney bid);

    /// <summary>Runs the mechanism on many independent pairs.</summary>
    /// <param name="costs">The cost of each pair.</param>
    /// <param name="bids">The bid of each pair.</param>
    /// <param name="outcomes">Receives one outcome a pair.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report outside the domain.</exception>
    static abstract void RunBatch(ReadOnlySpan<TMoney> costs, ReadOnlySpan<TMoney> bids, Span<Trade<TMoney>> outcomes);
}
