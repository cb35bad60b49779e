using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The second-price auction on a grid of money: the highest bid wins if it is at least the reserve, the lowest index among equal bids, and
/// pays the smallest grid bid with which it still wins (the threshold of Myerson 1981 on the grid).
/// </summary>
/// <remarks>
/// A rival with a lower index wins ties and must be beaten by one unit; a rival with a higher index only has to be met. Arithmetic is exact for
/// <see cref="decimal"/> and integers, so truthful bidding on the grid is dominant without rounding error. Scalar, no allocation.
/// </remarks>
public static class GridSecondPrice
{
    /// <summary>Runs one auction.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">One bid an agent, multiples of the unit in [0, 1e15]; none: unsold.</param>
    /// <param name="reserve">The lowest price at which the item is sold, at least 0; rounded up to the grid.</param>
    /// <param name="unit">The unit of the grid, for example 0.01; positive.</param>
    /// <returns>Who wins and what the winner pays.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bid is outside the domain or off the grid (the message names agent, value and domain); the reserve is negative; the unit is not positive.</exception>
    public static Sale<TMoney> Run<TMoney>(ReadOnlySpan<TMoney> bids, TMoney reserve, TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        Grid.CheckUnit(unit);
        var highest = Grid.Highest(unit);
        if (!(reserve >= TMoney.Zero))
        {
            throw new ArgumentOutOfRangeException(
                nameof(reserve), reserve, string.Create(CultureInfo.InvariantCulture, $"The reserve is {reserve}; it must be at least 0."));
        }

        var winner = -1;
        var best = TMoney.Zero;
        var toBeat = TMoney.Zero;
        var toMeet = TMoney.Zero;
        for (var agent = 0; agent < bids.Length; agent++)
        {
            var bid = bids[agent];
            Grid.CheckReport(bid, agent, unit, highest);
            if (winner < 0 || bid > best)
            {
                // Every earlier bid is at most the best so far and has a lower index than the new winner.
                toBeat = winner < 0 ? TMoney.Zero : best + unit;
                toMeet = TMoney.Zero;
                best = bid;
                winner = agent;
            }
            else if (bid > toMeet)
            {
                toMeet = bid;
            }
        }

        if (winner < 0 || best < reserve)
        {
            return Sale<TMoney>.Unsold;
        }

        // The best bid is a grid point at or above the reserve, so rounding up cannot pass it.
        var excess = reserve % unit;
        var price = excess == TMoney.Zero ? reserve : reserve - excess + unit;
        return new(winner, TMoney.Max(price, TMoney.Max(toBeat, toMeet)));
    }

    /// <summary>Runs many auctions whose bids lie row by row: the bid of agent i in auction k at index k · agents + i.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="rows">The bids, agents · auctions of them.</param>
    /// <param name="agents">The number of agents in every auction.</param>
    /// <param name="reserve">The lowest price at which an item is sold, at least 0; rounded up to the grid.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="sales">Receives the outcomes; its length is the number of auctions.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> does not have agents · auctions elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Run{TMoney}"/>.</exception>
    public static void RunBatch<TMoney>(ReadOnlySpan<TMoney> rows, int agents, TMoney reserve, TMoney unit, Span<Sale<TMoney>> sales)
        where TMoney : struct, INumber<TMoney>
    {
        Limits.Batch(rows.Length, agents, sales.Length);
        for (var auction = 0; auction < sales.Length; auction++)
        {
            sales[auction] = Run(rows.Slice(auction * agents, agents), reserve, unit);
        }
    }
}
