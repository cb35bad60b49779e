namespace MechanismDsl.Tests.Kernels;

/// <summary>The rules as one would explain them, without a thought of speed.</summary>
internal static class Interpreter
{
    public static Sale<double> SecondPrice(double[] bids, double reserve)
    {
        var winner = -1;
        for (var agent = 0; agent < bids.Length; agent++)
        {
            if (bids[agent] >= reserve && (winner < 0 || bids[agent] > bids[winner]))
            {
                winner = agent;
            }
        }

        if (winner < 0)
        {
            return Sale<double>.Unsold;
        }

        var price = reserve;
        for (var rival = 0; rival < bids.Length; rival++)
        {
            price = rival == winner ? price : Math.Max(price, bids[rival]);
        }

        return new(winner, price);
    }

    public static Sale<double> LowestCost(double[] costs, double ceiling)
    {
        var winner = -1;
        for (var agent = 0; agent < costs.Length; agent++)
        {
            if (costs[agent] <= ceiling && (winner < 0 || costs[agent] < costs[winner]))
            {
                winner = agent;
            }
        }

        if (winner < 0)
        {
            return Sale<double>.Unsold;
        }

        var price = ceiling;
        for (var rival = 0; rival < costs.Length; rival++)
        {
            price = rival == winner ? price : Math.Min(price, costs[rival]);
        }

        return new(winner, price);
    }

    /// <summary>Whether an agent wins on a grid, by the definition of the allocation alone.</summary>
    public static bool WinsAuction(decimal[] bids, int agent, decimal reserve) =>
        bids[agent] >= reserve
        && Enumerable.Range(0, bids.Length).All(rival => rival == agent || (rival < agent ? bids[rival] < bids[agent] : bids[rival] <= bids[agent]));

    /// <summary>Whether a supplier wins on a grid, by the definition of the allocation alone.</summary>
    public static bool WinsOrder(decimal[] costs, int agent, decimal ceiling) =>
        costs[agent] <= ceiling
        && Enumerable.Range(0, costs.Length).All(rival => rival == agent || (rival < agent ? costs[rival] > costs[agent] : costs[rival] >= costs[agent]));
}
