using MechanismDsl.Tool.Running;
using MechanismDsl.Tool.Tests.Support;

namespace MechanismDsl.Tool.Tests;

/// <summary>Generated mechanisms of the families that take more than one number an agent, run and explained on files.</summary>
public class GeneratedRunTests
{
    private static readonly Sample _sample = Sample.Of("""
        public enum Region { North, South }

        [Mechanism, Packages<Region>, Efficient]
        public partial class Licences;

        [Mechanism, Packages(2), CoreSelecting, Money<decimal>]
        public partial class CoreLicences;

        [Mechanism, Packages<Region>, Or, Efficient]
        public partial class Parcels;

        [Mechanism, Packages(3), Additive, Efficient, Money<decimal>]
        public partial class Paintings;

        [Mechanism, IdenticalItems(3), Decreasing(2), Efficient]
        public partial class Permits;

        [Mechanism, Divisible(100), Efficient]
        public partial class Water;

        [Mechanism, BilateralTrade, Efficient]
        public partial class House;

        public sealed class ByHand : IMechanism<double, Sale<double>>
        {
            public static MechanismInfo Info => Vickrey.Info;

            public static Sale<double> Run(ReadOnlySpan<double> reports) => Vickrey.Run(reports);

            public static void RunBatch(ReadOnlySpan<double> reports, int agents, Span<Sale<double>> outcomes) => Vickrey.RunBatch(reports, agents, outcomes);
        }

        [Mechanism, Taxation(TaxObjective.Rawlsian), DiscretePrior([1, 2, 3], [1, 1, 1])]
        public partial class IncomeTax;

        [Mechanism, Partnership(.5, .5), Efficient]
        [Prior<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)]
        public partial class Buyout;

        [Mechanism, SingleItem, Efficient, Reserve]
        public partial class Flexible;

        [Mechanism, Knapsack(10), Efficient]
        public partial class Link;

        [Mechanism, Assignment<Region>, Efficient]
        public partial class Berths;

        [Mechanism, SingleItem, Efficient]
        public partial class Vickrey;

        [Mechanism, DoubleAuction, SecondBest]
        [Sellers<Uniform>(0, 1, Count = 2), Buyers<Uniform>(0, 1, Count = 2)]
        public partial class Pool;

        [Mechanism, BilateralTrade, Optimal(Objective.Revenue)]
        [Seller<UniformIntegers>(1, 2), Buyer<UniformIntegers>(1, 3)]
        public partial class Broker;

        [Mechanism, SingleItem, Optimal(Objective.Revenue), Agents(2)]
        [DiscretePrior([1, 2, 3], [1, 1, 1]), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
        public partial class BestSale;

        [Mechanism, DoubleAuction, Efficient]
        public partial class Market;

        [Mechanism, SingleItem]
        public partial class Scored
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
        }
        """);

    [Fact]
    public void PackagesAreRowsOfBids()
    {
        var file = BidFile.Read("bids.csv", "bidder,goods,value\nWest,North+South,10\nA,North,6\nB,South,6\nA,South,1\n");
        Assert.Equal([new("A", "North", "4"), new PlayedRow("B", "South", "4")], Assert.Single(_sample.Runner("Licences").Run(file)).Rows);

        var why = _sample.Runner("Licences").Explain(file, "B");
        Assert.Equal(
            new Explained("1", "B", "Bidder 2 wins with bid 2 of 6 and pays 4: without it bid 0 of bidder 0 would be accepted, and the others' bids would be worth 10 instead of 6."),
            Assert.Single(why));
        Assert.Equal(["West", "A", "B"], _sample.Runner("Licences").Explain(file).Select(one => one.Agent));
    }

    [Fact]
    public void GoodsWithoutNamesAreCounted()
    {
        var file = BidFile.Read("bids.csv", "profile,bidder,goods,value\nx,0,0+1,10\nx,1,0,6\nx,2,1,6\n");
        Assert.Equal([new("1", "0", "5.00"), new PlayedRow("2", "1", "5.00")], Assert.Single(_sample.Runner("CoreLicences").Run(file)).Rows);
    }

