namespace MechanismDsl.Tests.Kernels.Exchange;

/// <summary>The two exchanges by their definitions: sort both sides, and take Clarke payments as what the others lose.</summary>
internal static class ExchangeDefinition
{
    /// <summary>What the efficient trades of a market are worth.</summary>
    public static decimal Welfare(IEnumerable<decimal> bids, IEnumerable<decimal> costs) =>
        bids.OrderDescending().Zip(costs.Order(), (bid, cost) => Math.Max(0, bid - cost)).Sum();

    /// <summary>The efficient exchange: who trades, and what the presence of each agent costs the others.</summary>
    public static (bool[] Buys, bool[] Sells, decimal[] Pays, decimal[] Receives) Clarke(decimal[] bids, decimal[] costs)
    {
        var (buyers, sellers) = (Ranked(bids, -1), Ranked(costs, 1));
        var trades = buyers.Zip(sellers).TakeWhile(pair => bids[pair.First] >= costs[pair.Second]).Count();
        var (buys, sells) = (Marks(bids.Length, buyers.Take(trades)), Marks(costs.Length, sellers.Take(trades)));
        var welfare = Welfare(bids, costs);
        return (
            buys,
            sells,
            [.. bids.Select((bid, buyer) => Welfare(Without(bids, buyer), costs) - (welfare - (buys[buyer] ? bid : 0)))],
            [.. costs.Select((cost, seller) => welfare + (sells[seller] ? cost : 0) - Welfare(bids, Without(costs, seller)))]);
    }

    /// <summary>Trade reduction as McAfee (1992) states it.</summary>
    /// <param name="bids">Bids.</param>
    /// <param name="costs">Costs.</param>
    /// <param name="middle">The price between two reports.</param>
    public static (bool[] Buys, bool[] Sells, decimal BuyerPays, decimal SellerReceives) TradeReduction(decimal[] bids, decimal[] costs, Func<decimal, decimal, decimal> middle)
    {
        var (buyers, sellers) = (Ranked(bids, -1), Ranked(costs, 1));
        var trades = buyers.Zip(sellers).TakeWhile(pair => bids[pair.First] >= costs[pair.Second]).Count();
        if (trades == 0)
        {
            return (new bool[bids.Length], new bool[costs.Length], 0, 0);
        }

        var (bid, cost) = (bids[buyers[trades - 1]], costs[sellers[trades - 1]]);
        if (trades < bids.Length && trades < costs.Length)
        {
            var price = middle(bids[buyers[trades]], costs[sellers[trades]]);
            if (cost <= price && price <= bid)
            {
                return (Marks(bids.Length, buyers.Take(trades)), Marks(costs.Length, sellers.Take(trades)), price, price);
            }
        }

        var left = trades - 1;
        return (Marks(bids.Length, buyers.Take(left)), Marks(costs.Length, sellers.Take(left)), left == 0 ? 0 : bid, left == 0 ? 0 : cost);
    }

    private static int[] Ranked(decimal[] reports, int sign) => [.. Enumerable.Range(0, reports.Length).OrderBy(agent => sign * reports[agent])];

    private static bool[] Marks(int agents, IEnumerable<int> trading)
    {
        var marks = new bool[agents];
        foreach (var agent in trading)
        {
            marks[agent] = true;
        }

        return marks;
    }

    private static IEnumerable<decimal> Without(decimal[] reports, int agent) => reports.Where((_, index) => index != agent);
}
