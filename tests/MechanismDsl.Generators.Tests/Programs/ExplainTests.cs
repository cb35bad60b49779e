using System.Globalization;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>What a run says of itself: who wins, with which reports it would, who takes its place. Each number is compared with what runs of the mechanism do.</summary>
public class ExplainTests
{
    private static readonly Lazy<Type> Programs = new(() => Driver.Load("""
        internal enum Home { SwimmingPool, DanceStudio }
        internal enum Berth { Quay, Pier }

        [Mechanism, SingleItem, Efficient] internal partial class Vickrey;
        [Mechanism, SingleItem, RevenueOptimal, Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)] internal partial class TwoBuyers;
        [Mechanism, SingleItem, Efficient, Money<decimal>, Reserve] internal partial class Open;
        [Mechanism, SingleItem, PayAsBid] internal partial class FirstPrice;
        [Mechanism, SingleItem, Procurement, Efficient, BuyerValue(10)] internal partial class Sourcing;
        [Mechanism, IdenticalItems(2), Efficient, Money<long>] internal partial class Seats;
        [Mechanism, Positions(200, 100), Efficient] internal partial class Ads;
        [Mechanism, Outcomes<Home>(Low = 0), Efficient] internal partial class Renovation;
        [Mechanism, DoubleAuction, TradeReduction] internal partial class Market;
        [Mechanism, Assignment, Efficient] internal partial class Rooms;
        [Mechanism, Assignment<Berth>, Efficient, Money<decimal>] internal partial class Berths;
        [Mechanism, Packages(2), Efficient] internal partial class Licences;
        [Mechanism, Packages(2), CoreSelecting, Money<long>] internal partial class Core;
        [Mechanism, Packages(2), SingleMinded(Greedy = true), Efficient, Money<decimal>] internal partial class Greedy;
        [Mechanism, Packages<Berth>, Or, Efficient, Money<decimal>] internal partial class Together;
        [Mechanism, Crowdfunding(12), CostSharing, Money<long>] internal partial class Lift;
        [Mechanism, Crowdfunding(10), PayAsBid, Money<long>] internal partial class Pledge;
        [Mechanism, IdenticalItems(3), Decreasing(2), Efficient] internal partial class Permits;

        internal static class Texts
        {
            public static string Single() => Vickrey.Explain([10, 8, 6]);
            public static string Reserved() => TwoBuyers.Explain([4, 8]);
            public static string Asymmetric() => TwoBuyers.Explain([9, 9], 0);
            public static string RunTime() => Open.Explain([5m, 3m], 4m, 0);
            public static string OwnBid() => FirstPrice.Explain([10, 8], 0);
            public static string Procured() => Sourcing.Explain([3, 4]);
            public static string Several() => Seats.Explain([9, 7, 7, 3]);
            public static string Slots() => Ads.Explain([10, 4, 2]);
            public static string Chosen() => Renovation.Explain([new(14, 18), new(9, 8)]);
            public static string Exchange() => Market.Explain([9, 7, 5, 2], [1, 3, 6, 8]);
            public static string Assigned() => Rooms.Explain([5, 2, 4, 3, 1, 1], 2);
            public static string Berthed() => Berths.Explain([new(5, 2), new(4, 3), new(1, 1)], 0);
            public static string Packed() => Licences.Explain([new(0, 0b11, 10), new(1, 0b01, 6), new(2, 0b10, 6)], 3);
            public static string InTheCore() => Core.Explain([new(0, 0b11, 10), new(1, 0b01, 8), new(2, 0b10, 8)], 3, 1);
            public static string Greedily() => Greedy.Explain([new(0, 0b11, 10), new(1, 0b01, 6), new(2, 0b10, 6), new(3, 0b01, 0)], 4);
            public static string Goods() => Together.Explain([new(0, 1, 8), new(0, 2, 5), new(1, 3, 10), new(2, 2, 0)], 3);
            public static string Shared() => Lift.Explain([9, 5, 4, 1]);
            public static string Pledged() => Pledge.Explain([6, 6], 0);
            public static string Units() => Permits.Explain([10, 7, 8, 1, 5, 4]);

            public static string Random(double[] reports) => Vickrey.Explain(reports);
            public static Sale<double> Run(double[] reports) => Vickrey.Run(reports);
            public static string None() => Vickrey.Explain([]);
            public static string Nobody() => Vickrey.Explain([1], 1);
        }
        """).Assembly.GetType("Texts")!);

