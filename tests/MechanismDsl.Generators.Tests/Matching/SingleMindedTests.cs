using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Kernels;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Matching;

/// <summary>Single-minded bidders through the generated code: the best set of bids, and the greedy choice with critical values, against their definitions.</summary>
public class SingleMindedTests
{
    private static readonly Lazy<Type> Programs = new(() => Driver.Load("""
        using MechanismDsl.Kernels;

        [Mechanism, Packages(4), SingleMinded, Efficient] internal partial class Best;
        [Mechanism, Packages(40), SingleMinded, Efficient, Money<long>] internal partial class Searched;
        [Mechanism, Packages(32), SingleMinded(Greedy = true), Efficient] internal partial class Greedy;
        [Mechanism, Packages(64), SingleMinded(Greedy = true), Efficient, Money<long>] internal partial class Whole;
        [Mechanism, Packages(5), SingleMinded(Greedy = true), Efficient, Money<decimal>(Decimals = 1)] internal partial class Tenths;
        [Mechanism, Packages(2), SingleMinded(Greedy = true), Efficient, Agent("Alpha"), Agent("Beta")] internal partial class Named;

        internal static class Runs
        {
            public static PackageAwards<double> Exact(PackageBid[] bids, int bidders) => Best.Run(bids, bidders);
            public static PackageAwards<long> Search(PackageBid<long>[] bids, int bidders) => Searched.Run(bids, bidders);
            public static PackageAwards<double> Doubles(PackageBid[] bids, int bidders) => Greedy.Run(bids, bidders);
            public static PackageAwards<long> Wholes(PackageBid<long>[] bids, int bidders) => Whole.Run(bids, bidders);
            public static PackageAwards<decimal> Decimals(PackageBid<decimal>[] bids, int bidders) => Tenths.Run(bids, bidders);
            public static string ByName() => $"{Named.Run([new(Named.Bidders.Beta, 0b11, 10), new(Named.Bidders.Alpha, 0b01, 6)])}";
        }
        """).Assembly.GetType("Runs")!);

    [Fact]
    public async Task Spectrum()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Region { North, South }

            [Mechanism, Packages<Region>, SingleMinded(Greedy = true), Efficient, Money<decimal>]
            public partial class Spectrum;

            internal static class Table
            {
                public static string Run() => Spectrum.Run([new(0, Spectrum.Goods.North | Spectrum.Goods.South, 10), new(1, Spectrum.Goods.North, 6), new(2, Spectrum.Goods.South, 6)], bidders: 3).ToString();

                public static bool Holds<M>() where M : IPackageAuction<MechanismDsl.Kernels.PackageBid<decimal>, decimal>, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational => M.Run([], 0).Bidders.Length == 0;

                public static bool Holds() => Holds<Spectrum>();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal("0: bid 0 at 8.49", table.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethods().Single(method => method is { Name: "Holds", IsGenericMethod: false }).Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void NamedBidders() => Assert.Equal("Result { AlphaBid = -1, AlphaPays = 0, BetaBid = 0, BetaPays = 8.485281374238571 }", Programs.Value.GetMethod("ByName")!.Invoke(null, null));

    [Fact]
    public void TheBestSet_EqualsTheDefinition()
    {
        var (exact, search) = (Run<PackageBid, double>("Exact"), Run<PackageBid<long>, long>("Search"));
        var draws = new Draws(21);
        for (var market = 0; market < 10_000; market++)
        {
            var (offers, bidders) = draws.Market(4);
            var expected = PackageInterpreter.Run(offers, bidders);
            CheckGains(offers, expected, exact([.. offers.Select(Double)], bidders).Bidders.ToArray().Select(award => (award.Bid, (decimal)award.Payment)));
            CheckGains(offers, expected, search([.. offers.Select(Whole)], bidders).Bidders.ToArray().Select(award => (award.Bid, (decimal)award.Payment)));
        }
    }

    [Fact]
    public void TheGreedyChoiceInWholeMoney_PaysTheLowestValueThatWins()
    {
        var run = Run<PackageBid<long>, long>("Wholes");
        var draws = new Draws(22);
        for (var market = 0; market < 10_000; market++)
        {
            var (offers, bidders) = draws.Market(market % 2 == 0 ? 4 : 64);
            PackageBid<long>[] bids = [.. offers.Select(Whole)];
            var outcome = run(bids, bidders);
            var expected = GreedyPackageInterpreter.Run(offers, bidders, new Money(MoneyKind.Int64));
            Assert.Equal(expected.Accepted, outcome.Bidders.ToArray().Select(award => award.Bid));
            Assert.Equal(expected.Payments, outcome.Bidders.ToArray().Select(award => (decimal)award.Payment));
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                // Every value from 1 to the highest, by running the mechanism: no critical value is assumed.
                var bid = Array.FindIndex(bids, one => one.Bidder == bidder);
                var lowest = bid < 0 ? -1 : Enumerable.Range(1, 40).FirstOrDefault(value => run([.. bids.Select((one, index) => index == bid ? one with { Value = value } : one)], bidders)[bidder].IsServed, -1);
                Assert.Equal(bid >= 0 && lowest >= 0 && bids[bid].Value >= lowest, outcome[bidder].IsServed);
                Assert.True(!outcome[bidder].IsServed || outcome[bidder].Payment == lowest || (outcome[bidder].Payment == 0 && lowest == 1));
            }
        }
    }

