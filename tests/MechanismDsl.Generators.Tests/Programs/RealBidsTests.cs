using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Data;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>Mechanisms made from real bids; the expected numbers are those of the independent computation behind the tests of data reports.</summary>
public sealed class RealBidsTests
{
    [RealDataTheory]
    [InlineData("xbox", 80, "no reserve 129.926, reserve 125.845, exact ironing 119.182")]
    [InlineData("palm", 149.95, "no reserve 210.674, reserve 220.292, exact ironing 219.348")]
    [InlineData("cartier", 800, "no reserve 838.234, reserve 590.533, exact ironing 557.985")]
    public void The_reserve_and_its_hold_out_revenue_are_written(string good, double reserve, string holdOut)
    {
        var (driver, assembly) = Driver.Load(Source(""), File(good));

        var type = assembly.GetType("Shop.FromBids")!;
        Assert.Equal(reserve, type.GetField("Reserve")!.GetRawConstantValue());
        Assert.Equal((1, reserve), Runner.Sale(type, MoneyKind.Double, [reserve - 0.01, reserve]));
        Assert.Equal((-1, 0), Runner.Sale(type, MoneyKind.Double, [reserve - 0.01]));
        Assert.Contains(holdOut, Driver.Text(driver), StringComparison.Ordinal);
    }

    /// <summary>The first ironed block of xbox reaches from 80 to 84.99: a later equal bid loses, and whoever beats it pays the next block's lower end.</summary>
    [RealDataFact]
    public void Exact_ironing_on_request_makes_bids_of_a_block_equal()
    {
        var (_, assembly) = Driver.Load(Source(", Ironing = true"), File("xbox"));
        var type = assembly.GetType("Shop.FromBids")!;

        Assert.Equal((0, 80), Runner.Sale(type, MoneyKind.Double, [80, 84.98]));
        Assert.Equal((1, 84.99), Runner.Sale(type, MoneyKind.Double, [80, 90]));
        Assert.Equal((0, 501.77), Runner.Sale(type, MoneyKind.Double, [502, 502]));
    }

    private static string Source(string more) =>
        $$"""
        namespace Shop;

        [Mechanism, SingleItem, RevenueOptimal]
        [PriorFromFile("bids.csv", Column = "bid", HighestPer = ["auction", "bidder"]{{more}})]
        public partial class FromBids;
        """;

    private static MemoryFile File(string good) => new("/data/bids.csv", RealData.Read(good));
}
