using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>Declarations as a user writes them: what is generated, and what it does.</summary>
public class ServiceProgramsTests
{
    [Fact]
    public async Task IdenticalItems()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, IdenticalItems(3), Efficient]
            public partial class Slots;

            [Mechanism, IdenticalItems(2), RevenueOptimal]
            [Prior<Uniform>(0, 1)]
            public partial class Tickets;

            [Mechanism, IdenticalItems(2), RevenueOptimal, SellerValue(1)]
            [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18), Agent<Exponential>("East", .25)]
            public partial class Licences;

            [Mechanism, IdenticalItems(2), Procurement, RevenueOptimal, BuyerValue(2), Money<decimal>(Decimals = 2)]
            [HistogramPrior([0, .5, 1], [.25, .75])]
            public partial class Buses;

            [Mechanism, IdenticalItems(2), UniformPrice, Reserve]
            public partial class Bonds;

            internal static class Table
            {
                public static string[] Rows() =>
                [
                    Slots.Run([10, 8, 6, 4]).ToString(),
                    Slots.Run([]).ToString(),
                    Tickets.Run([.9, .7, .6]).ToString(),
                    $"{Tickets.ExpectedRevenue(3)}",
                    Licences.Run(north: 10, south: 10, east: 8).ToString(),
                    Licences.Run(north: 10).ToString(),
                    Buses.Run([.4m, .5m, .6m, .55m]).ToString(),
                    Bonds.Run([10, 8, 5], 1).ToString(),
                ];
            }
            """);
        Assert.Equal(
            [
                "0: 1 at 4, 1: 1 at 4, 2: 1 at 4",
                "nobody is served",
                "0: 1 at 0.6, 1: 1 at 0.6",
                "0.71875",
                "0: 1 at 7, 2: 1 at 6",
                "0: 1 at 6.5",
                "0: 1 at 0.56, 1: 1 at 0.56",
                "0: 1 at 8, 1: 1 at 8",
            ],
            (string[])assembly.GetType("Shop.Table")!.GetMethod("Rows")!.Invoke(null, null)!);
        await Verifier.Verify(driver);
    }
}
