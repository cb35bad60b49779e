using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>Outcomes as rows: who gets what and pays what. Whoever gets and pays nothing has no row.</summary>
internal static class OutcomeRows
{
    /// <summary>The rows of an outcome of any family; one row with its text where it is not told by agent.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="names">The agents' names, in the order of their reports.</param>
    public static IReadOnlyList<PlayedRow> Of(object? outcome, IReadOnlyList<string> names) => Known((dynamic)outcome!, names);

    /// <summary>The rows of an outcome that gives away items which the columns of the file name; of every other outcome as without them.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="names">The agents' names, in the order of their reports.</param>
    /// <param name="items">The names of the items, in order.</param>
    public static IReadOnlyList<PlayedRow> Of(object? outcome, IReadOnlyList<string> names, IReadOnlyList<string> items) =>
        outcome?.GetType() is not { IsGenericType: true } type ? Of(outcome, names)
        : type.GetGenericTypeDefinition() == typeof(Allotments<>) ? Assigned((dynamic)outcome, names, items)
        : type.GetGenericTypeDefinition() == typeof(GoodsSale<>) ? Divided((dynamic)outcome, names, items)
        : Of(outcome, names);

    /// <summary>The rows of a package auction.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="names">The bidders' names.</param>
    /// <param name="packages">What every bid of the file is for.</param>
    public static IReadOnlyList<PlayedRow> OfPackages<TMoney>(PackageAwards<TMoney> outcome, IReadOnlyList<string> names, IReadOnlyList<string> packages)
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var bidder = 0; bidder < outcome.Bidders.Length; bidder++)
        {
            var award = outcome[bidder];
            Add(rows, names[bidder], award.IsServed ? packages[award.Bid] : string.Empty, award.Payment);
        }

        return rows;
    }

    /// <summary>Of an auction in which several bids of a bidder can be accepted.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="names">The bidders' names.</param>
    /// <param name="words">A set of goods in words.</param>
    public static IReadOnlyList<PlayedRow> OfGoods<TMoney>(GoodsAwards<TMoney> outcome, IReadOnlyList<string> names, Func<ulong, string> words)
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var bidder = 0; bidder < outcome.Bidders.Length; bidder++)
        {
            Add(rows, names[bidder], words(outcome[bidder].Goods), outcome[bidder].Payment);
        }

        return rows;
    }

    private static List<PlayedRow> Assigned<TMoney>(Allotments<TMoney> outcome, IReadOnlyList<string> names, IReadOnlyList<string> items)
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var agent = 0; agent < outcome.Agents.Length; agent++)
        {
            var allotment = outcome[agent];
            Add(rows, names[agent], allotment.IsServed ? items[allotment.Item] : string.Empty, allotment.Payment);
        }

        return rows;
    }

    private static List<PlayedRow> Known<TMoney>(Dissolution<TMoney> dissolution, IReadOnlyList<string> names)
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var partner = 0; partner < dissolution.Payments.Length; partner++)
        {
            Add(rows, names[partner], partner == dissolution.Owner ? "everything" : string.Empty, dissolution.Payments[partner]);
        }

        return rows;
    }

    private static List<PlayedRow> Known<TMoney>(Sale<TMoney> sale, IReadOnlyList<string> names)
        where TMoney : struct => sale.IsSold ? [new PlayedRow(names[sale.Winner], "the item", Text(sale.Price))] : [];

    private static List<PlayedRow> Known<TMoney>(SharedSale<TMoney> sale, IReadOnlyList<string> names)
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var agent = 0; agent < sale.Shares.Length; agent++)
        {
            var (probability, payment) = sale[agent];
            Add(rows, names[agent], probability == 0 ? string.Empty : $"the item with probability {Text(probability)}", payment);
        }

        return rows;
    }

    private static List<PlayedRow> Known<TMoney>(Awards<TMoney> awards, IReadOnlyList<string> names)
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var agent = 0; agent < awards.Agents.Length; agent++)
        {
            var (quantity, payment) = awards[agent];
            Add(rows, names[agent], quantity == 0 ? string.Empty : Text(quantity), payment);
        }

        return rows;
    }

    private static List<PlayedRow> Known<TMoney>(Placements<TMoney> placements, IReadOnlyList<string> names)
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var agent = 0; agent < placements.Agents.Length; agent++)
        {
            var placement = placements[agent];
            Add(rows, names[agent], placement.IsPlaced ? $"slot {Text(placement.Slot)}" : string.Empty, placement.Payment);
        }

        return rows;
    }

    private static List<PlayedRow> Known<TOutcome, TMoney>(Decision<TOutcome, TMoney> decision, IReadOnlyList<string> names)
        where TOutcome : struct, Enum
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var agent = 0; agent < decision.Agents; agent++)
        {
            rows.Add(new PlayedRow(names[agent], decision.Outcome.ToString(), Text(decision.Payments[agent])));
        }

        return rows;
    }

    private static List<PlayedRow> Known<TMoney>(Trade<TMoney> trade, IReadOnlyList<string> names)
        where TMoney : struct, INumber<TMoney>
    {
        List<PlayedRow> rows = [];
        Add(rows, names[0], trade.IsTraded ? "gives the good" : string.Empty, -trade.SellerReceives);
        Add(rows, names[1], trade.IsTraded ? "the good" : string.Empty, trade.BuyerPays);
        return rows;
    }

    private static List<PlayedRow> Known<TMoney>(Trades<TMoney> trades, IReadOnlyList<string> names)
        where TMoney : struct, INumber<TMoney>
    {
        List<PlayedRow> rows = [];
        for (var seller = 0; seller < trades.Sells.Length; seller++)
        {
            Add(rows, $"seller {Text(seller)}", trades.Sells[seller] ? "gives a unit" : string.Empty, -trades.ReceiptOf(seller));
        }

        for (var buyer = 0; buyer < trades.Buys.Length; buyer++)
        {
            Add(rows, $"buyer {Text(buyer)}", trades.Buys[buyer] ? "a unit" : string.Empty, trades.PaymentOf(buyer));
        }

        return rows;
    }

    private static List<PlayedRow> Known<TMoney>(PricedTrades<TMoney> trades, IReadOnlyList<string> names)
        where TMoney : struct, INumber<TMoney>
    {
        List<PlayedRow> rows = [];
        for (var seller = 0; seller < trades.Sells.Length; seller++)
        {
            Add(rows, $"seller {Text(seller)}", trades.Sells[seller] ? "gives a unit" : string.Empty, -trades.Receives[seller]);
        }

        for (var buyer = 0; buyer < trades.Buys.Length; buyer++)
        {
            Add(rows, $"buyer {Text(buyer)}", trades.Buys[buyer] ? "a unit" : string.Empty, trades.Pays[buyer]);
        }

        return rows;
    }

    private static List<PlayedRow> Known<TOutcome, TMoney>(Lottery<TOutcome, TMoney> lottery, IReadOnlyList<string> names)
        where TOutcome : struct, Enum
        where TMoney : struct, INumber<TMoney>
    {
        List<string> drawn = [];
        for (var outcome = 0; outcome < lottery.Outcomes.Length; outcome++)
        {
            if (lottery.Chances[outcome] > 0)
            {
                drawn.Add(lottery.Chances[outcome] == 1 ? lottery.Outcomes[outcome].ToString() : $"{lottery.Outcomes[outcome]} with probability {Text(lottery.Chances[outcome])}");
            }
        }

        List<PlayedRow> rows = [];
        for (var agent = 0; agent < lottery.Agents; agent++)
        {
            rows.Add(new PlayedRow(names[agent], string.Join(", ", drawn), Text(lottery.Payments[agent])));
        }

        return rows;
    }

    private static List<PlayedRow> Divided<TMoney>(GoodsSale<TMoney> sale, IReadOnlyList<string> names, IReadOnlyList<string> goods)
        where TMoney : struct
    {
        List<PlayedRow> rows = [];
        for (var agent = 0; agent < sale.Agents; agent++)
        {
            List<string> gets = [];
            for (var good = 0; good < sale.Goods; good++)
            {
                if (sale.Probability(agent, good) is > 0 and var chance)
                {
                    gets.Add(chance == 1 ? goods[good] : $"{goods[good]} with probability {Text(chance)}");
                }
            }

            Add(rows, names[agent], string.Join(", ", gets), sale.Payments[agent]);
        }

        return rows;
    }

    private static List<PlayedRow> Known(object? outcome, IReadOnlyList<string> names) => [new PlayedRow(string.Join(", ", names), outcome?.ToString() ?? string.Empty, null)];

    private static void Add<TMoney>(List<PlayedRow> rows, string agent, string gets, TMoney pays)
        where TMoney : struct
    {
        if (gets.Length > 0 || !EqualityComparer<TMoney>.Default.Equals(pays, default))
        {
            rows.Add(new PlayedRow(agent, gets.Length > 0 ? gets : "nothing", Text(pays)));
        }
    }

    private static string Text<T>(T value)
        where T : struct => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
