using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>
/// An exchange of single units by scores, with threshold payments (Myerson 1981, lemma 2): the best k buyers trade with the best k sellers, k being the last pair whose
/// scores sum to enough. Every buyer pays the lowest bid, every seller receives the highest cost with which it would still trade.
/// </summary>
/// <remarks>
/// A type is a buyer's value or minus a seller's cost. Reports lie in [0, 1e15]; an agent below the lowest type that can trade takes no part. With the scores X of
/// buyers and Y of sellers from the best to the worst, a trading buyer must have at least the score least − Y(k) and come before buyer k + 1. Working memory is pooled.
/// Where rounding would put a price beyond the agent's own report, it is the report.
/// </remarks>
public static class ScoreExchange
{
    /// <summary>Runs the exchange.</summary>
    /// <typeparam name="TScores">The scores: of named agents the buyers' and then the sellers', of alike ones 0 stands for every buyer and 1 for every seller.</typeparam>
    /// <param name="bids">One bid a buyer.</param>
    /// <param name="costs">One cost a seller.</param>
    /// <param name="isNamed">Whether every agent has a score of its own.</param>
    /// <param name="buys">Receives which buyers trade; as long as <paramref name="bids"/>.</param>
    /// <param name="sells">Receives which sellers trade; as long as <paramref name="costs"/>.</param>
    /// <param name="pays">Receives what each buyer pays; as long as <paramref name="bids"/>.</param>
    /// <param name="receives">Receives what each seller receives; as long as <paramref name="costs"/>.</param>
    /// <returns>The number of trades.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names the buyer or seller, the value and the domain.</exception>
    public static int Run<TScores>(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs, bool isNamed, Span<bool> buys, Span<bool> sells, Span<double> pays, Span<double> receives)
        where TScores : IMarketScores
    {
        UnitExchange.CheckRoom(bids.Length, costs.Length, buys.Length, sells.Length);
        CheckAmounts(bids.Length, costs.Length, pays.Length, receives.Length);
        using var buyers = Side<TScores>.Of(bids, 1, isNamed, 0, MarketSide.Buyer);
        using var sellers = Side<TScores>.Of(costs, -1, isNamed, isNamed ? bids.Length : 1, MarketSide.Seller);
        buys.Clear();
        sells.Clear();
        pays.Clear();
        receives.Clear();
        var trades = 0;
        while (trades < buyers.Count && trades < sellers.Count && buyers[trades].Score + sellers[trades].Score >= TScores.Least)
        {
            trades++;
        }

        for (var pair = 0; pair < trades; pair++)
        {
            var (buyer, seller) = (buyers[pair].Agent, sellers[pair].Agent);
            buys[buyer] = true;
            sells[seller] = true;
            pays[buyer] = buyers.Price(bids[buyer], buyer, trades, TScores.Least - sellers[trades - 1].Score);
            receives[seller] = 0 - sellers.Price(0 - costs[seller], seller, trades, TScores.Least - buyers[trades - 1].Score);
        }

        return trades;
    }

    private static void CheckAmounts(int bids, int costs, int pays, int receives)
    {
        if (bids != pays)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {bids} bids and room for {pays} payments; both need one entry a buyer."), nameof(pays));
        }

        if (costs != receives)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {costs} costs and room for {receives} receipts; both need one entry a seller."), nameof(receives));
        }
    }

    private readonly record struct Ranked(double Score, int Agent);

    /// <summary>The agents of a side that can trade, the highest score first and among equals the lowest index.</summary>
    private readonly ref struct Side<TScores>
        where TScores : IMarketScores
    {
        private readonly RunMemory<Ranked> _ranked;
        private readonly int _first;
        private readonly bool _isNamed;

        private Side(RunMemory<Ranked> ranked, int count, int first, bool isNamed)
        {
            _ranked = ranked;
            Count = count;
            _first = first;
            _isNamed = isNamed;
        }

        /// <summary>How many agents can trade.</summary>
        public int Count { get; }

        public Ranked this[int rank] => _ranked.Span[rank];

        public static Side<TScores> Of(ReadOnlySpan<double> reports, int sign, bool isNamed, int first, MarketSide side)
        {
            for (var agent = 0; agent < reports.Length; agent++)
            {
                if (!ReportDomain.Contains(reports[agent]))
                {
                    MarketReports.ThrowOutside(side, agent, reports[agent]);
                }
            }

            var ranked = new RunMemory<Ranked>(reports.Length);
            var count = 0;
            for (var agent = 0; agent < reports.Length; agent++)
            {
                var (place, type) = (isNamed ? first + agent : first, sign < 0 ? 0 - reports[agent] : reports[agent]);
                if (type >= TScores.Floor(place))
                {
                    ranked.Span[count++] = new(TScores.Score(place, type), agent);
                }
            }

            ranked.Span[..count].Sort(static (left, right) => right.Score.CompareTo(left.Score) is var order and not 0 ? order : left.Agent.CompareTo(right.Agent));
            return new(ranked, count, first, isNamed);
        }

        /// <summary>The lowest type of a trading agent that meets the score and comes before the first agent of its side that does not trade.</summary>
        public double Price(double type, int agent, int trades, double score)
        {
            var place = _isNamed ? _first + agent : _first;
            var price = Math.Max(TScores.Floor(place), TScores.Lowest(place, score));
            if (trades < Count)
            {
                var (rival, other) = this[trades];
                price = Math.Max(price, agent < other ? TScores.Lowest(place, rival) : TScores.Above(place, rival));
            }

            return Math.Min(type, price);
        }

        public void Dispose() => _ranked.Dispose();
    }
}
