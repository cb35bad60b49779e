using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>Checks of the shape of what an exchange is given.</summary>
public static class MarketShape
{
    /// <summary>Throws unless there are as many reports as named agents.</summary>
    /// <param name="bids">The number of bids.</param>
    /// <param name="costs">The number of costs.</param>
    /// <param name="buyers">The number of named buyers.</param>
    /// <param name="sellers">The number of named sellers.</param>
    /// <exception cref="ArgumentException">The numbers differ.</exception>
    public static void CheckNamed(int bids, int costs, int buyers, int sellers)
    {
        if (bids != buyers)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{buyers} buyers are named, {bids} bids are given."), nameof(bids));
        }

        if (costs != sellers)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{sellers} sellers are named, {costs} costs are given."), nameof(costs));
        }
    }

    /// <summary>Throws unless there are as many reports as the declaration says.</summary>
    /// <param name="bids">The number of bids.</param>
    /// <param name="costs">The number of costs.</param>
    /// <param name="buyers">The declared number of buyers.</param>
    /// <param name="sellers">The declared number of sellers.</param>
    /// <exception cref="ArgumentException">The numbers differ.</exception>
    public static void CheckCounts(int bids, int costs, int buyers, int sellers)
    {
        if (bids != buyers)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The exchange is declared for {buyers} buyers, and {bids} bids are given."), nameof(bids));
        }

        if (costs != sellers)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The exchange is declared for {sellers} sellers, and {costs} costs are given."), nameof(costs));
        }
    }

    /// <summary>Throws unless the reports of a batch are those of its markets.</summary>
    /// <param name="bids">The number of bids in the batch.</param>
    /// <param name="costs">The number of costs in the batch.</param>
    /// <param name="buyers">The number of buyers in a market.</param>
    /// <param name="sellers">The number of sellers in a market.</param>
    /// <param name="markets">The number of markets.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of agents is negative.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void CheckBatch(int bids, int costs, int buyers, int sellers, int markets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(buyers);
        ArgumentOutOfRangeException.ThrowIfNegative(sellers);
        if (bids != (long)buyers * markets)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{markets} markets of {buyers} buyers need {(long)buyers * markets} bids, not {bids}."), nameof(bids));
        }

        if (costs != (long)sellers * markets)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{markets} markets of {sellers} sellers need {(long)sellers * markets} costs, not {costs}."), nameof(costs));
        }
    }

    /// <summary>Throws unless a batch of pairs has one report of each agent for every outcome.</summary>
    /// <param name="costs">The number of costs.</param>
    /// <param name="bids">The number of bids.</param>
    /// <param name="outcomes">The number of outcomes.</param>
    /// <exception cref="ArgumentException">The numbers differ.</exception>
    public static void CheckPairs(int costs, int bids, int outcomes)
    {
        if (costs != outcomes || bids != outcomes)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{outcomes} outcomes need as many costs and bids, not {costs} and {bids}."), nameof(outcomes));
        }
    }
}
