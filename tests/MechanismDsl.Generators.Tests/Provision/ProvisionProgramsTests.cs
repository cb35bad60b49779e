using System.Globalization;
using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Provision;

/// <summary>Trades and projects by scores, from source to numbers: generated, compiled without a warning, run, and compared with their snapshot.</summary>
public class ProvisionProgramsTests
{
    [Fact]
    public async Task House()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, BilateralTrade, SecondBest]
            [Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
            [Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExAnteBudgetBalanced)]
            public partial class House;

            internal static class Table
            {
                public static Trade<double> Run(double cost, double bid) => House.Run(cost, bid);

                public static bool Holds<M>() where M : IBilateralTrade<double>, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational, IExAnteBudgetBalanced => true;

                public static bool Holds() => Holds<House>();

                public static (double Gains, double Subsidy) Expected() => (House.ExpectedGains, House.ExpectedSubsidy);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double, double, Trade<double>>>();
        Assert.Equal(new Trade<double>(true, .5, .75), run(.25, 1));
        Assert.Equal(new Trade<double>(true, .5, .25), run(.25, .5));
        Assert.Equal(Trade<double>.None, run(.25, .4375));
        Assert.Equal(new Trade<double>(true, .25, .5), run(0, .75));
        Assert.Equal((9.0 / 64, 0.0), table.GetMethod("Expected")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Bridge()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, PublicProject(1), SecondBest]
            [Agent<Uniform>("First", 0, 1), Agent<Uniform>("Second", 0, 1)]
            public partial class Bridge;

            internal static class Table
            {
                public static string Run(double first, double second)
                {
                    var result = Bridge.Run(first: first, second: second);
                    return FormattableString.Invariant($"{result.Outcome} {result.FirstPays} {result.SecondPays} {result.FirstIsPivotal} {result.SecondIsPivotal}");
                }

                public static (double Welfare, double Revenue) Expected() => (Bridge.ExpectedWelfare, Bridge.ExpectedRevenue);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double, double, string>>();
        Assert.Equal("Built 0.5 0.5 True True", run(.75, .75));
        Assert.Equal("Built 0.625 0.625 True True", run(.625, .625));
        Assert.Equal("NotBuilt 0 0 False False", run(.625, .5));
        Assert.Equal("Built 0.25 0.25 True True", run(1, 1));

        // Beyond the prior's support the rule goes on.
        Assert.Equal("Built 0.25 0 True False", run(1.5, 1));
        Assert.Equal((9.0 / 64, 9.0 / 32), table.GetMethod("Expected")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void Revenue()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, PublicProject(1), RevenueOptimal, Agents(2), Prior<Uniform>(0, 1)]
            public partial class Toll;

            [Mechanism, BilateralTrade, RevenueOptimal, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
            public partial class Broker;

            internal static class Table
            {
                public static string Run(double[] values) => Toll.Run(values).ToString();

                public static Trade<double> Broke(double cost, double bid) => Broker.Run(cost, bid);

                public static (double, double) Expected() => (Toll.ExpectedRevenue, -Broker.ExpectedSubsidy);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double[], string>>();
        var trade = table.GetMethod("Broke")!.CreateDelegate<Func<double, double, Trade<double>>>();
        Assert.Equal("Built; 0 pays 0.75 (instead of NotBuilt); 1 pays 0.75 (instead of NotBuilt)", run([.75, .75]));
        Assert.Equal("NotBuilt", run([.75, .7]));

        // 2b − 1 ≥ 2s: the gap is 1/2, and the broker expects 1/24 (bids 1/2 above costs, which differ in what they are paid).
        Assert.Equal(new Trade<double>(true, .75, .5), trade(.25, 1));
        Assert.Equal(Trade<double>.None, trade(.25, .7));
        Assert.Equal((0.0416666666667 + 0.125, 1.0 / 24), ((double, double))table.GetMethod("Expected")!.Invoke(null, null)!, new Close());
    }

    /// <summary>The seller's virtual cost has no closed inverse, but prices follow from c + α(eᶜ − 1) = b − α for every α; a handful of tables carries them from 1e-9 to 34.</summary>
    [Fact]
    public void Prices_from_tables_are_exact_over_ten_powers_of_ten()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, BilateralTrade, SecondBest, Seller<Exponential>(1), Buyer<Exponential>(1)]
            public partial class Yard;

            internal static class Table
            {
                public static Trade<double> Run(double cost, double bid) => Yard.Run(cost, bid);
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double, double, Trade<double>>>();
        Assert.InRange(driver.GetRunResult().GeneratedTrees.Sum(tree => tree.ToString().Split("SmoothCurve Table").Length - 1), 1, 6);
        var weight = run(0, 10).BuyerPays;
        foreach (var cost in Enumerable.Range(0, 400).Select(step => Math.Pow(10, (step / 40.0) - 8.5)).Where(cost => cost < 30))
        {
            var bid = cost + (weight * Math.Exp(cost));
            Assert.Equal(1, run(cost, 1e15).BuyerPays / bid, 1e-10);
            Assert.Equal(cost, run(0, bid).SellerReceives, (1e-10 * cost) + 1e-15);
        }
    }

    /// <summary>Prices that a person can check: equal exponential values, a cost of 1; the threshold is the golden ratio.</summary>
    [Fact]
    public void Types_that_are_not_uniform()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, PublicProject(1), SecondBest, Agents(2), Prior<Exponential>(1)]
            public partial class Dam;

            [Mechanism, BilateralTrade, SecondBest, Seller<Beta>(2, 2), Buyer<Power>(2, 1)]
            public partial class Stall;

            [Mechanism, BilateralTrade, SecondBest, Seller<Exponential>(1), Buyer<Exponential>(1)]
            public partial class Yard;

            [Mechanism, BilateralTrade, SecondBest, Seller<Uniform>(0, 3), HistogramPrior([0, 3, 8], [.75, .25], Agent = "Customer"), Buyer("Customer")]
            public partial class Bazaar;

            [Mechanism, BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(2, 3)]
            public partial class Always;

            [Mechanism, PublicProject(3), SecondBest, Agent<Uniform>("A", 2, 3), Agent<Uniform>("B", 4, 5)]
            public partial class Sure;

            internal static class Table
            {
                public static string Dammed(double[] values) => Dam.Run(values).ToString();

                public static Trade<double> Stalled(double cost, double bid) => Stall.Run(cost, bid);

                public static Trade<double> Yards(double cost, double bid) => Yard.Run(cost, bid);

                public static Trade<double> Haggle(double cost, double bid) => Bazaar.Run(cost, bid);

                public static Trade<double> Surely(double cost, double bid) => Always.Run(cost, bid);

                public static string Sures(double[] values) => Sure.Run(values).ToString();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var dam = table.GetMethod("Dammed")!.CreateDelegate<Func<double[], string>>();
        Assert.StartsWith("Built; 0 pays 0.618033988", dam([1, 1]), StringComparison.Ordinal);
        Assert.Equal("NotBuilt", dam([.8, .8]));
        Assert.Equal(new Trade<double>(true, 1.5, 1.5), table.GetMethod("Surely")!.CreateDelegate<Func<double, double, Trade<double>>>()(.3, 2.4));
        Assert.Equal("Built; 0 pays 1; 1 pays 2", table.GetMethod("Sures")!.CreateDelegate<Func<double[], string>>()([2.5, 4.5]));
        foreach (var (name, highest) in new[] { ("Stalled", 1.0), ("Yards", 6.0), ("Haggle", 8.0) })
        {
            var run = table.GetMethod(name)!.CreateDelegate<Func<double, double, Trade<double>>>();
            var trades = 0;
            for (var step = 0; step < 2000; step++)
            {
                var (cost, bid) = (highest * (step * .61803398875 % 1), highest * (step * .75487766625 % 1));
                var trade = run(cost, bid);
                if (!trade.IsTraded)
                {
                    continue;
                }

                trades++;

                // Truth is dominant: a little above its price the buyer trades at the same price, a little below it does not; the seller likewise.
                Assert.True(trade.BuyerPays <= bid && trade.SellerReceives >= cost);
                Assert.Equal(trade.BuyerPays, run(cost, bid + .1).BuyerPays, 1e-9);
                Assert.Equal(trade.SellerReceives, run(cost / 2, bid).SellerReceives, 1e-9);
                Assert.True(run(cost, trade.BuyerPays + 1e-7).IsTraded);
                Assert.False(trade.BuyerPays > 1e-6 && run(cost, trade.BuyerPays - 1e-7).IsTraded);
                Assert.True(run(Math.Max(0, trade.SellerReceives - 1e-7), bid).IsTraded);
                Assert.False(run(trade.SellerReceives + 1e-7, bid).IsTraded);
            }

            Assert.InRange(trades, 50, 1500);
        }
    }

    /// <summary>The published cases of topics 07 and 08 through declarations: expectations as constants, thresholds by running.</summary>
    [Fact]
    public void PublishedCases()
    {
        using var document = JsonDocument.Parse(typeof(ProvisionProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        List<JsonElement> cases =
        [
            .. document.RootElement.GetProperty("cases").EnumerateArray().Where(one => Families.Any(start => one.GetProperty("id").GetString()!.StartsWith(start, StringComparison.Ordinal))),
        ];
        Assert.Equal(5 + 5 + 2 + 1 + 1, cases.Count);
        var (_, assembly) = Driver.Load(string.Concat(cases.Select((one, index) => Declare(one, index, "SecondBest", $"Second{index}") + Declare(one, index, "RevenueOptimal", $"Best{index}"))));
        for (var index = 0; index < cases.Count; index++)
        {
            var expected = cases[index].GetProperty("expected");
            var isTrade = cases[index].GetProperty("id").GetString()!.StartsWith("ms-", StringComparison.Ordinal);
            var (second, best) = (assembly.GetType($"Second{index}")!, assembly.GetType($"Best{index}")!);
            Near(expected, isTrade ? "second_best_gains" : "expected_welfare", Constant(second, isTrade ? "ExpectedGains" : "ExpectedWelfare"));
            Near(expected, "expected_payments_equal_cost", isTrade ? 0 : Constant(second, "ExpectedRevenue"));
            if (!isTrade && expected.TryGetProperty("revenue_max_profit", out var profit))
            {
                var chance = Number(expected.GetProperty("revenue_max_P_built"));
                Assert.Equal(Number(profit) + (Number(cases[index].GetProperty("inputs").GetProperty("c")) * chance), Constant(best, "ExpectedRevenue"), 1e-9);
            }

            foreach (var (type, names) in new[] { (second, new[] { "welfare_optimal_threshold_s", "threshold_s", "second_best_threshold_b_minus_s" }), (best, ["revenue_max_threshold"]) })
            {
                foreach (var name in names.Where(name => expected.TryGetProperty(name, out _)))
                {
                    var threshold = Number(expected.GetProperty(name));
                    Assert.True(Decides(type, isTrade, cases[index], threshold + 1e-9), name);
                    Assert.False(threshold > 0 && Decides(type, isTrade, cases[index], threshold - 1e-9), name);
                }
            }
        }
    }

    private static readonly string[] Families = ["ms-uniform-", "public-uniform2-", "public-uniform3-", "public-exp2-", "public-power2-"];

    private static string Declare(JsonElement golden, int index, string goal, string name)
    {
        var (id, inputs) = (golden.GetProperty("id").GetString()!, golden.GetProperty("inputs"));
        if (id.StartsWith("ms-", StringComparison.Ordinal))
        {
            return FormattableString.Invariant($"[Mechanism, BilateralTrade, {goal}, Seller<Uniform>({Pair("S")}), Buyer<Uniform>({Pair("B")})] internal partial class {name} {{ public static bool Decides{index}(double cost, double bid) => Run(cost, bid).IsTraded; }}\n");
        }

        var agents = inputs.TryGetProperty("n", out var count) ? count.GetInt32() : 2;
        var prior = id.StartsWith("public-exp", StringComparison.Ordinal) ? "Exponential>(1)" : id.StartsWith("public-power", StringComparison.Ordinal) ? "Power>(2, 1)" : "Uniform>(0, 1)";

        // Sums of equal values cross the threshold together, up to the rounding of the sum.
        return FormattableString.Invariant($"[Mechanism, PublicProject({Fraction(inputs.GetProperty("c"))}), {goal}, Agents({agents}), Prior<{prior}] internal partial class {name} {{ public static bool Decides{index}(double sum) {{ var values = new double[{agents}]; Array.Fill(values, sum / {agents}); return Run(values).Outcome == ProjectDecision.Built; }} }}\n");

        string Pair(string side) => string.Join(", ", inputs.GetProperty(side).EnumerateArray().Select(Fraction));
    }

    /// <summary>A number as C# writes it: 1.0/3 keeps all digits.</summary>
    private static string Fraction(JsonElement number)
    {
        var parts = (number.ValueKind == JsonValueKind.String ? number.GetString()! : number.GetProperty("exact").GetString()!).Split('/');
        return parts.Length == 1 ? parts[0] : $"{parts[0]}.0/{parts[1]}";
    }

    private static bool Decides(Type type, bool isTrade, JsonElement golden, double threshold)
    {
        var method = type.GetMethods().Single(method => method.Name.StartsWith("Decides", StringComparison.Ordinal));
        if (!isTrade)
        {
            return (bool)method.Invoke(null, [threshold])!;
        }

        // In the middle of what both supports allow.
        var (seller, buyer) = (Ends("S"), Ends("B"));
        var (low, high) = (Math.Max(seller.Low, buyer.Low - threshold), Math.Min(seller.High, buyer.High - threshold));
        var cost = Math.Max(0, (low + high) / 2);
        return (bool)method.Invoke(null, [cost, cost + threshold])!;

        (double Low, double High) Ends(string side)
        {
            var ends = golden.GetProperty("inputs").GetProperty(side);
            return (Number(ends[0]), Number(ends[1]));
        }
    }

    private static double Constant(Type type, string name) => (double)type.GetField(name)!.GetValue(null)!;

    private static void Near(JsonElement expected, string name, double actual)
    {
        if (expected.TryGetProperty(name, out var number))
        {
            Assert.Equal(Number(number), actual, 1e-9);
        }
    }

    private static double Number(JsonElement element)
    {
        var parts = (element.ValueKind == JsonValueKind.String ? element.GetString()! : element.TryGetProperty("exact", out var exact) ? exact.GetString()! : element.GetProperty("dec").GetString()!).Split('/');
        var numerator = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? numerator : numerator / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private sealed class Close : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) one, (double, double) other) => Math.Abs(one.Item1 - other.Item1) < 1e-11 && Math.Abs(one.Item2 - other.Item2) < 1e-11;

        public int GetHashCode((double, double) pair) => 0;
    }
}
