using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Exchange;

/// <summary>Exchanges from source to numbers: generated, compiled without a warning, run, and compared with their snapshot.</summary>
public class ExchangeProgramsTests
{
    [Fact]
    public async Task Market()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, DoubleAuction, TradeReduction]
            [Sellers<Uniform>(0, 1), Buyers<Uniform>(0, 1)]
            public partial class Market;

            internal static class Table
            {
                public static string Run(double[] bids, double[] costs) => Market.Run(bids, costs).ToString();

                public static int Batch()
                {
                    var outcomes = new Trades<double>[2];
                    Market.RunBatch([9, 7, 10, 9], [1, 2, 3, 4, 5, 6], 2, 3, outcomes);
                    return outcomes[0] == Market.Run([9, 7], [1, 2, 3]) && outcomes[1] == Market.Run([10, 9], [4, 5, 6]) ? outcomes[0].Count + outcomes[1].Count : -1;
                }

                public static bool Generic<M>() where M : IExchange<double>, IDominantStrategyIncentiveCompatible, INoDeficit, IExPostIndividuallyRational => M.Run([5], [3]).Count == 0;

                public static bool Holds() => Generic<Market>();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double[], double[], string>>();
        Assert.Equal("buyers 0, 1 pay 5.5; sellers 0, 1 receive 5.5", run([9, 7, 5, 2], [1, 3, 6, 8]));
        Assert.Equal("buyers 0, 1 pay 8; sellers 0, 1 receive 3", run([10, 9, 8], [1, 2, 3]));
        Assert.Equal("no trade", run([5], [3]));
        Assert.Equal("no trade", run([], [3]));
        Assert.Equal(2, table.GetMethod("Batch")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethod("Holds")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    /// <summary>A stated number of agents is that of every run, whatever the rule.</summary>
    [Theory]
    [InlineData("Efficient", "At the bids (9, 7) and the costs (1, 3, 6) 2 pairs trade, buyers pay 3, sellers receive 6: the market maker adds 6.")]
    [InlineData("TradeReduction", "At the bids (9, 7) and the costs (1, 3, 6) 1 pair trades, buyers pay 7, sellers receive 3: the market maker keeps 4.")]
    [InlineData("PostedPrice(4)", "")]
    public void StatedNumbersAreThoseOfEveryRun(string rule, string example)
    {
        var (_, assembly) = Driver.Load($$"""
            namespace Shop;

            [Mechanism, DoubleAuction, {{rule}}]
            [Sellers(Count = 3), Buyers(Count = 2)]
            public partial class Market;

            internal static class Table
            {
                public static string Run(double[] bids, double[] costs) => Market.Run(bids, costs).ToString();

                public static int Batch(int buyers, int sellers)
                {
                    var outcomes = new Trades<double>[2];
                    Market.RunBatch(new double[2 * buyers], new double[2 * sellers], buyers, sellers, outcomes);
                    return outcomes[1].Count;
                }

                public static string Explanation() => Market.Explanation;
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double[], double[], string>>();
        var batch = table.GetMethod("Batch")!.CreateDelegate<Func<int, int, int>>();
        Assert.NotEqual("no trade", run([9, 7], [1, 3, 6]));
        Assert.Contains("declared for 2 buyers, and 1 bids are given", Assert.Throws<ArgumentException>(() => run([9], [1, 3, 6])).Message, StringComparison.Ordinal);
        Assert.Contains("declared for 3 sellers, and 4 costs are given", Assert.Throws<ArgumentException>(() => run([9, 7], [1, 3, 6, 8])).Message, StringComparison.Ordinal);
        Assert.InRange(batch(2, 3), 0, 2);
        Assert.Throws<ArgumentException>(() => batch(2, 2));
        var explanation = table.GetMethod("Explanation")!.CreateDelegate<Func<string>>()();
        Assert.Contains("Numbers of agents: every run has 2 buyers and 3 sellers.", explanation, StringComparison.Ordinal);
        Assert.Contains(example, explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("(9, 7, 5, 2)", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Harbour()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, DoubleAuction, Efficient, Money<decimal>]
            [Seller("North"), Buyer<Uniform>("East", 0, 10), Seller("South"), Buyer("West")]
            public partial class Harbour;

            internal static class Table
            {
                public static string Run(decimal? north, decimal? east, decimal? south, decimal? west)
                {
                    var result = Harbour.Run(north: north, east: east, south: south, west: west);
                    return FormattableString.Invariant($"{result.Clearing.Trades} {result.Clearing.BuyerPays} {result.Clearing.SellerReceives} {result.NorthSells} {result.SouthSells} {result.EastBuys} {result.WestBuys}");
                }

                public static int Spans() => Harbour.Run([7m, 5m], [1m, 3m]).Count;
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<decimal?, decimal?, decimal?, decimal?, string>>();
        Assert.Equal("1 5 6 False True True False", run(6m, 7m, 3m, 5m));
        Assert.Equal("1 3 5 False True False True", run(6m, null, 3m, 5m));
        Assert.Equal("0 0 0 False False False False", run(null, 7m, null, 5m));
        Assert.Equal(2, table.GetMethod("Spans")!.Invoke(null, null));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => run(6m, 7.001m, 3m, 5m));
        Assert.Contains("East reports 7.001", error.Message, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task House()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, BilateralTrade, Efficient, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
            public partial class House;

            internal static class Table
            {
                public static string Run(double cost, double bid) => FormattableString.Invariant($"{House.Run(cost: cost, bid: bid)}");

                public static double[] Constants => [House.ExpectedGains, House.ExpectedSubsidy];
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double, double, string>>();
        Assert.Equal("Trade { IsTraded = True, BuyerPays = 0.25, SellerReceives = 0.75, Subsidy = 0.5 }", run(.25, .75));
        Assert.StartsWith("Trade { IsTraded = True, BuyerPays = 0.5, SellerReceives = 0.5", run(.5, .5), StringComparison.Ordinal);
        Assert.StartsWith("Trade { IsTraded = False", run(.75, .25), StringComparison.Ordinal);
        Assert.Contains("The seller reports -1", Assert.Throws<ArgumentOutOfRangeException>(() => run(-1, .25)).Message, StringComparison.Ordinal);
        Assert.Equal([1.0 / 6, 1.0 / 6], (double[])table.GetProperty("Constants")!.GetValue(null)!, (one, other) => Math.Abs(one - other) < 1e-11);
        await Verifier.Verify(driver);
    }

    [Fact]
    public void Shapes_CompileAndRun()
    {
        var (_, assembly) = Driver.Load("""
            [Mechanism, DoubleAuction, Efficient] public partial class A;
            [Mechanism, DoubleAuction, PostedPrice(5), Money<long>] public partial class B;
            [Mechanism, DoubleAuction, TradeReduction, Money<long>, Seller("New"), Buyer("East")] internal partial struct C;
            [Mechanism, BilateralTrade, PostedPrice(.5), Seller<Uniform>("Ann", 0, 1), Buyer<Uniform>("Class", 0, 1)] public partial class D;
            [Mechanism, BilateralTrade, Efficient, Money<decimal>(Decimals = 0), DiscretePrior([1, 3], [1, 1], Agent = "Seller"), DiscretePrior([2, 4], [1, 1], Agent = "Buyer")] public partial record E;
            [Mechanism, DoubleAuction, PostedPrice(5), Seller("Ann"), Buyer("Bob")] public partial class F;

            internal static class Table
            {
                public static string Run() => FormattableString.Invariant(
                    $"{A.Run([9, 7], [1, 8])} | {B.Run([9, 5, 6], [5, 1, 7])} | {C.Run(@new: 1, east: 9).Clearing.Trades} | {D.Run(ann: .5, @class: .5).IsTraded} {D.ExpectedGains} {D.ExpectedSubsidy} {D.Price} | {E.Run(1m, 4m).Subsidy} {E.ExpectedGains} | {F.Run(ann: 5, bob: 5).BobBuys}");
            }
            """);
        Assert.Equal(
            "buyers 0 pay 7; sellers 0 receive 8 | buyers 0, 1 pay 5; sellers 0, 1 receive 5 | 0 | True 0.125 0 0.5 | 3 1.25 | True",
            assembly.GetType("Table")!.GetMethod("Run", System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)!.Invoke(null, null));
    }

    [Fact]
    public void ADeclarationWithErrors_KeepsItsSignatures()
    {
        var source = """
            [Mechanism, DoubleAuction, Efficient, Reserve(3)] public partial class A;
            [Mechanism, BilateralTrade, TradeReduction, Seller("Ann"), Seller("Bob")] public partial class B;
            [Mechanism, DoubleAuction, Efficient, Reserve(3), Seller("Ann"), Buyer("Bob")] public partial class C;
            [Mechanism, DoubleAuction, RevenueOptimal] public partial class D;
            [Mechanism, DoubleAuction, SecondBest, Seller("Ann"), Buyer("Bob")] public partial class E;

            internal static class Table
            {
                public static int Run() => A.Run([9, 7], [1, 8]).Count + A.Run([1], [1], new bool[1], new bool[1]).Trades + (B.Run(ann: 1, bid: 2).IsTraded ? 1 : 0) + (C.Run(ann: 1, bob: 2).BobBuys ? 1 : 0);

                public static double Priced() => D.Run([9, 7], [1, 8]).Pays[0] + D.Run([1], [1], new bool[1], new bool[1], new double[1], new double[1]) + E.Run(ann: 1, bob: 2).BobPays + E.Run([1], [1]).Count;
            }
            """;
        var (driver, _) = Driver.Load(source);
        Assert.Contains("MECH0005", Driver.Text(driver), StringComparison.Ordinal);
    }
}