    [Fact]
    public void SeveralBidsOfABidderCanWin()
    {
        var file = BidFile.Read("bids.csv", "bidder,goods,value\nWest,North,8\nWest,South,5\nEast,North+South,10\n");
        Assert.Equal([new("West", "North+South", "10")], Assert.Single(_sample.Runner("Parcels").Run(file)).Rows);
        Assert.Equal(
            "Bidder 0 gets North and South and pays 10, what the others lose by its presence: without it bidder 1 would get North and South instead of nothing.",
            Assert.Single(_sample.Runner("Parcels").Explain(file, "West")).Why);

        var paintings = BidFile.Read("bids.csv", "bidder,goods,value\n0,0,10\n0,2,4\n1,0,7\n1,2,6\n");
        Assert.Equal([new("0", "0", "7"), new PlayedRow("1", "2", "4")], Assert.Single(_sample.Runner("Paintings").Run(paintings)).Rows);
    }

    [Theory]
    [InlineData("Licences", "bidder,goods,value\nA,East,1\n", "bids.csv line 2, column 'goods': there is no good 'East'. The goods are: North, South; several are joined by +.")]
    [InlineData("CoreLicences", "bidder,goods,value\nA,x,1\n", "bids.csv line 2, column 'goods': there is no good 'x'. Goods are whole numbers from 0; several are joined by +.")]
    [InlineData("Licences", "bidder,goods,value\nA,North,\n", "bids.csv line 2, column 'value': '' is no number.")]
    [InlineData("Licences", "bidder,package,value\nA,North,1\n", "bids.csv line 1: there is no column 'goods'. The columns are: bidder, package, value.")]
    [InlineData("Permits", "first\n10\n", "bids.csv line 1: 1 columns of values, but an agent reports 2: what each further item adds.")]
    [InlineData("Link", "report,size\n10,2.5\n", "bids.csv line 2, column 'size': '2.5' is no whole number.")]
    public void MistakesInFilesAreNamed(string name, string text, string message) =>
        Assert.Equal(message, Assert.Throws<ToolException>(() => _sample.Runner(name).Run(BidFile.Read("bids.csv", text))).Message);

