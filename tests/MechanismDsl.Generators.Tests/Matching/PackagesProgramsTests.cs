using System.Globalization;
using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Kernels;
using MechanismDsl.Theory.Packages;

namespace MechanismDsl.Generators.Tests.Matching;

/// <summary>Package auctions from source to numbers: generated, compiled without a warning, run, compared with their snapshot, with the published cases and with every set of bids.</summary>
public class PackagesProgramsTests
{
    private static readonly Lazy<Func<int, PackageBid[], int, PackageAwards<double>>> Generated = new(Load);

    [Fact]
    public async Task Licences()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Region { North, South }

            [Mechanism, Packages<Region>, Efficient]
            public partial class Licences;

            internal static class Table
            {
                public static string Run() => Licences.Run([new(0, Licences.Goods.North | Licences.Goods.South, 10), new(1, Licences.Goods.North, 6), new(2, Licences.Goods.South, 6)], bidders: 3).ToString();

                public static bool Holds<M>() where M : IPackageAuction<MechanismDsl.Kernels.PackageBid, double>, IDominantStrategyIncentiveCompatible, IAllocativelyEfficient => M.Run([], 0).Bidders.Length == 0;

                public static bool Holds() => Holds<Licences>();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal("1: bid 1 at 4, 2: bid 2 at 4", table.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethods().Single(method => method is { Name: "Holds", IsGenericMethod: false }).Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void PublishedCases()
    {
        using var document = JsonDocument.Parse(typeof(PackagesProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("id").GetString()!.StartsWith("combinatorial-vcg-", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, cases.Count);
        foreach (var one in cases)
        {
            var goods = one.GetProperty("inputs").GetProperty("items").GetString()!;
            var bidders = one.GetProperty("inputs").GetProperty("bids_xor").EnumerateArray().ToList();
            PackageBid[] bids = [.. bidders.SelectMany((own, bidder) => own.EnumerateObject().Select(bid => new PackageBid(bidder, Set(bid.Name), Number(bid.Value))))];
            var outcome = Generated.Value(goods.Length, bids, bidders.Count);
            var expected = one.GetProperty("expected");
            Assert.Equal(expected.GetProperty("bundles").EnumerateArray().Select(bundle => Set(bundle.GetString()!)), outcome.Bidders.ToArray().Select(award => award.IsServed ? bids[award.Bid].Goods : 0u));
            Assert.Equal(expected.GetProperty("payments").EnumerateArray().Select(Number), outcome.Bidders.ToArray().Select(award => award.Payment));

            uint Set(string bundle) => bundle.Aggregate(0u, (set, good) => set | (1u << goods.IndexOf(good, StringComparison.Ordinal)));
        }

        static double Number(JsonElement text) => double.Parse(text.GetString()!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void RandomMarkets_EqualTheDefinition()
    {
        var state = 2006UL;
        for (var market = 0; market < 10_000; market++)
        {
            var (goods, bidders) = (2 + (int)(Next(ref state) % 2), (int)(Next(ref state) % 5));
            PackageBid[] bids = bidders == 0 ? [] : [.. Enumerable.Range(0, (int)(Next(ref state) % 7)).Select(_ => new PackageBid(
                (int)(Next(ref state) % (ulong)bidders),
                1 + (uint)(Next(ref state) % ((1UL << goods) - 1)),
                1 + (Next(ref state) % (market % 2 == 0 ? 4UL : 60UL))))];
            var expected = PackageInterpreter.Run([.. bids.Select(bid => new PackageOffer(bid.Bidder, bid.Goods, (decimal)bid.Value))], bidders);
            var actual = Generated.Value(goods, bids, bidders);

            // Sets of bids of equal worth differ in who wins; the worth and every gain do not.
            Assert.Equal(expected.Welfare, actual.Bidders.ToArray().Sum(award => award.IsServed ? (decimal)bids[award.Bid].Value : 0));
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                var (own, theirs) = (actual[bidder], expected.Accepted[bidder]);
                Assert.True(!own.IsServed || bids[own.Bid].Bidder == bidder);
                Assert.Equal((theirs < 0 ? 0 : (decimal)bids[theirs].Value) - expected.Payments[bidder], (own.IsServed ? (decimal)bids[own.Bid].Value : 0) - (decimal)own.Payment);
            }
        }
    }

    [Fact]
    public void BadBidsAreNamed()
    {
        AssertBad(new(0, 0b100, 1), "Bid 1 of bidder 0 names good 2");
        AssertBad(new(3, 1, 1), "Bid 1 is made by bidder 3");
        AssertBad(new(0, 0, 1), "Bid 1 of bidder 0 names no good");
        AssertBad(new(0, 1, 1.1e15), "Bid 1 of bidder 0 is worth 1100000000000000; a value must be a finite number in [0, 1e15]");
        AssertBad(new(0, 1, double.NaN), "Bid 1 of bidder 0 is worth NaN");

        static void AssertBad(PackageBid bid, string words) =>
            Assert.Contains(words, Assert.Throws<ArgumentOutOfRangeException>(() => Generated.Value(2, [new(0, 1, 5), bid], 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeclarationWithErrors_KeepsItsSignatures()
    {
        var (driver, _) = Driver.Load("""
            internal enum Region { North, South }
            [Mechanism, Packages<Region>, RevenueOptimal] internal partial class A;
            [Mechanism, Packages(99), Efficient] internal partial class B;
            internal static class Table
            {
                public static int Run() => A.Run([new(0, A.Goods.North | A.Goods.South, 1)], 1).Bidders.Length + B.Run([], 2).Bidders.Length;
            }
            """);
        Assert.Contains("MECH0031", Driver.Text(driver), StringComparison.Ordinal);
    }

    private static Func<int, PackageBid[], int, PackageAwards<double>> Load()
    {
        var (_, assembly) = Driver.Load("""
            [Mechanism, Packages(2), Efficient] internal partial class Two;
            [Mechanism, Packages(3), Efficient] internal partial class Three;

            internal static class Table
            {
                public static PackageAwards<double> Run(int goods, MechanismDsl.Kernels.PackageBid[] bids, int bidders) => goods == 2 ? Two.Run(bids, bidders) : Three.Run(bids, bidders);
            }
            """);
        return assembly.GetType("Table")!.GetMethod("Run")!.CreateDelegate<Func<int, PackageBid[], int, PackageAwards<double>>>();
    }

    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
