using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The second-price procurement auction on a grid of money: the lowest cost wins if it is at most the ceiling, the lowest index among equal
/// costs, and receives the largest grid cost with which it still wins.
/// </summary>
/// <remarks>
/// A rival with a lower index wins ties and must be undercut by one unit; a rival with a higher index only has to be met. Arithmetic is exact
/// for <see cref="decimal"/> and integers. Scalar, no allocation.
/// </remarks>
public static class GridLowestCost
{
    /// <summary>Runs one auction.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="costs">One cost a supplier, multiples of the unit in [0, 1e15]; none: nothing is bought.</param>
    /// <param name="ceiling">The highest price that is paid, at least 0; rounded down to the grid, and to the largest possible report.</param>
    /// <param name="unit">The unit of the grid, for example 0.01; positive.</param>
    /// <returns>Who wins and what the winner receives.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cost is outside the domain or off the grid (the message names agent, value and domain); the ceiling is negative; the unit is not positive.</exception>
    public static Sale<TMoney> Run<TMoney>(ReadOnlySpan<TMoney> costs, TMoney ceiling, TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        Grid.CheckUnit(unit);
        var highest = Grid.Highest(unit);
        if (!(ceiling >= TMoney.Zero))
        {
            throw new ArgumentOutOfRangeException(
                nameof(ceiling), ceiling, string.Create(CultureInfo.InvariantCulture, $"The ceiling is {ceiling}; it must be at least 0."));
        }

        var winner = -1;
        var best = highest;
        var toBeat = highest;
        var toMeet = highest;
        for (var agent = 0; agent < costs.Length; agent++)
        {
            var cost = costs[agent];
            Grid.CheckReport(cost, agent, unit, highest);
            if (winner < 0 || cost < best)
            {
                // Every earlier cost is at least the best so far and has a lower index than the new winner.
                toBeat = winner < 0 ? highest : best - unit;
                toMeet = highest;
                best = cost;
                winner = agent;
            }
            else if (cost < toMeet)
            {
                toMeet = cost;
            }
        }

        if (winner < 0 || best > ceiling)
        {
            return Sale<TMoney>.Unsold;
        }

        return new(winner, TMoney.Min(ceiling - (ceiling % unit), TMoney.Min(toBeat, toMeet)));
    }

    /// <summary>Runs many auctions whose costs lie row by row: the cost of supplier i in auction k at index k · agents + i.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="rows">The costs, agents · auctions of them.</param>
    /// <param name="agents">The number of suppliers in every auction.</param>
    /// <param name="ceiling">The highest price that is paid, at least 0; rounded down to the grid.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="sales">Receives the outcomes; its length is the number of auctions.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> does not have agents · auctions elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Run{TMoney}"/>.</exception>
    public static void RunBatch<TMoney>(ReadOnlySpan<TMoney> rows, int agents, TMoney ceiling, TMoney unit, Span<Sale<TMoney>> sales)
        where TMoney : struct, INumber<TMoney>
    {
        Limits.Batch(rows.Length, agents, sales.Length);
        for (var auction = 0; auction < sales.Length; auction++)
        {
            sales[auction] = Run(rows.Slice(auction * agents, agents), ceiling, unit);
        }
    }
}