    [Fact]
    public void ABidOnNothingIsRefusedByTheMechanism()
    {
        var refused = Assert.Throws<ToolException>(() => _sample.Runner("Licences").Run(BidFile.Read("bids.csv", "bidder,goods,value\nA,,1\n")));
        Assert.StartsWith("bids.csv line 2: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralItemsAnAgentAreColumns()
    {
        var file = BidFile.Read("bids.csv", "agent,first,second\nA,10,7\nB,8,1\nC,5,\n");
        Assert.Equal([new("A", "2", "6"), new PlayedRow("B", "1", "5")], Assert.Single(_sample.Runner("Permits").Run(file)).Rows);
        Assert.Equal("Agent 0 gets 2 items, worth 10 and 7 to it, and pays 6: without it the others would have more, worth 1 to agent 1 and 5 to agent 2.", _sample.Runner("Permits").Explain(file, "A")[0].Why);
    }

    [Fact]
    public void TaxesAndPartnershipsHaveRows()
    {
        var tax = _sample.Runner("IncomeTax").Run(BidFile.Read("people.csv", "skill\n3\n"));
        Assert.Equal("skill 3", tax[0].Rows[0].Agent);
        Assert.StartsWith("produces 9 and keeps ", tax[0].Rows[0].Gets, StringComparison.Ordinal);

        var buyout = _sample.Runner("Buyout").Run(BidFile.Read("values.csv", "North,South\n0.4,0.8\n"));
        Assert.Equal([("North", "nothing"), ("South", "everything")], buyout[0].Rows.Select(row => (row.Agent, row.Gets)));
        Assert.Equal([-.24, .24], buyout[0].Rows.Select(row => double.Parse(row.Pays!, System.Globalization.CultureInfo.InvariantCulture)), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
    }

    [Fact]
    public void ReservesAndSizesOfARunAreColumns()
    {
        var flexible = _sample.Runner("Flexible").Run(BidFile.Read("bids.csv", "a,b,reserve\n5,3,4\n5,3,6\n"));
        Assert.Equal(new PlayedRow("a", "the item", "4"), Assert.Single(flexible[0].Rows));
        Assert.Empty(flexible[1].Rows);
        Assert.Contains("pays 4", _sample.Runner("Flexible").Explain(BidFile.Read("bids.csv", "a,b,reserve\n5,3,4\n"), "a")[0].Why, StringComparison.Ordinal);

        var link = _sample.Runner("Link").Run(BidFile.Read("bids.csv", "agent,report,size\nVideo,11,8\nVoice,5,5\nMail,5,5\n"));
        Assert.Equal(new PlayedRow("Video", "1", "10"), Assert.Single(Assert.Single(link).Rows));
    }

    [Fact]
    public void NamedItemsOfAnAssignmentAreTheMembersOfTheReport()
    {
        var played = _sample.Runner("Berths").Run(BidFile.Read("values.csv", "agent,north,south\nA,5,2\nB,4,3\n"));
        Assert.Equal([new("A", "north", "1"), new PlayedRow("B", "south", "0")], Assert.Single(played).Rows);
    }

    [Fact]
    public void ExplanationsNameTheAgentOfTheFile()
    {
        var file = BidFile.Read("bids.csv", "ann,bob,eve\n10,8,6\n");
        var why = _sample.Runner("Vickrey").Explain(file);
        Assert.Equal(["ann", "bob", "eve"], why.Select(one => one.Agent));
        Assert.Equal("Agent 0 reports 10, is served and pays 8. It would be served with every report of at least 8; beyond that its place goes to agent 1, who reports 8.", why[0].Why);
        Assert.Equal(why[1], Assert.Single(_sample.Runner("Vickrey").Explain(file, "BOB")));
        Assert.Equal(why[1], Assert.Single(_sample.Runner("Vickrey").Explain(file, "1")));
        Assert.Equal(
            "bids.csv line 2: there is no agent 'zoe'. The agents are: ann, bob, eve.",
            Assert.Throws<ToolException>(() => _sample.Runner("Vickrey").Explain(file, "zoe")).Message);
        Assert.Equal(["buyer 0", "seller 0"], _sample.Runner("Market").Explain(BidFile.Read("market.csv", "side,report\nseller,1\nbuyer,5\n")).Select(one => one.Agent));
    }

    [Fact]
    public void ExchangesWithOwnPricesAndOptimalMechanismsHaveRows()
    {
        var pool = Assert.Single(_sample.Runner("Pool").Run(BidFile.Read("market.csv", "side,report\nbuyer,.9\nbuyer,.6\nseller,.1\nseller,.5\n"))).Rows;
        Assert.Equal(["seller 0", "buyer 0"], pool.Select(row => row.Agent));
        Assert.Equal(["gives a unit", "a unit"], pool.Select(row => row.Gets));

        Assert.Equal(new PlayedRow("1", "the item with probability 1", "2.5"), Assert.Single(_sample.Runner("BestSale").Run(BidFile.Read("bids.csv", "0,1\n2,3\n"))[0].Rows));
        var broker = _sample.Runner("Broker").Run(BidFile.Read("bids.csv", "Seller,Buyer\n1,3\n2,1\n"));
        Assert.Equal(2, broker.Count);
        Assert.All(broker, one => Assert.Equal(2, one.Rows.Count));
        Assert.NotEqual(broker[0].Rows[0].Gets, broker[1].Rows[0].Gets);
    }

    [Fact]
    public void WhereThereIsNoExplanationItIsSaid()
    {
        var refused = Assert.Throws<ToolException>(() => _sample.Runner("ByHand").Explain(BidFile.Read("bids.csv", "a,b\n4,5\n")));
        Assert.StartsWith("'ByHand' cannot explain its outcomes: it has no method Explain of such reports.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RulesOfOnesOwnTradesTaxesAndTablesAreExplained()
    {
        Assert.StartsWith("Agent 0 reports 4, is served and pays ", _sample.Runner("Scored").Explain(BidFile.Read("bids.csv", "bid,quality\n4,.5\n"))[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("A person of skill 2 produces ", _sample.Runner("IncomeTax").Explain(BidFile.Read("skills.csv", "skill\n2\n"))[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("Partner 0 reports 0.4 and leaves", _sample.Runner("Buyout").Explain(BidFile.Read("bids.csv", "a,b\n.4,.8\n"))[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("Agent 0 reports 2 and has the item with probability 0.5 at 1.", _sample.Runner("BestSale").Explain(BidFile.Read("bids.csv", "a,b\n2,2\n"))[0].Why, StringComparison.Ordinal);
        Assert.Equal(["seller", "buyer"], _sample.Runner("House").Explain(BidFile.Read("pairs.csv", "cost,bid\n1,3\n")).Select(one => one.Agent));
        var water = BidFile.Read("demands.csv", "agent,Value,Most\nNorth,5,60\nSouth,3,80\n");
        Assert.Equal("Agent 1 values a unit at 3, gets 40 of the 80 that it wants and pays 0: without it, of its units 40 would stay unsold (at the lowest price of 0 each).", _sample.Runner("Water").Explain(water, "South")[0].Why);
        Assert.Equal(2, Assert.Single(_sample.Runner("Water").Run(water)).Rows.Count);
    }
}
