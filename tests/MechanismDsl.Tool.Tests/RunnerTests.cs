using MechanismDsl.Tool.Running;

namespace MechanismDsl.Tool.Tests;

/// <summary>Mechanisms of every form of reports, run on files. The mechanisms are written by hand: what generated ones do is tested elsewhere.</summary>
public class RunnerTests
{
    [Fact]
    public void AlikeAgentsAreWhoeverHasABid()
    {
        var played = Runner.Of(typeof(HighestBid)).Run(BidFile.Read("bids.csv", "a,b,c\n3,9,4\n7,,\n"));
        Assert.Equal(new PlayedRow("b", "the item", "9"), Assert.Single(played[0].Rows));
        Assert.Equal(new PlayedRow("a", "the item", "7"), Assert.Single(played[1].Rows));
        Assert.Equal(["2", "3"], played.Select(one => one.Profile));
    }

    [Fact]
    public void NamedAgentsAreFoundByTheirColumns()
    {
        var played = Runner.Of(typeof(NamedHighestBid)).Run(BidFile.Read("bids.csv", "South,North\n3,2\n"));
        Assert.Equal(new PlayedRow("South", "the item", "3"), Assert.Single(Assert.Single(played).Rows));
        Assert.Equal(
            "bids.csv line 1: there is no column 'South'. The columns are: North.",
            Assert.Throws<ToolException>(() => Runner.Of(typeof(NamedHighestBid)).Run(BidFile.Read("bids.csv", "North\n3\n"))).Message);
    }

    [Fact]
    public void WhatTheMechanismRefusesIsAMistakeInTheFile()
    {
        var refused = Assert.Throws<ToolException>(() => Runner.Of(typeof(HighestBid)).Run(BidFile.Read("bids.csv", "a\n1\n-1\n")));
        Assert.StartsWith("bids.csv line 3: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("bid", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RecordsHaveAColumnForEachMember()
    {
        var played = Runner.Of(typeof(Weighted)).Run(BidFile.Read("bids.csv", "profile,agent,quality,amount\nmorning,A,0.5,10\nmorning,B,1,6\nevening,A,1,3\n"));
        Assert.Equal(["morning", "evening"], played.Select(one => one.Profile));
        Assert.Equal(new PlayedRow("B", "the item", "6"), Assert.Single(played[0].Rows));
        Assert.Equal(new PlayedRow("A", "the item", "3"), Assert.Single(played[1].Rows));
    }

    [Fact]
    public void TradesAndExchangesNameTheSides()
    {
        var trade = Runner.Of(typeof(SplitTrade)).Run(BidFile.Read("trades.csv", "cost,bid\n2,6\n6,2\n"));
        Assert.Equal([new PlayedRow("seller", "gives the good", "-4"), new PlayedRow("buyer", "the good", "4")], trade[0].Rows);
        Assert.Empty(trade[1].Rows);

        var refused = Assert.Throws<ToolException>(() => Runner.Of(typeof(FirstMeetsFirst)).Run(BidFile.Read("market.csv", "side,report\nbroker,1\n")));
        Assert.Equal("market.csv line 2, column 'side': 'broker' is neither buyer nor seller.", refused.Message);
        var market = Runner.Of(typeof(FirstMeetsFirst)).Run(BidFile.Read("market.csv", "side,report\nseller,1\nbuyer,5\nbuyer,4\n"));
        Assert.Equal([new PlayedRow("seller 0", "gives a unit", "-1"), new PlayedRow("buyer 0", "a unit", "1")], Assert.Single(market).Rows);
    }

    [Fact]
    public void ItemsOfAnAssignmentAreTheColumns()
    {
        var played = Runner.Of(typeof(InOrder)).Run(BidFile.Read("values.csv", "quay,pier\n5,3\n4,4\n"));
        Assert.Equal([new PlayedRow("0", "quay", "0"), new PlayedRow("1", "pier", "0")], Assert.Single(played).Rows);
    }

    internal sealed class HighestBid : IMechanism<double, Sale<double>>
    {
        public static MechanismInfo Info { get; } = new("HighestBid", "single item", string.Empty, []);

        public static Sale<double> Run(ReadOnlySpan<double> reports)
        {
            var winner = -1;
            for (var agent = 0; agent < reports.Length; agent++)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(reports[agent], "bid");
                winner = winner < 0 || reports[agent] > reports[winner] ? agent : winner;
            }

            return winner < 0 ? Sale<double>.Unsold : new(winner, reports[winner]);
        }

        public static void RunBatch(ReadOnlySpan<double> reports, int agents, Span<Sale<double>> outcomes) => throw new NotSupportedException();
    }

    [Agent("North"), Agent("South")]
    internal sealed class NamedHighestBid : IMechanism<double, Sale<double>>
    {
        public static MechanismInfo Info => HighestBid.Info;

        public static Sale<double> Run(ReadOnlySpan<double> reports) => HighestBid.Run(reports);

        public static void RunBatch(ReadOnlySpan<double> reports, int agents, Span<Sale<double>> outcomes) => throw new NotSupportedException();
    }

    internal readonly record struct QualityBid(double Amount, double Quality);

    internal sealed class Weighted : IMechanism<QualityBid, Sale<double>>
    {
        public static MechanismInfo Info => HighestBid.Info;

        public static Sale<double> Run(ReadOnlySpan<QualityBid> reports)
        {
            var scores = new double[reports.Length];
            for (var agent = 0; agent < reports.Length; agent++)
            {
                scores[agent] = reports[agent].Amount * reports[agent].Quality;
            }

            var best = HighestBid.Run(scores);
            return new(best.Winner, reports[best.Winner].Amount);
        }

        public static void RunBatch(ReadOnlySpan<QualityBid> reports, int agents, Span<Sale<double>> outcomes) => throw new NotSupportedException();
    }

    internal sealed class SplitTrade : IBilateralTrade<double>
    {
        public static MechanismInfo Info => HighestBid.Info;

        public static Trade<double> Run(double cost, double bid) => bid < cost ? Trade<double>.None : new(true, (cost + bid) / 2, (cost + bid) / 2);

        public static void RunBatch(ReadOnlySpan<double> costs, ReadOnlySpan<double> bids, Span<Trade<double>> outcomes) => throw new NotSupportedException();
    }

    internal sealed class FirstMeetsFirst : IExchange<double>
    {
        public static MechanismInfo Info => HighestBid.Info;

        public static Trades<double> Run(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs)
        {
            bool[] buys = new bool[bids.Length], sells = new bool[costs.Length];
            return new(Run(bids, costs, buys, sells), buys, sells);
        }

        public static Clearing<double> Run(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs, Span<bool> buys, Span<bool> sells)
        {
            buys[0] = sells[0] = true;
            return new(1, costs[0], costs[0]);
        }

        public static void RunBatch(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs, int buyers, int sellers, Span<Trades<double>> outcomes) => throw new NotSupportedException();
    }

    internal sealed class InOrder : IAssignment<double>
    {
        public static MechanismInfo Info => HighestBid.Info;

        public static Allotments<double> Run(ReadOnlySpan<double> values, int items)
        {
            var allotments = new Allotment<double>[values.Length / items];
            Run(values, items, allotments);
            return new(allotments);
        }

        public static void Run(ReadOnlySpan<double> values, int items, Span<Allotment<double>> allotments)
        {
            for (var agent = 0; agent < allotments.Length; agent++)
            {
                allotments[agent] = new(agent, 0);
            }
        }
    }
}
