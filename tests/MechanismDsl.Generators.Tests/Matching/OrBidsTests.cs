using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Kernels;
using MechanismDsl.Theory.Packages;

namespace MechanismDsl.Generators.Tests.Matching;

/// <summary>Bids of one bidder that can be accepted together, and goods with additive values, through the generated code against every set of bids.</summary>
public class OrBidsTests
{
    private static readonly Lazy<Type> Programs = new(() => Driver.Load("""
        using MechanismDsl.Kernels;
        using MechanismDsl.OrTools;

        [Mechanism, Packages(4), Or, Efficient] internal partial class Doubles;
        [Mechanism, Packages(4), Or, Efficient, Money<decimal>] internal partial class Table;
        [Mechanism, Packages(40), Or, Efficient, Money<long>] internal partial class Search;
        [Mechanism, Packages(40, Nodes = 0), Or, Efficient, Money<long>, IntegerProgram] internal partial class Program;
        [Mechanism, Packages(40, Nodes = 0), Or, Efficient, Money<long>] internal partial class Nothing;
        [Mechanism, Packages(32), Additive, Efficient] internal partial class Goods;
        [Mechanism, Packages(64), Additive, Efficient, Money<decimal>] internal partial class ExactGoods;
        [Mechanism, Packages(2), Or, Efficient, Agent("Alpha"), Agent("Beta")] internal partial class Named;

        internal static class Runs
        {
            public static GoodsAwards<double> Double(bool isAdditive, PackageBid[] bids, int bidders) => isAdditive ? Goods.Run(bids, bidders) : Doubles.Run(bids, bidders);
            public static GoodsAwards<decimal> Decimal(bool isAdditive, PackageBid<decimal>[] bids, int bidders) => isAdditive ? ExactGoods.Run(bids, bidders) : Table.Run(bids, bidders);
            public static GoodsAwards<long> Whole(bool isProgram, PackageBid<long>[] bids, int bidders) => isProgram ? Program.Run(bids, bidders) : Search.Run(bids, bidders);
            public static GoodsAwards<long> Undecided(bool isProgram, PackageBid<long>[] bids, int bidders) => Nothing.Run(bids, bidders);
            public static bool Try(PackageBid<long>[] bids, GoodsAward<long>[] awards) => Nothing.TryRun(bids, awards);
            public static string ByName() => $"{Named.Run([new(Named.Bidders.Beta, 0b01, 8), new(Named.Bidders.Beta, 0b10, 5), new(Named.Bidders.Alpha, 0b11, 10)])}";
        }
        """).Assembly.GetType("Runs")!);

    [Fact]
    public async Task Parcels()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Parcel { North, South }

            [Mechanism, Packages<Parcel>, Or, Efficient, Money<decimal>]
            public partial class Parcels;

            internal static class Table
            {
                public static string Run() => Parcels.Run([new(0, Parcels.Goods.North, 8), new(0, Parcels.Goods.South, 5), new(1, Parcels.Goods.North | Parcels.Goods.South, 10)], bidders: 2).ToString();

                public static bool Holds<M>() where M : IGoodsAuction<MechanismDsl.Kernels.PackageBid<decimal>, decimal>, IDominantStrategyIncentiveCompatible, IAllocativelyEfficient => M.Run([], 0).Bidders.Length == 0;

                public static bool Holds() => Holds<Parcels>();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal("0: goods 0, 1 at 10.00", table.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethods().Single(method => method is { Name: "Holds", IsGenericMethod: false }).Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Paintings()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Packages(2), Additive, Efficient]
            public partial class Paintings;

