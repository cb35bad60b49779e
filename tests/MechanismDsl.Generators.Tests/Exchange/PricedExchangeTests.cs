using System.Globalization;
using CsCheck;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Exchange;

/// <summary>Exchanges by scores, from source to numbers: generated, compiled without a warning, run, compared with their snapshot and with the interpreter.</summary>
public class PricedExchangeTests
{
    [Fact]
    public async Task Pool()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, DoubleAuction, SecondBest]
            [Sellers<Uniform>(0, 1, Count = 2), Buyers<Uniform>(0, 1, Count = 2)]
            [Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExAnteBudgetBalanced)]
            public partial class Pool;

            internal static class Table
            {
                public static string Run(double[] bids, double[] costs) => Pool.Run(bids, costs).ToString();

                public static string Explain(int agent) => Pool.Explain([.9, .6], [.1, .5], agent);

                public static int Batch()
                {
                    var outcomes = new PricedTrades<double>[2];
                    Pool.RunBatch([.9, .6, 1, 1], [.1, .5, .2, .3], 2, 2, outcomes);
                    return outcomes[0] == Pool.Run([.9, .6], [.1, .5]) && outcomes[1] == Pool.Run([1, 1], [.2, .3]) ? outcomes[0].Count + outcomes[1].Count : -1;
                }

                public static bool Generic<M>() where M : IPricedExchange<double>, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational, IExAnteBudgetBalanced => M.Run([1, 0], [0, 1]).Count == 1;

                public static bool Holds() => Generic<Pool>();

                public static double[] Expected() => [Pool.ExpectedGains, Pool.ExpectedSubsidy];
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double[], double[], string>>();

        // The gap is 0.18409267153698…: the pair (.6, .5) does not trade, and the price of the buyer is the bid after it.
        Assert.Equal("buyer 0 pays 0.6; seller 0 receives 0.5", run([.9, .6], [.1, .5]));
        Assert.StartsWith("buyer 0 pays 0.484092671", run([1, .9], [.2, .3]), StringComparison.Ordinal);
        Assert.Equal("no trade", run([.5, .4], [.4, .35]));
        Assert.Equal(3, table.GetMethod("Batch")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethod("Holds")!.Invoke(null, null));
        Assert.Equal([0.377462975587, 0], (double[])table.GetMethod("Expected")!.Invoke(null, null)!);
        Assert.Contains("0.6", (string)table.GetMethod("Explain")!.Invoke(null, [0])!, StringComparison.Ordinal);
        Assert.Contains("declared for 2 buyers, and 1 bids are given", Assert.Throws<ArgumentException>(() => run([1], [0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("Seller 1 reports -1", Assert.Throws<ArgumentOutOfRangeException>(() => run([1, 1], [0, -1])).Message, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Grid()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, DoubleAuction, SecondBest]
            [Seller<Uniform>("Wind", 0, 1), Buyer<Uniform>("City", 0, 2), Seller<Uniform>("Water", .5, 1.5), HistogramPrior([0, 1, 3], [.75, .25], Agent = "Mill"), Buyer("Mill")]
            public partial class Grid;

            internal static class Table
            {
                public static string Run(double wind, double city, double water, double mill)
                {
                    var result = Grid.Run(wind: wind, city: city, water: water, mill: mill);
                    return FormattableString.Invariant($"{result.Count} {result.WindSells} {result.CityBuys} {result.WaterSells} {result.MillBuys} {result.CityPays:F6} {result.MillPays:F6} {result.WindReceives:F6} {result.WaterReceives:F6}");
                }

                public static string Spans(double[] bids, double[] costs) => Grid.Run(bids, costs).ToString();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double, double, double, double, string>>();
        Assert.StartsWith("1 True True False False", run(.1, 2, .9, .2), StringComparison.Ordinal);
        Assert.StartsWith("2 True True True True", run(0, 2, .5, 3), StringComparison.Ordinal);
        Assert.StartsWith("0 False False False False 0.000000 0.000000", run(1, .5, 1.5, .5), StringComparison.Ordinal);
        Assert.Contains("City reports -1", Assert.Throws<ArgumentOutOfRangeException>(() => run(0, -1, 0, 0)).Message, StringComparison.Ordinal);
        var spans = table.GetMethod("Spans")!.CreateDelegate<Func<double[], double[], string>>();
        Assert.Contains("2 buyers are named, 1 bids are given", Assert.Throws<ArgumentException>(() => spans([1], [1, 1])).Message, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    /// <summary>The declarations that are run against the interpreter, with the problem that each means.</summary>
    public static TheoryData<string, string> Declarations => new()
    {
        { "uniform", "SecondBest, Sellers<Uniform>(0, 1, Count = 3), Buyers<Uniform>(0, 2, Count = 2)" },
        { "blocks", "RevenueOptimal, HistogramPrior([0, 3, 8], [.75, .25])" },
        { "smooth", "SecondBest, Sellers<Beta>(2, 2, Count = 2), Buyers<Power>(2, 2, Count = 2)" },
        { "mixed", "SecondBest, Seller<Uniform>(\"A\", 0, 4), Buyer<Uniform>(\"B\", 2, 8), Seller<Uniform>(\"C\", 1, 3), HistogramPrior([0, 3, 8], [.75, .25], Agent = \"D\"), Buyer(\"D\"), Buyer<Uniform>(\"E\", 0, 8)" },
    };

    [Theory, MemberData(nameof(Declarations))]
    public void Runs_are_those_of_the_definition(string name, string attributes)
    {
        var (_, assembly) = Driver.Load($$"""
            [Mechanism, DoubleAuction, {{attributes}}]
            public partial class M;

            internal static class Table
            {
                public static PricedTrades<double> Run(double[] bids, double[] costs) => M.Run(bids, costs);
            }
            """);
        var run = assembly.GetType("Table")!.GetMethod("Run")!.CreateDelegate<Func<double[], double[], PricedTrades<double>>>();
        var block = new HistogramPrior([0, 3, 8], [.75, .25]);
        var problem = name switch
        {
            "uniform" => Problem(Goal.SecondBest, Alike(new UniformPrior(0, 1), 3, new UniformPrior(0, 2), 2)),
            "smooth" => Problem(Goal.SecondBest, Alike(new BetaPrior(2, 2), 2, new PowerPrior(2, 2), 2)),
            "blocks" => Problem(Goal.RevenueOptimal, Alike(block, null, block, null)),
            _ => Problem(Goal.SecondBest, new Population.Named(
            [
                new Agent("A", Side.Supplier, new UniformPrior(0, 4)), new Agent("B", Side.Buyer, new UniformPrior(2, 8)), new Agent("C", Side.Supplier, new UniformPrior(1, 3)),
                new Agent("D", Side.Buyer, block), new Agent("E", Side.Buyer, new UniformPrior(0, 8)),
            ])),
        };
        var solved = (SolvedMarket)Theory.Solver.Solve(problem, default);
        var interpreter = new MarketInterpreter(solved);
        var gen = Gen.Select(
            Gen.Double[0, 9].Array[solved.Buyers ?? 0, solved.Buyers ?? 3],
            Gen.Double[0, 5].Array[solved.Sellers ?? 0, solved.Sellers ?? 3],
            Gen.Bool);
        var trades = 0;
        gen.Sample((bids, costs, isCoarse) =>
        {
            // Coarse reports tie, and lie in the same ironed block; others are no closer to each other than rounding can tell apart.
            var steps = isCoarse ? 1 : 4096;
            bids = [.. bids.Select(bid => Math.Round(bid * steps) / steps)];
            costs = [.. costs.Select(cost => Math.Round(cost * steps) / steps)];

            var (expected, actual) = (interpreter.Run(bids, costs), run(bids, costs));
            trades += actual.Count;
            Assert.Equal(expected.Buys, actual.Buys.ToArray().ToEquatableArray());
            Assert.Equal(expected.Sells, actual.Sells.ToArray().ToEquatableArray());
            Assert.All(expected.Pays.Zip(actual.Pays.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
            Assert.All(expected.Receives.Zip(actual.Receives.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
            Assert.Equal(actual.Buys.ToArray().Count(buys => buys), actual.Count);
            for (var buyer = 0; buyer < bids.Length; buyer++)
            {
                Assert.True(actual.Pays[buyer] <= (actual.Buys[buyer] ? bids[buyer] : 0));
            }
        }, iter: name == "smooth" ? 50 : 4_000, print: sample => string.Create(CultureInfo.InvariantCulture, $"[{string.Join(", ", sample.Item1)}] [{string.Join(", ", sample.Item2)}] {sample.Item3}"));
        Assert.True(trades > (name == "smooth" ? 10 : 500));
    }

    private static Population Alike(Prior costs, int? sellers, Prior values, int? buyers) =>
        new Population.TwoSided(new Agent(null, Side.Supplier, costs), new Agent(null, Side.Buyer, values)) { Sellers = sellers, Buyers = buyers };

    private static Problem Problem(Goal objective, Population population) => new()
    {
        Environment = new Environment(EnvironmentName.DoubleAuction, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0)),
        Population = population,
        Information = Information.IndependentPriors,
        Participation = Participation.Interim,
        Objective = objective,
        Payments = new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };
}
