using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.OwnRules;

/// <summary>Mechanisms with scores of the user's own, from source to numbers: generated, compiled without a warning, run, and compared with their snapshot.</summary>
public class ScoreProgramsTests
{
    /// <summary>A record cannot have a member of its own name, and <c>report</c> is the first name that comes to mind for a parameter.</summary>
    [Fact]
    public void AParameterCalledReport_BecomesTheBidOrTheCost()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem]
            public partial class Late
            {
                [Score] static double Score([Between(0, 100)] double report, [Between(0, 1), Verified] double lateness) => report * (1 - lateness / 2);
            }

            [Mechanism, SingleItem, Procurement, Suppliers]
            public partial class Repairs
            {
                [Score] static double Score([Between(0, 100)] double report, [Between(1, 2), Verified] double quality) => 100 * quality - report;
            }

            internal static class Table
            {
                public static Sale<double> Sell() => Late.Run([new(Bid: 10, Lateness: 1), new Late.Report { Bid = 8 }]);

                public static Sale<double> Buy() => Repairs.Run([new(Cost: 10, Quality: 1), new(50, 1.5)]);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal(new Sale<double>(1, 5), table.GetMethod("Sell")!.Invoke(null, null));

        // A cost of 60 would tie with agent 0, who comes first: the price is the last double below it that the rule tells apart.
        var (winner, price) = Assert.IsType<Sale<double>>(table.GetMethod("Buy")!.Invoke(null, null));
        Assert.Equal(1, winner);
        Assert.InRange(price, 60 - 1e-12, Math.BitDecrement(60.0));
    }

    [Fact]
    public async Task Sponsored()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem]
            public partial class Sponsored
            {
                [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
            }

            internal static class Table
            {
                public static string Run(double[] bids, double[] qualities)
                {
                    var sale = Sponsored.Run(bids, qualities);
                    var reports = new Sponsored.Report[bids.Length];
                    for (var agent = 0; agent < bids.Length; agent++) { reports[agent] = new(bids[agent], qualities[agent]); }
                    if (Through<Sponsored>(reports) != sale) { throw new InvalidOperationException("The layouts disagree."); }
                    return sale.IsSold ? FormattableString.Invariant($"{sale.Winner} pays {sale.Price}") : "unsold";
                }

                private static Sale<double> Through<M>(ReadOnlySpan<Sponsored.Report> reports)
                    where M : IMechanism<Sponsored.Report, Sale<double>>, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational, INoDeficit => M.Run(reports);
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double[], double[], string>>();
        Assert.Equal("0 pays 8", run([10, 4], [.5, 1]));
        Assert.Equal("1 pays 6", run([6, 7], [1, 1]));
        Assert.Equal("0 pays 0", run([10], [.5]));
        Assert.Equal("unsold", run([], []));
        Assert.Equal("0 pays 10", run([10, 5], [.5, 1]));
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => run([10, 5], [.5, 2]));
        Assert.StartsWith("Agent 1 reports quality 2; quality must be a number in [0.1, 1].", failure.Message);
        Assert.StartsWith("Agent 0 reports bid 101; bid must be a number in [0, 100].", Assert.Throws<ArgumentOutOfRangeException>(() => run([101], [.5])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => run([double.NaN], [.5]));
        Assert.Throws<ArgumentException>(() => run([10, 5], [.5]));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Capped()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem]
            public partial class Capped
            {
                [Score] static double Score([Between(0, 100)] double bid) => Math.Min(bid, 40) - 10;
            }
            """);
        var type = assembly.GetType("Shop.Capped")!;
        Assert.Equal((0, 10), Run(type, 50));
        Assert.Equal((0, 40), Run(type, 50, 60));
        Assert.Equal((1, 20), Run(type, 20, 60));
        Assert.Equal((-1, 0), Run(type, 9, 9.5));
        Assert.Equal((0, 10), Run(type, 10, -0.0));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void RecordsBatchesNamesAndPriorities()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal readonly record struct AdBid([Report, Between(0, 100)] double Amount, [Between(.1, 1), Verified] double Quality);
            internal sealed record Offer { [Report, Between(0, 50)] public double Cost { get; init; } [Between(0, 5), Verified] public int Delay { get; init; } public bool IsOld { get; init; } }

            [Mechanism, SingleItem]
            internal partial class Ads { [Score] private static double Rank(AdBid bid) => bid.Amount * bid.Quality; }

            [Mechanism(Ties = TieRule.Priority), SingleItem, Agent("North"), Agent("South", Priority = 2)]
            public partial class Pair { [Score] static double Score([Between(0, 100)] double bid) => Math.Floor(bid / 10); }

            [Mechanism, SingleItem, Procurement]
            internal partial class Orders { [Score] static double Score(Offer offer) => 100 - offer.Cost - 2 * offer.Delay; }

            internal static class Table
            {
                public static string Run()
                {
                    var outcomes = new Sale<double>[2];
                    Ads.RunBatch([new(10, .5), new(4, 1), new(1, .5), new(6, 1)], 2, outcomes);
                    var both = Pair.Run(north: 55, south: 51);
                    var one = Pair.Run(north: 55);
                    var order = Orders.Run([new Offer { Cost = 20, Delay = 5 }, new Offer { Cost = 25, Delay = 1 }]);
                    var alone = Orders.Run([new Offer { Cost = 20, Delay = 5 }]);
                    return FormattableString.Invariant($"{outcomes[0].Winner} {outcomes[0].Price} {outcomes[1].Winner} {outcomes[1].Price} | {both.WinnerName} {both.NorthPays} {both.SouthPays} | {one.WinnerName} {one.Price} | {order.Winner} {order.Price} | {alone.Winner} {alone.Price} | {Pair.Run().IsSold}");
                }

                public static void Missing() => Orders.Run([null!]);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal(
            "0 8 1 0.5 | South 0 50 | North 0 | 1 27.99999999999999 | 0 50 | False",
            table.GetMethod("Run")!.CreateDelegate<Func<string>>()());
        Assert.Throws<ArgumentNullException>(() => table.GetMethod("Missing")!.CreateDelegate<Action>()());
    }

    [Fact]
    public void MoneyOnAGrid()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem]
            public partial class Cents { [Score] static decimal Score([Between(0, 100)] decimal bid) => bid * 3; }

            [Mechanism, SingleItem, Procurement]
            public partial class Whole { [Score] static int Score([Between(1, 50)] int cost) => 100 - cost / 5; }

            [Mechanism, SingleItem, Types(1, 2, 5)]
            public partial class Steps { [Score] static double Score(double bid) => bid; }

            internal static class Table
            {
                public static string Run() => FormattableString.Invariant(
                    $"{Cents.Run([10m, 12.5m]).Price} {Cents.Run([12.5m, 10m]).Price} {Whole.Run([10, 24, 30]).Price} {Whole.Run([10]).Price} {Whole.Run([30, 10]).Price} {Steps.Run([2, 5]).Price} {Steps.Run([5, 2]).Price}");

                public static void OffGrid() => Cents.Run([1.005m]);

                public static void NoType() => Steps.Run([1, 3]);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal(
            "10.01 10.00 24 50 29 5 2",
            table.GetMethod("Run")!.CreateDelegate<Func<string>>()());
        Assert.StartsWith("Agent 0 reports bid 1.005; bid must be a multiple of 0.01 in [0, 100].", Assert.Throws<ArgumentOutOfRangeException>(() => table.GetMethod("OffGrid")!.CreateDelegate<Action>()()).Message);
        Assert.StartsWith("Agent 1 reports bid 3; bid must be one of 1, 2, 5.", Assert.Throws<ArgumentOutOfRangeException>(() => table.GetMethod("NoType")!.CreateDelegate<Action>()()).Message);
    }

    [Fact]
    public async Task Slots()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, IdenticalItems(3)]
            public partial class Slots
            {
                [Score] static double Score([Between(0, 100)] double bid) => bid;
            }

            internal static class Table
            {
                public static string Run(double[] bids) => Slots.Run(bids).ToString();
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double[], string>>();
        Assert.Equal("0: 1 at 4, 1: 1 at 4, 2: 1 at 4", run([10, 8, 6, 4]));
        Assert.Equal("0: 1 at 0, 1: 1 at 0", run([10, 8]));
        Assert.Equal("1: 1 at 4, 2: 1 at 4, 3: 1 at 4", run([4, 8, 6, 10]));
        Assert.Equal("nobody is served", run([]));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void AScoreThatIsNoNumberIsNamed()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem]
            public partial class Broken { [Score] static double Score([Report, Between(0, 100)] double bid, [Between(0, 1)] double weight) => bid / weight * weight; }

            internal static class Table
            {
                public static void Run() => Broken.Run([5, 0], [1, 0]);
            }
            """);
        var failure = Assert.Throws<ArithmeticException>(() => assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Action>()());
        Assert.Equal("The score of Agent 1 with report Report { Bid = 0, Weight = 0 } is not a number (NaN).", failure.Message);
    }

    private static (int Winner, double Price) Run(Type type, params double[] reports) => Runner.Sale(type, MoneyKind.Double, reports);
}
