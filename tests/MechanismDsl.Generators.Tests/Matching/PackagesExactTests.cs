using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Kernels;
using MechanismDsl.OrTools;
using MechanismDsl.Theory.Packages;

namespace MechanismDsl.Generators.Tests.Matching;

/// <summary>Package auctions in exact money and of many goods: dynamic program, exact search and integer program behind one declaration, each against every set of bids.</summary>
public class PackagesExactTests
{
    private static readonly Lazy<System.Reflection.Assembly> Programs = new(() => Driver.Load("""
        using MechanismDsl.Kernels;
        using MechanismDsl.OrTools;

        [Mechanism, Packages(3), Efficient, Money<decimal>] internal partial class Table;
        [Mechanism, Packages(30), Efficient, Money<decimal>(Decimals = 1)] internal partial class Search;
        [Mechanism, Packages(30, Nodes = 0), Efficient, Money<long>] internal partial class Nothing;
        [Mechanism, Packages(30, Nodes = 0), Efficient, Money<long>, IntegerProgram] internal partial class Program;
        [Mechanism, Packages(90, Nodes = 0), Efficient, Money<long>, IntegerProgram(DeterministicTime = 5)] internal partial class Large;
        [Mechanism, Packages(90, Nodes = 0), Efficient, Money<long>, IntegerProgram(DeterministicTime = 1e-15)] internal partial class Hasty;

        internal static class Runs
        {
            public static PackageAwards<decimal> Decimal(bool isTable, PackageBid<decimal>[] bids, int bidders) => isTable ? Table.Run(bids, bidders) : Search.Run(bids, bidders);

            public static PackageAwards<long> Whole(PackageBid<long>[] bids, int bidders) => Program.Run(bids, bidders);

            public static PackageAwards<long> Listed(LargePackageBid[] bids, int bidders) => Large.Run(bids, bidders);

            public static string ListedWhy(LargePackageBid[] bids, int bidders) => Large.Explain(bids, bidders);

            public static PackageAwards<long> Undecided(PackageBid<long>[] bids, int bidders) => Nothing.Run(bids, bidders);

            public static PackageAwards<long> Hurried(LargePackageBid[] bids, int bidders) => Hasty.Run(bids, bidders);

            public static bool Try(PackageBid<long>[] bids, PackageAward<long>[] awards) => Nothing.TryRun(bids, awards);

            public static bool Try(LargePackageBid[] bids, PackageAward<long>[] awards) => Hasty.TryRun(bids, awards);
        }
        """).Assembly);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DecimalMarkets_EqualTheDefinition(bool isTable)
    {
        var run = Run<bool, PackageBid<decimal>, decimal>("Decimal");
        var draws = new Draws(4);
        for (var market = 0; market < 10_000; market++)
        {
            var (bids, bidders) = draws.Market(isTable ? 3 : 30);
            PackageBid<decimal>[] exact = [.. bids.Select(bid => new PackageBid<decimal>(bid.Bidder, bid.Goods, bid.Value / 10))];
            Check(bids, bidders, run(isTable, exact, bidders), 10);
        }
    }

    [Fact]
    public void IntegerPrograms_EqualTheDefinition()
    {
        var whole = Programs.Value.GetType("Runs")!.GetMethod("Whole")!.CreateDelegate<Func<PackageBid<long>[], int, PackageAwards<long>>>();
        var listed = Programs.Value.GetType("Runs")!.GetMethod("Listed")!.CreateDelegate<Func<LargePackageBid[], int, PackageAwards<long>>>();
        var draws = new Draws(5);
        for (var market = 0; market < 150; market++)
        {
            var (bids, bidders) = draws.Market(30);
            Check(bids, bidders, Decimal(whole([.. bids.Select(bid => new PackageBid<long>(bid.Bidder, bid.Goods, (long)bid.Value))], bidders)), 1);
            var lists = bids.Select(bid => new LargePackageBid(bid.Bidder, [.. Enumerable.Range(0, 30).Where(good => (bid.Goods >> good & 1) != 0).Select(good => 3 * good)], (long)bid.Value));
            Check(bids, bidders, Decimal(listed([.. lists], bidders)), 1);
        }
    }

    [Fact]
    public void ListsOfGoodsAreExplained() => Assert.Equal(
        "Bidder 0 gets nothing: bid 0 of 10 would have to exceed 12, what it would displace.\n"
        + "Bidder 1 wins with bid 1 of 6 and pays 4: without it bid 0 of bidder 0 would be accepted, and the others' bids would be worth 10 instead of 6.\n"
        + "Bidder 2 wins with bid 2 of 6 and pays 4: without it bid 0 of bidder 0 would be accepted, and the others' bids would be worth 10 instead of 6.",
        Programs.Value.GetType("Runs")!.GetMethod("ListedWhy")!.CreateDelegate<Func<LargePackageBid[], int, string>>()([new(0, [3, 80], 10), new(1, [3], 6), new(2, [80], 6)], 3));