    [Fact]
    public void TheGreedyChoiceInDoubles_PaysTheInfimumOfTheValuesThatWin()
    {
        var run = Run<PackageBid, double>("Doubles");
        var draws = new Draws(23);
        var contested = 0;
        for (var market = 0; market < 10_000; market++)
        {
            var (offers, bidders) = draws.Market(market % 2 == 0 ? 4 : 32);
            PackageBid[] bids = [.. offers.Select(Double)];
            var outcome = run(bids, bidders);
            var expected = GreedyPackageInterpreter.Run(offers, bidders, new Money(MoneyKind.Double));
            Assert.Equal(expected.Accepted, outcome.Bidders.ToArray().Select(award => award.Bid));
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                var (bid, payment) = (outcome[bidder].Bid, outcome[bidder].Payment);
                Assert.Equal((double)expected.Payments[bidder], payment, 1e-12);
                if (payment > 0)
                {
                    contested++;
                    Assert.True(Wins(Math.BitIncrement(payment)));
                    Assert.False(Wins(Math.BitDecrement(payment)));
                }

                bool Wins(double value) => run([.. bids.Select((one, index) => index == bid ? one with { Value = value } : one)], bidders)[bidder].IsServed;
            }
        }

        Assert.True(contested > 2_000, $"only {contested} payments");
    }

    /// <summary>Neither a false value nor a false package: every pair of both, for every bidder, in exact money.</summary>
    [Fact]
    public void NoReportOfValueAndPackage_Gains()
    {
        var run = Run<PackageBid<decimal>, decimal>("Decimals");
        var draws = new Draws(24);
        for (var market = 0; market < 400; market++)
        {
            var (offers, bidders) = draws.Market(3);
            PackageBid<decimal>[] bids = [.. offers.Select(offer => new PackageBid<decimal>(offer.Bidder, offer.Goods, offer.Value / 10))];
            for (var bid = 0; bid < bids.Length; bid++)
            {
                var truth = bids[bid];
                var gain = Gain(bids);
                Assert.True(gain >= 0);
                for (var goods = 1ul; goods < 8; goods++)
                {
                    for (var value = 0; value < 14; value++)
                    {
                        Assert.True(Gain([.. bids.Select((one, index) => index == bid ? new PackageBid<decimal>(truth.Bidder, goods, value / 10m) : one)]) <= gain);
                    }
                }

                decimal Gain(PackageBid<decimal>[] reported)
                {
                    var award = run(reported, bidders)[truth.Bidder];
                    return (award.IsServed && (reported[award.Bid].Goods & truth.Goods) == truth.Goods ? truth.Value : 0) - award.Payment;
                }
            }
        }
    }

    [Fact]
    public void ItIsWorthItsBound()
    {
        var run = Run<PackageBid<decimal>, decimal>("Decimals");
        var draws = new Draws(25);
        for (var market = 0; market < 2_000; market++)
        {
            var (offers, bidders) = draws.Market(5);
            var worth = run([.. offers.Select(offer => new PackageBid<decimal>(offer.Bidder, offer.Goods, offer.Value))], bidders).Bidders.ToArray().Sum(award => award.IsServed ? offers[award.Bid].Value : 0);
            var best = PackageInterpreter.Run(offers, bidders).Welfare;
            Assert.True(worth * worth * 5 >= best * best);
        }
    }

