using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>Bad input of every environment at run time: each is a clear error that names the place, and nothing of the caller's is half written.</summary>
public class HostileInputTests
{
    private static readonly Lazy<Type> Calls = new(() => Driver.Load("""
        internal enum Home { SwimmingPool, DanceStudio }
        internal enum Berth { Quay, Pier }

        [Mechanism, SingleItem, Efficient] internal partial class Vickrey;
        [Mechanism, SingleItem, Efficient, Money<decimal>] internal partial class Cents;
        [Mechanism, SingleItem, Efficient, Reserve] internal partial class Reserved;
        [Mechanism, SingleItem, Efficient, Agent("North"), Agent("South")] internal partial class Named;
        [Mechanism, IdenticalItems(2), Efficient] internal partial class Seats;
        [Mechanism, Positions(9, 4), Efficient, Money<long>] internal partial class Ads;
        [Mechanism, Knapsack(10), Efficient] internal partial class Link;
        [Mechanism, Knapsack(10, Greedy = true), Efficient] internal partial class GreedyLink;
        [Mechanism, Services, Efficient, Agent("A"), Agent("B"), Agent("C"), AtMost(1, "A", "B"), MustServe("C")] internal partial class Crews;
        [Mechanism, IdenticalItems(3), Decreasing(2), Efficient] internal partial class Permits;
        [Mechanism, Divisible(6), Efficient] internal partial class Water;
        [Mechanism, Outcomes<Home>(Low = 0), Efficient, Money<long>] internal partial class Renovation;
        [Mechanism, Outcomes<Home>, Efficient, Agents(2), Prior<UniformIntegers>(1, 9)]
        internal partial class Improvement
        {
            [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
        }

        [Mechanism, PublicProject(90, EqualShares = true), Efficient, Agents(3)] internal partial class Bridge;
        [Mechanism, BilateralTrade, Efficient] internal partial class House;
        [Mechanism, DoubleAuction, TradeReduction] internal partial class Market;
        [Mechanism, DoubleAuction, Efficient, Money<long>] internal partial class WholeMarket;
        [Mechanism, Assignment, Efficient, Money<decimal>] internal partial class Rooms;
        [Mechanism, Assignment, Efficient] internal partial class RealRooms;
        [Mechanism, Packages(2), Efficient] internal partial class Licences;
        [Mechanism, Packages(2), Efficient, Money<long>] internal partial class WholeLicences;
        [Mechanism, Packages(2), SingleMinded, Efficient] internal partial class Single;
        [Mechanism, Packages(2), Additive, Efficient] internal partial class Paintings;
        [Mechanism, Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1)] internal partial class Buyout;
        [Mechanism, Crowdfunding(12), CostSharing, Money<long>] internal partial class Lift;
        [Mechanism, Taxation(TaxObjective.Revenue), DiscretePrior([1, 2], [1, 1])] internal partial class Levy;
        [Mechanism, SingleItem, Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2], [1, 1])] internal partial class Best;
        [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])] internal partial class Bundle;
        [Mechanism, SingleItem]
        internal partial class Search
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
        }

        [Mechanism, BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)] internal partial class SecondHouse;
        [Mechanism, BilateralTrade, SecondBest, Rebalanced, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)] internal partial class Deal;
        [Mechanism, BilateralTrade, Efficient, DAgva, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)] internal partial class Barter;
        [Mechanism, PublicProject(1), SecondBest, Agents(2), Prior<Uniform>(0, 1)] internal partial class Footbridge;
        [Mechanism, PublicProject(1), Efficient, Rebalanced, Agents(3), Prior<Uniform>(0, 1)] internal partial class Culvert;
        [Mechanism, DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 2), Buyers<Uniform>(0, 1, Count = 2)] internal partial class Pool;
        [Mechanism, Positions(4, 2, Reserves = [6, 2]), Efficient] internal partial class Mainline;
        [Mechanism, Packages(9), SingleMinded(Greedy = true), Efficient, Money<decimal>] internal partial class Greedy;
        [Mechanism, Packages(3), Or, Efficient, Money<long>] internal partial class Baskets;
        [Mechanism, Packages(3), CoreSelecting, Money<decimal>] internal partial class Core;
        [Mechanism, Crowdfunding(1), RevenueOptimal, Agents(2), Prior<Uniform>(0, 1)] internal partial class Profit;
        [Mechanism, Crowdfunding(1), PostedPrice(.5)] internal partial class Album;
        [Mechanism, SingleItem, CremerMcLean, Types(1, 2), Agent("A"), Agent("B"), JointPrior(2, 1, 1, 2)] internal partial class Bets;

        internal static class Calls
        {
            public static void NotANumber() => Vickrey.Run([1, double.NaN]);
            public static void Negative() => Vickrey.Run([-1]);
            public static void Infinite() => Vickrey.Run([1, 2, double.PositiveInfinity]);
            public static void OffTheGrid() => Cents.Run([1m, 1.005m]);
            public static void BadReserve() => Reserved.Run([1, 2], double.NaN);
            public static void TooFewNames() => Named.Run([1]);
            public static void RaggedBatch() => Vickrey.RunBatch([1, 2, 3], 2, new Sale<double>[2]);
            public static void ShortAwards() => Seats.Run([1, 2, 3], new Award<double>[2]);
            public static void NaNSeat() => Seats.Run([1, double.NaN, 3]);
            public static void SlotOverflow() => Ads.Run([1_000_000_000_000_000, 1_000_000_000_000_001]);
            public static void RaggedSizes() => Link.Run([1, 2, 3], [1, 2]);
            public static void ZeroSize() => Link.Run([1, 2], [1, 0]);
            public static void NaNLoad() => Link.Run([1, double.NaN], [1, 1]);
            public static void GreedySize() => GreedyLink.Run([1, 2], [1, -4]);
            public static void CrewAway() => Crews.Run([1, 2]);
            public static void NaNCrew() => Crews.Run([1, double.NaN, 2]);
            public static void RaggedPermits() => Permits.Run([3, 2, 4]);
            public static void RisingPermits() => Permits.Run([3, 2, 4, 5]);
            public static void ThirstyWater() => Water.Run([new(1, double.NaN)]);
            public static void ShortWater() => Water.Run([new(1, 1), new(2, 1)], new Award<double>[1]);
            public static void NegativeRoom() => Renovation.Run([new(-1, 3)]);
            public static void RaggedMatrix() => Renovation.RunMatrix([1, 2, 3], new long[2]);
            public static void WideMatrix() => Renovation.RunMatrix(new long[2, 3]);
            public static void UnknownType() => Improvement.Run([1, 10]);
            public static void TooManyTypes() => Improvement.Run([1, 2, 3]);
            public static void NaNBridge() => Bridge.Run([1, double.NaN, 2]);
            public static void FewForBridge() => Bridge.Run([1, 2]);
            public static void NaNHouse() => House.Run(double.NaN, 1);
            public static void NegativeHouse() => House.Run(1, -1);
            public static void NaNMarket() => Market.Run([1, 2], [1, double.NaN]);
            public static void ShortMarket() => Market.Run([1, 2], [1], new bool[2], new bool[2]);
            public static void LargeMarket() => WholeMarket.Run([1], [1_000_000_000_000_001]);
            public static void RaggedRooms() => Rooms.Run([1m, 2m, 3m], 2);
            public static void NoRooms() => Rooms.Run([1m, 2m], 0);
            public static void LargeRooms() => Rooms.Run([1m, 999_999_999_999_999.99m, 2m, 999_999_999_999_999.99m], 2);
            public static void NaNRooms() => RealRooms.Run([1, double.NaN], 2);
            public static void UnknownBidder() => Licences.Run([new(2, 1, 5)], 2);
            public static void UnknownGood() => Licences.Run([new(0, 0b100, 5)], 1);
            public static void EmptyPackage() => Licences.Run([new(0, 0, 5)], 1);
            public static void NaNPackage() => Licences.Run([new(0, 1, double.NaN)], 1);
            public static void NegativeBidders() => Licences.Run([], -1);
            public static void LargePackages() => WholeLicences.Run([new(0, 1, 1_000_000_000_000_001)], 1);
            public static void SecondBid() => Single.Run([new(0, 1, 5), new(0, 2, 4)], 1);
            public static void TwoGoods() => Paintings.Run([new(0, 3, 5)], 1);
            public static void ThreePartners() => Buyout.Run([1, 2, 3]);
            public static void NaNPartner() => Buyout.Run([1, double.NaN]);
            public static void NegativePledge() => Lift.Run([9, -1]);
            public static void NaNSkill() => Levy.Run(double.NaN);
            public static void NoSuchType() => Best.Run([1, 3]);
            public static void FewTypes() => Best.Run([1]);
            public static void NoSuchValue() => Bundle.Run([new(1, 1.5)]);
            public static void OutsideBetween() => Search.Run([new(50, .05)]);
            public static void NaNSecondHouse() => SecondHouse.Run(.5, double.NaN);
            public static void HugeDeal() => Deal.Run(double.PositiveInfinity, .5);
            public static void NegativeBarter() => Barter.Run(-.1, .5);
            public static void RaggedDeals() => Deal.RunBatch([.1, .2], [.3], new Trade<double>[2]);
            public static void NaNFootbridge() => Footbridge.Run([.5, double.NaN]);
            public static void FewForFootbridge() => Footbridge.Run([.5]);
            public static void ShortCulvert() => Culvert.Run([.5, .5, .5], new double[2]);
            public static void NegativeCulvert() => Culvert.Run([.5, -.5, .5]);
            public static void FewInPool() => Pool.Run([.5], [.2, .1]);
            public static void NaNPool() => Pool.Run([.5, .6], [.2, double.NaN]);
            public static void ShortPool() => Pool.Run([.5, .6], [.2, .3], new bool[2], new bool[2], new double[1], new double[2]);
            public static void NaNMainline() => Mainline.Run([7, double.NaN]);
            public static void SecondGreedy() => Greedy.Run([new(0, 1, 5), new(0, 2, 4)], 1);
            public static void GreedyOffTheGrid() => Greedy.Run([new(0, 1, 5.001m)], 1);
            public static void NegativeBasket() => Baskets.Run([new(0, 1, -5)], 1);
            public static void UnknownCoreGood() => Core.Run([new(0, 0b1000, 5)], 1);
            public static void NaNProfit() => Profit.Run([double.NaN, .5]);
            public static void NegativeAlbum() => Album.Run([.5, -1]);
            public static void NoSuchBet() => Bets.Run([1, 1.5]);
            public static void NaNDraw() => Best.Draw([1, 2], double.NaN);
            public static void OneDraw() => Bundle.Draw([new(1, 2)], 1);
            public static void NegativeAgent() => Vickrey.Explain([1, 2], -1);
            public static void AgentBeyond() => Seats.Explain([1, 2], 2);
            public static void BadExplain() => Vickrey.Explain([1, double.NaN]);
            public static void BadExplainOfTables() => Best.Explain([1, 3]);

            public static string Untouched()
            {
                Award<double>[] awards = [new(7, 7), new(7, 7)];
                try
                {
                    Water.Run([new(1, 1), new(double.NaN, 1)], awards);
                }
                catch (System.ArgumentOutOfRangeException)
                {
                }

                return new Awards<double>(awards).ToString();
            }

            public static string Empty() => string.Join(" | ", Vickrey.Run([]), Seats.Run([]), Ads.Run([]), Link.Run([], []), Permits.Run([]), Water.Run([]), Renovation.Run([]).Outcome, Market.Run([], []).Count, Market.Run([1], []).Count, Rooms.Run([], 2), Licences.Run([], 0), Lift.Run([]), Search.Run([]));
        }
        """).Assembly.GetType("Calls")!);

