using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>The programs that must work, from source to numbers: generated, compiled without a warning, run, and compared with their snapshot.</summary>
public class DesignProgramsTests
{
    [Fact]
    public async Task Vickrey()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, Efficient]
            public partial class Vickrey;
            """);
        var type = assembly.GetType("Shop.Vickrey")!;
        Assert.Equal((0, 8), Run(type, 10, 8, 6, 4));
        Assert.Equal((0, 0), Run(type, 7));
        Assert.Equal((-1, 0), Run(type));
        Assert.Equal((0, 10), Run(type, 10, 10));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task TwoBuyers()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, RevenueOptimal]
            [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
            public partial class TwoBuyers;

            internal static class Table
            {
                public static string Row(double? north, double? south)
                {
                    var result = TwoBuyers.Run(north, south);
                    return result.IsSold ? FormattableString.Invariant($"{result.WinnerName} pays {result.Price} ({result.NorthPays}, {result.SouthPays})") : "unsold";
                }

                public static double[] Constants => [TwoBuyers.NorthReserve, TwoBuyers.SouthReserve, TwoBuyers.ExpectedRevenue];
            }
            """);
        var row = assembly.GetType("Shop.Table")!.GetMethod("Row")!.CreateDelegate<Func<double?, double?, string>>();
        Assert.Equal("unsold", row(4, 8));
        Assert.Equal("South pays 9 (0, 9)", row(2, 12));
        Assert.Equal("North pays 6 (6, 0)", row(6, 6));
        Assert.Equal("North pays 6 (6, 0)", row(9, 9));
        Assert.Equal("South pays 11 (0, 11)", row(8, 15));
        Assert.Equal("South pays 9 (0, 9)", row(null, 15));
        Assert.Equal("unsold", row(null, null));
        var constants = (double[])assembly.GetType("Shop.Table")!.GetProperty("Constants")!.GetValue(null)!;
        Assert.Equal(6, constants[0]);
        Assert.Equal(9, constants[1]);
        Assert.Equal(19.0 / 3, constants[2], 1e-12);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Bimodal()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, RevenueOptimal]
            [HistogramPrior([0, 3, 8], [.75, .25])]
            public partial class Bimodal;
            """);
        var type = assembly.GetType("Shop.Bimodal")!;
        var (low, high) = (3 - 0.6180339887498949, 5 - 0.6180339887498949);
        var revenue = type.GetMethod("ExpectedRevenue")!.CreateDelegate<Func<int, double>>();
        Assert.Equal(1, revenue(1), 1e-10);
        Assert.Equal(1.76423503277, revenue(2), 1e-10);
        Assert.Equal(2.37486696102, revenue(3), 1e-10);
        AssertSale((0, low), Run(type, 3, 4));
        AssertSale((0, low), Run(type, 4, 3));
        AssertSale((1, high), Run(type, 3, 6));
        AssertSale((0, low), Run(type, 6, 3));
        AssertSale((1, 5), Run(type, 5, 6));
        await Verifier.Verify(driver);
    }

    /// <summary>
    /// Numbers that are solved for, not read off: roots, quadrature, tables. The committed text was written by another process, so equal bytes here say that
    /// neither hashing nor the order of anything in this process reaches the text.
    /// </summary>
    [Fact]
    public async Task Numerical()
    {
        var (driver, _) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, RevenueOptimal]
            [Agent<Lognormal>("North", 0, 1), Agent<Lognormal>("South", .5, .5)]
            public partial class LognormalPair;

            [Mechanism, SingleItem, RevenueOptimal, Agents(3), Prior<Beta>(2, 2)]
            public partial class BetaAlike;
            """);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Sourcing()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, Procurement, RevenueOptimal, BuyerValue(1)]
            [Suppliers<Uniform>(0, 1)]
            public partial class Sourcing;
            """);
        var type = assembly.GetType("Shop.Sourcing")!;
        Assert.Equal((1, .25), Run(type, .25, .125));
        Assert.Equal((0, .5), Run(type, .25));
        Assert.Equal((0, .5), Run(type, .5, .75));
        Assert.Equal((-1, 0), Run(type, .75, .625));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task BannerAuction()
    {
        var rows = Enumerable.Range(0, 120).Select(index => FormattableString.Invariant($"{index / 3},{index % 3},{1 + (((index * 37) % 101) / 10.0)}"));
        var (driver, assembly) = Driver.Load(
            """
            namespace Shop;

            [Mechanism, SingleItem, RevenueOptimal]
            [PriorFromFile("bids.csv", Column = "bid", HighestPer = ["auction", "bidder"])]
            public partial class BannerAuction;
            """,
            new MemoryFile("/data/bids.csv", "auction,bidder,bid\n" + string.Join('\n', rows) + "\n"));
        var type = assembly.GetType("Shop.BannerAuction")!;
        var reserve = (double)type.GetField("Reserve")!.GetRawConstantValue()!;
        var values = Enumerable.Range(0, 120).Select(index => 1 + (((index * 37) % 101) / 10.0)).ToArray();
        Assert.Equal(values.Max(price => price * values.Count(value => value >= price)), reserve * values.Count(value => value >= reserve), 1e-9);
        Assert.Equal((1, reserve), Run(type, 0, reserve));
        Assert.Equal((0, 10), Run(type, 20, 10));
        await Verifier.Verify(driver);
    }

    private static (int Winner, double Price) Run(Type type, params double[] reports) => Runner.Sale(type, MoneyKind.Double, reports);

    private static void AssertSale((int Winner, double Price) expected, (int Winner, double Price) actual)
    {
        Assert.Equal(expected.Winner, actual.Winner);
        Assert.Equal(expected.Price, actual.Price, 1e-9);
    }
}