    [Fact]
    public void WhatIsNotProved_IsNotDecided()
    {
        PackageBid<long>[] bids = [new(0, 1, 5), new(1, 1, 4)];
        var undecided = Programs.Value.GetType("Runs")!.GetMethod("Undecided")!.CreateDelegate<Func<PackageBid<long>[], int, PackageAwards<long>>>();
        Assert.Contains("were not proved within 0 nodes", Assert.Throws<AllocationNotProvedException>(() => undecided(bids, 2)).Message, StringComparison.Ordinal);
        var attempt = Programs.Value.GetType("Runs")!.GetMethod("Try", [typeof(PackageBid<long>[]), typeof(PackageAward<long>[])])!.CreateDelegate<Func<PackageBid<long>[], PackageAward<long>[], bool>>();
        PackageAward<long>[] awards = [new(7, 7), new(7, 7)];
        Assert.False(attempt(bids, awards));
        Assert.Equal([new(-1, 0), new(-1, 0)], awards);

        var draws = new Draws(6);
        LargePackageBid[] hard = [.. Enumerable.Range(0, 120).Select(index => new LargePackageBid(index / 2, [.. Enumerable.Range(0, 90).Where(_ => draws.Below(12) == 0).Append(index % 90).Distinct()], 100 + draws.Below(40)))];
        var hurried = Programs.Value.GetType("Runs")!.GetMethod("Hurried")!.CreateDelegate<Func<LargePackageBid[], int, PackageAwards<long>>>();
        Assert.Contains("need", Assert.Throws<AllocationNotProvedException>(() => hurried(hard, 60)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BadMoneyIsNamed()
    {
        var run = Run<bool, PackageBid<decimal>, decimal>("Decimal");
        AssertBad<ArgumentOutOfRangeException>(new(0, 1, 1.005m), true, "Bid 1 of bidder 0 is worth 1.005; a value must be a multiple of 0.01 in [0, 1000000000000000");
        AssertBad<ArgumentOutOfRangeException>(new(0, 1, -1m), false, "Bid 1 of bidder 0 is worth -1");
        AssertBad<ArgumentOutOfRangeException>(new(0, 0b1000, 1m), true, "Bid 1 of bidder 0 names good 3; goods are 0 to 2");
        AssertBad<ArgumentOutOfRangeException>(new(0, 0, 1m), false, "Bid 1 of bidder 0 names no good");
        AssertBad<ArgumentOutOfRangeException>(new(-1, 1, 1m), false, "Bid 1 is made by bidder -1");
        AssertBad<OverflowException>(new(0, 1, 1e14m), true, "With bidder 0, whose highest bid is 100000000000000, the bidders' highest values add up to more than 90071992547409.92");
        Assert.Equal(900_000_000_000_000m, run(false, [new(0, 1, 900_000_000_000_000m), new(1, 1, 1m)], 2)[0].Payment + 899_999_999_999_999m);

        void AssertBad<TException>(PackageBid<decimal> bid, bool isTable, string words)
            where TException : Exception =>
            Assert.Contains(words, Assert.Throws<TException>(() => run(isTable, [new(0, 1, 5), bid], 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spectrum()
    {
        var goods = string.Join(", ", Enumerable.Range(0, 22).Select(index => $"R{index}"));
        var (driver, assembly) = Driver.Load($$"""
            namespace Shop;

            internal enum Region { {{goods}} }

            [Mechanism, Packages<Region>(Nodes = 1_000_000), Efficient, Money<decimal>]
            public partial class Spectrum;

            internal static class Table
            {
                public static string Run() => Spectrum.Run([new(0, Spectrum.Goods.R0 | Spectrum.Goods.R21, 10.50m), new(1, Spectrum.Goods.R0, 6m), new(2, Spectrum.Goods.R21, 6.25m)], bidders: 3).ToString();
            }
            """);
        Assert.Equal("1: bid 1 at 4.25, 2: bid 2 at 4.50", assembly.GetType("Shop.Table")!.GetMethod("Run")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void DeclarationsWithErrors_KeepTheirSignatures()
    {
        var (driver, _) = Driver.Load("""
            using MechanismDsl.OrTools;

            [Mechanism, Packages(30), RevenueOptimal, Money<decimal>] internal partial class A;
            [Mechanism, Packages(90), Efficient, Money<decimal>, IntegerProgram] internal partial class B;
            internal static class Table
            {
                public static bool Run() => A.TryRun([new(0, 1, 1m)], A.Run([], 1).Bidders.ToArray()) && B.Run([new(0, [89], 1)], 1).Bidders.IsEmpty;
            }
            """);
        Assert.Contains("MECH0031", Driver.Text(driver), StringComparison.Ordinal);
    }

    private static Func<TFirst, TBid[], int, PackageAwards<TMoney>> Run<TFirst, TBid, TMoney>(string method)
        where TMoney : struct =>
        Programs.Value.GetType("Runs")!.GetMethod(method)!.CreateDelegate<Func<TFirst, TBid[], int, PackageAwards<TMoney>>>();

    private static PackageAwards<decimal> Decimal(PackageAwards<long> awards) => new(awards.Bidders.ToArray().Select(award => new PackageAward<decimal>(award.Bid, award.Payment)).ToArray());

    private static void Check(PackageOffer[] bids, int bidders, PackageAwards<decimal> actual, int scale)
    {
        var expected = PackageInterpreter.Run(bids, bidders);
        Assert.Equal(expected.Welfare, actual.Bidders.ToArray().Sum(award => award.IsServed ? bids[award.Bid].Value : 0));
        for (var bidder = 0; bidder < bidders; bidder++)
        {
            var (own, theirs) = (actual[bidder], expected.Accepted[bidder]);
            Assert.True(!own.IsServed || bids[own.Bid].Bidder == bidder);
            Assert.Equal((theirs < 0 ? 0 : bids[theirs].Value) - expected.Payments[bidder], (own.IsServed ? bids[own.Bid].Value : 0) - (scale * own.Payment));
        }
    }

    private sealed class Draws(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int end) => (int)(Next() % (ulong)end);

        /// <summary>Up to six bids for up to four goods, spread over all that there are.</summary>
        public (PackageOffer[] Bids, int Bidders) Market(int goods)
        {
            var bidders = Below(5);
            var range = Below(2) == 0 ? 4 : 60;
            PackageOffer[] bids = bidders == 0 ? [] : [.. Enumerable.Range(0, Below(7)).Select(_ => new PackageOffer(Below(bidders), Set(goods), 1 + Below(range)))];
            return (bids, bidders);
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

        private ulong Next()
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