    [Theory]
    [InlineData("NotANumber", "Agent 1 reports NaN; a report must be a finite number in [0, 1e15].")]
    [InlineData("Negative", "Agent 0 reports -1; a report must be a finite number in [0, 1e15].")]
    [InlineData("Infinite", "Agent 2 reports ")]
    [InlineData("OffTheGrid", "Agent 1 reports 1.005; a bid must be a multiple of 0.01 in [0, ")]
    [InlineData("BadReserve", "The reserve is NaN; it must be at least 0.")]
    [InlineData("TooFewNames", "There are 1 entries for 2 agents.")]
    [InlineData("RaggedBatch", "2 auctions of 2 agents need 4 reports, not 3.")]
    [InlineData("ShortAwards", "There are 2 entries for 3 agents.")]
    [InlineData("NaNSeat", "Agent 1 reports NaN")]
    [InlineData("SlotOverflow", "Agent 1 reports 1000000000000001")]
    [InlineData("RaggedSizes", "There are 2 entries for 3 agents. (Parameter 'sizes')")]
    [InlineData("ZeroSize", "Agent 1 has size 0; a size must be a whole number of at least 1.")]
    [InlineData("NaNLoad", "Agent 1 reports NaN")]
    [InlineData("GreedySize", "Agent 1 has size -4; a size must be a whole number of at least 1.")]
    [InlineData("CrewAway", "There are 2 entries for 3 agents.")]
    [InlineData("NaNCrew", "B reports NaN; a bid must be a finite number in [0, 1e15].")]
    [InlineData("RaggedPermits", "An agent reports 2 values; the number of values is no multiple of that.")]
    [InlineData("RisingPermits", "Agent 1 values item 1 at 5 after 4 for the one before; marginal values must not increase.")]
    [InlineData("ThirstyWater", "Agent 0 wants at most NaN; a cap must be a finite number in [0, 1e15].")]
    [InlineData("ShortWater", "2 demands need as many awards, not 1.")]
    [InlineData("NegativeRoom", "Agent 0 reports SwimmingPool -1")]
    [InlineData("RaggedMatrix", "with 2 outcomes, 2 agents state 4 values.")]
    [InlineData("WideMatrix", "The table has 3 columns for 2 outcomes")]
    [InlineData("UnknownType", "Agent 1 reports type 10; type must be a whole number in [1, 9].")]
    [InlineData("TooManyTypes", "There are 3 reports; the mechanism is declared for 2 agents.")]
    [InlineData("NaNBridge", "Agent 1 reports value NaN")]
    [InlineData("FewForBridge", "There are 2 reports; the mechanism is declared for 3 agents.")]
    [InlineData("NaNHouse", "The seller reports NaN")]
    [InlineData("NegativeHouse", "The buyer reports -1")]
    [InlineData("NaNMarket", "Seller 1 reports NaN")]
    [InlineData("ShortMarket", "There are 1 costs and room for 2 sellers")]
    [InlineData("LargeMarket", "Seller 0 reports 1000000000000001")]
    [InlineData("RaggedRooms", "1 agents and 2 items need 2 values, not 3.")]
    [InlineData("NoRooms", "items")]
    [InlineData("LargeRooms", "The value of item 1 to agent 0 is 999999999999999.99")]
    [InlineData("NaNRooms", "The value of item 1 to agent 0 is NaN")]
    [InlineData("UnknownBidder", "Bid 0 is made by bidder 2; bidders are 0 to 1.")]
    [InlineData("UnknownGood", "Bid 0 of bidder 0 names good 2; goods are 0 to 1.")]
    [InlineData("EmptyPackage", "Bid 0 of bidder 0 names no good.")]
    [InlineData("NaNPackage", "Bid 0 of bidder 0 is worth NaN")]
    [InlineData("NegativeBidders", "bidders")]
    [InlineData("LargePackages", "Bid 0 of bidder 0 is worth 1000000000000001")]
    [InlineData("SecondBid", "Bid 1 is the second of bidder 0, after bid 0")]
    [InlineData("TwoGoods", "Bid 0 of bidder 0 names goods 0 and 1 together")]
    [InlineData("ThreePartners", "There are 3 reports and 2 payments; the partnership has 2 partners.")]
    [InlineData("NaNPartner", "Agent 1 reports NaN")]
    [InlineData("NegativePledge", "Agent 1 reports -1")]
    [InlineData("NaNSkill", "The skill is NaN; it must be a finite number in [0, 1e7].")]
    [InlineData("NoSuchType", "Agent 1 reports type 3; type must be one of 1, 2.")]
    [InlineData("FewTypes", "There are 1 entries for 2 agents.")]
    [InlineData("NoSuchValue", "Agent 0 reports Good1 1.5; Good1 must be one of 1, 2.")]
    [InlineData("OutsideBetween", "Agent 0 reports quality 0.05; quality must be a number in [0.1, 1].")]
    [InlineData("NaNSecondHouse", "reports NaN")]
    [InlineData("HugeDeal", "reports ")]
    [InlineData("NegativeBarter", "reports -0.1")]
    [InlineData("RaggedDeals", "2 outcomes need as many costs and bids, not 2 and 1.")]
    [InlineData("NaNFootbridge", "Agent 1 reports")]
    [InlineData("FewForFootbridge", "There are 1 reports; the mechanism is declared for 2 agents.")]
    [InlineData("ShortCulvert", "There are 2 ")]
    [InlineData("NegativeCulvert", "Agent 1 reports")]
    [InlineData("FewInPool", "The exchange is declared for 2 buyers, and 1 bids are given.")]
    [InlineData("NaNPool", "Seller 1 reports NaN")]
    [InlineData("ShortPool", "There are 2 bids and room for 1 payments; both need one entry a buyer.")]
    [InlineData("NaNMainline", "Agent 1 reports NaN")]
    [InlineData("SecondGreedy", "Bid 1 is the second of bidder 0, after bid 0")]
    [InlineData("GreedyOffTheGrid", "Bid 0 of bidder 0 is worth 5.001")]
    [InlineData("NegativeBasket", "Bid 0 of bidder 0 is worth -5")]
    [InlineData("UnknownCoreGood", "Bid 0 of bidder 0 names good 3; goods are 0 to 2.")]
    [InlineData("NaNProfit", "Agent 0 reports NaN")]
    [InlineData("NegativeAlbum", "Agent 1 reports -1")]
    [InlineData("NoSuchBet", "B reports type 1.5")]
    [InlineData("NaNDraw", "A draw is a number from 0 to below 1.")]
    [InlineData("OneDraw", "A draw is a number from 0 to below 1.")]
    [InlineData("NegativeAgent", "There are 2 agents; -1 is none of them.")]
    [InlineData("AgentBeyond", "There are 2 agents; 2 is none of them.")]
    [InlineData("BadExplain", "Agent 1 reports NaN")]
    [InlineData("BadExplainOfTables", "Agent 1 reports type 3")]
    public void IsRefusedByName(string call, string words)
    {
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => Calls.Value.GetMethod(call)!.Invoke(null, null)).InnerException!;
        Assert.True(thrown is ArgumentException or OverflowException, thrown.ToString());
        Assert.Contains(words, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsHalfWritten() => Assert.Equal("0: 7 at 7, 1: 7 at 7", Calls.Value.GetMethod("Untouched")!.Invoke(null, null));

    [Fact]
    public void EmptyMarketsAreNoErrors() => Assert.StartsWith(
        "Sale { Winner = -1, Price = 0, IsSold = False } | nobody is served | ",
        (string)Calls.Value.GetMethod("Empty")!.Invoke(null, null)!,
        StringComparison.Ordinal);
}