            internal static class Table
            {
                public static string Run() => Paintings.Run([new(0, 0b01, 10), new(0, 0b10, 4), new(1, 0b01, 7), new(1, 0b10, 6)], bidders: 2).ToString();
            }
            """);
        Assert.Equal("0: good 0 at 7; 1: good 1 at 4", assembly.GetType("Shop.Table")!.GetMethod("Run")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void NamedBidders() => Assert.Equal("Result { AlphaGoods = 0, AlphaPays = 0, BetaGoods = 3, BetaPays = 10 }", Programs.Value.GetMethod("ByName")!.Invoke(null, null));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RandomMarkets_EqualTheDefinition(bool isAdditive)
    {
        var (doubles, decimals) = (Run<PackageBid, double>("Double"), Run<PackageBid<decimal>, decimal>("Decimal"));
        var draws = new Draws(31);
        for (var market = 0; market < 10_000; market++)
        {
            var (offers, bidders) = draws.Market(4, isAdditive);
            Check(offers, bidders, doubles(isAdditive, [.. offers.Select(offer => new PackageBid(offer.Bidder, (uint)offer.Goods, (double)offer.Value))], bidders).Bidders.ToArray().Select(award => (award.Goods, (decimal)award.Payment)));
            PackageOffer[] fine = [.. offers.Select(offer => offer with { Value = offer.Value / 100 })];
            Check(fine, bidders, decimals(isAdditive, [.. fine.Select(offer => new PackageBid<decimal>(offer.Bidder, offer.Goods, offer.Value))], bidders).Bidders.ToArray().Select(award => (award.Goods, award.Payment)));
        }
    }

    [Theory]
    [InlineData(false, 10_000)]
    [InlineData(true, 60)]
    public void ManyGoods_EqualTheDefinition(bool isProgram, int markets)
    {
        var run = Run<PackageBid<long>, long>("Whole");
        var draws = new Draws(32);
        for (var market = 0; market < markets; market++)
        {
            var (offers, bidders) = draws.Market(40, isAdditive: false);
            Check(offers, bidders, run(isProgram, [.. offers.Select(offer => new PackageBid<long>(offer.Bidder, offer.Goods, (long)offer.Value))], bidders).Bidders.ToArray().Select(award => (award.Goods, (decimal)award.Payment)));
        }
    }

    /// <summary>No other bids of a bidder leave it better off: every pair of values on a small grid, with its packages as they are.</summary>
    [Fact]
    public void NoOtherValues_Gain()
    {
        var run = Run<PackageBid<decimal>, decimal>("Decimal");
        var draws = new Draws(33);
        for (var market = 0; market < 300; market++)
        {
            var (offers, bidders) = draws.Market(4, isAdditive: false);
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                int[] own = [.. Enumerable.Range(0, offers.Length).Where(bid => offers[bid].Bidder == bidder).Take(2)];
                var truth = Gain([.. offers]);
                Assert.True(truth >= 0);
                for (var lie = 0; own.Length == 2 && lie < 64; lie++)
                {
                    PackageOffer[] reported = [.. offers];
                    reported[own[0]] = offers[own[0]] with { Value = lie % 8 };
                    reported[own[1]] = offers[own[1]] with { Value = lie / 8 };
                    Assert.True(Gain(reported) <= truth);
                }

                decimal Gain(PackageOffer[] reported)
                {
                    var award = run(false, [.. reported.Select(offer => new PackageBid<decimal>(offer.Bidder, offer.Goods, offer.Value))], bidders)[bidder];
                    return OrPackageInterpreter.Value(offers, bidder, award.Goods) - award.Payment;
                }
            }
        }
    }

    [Fact]
    public void WhatIsNotProved_IsNotDecided()
    {
        PackageBid<long>[] bids = [new(0, 1, 5), new(1, 1, 4)];
        Assert.Contains("were not proved within 0 nodes", Assert.Throws<AllocationNotProvedException>(() => Run<PackageBid<long>, long>("Undecided")(false, bids, 2)).Message, StringComparison.Ordinal);
        GoodsAward<long>[] awards = [new(7, 7), new(7, 7)];
        Assert.False(Programs.Value.GetMethod("Try")!.CreateDelegate<Func<PackageBid<long>[], GoodsAward<long>[], bool>>()(bids, awards));
        Assert.Equal([new(0, 0), new(0, 0)], awards);
    }

    [Fact]
    public void BadBidsAreNamed()
    {
        var (doubles, decimals) = (Run<PackageBid, double>("Double"), Run<PackageBid<decimal>, decimal>("Decimal"));
        foreach (var isAdditive in new[] { false, true })
        {
            Assert.Contains("Bid 1 is made by bidder 3; bidders are 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => doubles(isAdditive, [new(0, 1, 5), new(3, 1, 5)], 2)).Message, StringComparison.Ordinal);
            Assert.Contains("Bid 0 of bidder 1 names no good", Assert.Throws<ArgumentOutOfRangeException>(() => decimals(isAdditive, [new(1, 0, 5)], 2)).Message, StringComparison.Ordinal);
            Assert.Contains("Bid 0 of bidder 0 is worth -1", Assert.Throws<ArgumentOutOfRangeException>(() => doubles(isAdditive, [new(0, 1, -1)], 2)).Message, StringComparison.Ordinal);
            Assert.Contains("is worth 0.001; a value must be a multiple of 0.01", Assert.Throws<ArgumentOutOfRangeException>(() => decimals(isAdditive, [new(0, 1, .001m)], 2)).Message, StringComparison.Ordinal);
            Assert.Equal("nothing is sold", decimals(isAdditive, [], 2).ToString());
        }

        Assert.Contains("Bid 0 of bidder 0 names goods 0 and 2 together; where values are additive a bid names one good.", Assert.Throws<ArgumentOutOfRangeException>(() => doubles(true, [new(0, 0b101, 5)], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("With bid 1 the values of all bids add up to more than 90071992547409.92", Assert.Throws<OverflowException>(() => decimals(false, [new(0, 1, 6e13m), new(0, 2, 6e13m)], 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeclarationsWithErrors_KeepTheirSignatures()
    {
        var (driver, _) = Driver.Load("""
            [Mechanism, Packages(30), Or, Efficient] internal partial class A;
            [Mechanism, Packages(2), Additive, CoreSelecting, Money<long>, Agent("Alpha")] internal partial class B;
            internal static class Table
            {
                public static string Run() => A.Run([new(0, 1, 1)], 1).ToString() + A.Explain([], 0) + B.Run([new(B.Bidders.Alpha, 1, 1)]).AlphaGoods;
            }
            """);
        Assert.Contains("MECH0031", Driver.Text(driver), StringComparison.Ordinal);
    }

    private static Func<bool, TBid[], int, GoodsAwards<TMoney>> Run<TBid, TMoney>(string method)
        where TMoney : struct => Programs.Value.GetMethod(method)!.CreateDelegate<Func<bool, TBid[], int, GoodsAwards<TMoney>>>();

    /// <summary>Which of several equally good sets is found is open; that goods go to one bidder each, and what each bidder gains, is not.</summary>
    private static void Check(PackageOffer[] offers, int bidders, IEnumerable<(ulong Goods, decimal Payment)> outcome)
    {
        var (expected, actual) = (OrPackageInterpreter.Run(offers, bidders), outcome.ToArray());
        Assert.Equal(bidders, actual.Length);
        var taken = 0ul;
        for (var bidder = 0; bidder < bidders; bidder++)
        {
            Assert.Equal(0ul, taken & actual[bidder].Goods);
            taken |= actual[bidder].Goods;
            Assert.Equal(
                OrPackageInterpreter.Value(offers, bidder, expected.Goods[bidder]) - expected.Payments[bidder],
                OrPackageInterpreter.Value(offers, bidder, actual[bidder].Goods) - actual[bidder].Payment);
        }

        Assert.Equal(expected.Welfare, Enumerable.Range(0, bidders).Sum(bidder => OrPackageInterpreter.Value(offers, bidder, actual[bidder].Goods)));
    }

    private sealed class Draws(ulong state)
    {
        /// <summary>Up to eight bids of up to four bidders for up to four goods that are spread over all that there are; many ties, some values of 0.</summary>
        public (PackageOffer[] Offers, int Bidders) Market(int goods, bool isAdditive)
        {
            var bidders = Below(5);
            var range = Below(2) == 0 ? 4 : 40;
            return ([.. Enumerable.Range(0, bidders == 0 ? 0 : Below(9)).Select(_ => new PackageOffer(Below(bidders), isAdditive ? 1ul << Below(goods) : Set(goods), Below(range)))], bidders);
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
