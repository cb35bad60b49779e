using System.Globalization;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>What a run says of itself where more than a price is to be explained: rules of one's own, lots, losers who pay, trades, tables, partnerships, taxes.</summary>
public class ExplainOtherFamiliesTests
{
    private static readonly Lazy<Type> Programs = new(() => Driver.Load("""
        [Mechanism, SingleItem, AllPay] internal partial class Everybody;
        [Mechanism, SingleItem, Efficient, EntryFee(1)] internal partial class Fee;
        [Mechanism(Ties = TieRule.Shared), SingleItem, Efficient] internal partial class Lots;
        [Mechanism(Ties = TieRule.Shared), SingleItem, Efficient, Procurement, BuyerValue(9)] internal partial class Tenders;
        [Mechanism, BilateralTrade, Efficient] internal partial class House;
        [Mechanism, BilateralTrade, Efficient, DAgva, Seller<Uniform>("Anne", 0, 1), Buyer<Uniform>("Bert", 0, 1)] internal partial class Flat;
        [Mechanism, Crowdfunding(10), Efficient] internal partial class Lift;
        [Mechanism, Crowdfunding(1), CostSharing] internal partial class Album;

        [Mechanism, SingleItem]
        internal partial class Search
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
        }

        [Mechanism, SingleItem, Types(1, 2, 5), Agents(2)]
        internal partial class Finite
        {
            [Score] static int Score(int bid) => bid;
        }

        [Mechanism, SingleItem]
        internal partial class OwnBid
        {
            [Allocation]
            static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
            {
                var best = 0;
                for (var agent = 1; agent < bids.Length; agent++)
                {
                    if (bids[agent] > bids[best])
                    {
                        best = agent;
                    }
                }

                return best;
            }

            [Payment] static double Pay(ReadOnlySpan<double> bids, int agent) => agent == Winner(bids) ? bids[agent] : 1;
        }

        [Mechanism, IdenticalItems(2), Agents(1)]
        internal partial class Steps
        {
            [Allocation] static int[] Give([Between(0, 10)] ReadOnlySpan<int> bids) => [bids[0] >= 6 ? 2 : bids[0] >= 3 ? 1 : 0];
        }

        [Mechanism, SingleItem, Agents(1)]
        internal partial class Chance
        {
            [Allocation] static double[] Give([Between(0, 10)] ReadOnlySpan<double> bids) => [bids[0] / 10];
        }

        [Mechanism, SingleItem, Procurement]
        internal partial class Purchase
        {
            [Score] static decimal Score([Between(0, 50)] decimal cost) => 40 - cost;
        }

        [Mechanism, SingleItem, Optimal(Objective.Revenue), Agents(2)]
        [DiscretePrior([1, 2, 3], [1, 1, 1]), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
        internal partial class BestSale;

        [Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean]
        [Types(1, 2, 3), JointPrior(4, 2, 1,  2, 2, 2,  1, 2, 4)]
        internal partial class Correlated;

        [Mechanism, PublicProject(3), Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2], [1, 1])] internal partial class Bridge;
        [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])] internal partial class Bundle;
        [Mechanism, Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1)] internal partial class Buyout;
        [Mechanism, Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1), Money<decimal>] internal partial class Exact;
        [Mechanism, Taxation(TaxObjective.Revenue), DiscretePrior([1, 2], [1, 1])] internal partial class Levy;
        [Mechanism, Taxation(TaxObjective.Rawlsian), Prior<Uniform>(1, 2)] internal partial class Smooth;

        internal static class Texts
        {
            public static string AllPay() => Everybody.Explain([10, 8]);
            public static string Fees() => Fee.Explain([10, 8]);
            public static string Tied() => Lots.Explain([8, 8, 5]);
            public static string Untied() => Lots.Explain([10, 8], 0);
            public static string TiedCosts() => Tenders.Explain([4, 4], 1);
            public static string Traded() => House.Explain(1, 3);
            public static string Kept() => House.Explain(5, 3, 1);
            public static string Balanced() => Flat.Explain(.6, .4);
            public static string Funded() => Lift.Explain([6, 6], 0);
            public static string Shared() => Album.Explain([.6, .6, .6], 1);
            public static string Scored() => Search.Explain([new(40, .5), new(30, .8)]);
            public static string Listed() => Finite.Explain([5, 2]);
            public static string OwnPayment() => OwnBid.Explain([10, 8]);
            public static string Units() => Steps.Explain([7], 0);
            public static string NoUnits() => Steps.Explain([2]);
            public static string Chances() => Chance.Explain([6]);
            public static string Bought() => Purchase.Explain([30m, 33.5m]);
            public static string Table() => BestSale.Explain([2, 2], 0);
            public static string Bets() => Correlated.Explain([1, 3]);
            public static string Lottery() => Bridge.Explain([2, 2], 1);
            public static string Goods() => Bundle.Explain([new(2, 1)]);
            public static string Parted() => Buyout.Explain([.4, .8]);
            public static string PartedExactly() => Exact.Explain([.4m, .8m], 0);
            public static string Taxed() => Levy.Explain(1);
            public static string Untaxed() => Levy.Explain(2);
            public static string Unskilled() => Smooth.Explain(0);
            public static string Continuous() => Smooth.Explain(1.5);
        }
        """).Assembly.GetType("Texts")!);