    [Fact]
    public void BadBidsAreNamed()
    {
        var (exact, greedy) = (Run<PackageBid, double>("Exact"), Run<PackageBid, double>("Doubles"));
        foreach (var run in new[] { exact, greedy })
        {
            Assert.Contains("Bid 2 is the second of bidder 1, after bid 0; a single-minded bidder wants one package and makes one bid.", Assert.Throws<ArgumentException>(() => run([new(1, 1, 5), new(0, 1, 4), new(1, 2, 3)], 2)).Message, StringComparison.Ordinal);
            Assert.Contains("Bid 0 is made by bidder 2; bidders are 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => run([new(2, 1, 5)], 2)).Message, StringComparison.Ordinal);
            Assert.Contains("Bid 0 of bidder 0 names no good", Assert.Throws<ArgumentOutOfRangeException>(() => run([new(0, 0, 5)], 2)).Message, StringComparison.Ordinal);
            Assert.Contains("Bid 0 of bidder 0 is worth NaN", Assert.Throws<ArgumentOutOfRangeException>(() => run([new(0, 1, double.NaN)], 2)).Message, StringComparison.Ordinal);
            Assert.Empty(run([], 0).Bidders.ToArray());
        }

        var whole = Run<PackageBid<decimal>, decimal>("Decimals");
        Assert.Contains("names good 5; goods are 0 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => whole([new(0, 32, 1)], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("is worth 0.25", Assert.Throws<ArgumentOutOfRangeException>(() => whole([new(0, 1, .25m)], 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeclarationsWithErrors_KeepTheirSignatures()
    {
        var (driver, _) = Driver.Load("""
            [Mechanism, Packages(30), SingleMinded(Greedy = true), RevenueOptimal] internal partial class A;
            internal static class Table
            {
                public static string Run() => A.Run([new(0, 1, 1)], 1).ToString() + A.Explain([], 0);
            }
            """);
        Assert.Contains("MECH0005", Driver.Text(driver), StringComparison.Ordinal);
    }

    private static Func<TBid[], int, PackageAwards<TMoney>> Run<TBid, TMoney>(string method)
        where TMoney : struct => Programs.Value.GetMethod(method)!.CreateDelegate<Func<TBid[], int, PackageAwards<TMoney>>>();

    private static PackageBid Double(PackageOffer offer) => new(offer.Bidder, (uint)offer.Goods, (double)offer.Value);

    private static PackageBid<long> Whole(PackageOffer offer) => new(offer.Bidder, offer.Goods, (long)offer.Value);

    /// <summary>Which of several equally good sets is found is open; what each bidder gains is not.</summary>
    private static void CheckGains(PackageOffer[] offers, PackageOutcome expected, IEnumerable<(int Bid, decimal Payment)> actual) => Assert.Equal(
        expected.Accepted.Select((bid, bidder) => (bid < 0 ? 0 : offers[bid].Value) - expected.Payments[bidder]),
        actual.Select(award => (award.Bid < 0 ? 0 : offers[award.Bid].Value) - award.Payment));

    private sealed class Draws(ulong state)
    {
        /// <summary>One bid of each of up to six bidders, for some of up to four goods that are spread over all that there are; many ties.</summary>
        public (PackageOffer[] Offers, int Bidders) Market(int goods)
        {
            var bidders = Below(7);
            var range = Below(2) == 0 ? 4 : 40;
            return ([.. Enumerable.Range(0, bidders).Where(_ => Below(8) > 0).Select(bidder => new PackageOffer(bidder, Set(goods), Below(range))).OrderBy(_ => Below(100))], bidders);
        }

        private ulong Set(int goods)
        {
            var step = Math.Max(1, (goods - 1) / 3);
            var set = 0ul;
            for (var good = 0; good < goods; good += step)
            {
                set |= Below(2) == 0 ? 1ul << good : 0;
            }

            return set == 0 ? 1ul : set;
        }

        private int Below(int end) => (int)(Next() % (ulong)end);

        private ulong Next()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
