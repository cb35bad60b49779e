using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>The reports of both sides in order, the best first and the lowest index first among equals.</summary>
internal readonly ref struct RankedMarket<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private readonly RunMemory<Offer> _bids;
    private readonly RunMemory<Offer> _costs;

    public RankedMarket(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, TMoney unit, int buys, int sells)
    {
        UnitExchange.CheckRoom(bids.Length, costs.Length, buys, sells);
        Grid.CheckUnit(unit);
        var highest = Grid.Highest(unit);
        MarketReports.Check(bids, unit, highest, MarketSide.Buyer);
        MarketReports.Check(costs, unit, highest, MarketSide.Seller);
        _bids = Ranked(bids, isBid: true);
        _costs = Ranked(costs, isBid: false);
        var buyers = _bids.Span;
        var sellers = _costs.Span;
        var trades = 0;
        while (trades < buyers.Length && trades < sellers.Length && buyers[trades].Report >= sellers[trades].Report)
        {
            trades++;
        }

        Margin = new(
            trades,
            trades == 0 ? TMoney.Zero : buyers[trades - 1].Report,
            trades == 0 ? TMoney.Zero : sellers[trades - 1].Report,
            trades < buyers.Length ? buyers[trades].Report : TMoney.Zero,
            trades < sellers.Length ? sellers[trades].Report : highest,
            trades < buyers.Length && trades < sellers.Length);
    }

    /// <summary>The reports around the last efficient trade.</summary>
    public Margin<TMoney> Margin { get; }

    /// <summary>Marks the best reports of each side.</summary>
    public void Write(int trades, Span<bool> buys, Span<bool> sells)
    {
        buys.Clear();
        sells.Clear();
        for (var pair = 0; pair < trades; pair++)
        {
            buys[_bids.Span[pair].Agent] = true;
            sells[_costs.Span[pair].Agent] = true;
        }
    }

    /// <summary>Gives working memory back.</summary>
    public void Dispose()
    {
        _bids.Dispose();
        _costs.Dispose();
    }

    private static RunMemory<Offer> Ranked(ReadOnlySpan<TMoney> reports, bool isBid)
    {
        var offers = new RunMemory<Offer>(reports.Length);
        for (var agent = 0; agent < reports.Length; agent++)
        {
            offers.Span[agent] = new(reports[agent], agent);
        }

        if (isBid)
        {
            offers.Span.Sort(static (left, right) => right.Report.CompareTo(left.Report) is var order and not 0 ? order : left.Agent.CompareTo(right.Agent));
        }
        else
        {
            offers.Span.Sort(static (left, right) => left.Report.CompareTo(right.Report) is var order and not 0 ? order : left.Agent.CompareTo(right.Agent));
        }

        return offers;
    }

    private readonly record struct Offer(TMoney Report, int Agent);
}