    [Theory]
    [InlineData("AllPay", """
        Agent 0 reports 10, is served and pays 10. It would be served with every report of at least 8; beyond that its place goes to agent 1, who reports 8. What it pays is not that number: the rule says 10.
        Agent 1 reports 8, is not served and pays 8 all the same. It would be served with every report above 10, in place of agent 0, who reports 10.
        """)]
    [InlineData("Fees", """
        Agent 0 reports 10, is served and pays 8. The entry fee of 1 comes on top. It would be served with every report of at least 8; beyond that its place goes to agent 1, who reports 8.
        Agent 1 reports 8 and is not served. It pays the entry fee of 1 all the same. It would be served with every report above 10, in place of agent 0, who reports 10.
        """)]
    [InlineData("Tied", """
        Agent 0 reports 8, is served with probability 0.5 and pays 4 in expectation. It would have probability 0.5 with a report of at least 8 and certain service with a report above 8. What it pays is that number for each rise: 8 · 0.5. With the report 0 in its place agent 1, who reports 8, would have 1 instead of 0.5.
        Agent 1 reports 8, is served with probability 0.5 and pays 4 in expectation. It would have probability 0.5 with a report of at least 8 and certain service with a report above 8. What it pays is that number for each rise: 8 · 0.5. With the report 0 in its place agent 0, who reports 8, would have 1 instead of 0.5.
        Agent 2 reports 5 and is not served. It would have probability 0.3333333333333333 with a report of at least 8 and certain service with a report above 8.
        """)]
    [InlineData("Untied", "Agent 0 reports 10, is served and pays 8. It would have probability 0.5 with a report of at least 8 and certain service with a report above 8. What it pays is that number for each rise: 8 · 0.5 + 8 · 0.5. With the report 0 in its place agent 1, who reports 8, would have 1 instead of 0.")]
    [InlineData("TiedCosts", "Agent 1 reports 4, is served with probability 0.5 and receives 2 in expectation. It would have probability 0.5 with a report of at most 4 and certain service with a report below 4. What it receives is that number for each rise: 4 · 0.5. With the report 1000000000000000 in its place agent 0, who reports 4, would have 1 instead of 0.5.")]
    [InlineData("Traded", """
        Seller reports 1, trades and receives 3. It would trade with every report of at most 3; beyond that nobody takes its place.
        Buyer reports 3, trades and pays 1. It would trade with every report of at least 1; beyond that nobody takes its place.
        """)]
    [InlineData("Kept", "Buyer reports 3 and does not trade. It would trade with every report of at least 5, without taking anybody's place.")]
    [InlineData("Funded", "Agent 0 reports 6, is served and pays 4. It would be served with every report of at least 4; beyond that nobody takes its place.")]
    [InlineData("Shared", "Agent 1 reports 0.6, is served and pays 0.3333333333333333. It would be served with every report of at least 0.3333333333333333; beyond that nobody takes its place.")]
    [InlineData("Scored", """
        Agent 0 reports 40 and is not served. It would be served with every report of at least 48, in place of agent 1, who reports 30.
        Agent 1 reports 30, is served and pays 25. It would be served with every report above 25; beyond that its place goes to agent 0, who reports 40.
        """)]
    [InlineData("Listed", """
        Agent 0 reports 5, is served and pays 2. It would be served with every report of at least 2; beyond that its place goes to agent 1, who reports 2.
        Agent 1 reports 2 and is not served. No report would be served.
        """)]
    [InlineData("OwnPayment", """
        Agent 0 reports 10, is served and pays 10. It would be served with 8, but not just below; there its place goes to agent 1, who reports 8. What it pays is what the declaration's own payment says.
        Agent 1 reports 8, is not served and pays 1 all the same. It would be served just above 10, but not with 10: in place of agent 0, who reports 10.
        """)]
    [InlineData("Units", "Agent 0 reports 7, gets 2 units and pays 9. It would have 1 with a report of at least 3 and 2 with a report of at least 6. What it pays is that number for each rise: 3 · 1 + 6 · 1.")]
    [InlineData("NoUnits", "Agent 0 reports 2 and gets nothing. It would have 1 with a report of at least 3 and 2 with a report of at least 6.")]
    [InlineData("Bought", """
        Agent 0 reports 30, is served and receives 33.5. It would be served with every report of at most 33.5; beyond that its place goes to agent 1, who reports 33.5.
        Agent 1 reports 33.5 and is not served. It would be served with every report of at most 29.99, in place of agent 0, who reports 30.
        """)]
    [InlineData("Goods", "Agent 0 reports Good0 2, Good1 1 and has Good0 and Good1 at 3. With the others' reports as they are it could have nothing at 0 (by reporting Good0 1, Good1 1), Good0 and Good1 at 3 (by reporting Good0 1, Good1 2 to Good0 2, Good1 2). Its own leaves it 0, and none of these more.")]
    [InlineData("Parted", """
        Partner 0 reports 0.4 and leaves, because partner 1 reports 0.8; it receives 0.24. It is charged 0.08, what its report takes from the others in expectation, receives 0.32, its part of what the others are charged.
        Partner 1 reports 0.8 and gets everything, because nobody reports more; it pays 0.24. It is charged 0.32, what its report takes from the others in expectation, receives 0.08, its part of what the others are charged.
        """)]
    [InlineData("PartedExactly", "Partner 0 reports 0.4 and leaves, because partner 1 reports 0.8; it receives 0.24. It is charged 0.08, what its report takes from the others in expectation, receives 0.32, its part of what the others are charged. All of that is rounded to the grid of the money, so that payments sum to zero.")]
    [InlineData("Unskilled", "A person of skill 0 produces 0,")]
    public void SaysWhy(string method, string text)
    {
        var actual = Invoke(method);
        Assert.Equal(text.ReplaceLineEndings("\n").TrimEnd('\n'), text.EndsWith(',') ? actual[..Math.Min(text.Length, actual.Length)] : actual);
    }