    [Theory]
    [InlineData("Single", """
        Agent 0 reports 10, is served and pays 8. It would be served with every report of at least 8; beyond that its place goes to agent 1, who reports 8.
        Agent 1 reports 8 and is not served. It would be served with every report above 10, in place of agent 0, who reports 10.
        Agent 2 reports 6 and is not served. It would be served with every report above 10, in place of agent 0, who reports 10.
        """)]
    [InlineData("Reserved", """
        North reports 4 and is not served. It would be served with every report of at least 6, without taking anybody's place.
        South reports 8 and is not served. It would be served with every report of at least 9, without taking anybody's place.
        """)]
    [InlineData("Asymmetric", "North reports 9, is served and pays 6. It would be served with every report of at least 6; beyond that its place goes to South, who reports 9.")]
    [InlineData("RunTime", "Agent 0 reports 5, is served and pays 4. It would be served with every report of at least 4; beyond that nobody takes its place.")]
    [InlineData("OwnBid", "Agent 0 reports 10, is served and pays 10. It would be served with every report of at least 8; beyond that its place goes to agent 1, who reports 8. What it pays is not that number: the rule says 10.")]
    [InlineData("Procured", """
        Agent 0 reports 3, is served and receives 4. It would be served with every report of at most 4; beyond that its place goes to agent 1, who reports 4.
        Agent 1 reports 4 and is not served. It would be served with every report below 3, in place of agent 0, who reports 3.
        """)]
    [InlineData("Several", """
        Agent 0 reports 9, is served and pays 7. It would be served with every report of at least 7; beyond that its place goes to agent 2, who reports 7.
        Agent 1 reports 7, is served and pays 7. It would be served with every report of at least 7; beyond that its place goes to agent 2, who reports 7.
        Agent 2 reports 7 and is not served. It would be served with every report of at least 8, in place of agent 1, who reports 7.
        Agent 3 reports 3 and is not served. It would be served with every report of at least 8, in place of agent 1, who reports 7.
        """)]
    [InlineData("Slots", """
        Agent 0 reports 10, gets slot 0 and pays 600. It would have it with every report of at least 4; beyond that its place goes to agent 1, who reports 4.
        Agent 1 reports 4, gets slot 1 and pays 200. It would have it with every report of at least 2; beyond that its place goes to agent 2, who reports 2.
        Agent 2 reports 2 and is not served. It would be served with every report above 4, in place of agent 1, who reports 4.
        """)]
    [InlineData("Chosen", """
        DanceStudio is chosen.
        Agent 0 pays 1; without it SwimmingPool would be chosen.
        Agent 1 pays nothing; without it the same would be chosen.
        """)]
    [InlineData("Assigned", """
        Agent 0 gets item 0, worth 5 to it, and pays 2: without it agent 1 would have item 0 instead of item 1 and agent 2 would have item 1 instead of nothing, and the others' items would be worth 5 instead of 3.
        Agent 1 gets item 1, worth 3 to it, and pays 1: without it agent 2 would have item 1 instead of nothing, and the others' items would be worth 6 instead of 5.
        Agent 2 gets nothing: item 0 is worth 1 to it and costs 2, item 1 is worth 1 to it and costs 1.
        """)]
    [InlineData("Berthed", "Agent 0 gets Quay, worth 5 to it, and pays 2: without it agent 1 would have Quay instead of Pier and agent 2 would have Pier instead of nothing, and the others' items would be worth 5 instead of 3.")]
    [InlineData("Packed", """
        Bidder 0 gets nothing: bid 0 of 10 would have to exceed 12, what it would displace.
        Bidder 1 wins with bid 1 of 6 and pays 4: without it bid 0 of bidder 0 would be accepted, and the others' bids would be worth 10 instead of 6.
        Bidder 2 wins with bid 2 of 6 and pays 4: without it bid 0 of bidder 0 would be accepted, and the others' bids would be worth 10 instead of 6.
        """)]
    [InlineData("InTheCore", "Bidder 1 wins with bid 1 of 8 and pays 5: without it bid 0 of bidder 0 would be accepted, and the others' bids would be worth 10 instead of 8. Its Clarke payment would be 2; payments in the core are raised until no group of bidders would offer more.")]
    [InlineData("Greedily", """
        Bidder 0 wins with bid 0 (10 for 2 goods) and pays 8.49: with less than 8.49 it would come after bids for its goods, and without it bid 1 of bidder 1 (6 for 1 good) and bid 2 of bidder 2 (6 for 1 good) would be accepted.
        Bidder 1 gets nothing: bid 1 (6 for 1 good) comes after bids that take its goods; its critical value is 7.08.
        Bidder 2 gets nothing: bid 2 (6 for 1 good) comes after bids that take its goods; its critical value is 7.08.
        Bidder 3 gets nothing: it bids on nothing.
        """)]
    [InlineData("Goods", """
        Bidder 0 gets Quay and Pier and pays 10, what the others lose by its presence: without it bidder 1 would get Quay and Pier instead of nothing.
        Bidder 1 gets nothing: its bids are worth no more than those that they would displace.
        Bidder 2 gets nothing: it bids on nothing.
        """)]
    [InlineData("Shared", """
        Agent 0 reports 9, is served and pays 4. It would be served with every report of at least 4; beyond that nobody takes its place.
        Agent 1 reports 5, is served and pays 4. It would be served with every report of at least 4; beyond that nobody takes its place.
        Agent 2 reports 4, is served and pays 4. It would be served with every report of at least 4; beyond that nobody takes its place.
        Agent 3 reports 1 and is not served. It would be served with every report of at least 3, without taking anybody's place.
        """)]
    [InlineData("Pledged", "Agent 0 reports 6, is served and pays 6. It would be served with every report of at least 4; beyond that nobody takes its place. What it pays is not that number: the rule says 6.")]
    [InlineData("Units", """
        Agent 0 gets 2 items, worth 10 and 7 to it, and pays 9: without it the others would have more, worth 5 to agent 2 and 4 to agent 2.
        Agent 1 gets 1 item, worth 8 to it, and pays 5: without it the others would have more, worth 5 to agent 2.
        Agent 2 gets nothing: its highest value 5 is not among those that are served.
        """)]
    [InlineData("None", "")]
    public void SaysWhy(string method, string text)
    {
        // In a culture with other numbers the text is the same.
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(text.ReplaceLineEndings("\n").TrimEnd('\n'), Programs.Value.GetMethod(method)!.Invoke(null, null));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void AnExchangeExplainsBothSides()
    {
        var lines = ((string)Programs.Value.GetMethod("Exchange")!.Invoke(null, null)!).Split('\n');
        Assert.Equal(8, lines.Length);
        Assert.StartsWith("Agent 0 reports 9, trades and pays 5.5.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Agent 2 reports 5 and does not trade.", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("Agent 4 reports 1, trades and receives 5.5.", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("Agent 7 reports 8 and does not trade.", lines[7], StringComparison.Ordinal);
    }

    [Fact]
    public void NobodyElseIsAsked() => Assert.Contains(
        "There are 1 agents; 1 is none of them",
        Assert.Throws<System.Reflection.TargetInvocationException>(() => Programs.Value.GetMethod("Nobody")!.Invoke(null, null)).InnerException!.Message,
        StringComparison.Ordinal);

    [Fact]
    public void EveryNumberIsThatOfARun()
    {
        var explain = Programs.Value.GetMethod("Random")!.CreateDelegate<Func<double[], string>>();
        var run = Programs.Value.GetMethod("Run")!.CreateDelegate<Func<double[], Sale<double>>>();
        var random = 11UL;
        for (var profile = 0; profile < 500; profile++)
        {
            double[] bids = [.. Enumerable.Range(0, 1 + (int)(Next(ref random) % 5)).Select(_ => (double)(Next(ref random) % 12))];
            var sale = run(bids);
            var lines = explain(bids).Split('\n');
            for (var agent = 0; agent < bids.Length; agent++)
            {
                var words = lines[agent];
                Assert.Equal(agent == sale.Winner, words.Contains(FormattableString.Invariant($"is served and pays {sale.Price}."), StringComparison.Ordinal));

                // What is said of other reports is what happens at them.
                foreach (var (marker, isStrict) in new[] { ("with every report of at least ", false), ("with every report above ", true) })
                {
                    if (words.IndexOf(marker, StringComparison.Ordinal) is >= 0 and var at)
                    {
                        var bound = double.Parse(new string([.. words.AsSpan(at + marker.Length).ToString().TakeWhile(letter => letter is '.' or (>= '0' and <= '9'))]).TrimEnd('.'), CultureInfo.InvariantCulture);
                        Assert.Equal(!isStrict, Wins(agent, bound));
                        Assert.True(Wins(agent, Math.BitIncrement(bound)));
                        Assert.False(bound > 0 && Wins(agent, Math.BitDecrement(bound)));
                    }
                }
            }

            bool Wins(int agent, double bid)
            {
                double[] changed = [.. bids];
                changed[agent] = bid;
                return run(changed).Winner == agent;
            }
        }
    }

    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
