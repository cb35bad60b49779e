using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Matching;

public class AssignmentTests
{
    [Fact]
    public void OneItem_IsASecondPriceAuction()
    {
        var (assigned, payments) = Run([10, 8, 6, 4], 4, 1);
        Assert.Equal([0, -1, -1, -1], assigned);
        Assert.Equal([8, 0, 0, 0], payments);
    }

    [Fact]
    public void EqualBids_TheEarlierBidderKeepsTheItem()
    {
        var (assigned, payments) = Run([5, 5], 2, 1);
        Assert.Equal([0, -1], assigned);
        Assert.Equal([5, 0], payments);
    }

    [Fact]
    public void AnItemIsNeverAssignedAtANegativeValue()
    {
        var (assigned, payments) = Run([-3, -1, 4, -2], 2, 2);
        Assert.Equal([-1, 0], assigned);
        Assert.Equal([0, 0], payments);
    }

    [Fact]
    public void EmptyMarkets()
    {
        Assert.Equal([-1, -1], Run([], 2, 0).Assigned);
        Assert.Empty(Run([], 0, 3).Assigned);
    }

    [Fact]
    public void BadInputIsNamed()
    {
        var values = Enumerable.Repeat(1.0, 20 * 11).ToArray();
        values[(13 * 11) + 6] = double.NaN;
        Assert.Contains(
            "The value of item 6 to bidder 13 is NaN",
            Assert.Throws<ArgumentOutOfRangeException>(() => Run(values, 20, 11)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Run([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentException>(() => Assignment.Run([1, 2], 1, new int[2], new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Assignment.Run([], -1, [], []));
    }

    [Fact]
    public void EqualsTheDefinitionOnRandomMarkets()
    {
        var draws = new Draws(43);
        for (var instance = 0; instance < 12_000; instance++)
        {
            var bidders = 1 + draws.Below(6);
            var items = 1 + draws.Below(6);
            var isInteger = instance % 2 == 0;
            var range = instance % 3 == 0 ? 3 : 1000;
            var values = Enumerable.Range(0, bidders * items)
                .Select(_ => (isInteger ? draws.Below(range) : draws.Uniform() * range) - (instance % 7 == 0 ? range / 3 : 0)).ToArray();
            var (assigned, payments) = Run(values, bidders, items);

            var tolerance = isInteger ? 0 : 1e-12 * range * 10;
            var welfare = Best(values, bidders, items, without: -1);
            Assert.Equal(welfare, Enumerable.Range(0, bidders).Where(bidder => assigned[bidder] >= 0).Sum(bidder => values[(bidder * items) + assigned[bidder]]), tolerance);
            Assert.Equal(assigned.Count(item => item >= 0), assigned.Where(item => item >= 0).Distinct().Count());
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                var own = assigned[bidder] < 0 ? 0 : values[(bidder * items) + assigned[bidder]];
                Assert.Equal(Best(values, bidders, items, bidder) - (welfare - own), payments[bidder], tolerance);
            }
        }
    }

    public static TheoryData<string, int, int> LargeMarkets()
    {
        var markets = new TheoryData<string, int, int>();
        foreach (var kind in (string[])["few values", "many values", "common", "products", "sorted", "poor ones", "two groups", "with negative ones"])
        {
            foreach (var (bidders, items) in new[] { (150, 150), (90, 160), (160, 90), (1, 77), (77, 1), (130, 63), (130, 64), (400, 400) })
            {
                markets.Add(kind, bidders, items);
            }
        }

        return markets;
    }

    [Theory]
    [MemberData(nameof(LargeMarkets))]
    public void LargeMarkets_PricesAreTheLowestCompetitiveOnes(string kind, int bidders, int items)
    {
        // Every bidder gets what it likes best at the prices, unsold items are free, and every dear item is held up by a chain of indifferent bidders
        // that starts at a free item or at somebody without one: that characterises the lowest competitive prices, hence the payments.
        var draws = new Draws(47);
        var common = Enumerable.Range(0, items).Select(_ => (double)draws.Below(100_000)).ToArray();
        var values = Enumerable.Range(0, bidders * items).Select(index => kind switch
        {
            "few values" => draws.Below(5),
            "many values" => draws.Below(1_000_000),
            "common" => common[index % items] + draws.Below(10_000),
            "products" => (double)(index / items) * (index % items),
            "sorted" => index % items,

            // A third can afford the dearest items only, so that bidders and items are left; or half of the bidders want half of the items.
            "poor ones" => common[index % items] + draws.Below(10_000) - (index / items % 3 == 0 ? 90_000 : 0),
            "two groups" => (index % items % 2) == (index / items % 2) ? common[index % items] + draws.Below(10_000) : -1,
            _ => draws.Below(200) - 150,
        }).ToArray();
        var (assigned, payments) = Run(values, bidders, items);
        var prices = new double[items];
        for (var bidder = 0; bidder < bidders; bidder++)
        {
            if (assigned[bidder] >= 0)
            {
                prices[assigned[bidder]] = payments[bidder];
            }
        }

        double Utility(int bidder) => assigned[bidder] < 0 ? 0 : values[(bidder * items) + assigned[bidder]] - payments[bidder];
        for (var bidder = 0; bidder < bidders; bidder++)
        {
            Assert.Equal(Math.Max(0, Enumerable.Range(0, items).Max(item => values[(bidder * items) + item] - prices[item])), Utility(bidder));
        }

        // An item is held up if it costs nothing, if somebody without an item would be as happy with it, or somebody whose own item is held up.
        var heldUp = Enumerable.Range(0, items).Where(item => prices[item] == 0).ToHashSet();
        bool grew;
        do
        {
            grew = false;
            foreach (var bidder in Enumerable.Range(0, bidders).Where(bidder => assigned[bidder] < 0 || heldUp.Contains(assigned[bidder])).ToArray())
            {
                foreach (var item in Enumerable.Range(0, items))
                {
                    grew |= values[(bidder * items) + item] - prices[item] == Utility(bidder) && heldUp.Add(item);
                }
            }
        }
        while (grew);
        Assert.Equal(items, heldUp.Count);
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(330, 300)]
    [InlineData(300, 330)]
    public void ContestedMarkets_TheOrderOfBiddersDoesNotMatterWithoutTies(int bidders, int items)
    {
        // Everybody wants the same items, so prices come from a war of bids; then the order in which bidders are let in must not show.
        var draws = new Draws(53);
        var common = Enumerable.Range(0, items).Select(_ => draws.Uniform()).ToArray();
        var values = Enumerable.Range(0, bidders * items).Select(index => common[index % items] * (0.9 + (0.2 * draws.Uniform()))).ToArray();
        var reversed = Enumerable.Range(0, bidders).Reverse().SelectMany(bidder => values.Skip(bidder * items).Take(items)).ToArray();
        var (assigned, payments) = Run(values, bidders, items);
        var (mirrored, mirroredPayments) = Run(reversed, bidders, items);
        Assert.Equal(assigned, mirrored.Reverse());
        Assert.All(payments.Zip(mirroredPayments.Reverse()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    // The search from prices above zero says itself whether its answer is beyond doubt: then it is the definition's, wherever it began.
    [Fact]
    public void SearchesFromHigherPrices_AreRightWhereTheySaySo()
    {
        var draws = new Draws(59);
        var (accepted, refused) = (0, 0);
        for (var instance = 0; instance < 20_000; instance++)
        {
            var (bidders, items, range) = (1 + draws.Below(4), 1 + draws.Below(4), 2 + draws.Below(9));
            var values = Enumerable.Range(0, bidders * items).Select(_ => (double)(draws.Below(range) - draws.Below(2))).ToArray();
            var assigned = new int[bidders];
            var search = new AugmentingPaths(values, items, assigned, new double[(4 * items) + bidders], new int[3 * items]);
            search.StartAt(Enumerable.Range(0, items).Select(_ => (double)draws.Below(range)).ToArray());
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                search.Insert(bidder);
            }

            if (!search.TryLower())
            {
                refused++;
                continue;
            }

            accepted++;
            var welfare = Best(values, bidders, items, without: -1);
            Assert.Equal(welfare, Enumerable.Range(0, bidders).Where(bidder => assigned[bidder] >= 0).Sum(bidder => values[(bidder * items) + assigned[bidder]]));
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                var own = assigned[bidder] < 0 ? 0 : values[(bidder * items) + assigned[bidder]];
                Assert.Equal(Best(values, bidders, items, bidder) - (welfare - own), assigned[bidder] < 0 ? 0 : search.PriceOf(assigned[bidder]));

                // Beyond doubt: who is served gains by it, so that nobody else has an equal right.
                Assert.True(assigned[bidder] < 0 || own > search.PriceOf(assigned[bidder]));
            }
        }

        Assert.True(accepted > 2_000 && refused > 2_000, $"{accepted} {refused}");
    }

    private static (int[] Assigned, double[] Payments) Run(double[] values, int bidders, int items)
    {
        // What was in the memory before does not matter.
        var assigned = Enumerable.Repeat(items, bidders).ToArray();
        var payments = Enumerable.Repeat(double.NaN, bidders).ToArray();
        Assignment.Run(values, items, assigned, payments);
        return (assigned, payments);
    }

    /// <summary>The highest total of an assignment without one bidder, by trying all.</summary>
    private static double Best(double[] values, int bidders, int items, int without)
    {
        double From(int bidder, int taken)
        {
            if (bidder == bidders)
            {
                return 0;
            }

            var best = From(bidder + 1, taken);
            for (var item = 0; bidder != without && item < items; item++)
            {
                if ((taken & (1 << item)) == 0)
                {
                    best = Math.Max(best, values[(bidder * items) + item] + From(bidder + 1, taken | (1 << item)));
                }
            }

            return best;
        }

        return From(0, 0);
    }
}