    [Theory]
    [InlineData("Chances", "Agent 0 reports 6, is served with probability 0.6 and pays 1.8", "What it would get rises at more than 8 reports.", "its report times what it gets, 3.6, less 1.8, to which what all lower reports would get adds up.")]
    [InlineData("Table", "Agent 0 reports 2 and has the item with probability 0.5 at 1.", "nothing at 0 (by reporting 1)", "Its own leaves it 0, and none of these more.")]
    [InlineData("Bets", "Agent 0 reports 1 and has nothing at 6.", "Agent 1 reports 3 and has the item at 9.", "at these reports of the others: truth is its best reply on average over them, not at each.")]
    [InlineData("Lottery", "Agent 1 reports 2 and has Built at ", "(by reporting 1)", "(by reporting 2)")]
    [InlineData("Taxed", "A person of skill 1 produces 0.571428571429, pays 0.408163265306 of tax and keeps 0.163265306122; with its labour deducted, 0 is left.", "Without a tax it would produce 1, skill²; that output is taxed ", "less than one to it.")]
    [InlineData("Untaxed", "A person of skill 2 produces 4, pays 1.87755102041 of tax and keeps 2.12244897959;", "That is what it would produce without a tax", "")]
    [InlineData("Continuous", "A person of skill 1.5 produces ", "with its labour deducted, ", "Without a tax it would produce 2.25, skill²;")]
    [InlineData("Balanced", "Anne reports 0.6, does not trade and ", "Bert reports 0.4, does not trade and ", "It would trade with every report of at most 0.4")]
    public void SaysAmongOtherThings(string method, string start, string middle, string end)
    {
        var text = Invoke(method);
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.Contains(middle, text, StringComparison.Ordinal);
        Assert.Contains(end, text, StringComparison.Ordinal);
    }

    /// <summary>In a culture with other numbers the text is the same.</summary>
    private static string Invoke(string method)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            return (string)Programs.Value.GetMethod(method)!.Invoke(null, null)!;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
