using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>Declarations as a user writes them: what is generated, and what it does.</summary>
public class ServiceProgramsTests
{
    [Fact]
    public async Task Positions()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Positions(200, 100), Efficient]
            public partial class Ads;

            [Mechanism, Positions(200, 100)]
            public partial class Search
            {
                [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
            }

            [Mechanism, Positions(10, 5), GeneralizedSecondPrice, Money<long>]
            public partial class Second;

            [Mechanism, Positions(3, 2, 1), RevenueOptimal, Money<decimal>(Decimals = 2)]
            [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
            public partial class Banners;

            [Mechanism, Positions(3, 1)]
            [Agent("North"), Agent("South"), Agent("East")]
            public partial class Named { [Score] static decimal Score([Between(0, 100)] decimal bid) => 2 * bid; }

            internal static class Table
            {
                public static string[] Rows() =>
                [
                    Ads.Run([10, 4, 2]).ToString(),
                    Ads.Run([]).ToString(),
                    $"{Ads.Run([2, 10, 4]).AgentIn(1)}",
                    Search.Run([new(10, .5), new(4, 1), new(8, .25)]).ToString(),
                    Second.Run([10, 9, 6]).ToString(),
                    Second.Run([8, 9, 6]).ToString(),
                    Banners.Run(north: 10, south: 12).ToString(),
                    Named.Run(north: 5, east: 7).ToString(),
                    Named.Run([5, 6, 7]).ToString(),
                ];
            }
            """);
        Assert.Equal(
            [
                "0: slot 0 for 600, 1: slot 1 for 200",
                "no slot is filled",
                "2",
                "0: slot 0 for 1200, 1: slot 1 for 200",
                "0: slot 0 for 90, 1: slot 1 for 30",
                "0: slot 1 for 30, 1: slot 0 for 80",
                "0: slot 0 for 21.00, 1: slot 1 for 18",
                "0: slot 1 for 0, 2: slot 0 for 10.02",
                "1: slot 1 for 5.01, 2: slot 0 for 17.03",
            ],
            (string[])assembly.GetType("Shop.Table")!.GetMethod("Rows")!.Invoke(null, null)!);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Sets()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Services, Efficient]
            [Agent("North", Group = "coast"), Agent("South", Group = "coast"), Agent("East")]
            [AtMost(1, "coast")]
            public partial class Spectrum;

            [Mechanism, Services, RevenueOptimal]
            [Agent<Uniform>("Hospital", 2, 10), Agent<Uniform>("Mall", 0, 12), Agent<Exponential>("Hotel", .25)]
            [AtMost(2), MustServe("Hospital")]
            public partial class Generators;

            [Mechanism, IdenticalItems(2), Procurement, Efficient, BuyerValue(9.5), Money<decimal>(Decimals = 1)]
            [Supplier("Anne", Group = "north"), Supplier("Bert", Group = "north"), Supplier("Cleo", Group = "south")]
            [AtMost(1, PerGroup = true)]
            public partial class Sourcing;

            [Mechanism, Knapsack(10), Efficient, Money<long>]
            [Agent("Video", Size = 8), Agent("Voice", Size = 5), Agent("Mail", Size = 5)]
            [Capacity(8, "Video", "Voice")]
            public partial class Link;

            [Mechanism, Services, Efficient]
            [Agent("North"), Agent("South"), Agent("East")]
            public partial class Neighbours
            {
                // South interferes with both of its neighbours.
                [Feasible] static bool Quiet(ReadOnlySpan<bool> served) => !served[1] || (!served[0] && !served[2]);
            }

            internal static class Table
            {
                public static string[] Rows() =>
                [
                    Neighbours.Run(north: 3, south: 6, east: 4).ToString(),
                    Spectrum.Run(north: 5, south: 4, east: 1).ToString(),
                    Spectrum.Run([4, 4, 0]).ToString(),
                    Generators.Run(hospital: 2, mall: 9, hotel: 10).ToString(),
                    Generators.Run(10).ToString(),
                    Generators.Explain([3, 9, 10], 0),
                    Sourcing.Run(anne: 3m, bert: 4.5m, cleo: 2m).ToString(),
                    Sourcing.Run(anne: 3m, cleo: 9.6m).ToString(),
                    Link.Run([9, 5, 5]).ToString(),
                    Link.Run([11, 5, 5]).ToString(),
                ];
            }
            """);
        Assert.Equal(
            [
                "0: 1 at 2, 2: 1 at 3",
                "0: 1 at 4, 2: 1 at 0",
                "0: 1 at 4, 2: 1 at 0",
                "0: 1 at 2, 1: 1 at 9",
                "0: 1 at 2",
                "Hospital reports 3, is served and pays 2. It would be served with every report: nobody would take its place.",
                "0: 1 at 4.5, 2: 1 at 9.5",
                "0: 1 at 9.5",
                "1: 1 at 5, 2: 1 at 5",
                "0: 1 at 10",
            ],
            (string[])assembly.GetType("Shop.Table")!.GetMethod("Rows")!.Invoke(null, null)!);
        await Verifier.Verify(driver);
    }

    /// <summary>The virtual value of 3 is exactly the seller's value 1.5; a table may fall short of it by its last digit.</summary>
    [Fact]
    public void ABidThatMeetsItsLimitIsServedWhateverTheTableSays()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Services, RevenueOptimal, SellerValue(1.5), Money<decimal>(Decimals = 2)]
            [Agent<Weibull>("North", 2, 3), Agent<Uniform>("South", 0, 10)]
            public partial class Licences;

            internal static class Table
            {
                public static string[] Rows() => [Licences.Run(3m, 0m).ToString(), Licences.Run(2.99m, 5.75m).ToString()];
            }
            """);
        Assert.Equal(["0: 1 at 3", "1: 1 at 5.75"], (string[])assembly.GetType("Shop.Table")!.GetMethod("Rows")!.Invoke(null, null)!);
    }

    /// <summary>South must beat the pooled bids of North, not only reach the first of them: the pool ends at 4.07, where it begins a price would be 3.93.</summary>
    [Fact]
    public void WhoBeatsAPoolPaysItsUpperEnd()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, IdenticalItems(1), RevenueOptimal, Agent("North"), Agent("South"), Agent<Uniform>("East", 0, 1)]
            [HistogramPrior([0, 4, 6], [.7, .3], Agent = "North"), HistogramPrior([0, 4, 6], [.7, .3], Agent = "South")]
            public partial class Pooled;

            internal static class Table
            {
                public static double Row() => Pooled.Run([4, 5, 0])[1].Payment;
            }
            """);
        Assert.Equal(4.07417990022745, (double)assembly.GetType("Shop.Table")!.GetMethod("Row")!.Invoke(null, null)!, 1e-12);
    }

    [Fact]
    public async Task Knapsacks()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Knapsack(10), Efficient]
            public partial class Link;

            [Mechanism, Knapsack(100, Greedy = true), RevenueOptimal, Prior<Uniform>(0, 10)]
            public partial class Cluster;

            internal static class Table
            {
                public static string[] Rows()
                {
                    var batch = new Awards<double>[2];
                    Link.RunBatch([9, 5, 5, 9, 4, 4], [8, 5, 5, 8, 5, 5], 3, batch);
                    return
                    [
                        Link.Run([9, 5, 5], [8, 5, 5]).ToString(),
                        Link.Run([9, 5, 5], [11, 5, 5]).ToString(),
                        Link.Run([.1, .2, .3], [4, 4, 8]).ToString(),
                        batch[1].ToString(),
                        Cluster.Run([9, 8, 7], [50, 50, 50]).ToString(),
                        Cluster.Run([6, 9], [1, 100]).ToString(),
                    ];
                }
            }
            """);
        Assert.Equal(
            [
                "1: 1 at 4, 2: 1 at 4",
                "1: 1 at 0, 2: 1 at 0",
                "0: 1 at 0.09999999999999998, 1: 1 at 0.19999999999999998",
                "0: 1 at 8",
                "0: 1 at 7, 1: 1 at 7",
                "1: 1 at 6",
            ],
            (string[])assembly.GetType("Shop.Table")!.GetMethod("Rows")!.Invoke(null, null)!);
        await Verifier.Verify(driver);
    }

    [Fact]
    public void RunsIntoTheCallersMemoryAllocateNothing()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, IdenticalItems(2), Efficient] public partial class Seats;
            [Mechanism, Positions(3, 1), Efficient] public partial class Ads;
            [Mechanism, Knapsack(9), Efficient] public partial class Link;
            [Mechanism, Knapsack(9, Greedy = true), Efficient] public partial class Cluster;
            [Mechanism, Services, Efficient, Agent("North"), Agent("South"), Agent("East"), AtMost(1, "North", "South")] public partial class Spectrum;
            [Mechanism, IdenticalItems(2), RevenueOptimal, Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)] public partial class Licences;

            internal static class Table
            {
                private static readonly double[] Bids = [10, 20, 30];
                private static readonly int[] Sizes = [3, 6, 6];
                private static readonly Award<double>[] Awards = new Award<double>[3];
                private static readonly Placement<double>[] Placements = new Placement<double>[3];

                public static double Run()
                {
                    Seats.Run(Bids, Awards);
                    Link.Run(Bids, Sizes, Awards);
                    Cluster.Run(Bids, Sizes, Awards);
                    Spectrum.Run(Bids, Awards);
                    Ads.Run(Bids, Placements);
                    Licences.Run(Bids.AsSpan(1), Awards.AsSpan(1));
                    return Awards[2].Payment + Placements[2].Payment;
                }
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double>>();
        for (var warmUp = 0; warmUp < 100; warmUp++)
        {
            _ = run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var total = run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(9 + 50, total);
    }

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
