using System.Reflection;
using System.Text.Json;
using Fractions;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Optimal;

/// <summary>Mechanisms that linear programs find, from source to numbers: generated, compiled without a warning, run, compared with the published optima.</summary>
public class OptimalProgramsTests
{
    [Fact]
    public async Task BestSale()
    {
        var (driver, assembly) = Driver.Load("""
            using System.Linq;
            namespace Shop;

            [Mechanism, SingleItem, Optimal(Objective.Revenue), Agents(2)]
            [DiscretePrior([1, 2, 3], [1, 1, 1]), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
            public partial class BestSale;

            internal static class Probe
            {
                public static string Run(double[] bids) => BestSale.Run(bids).ToString();

                public static int Draw(double[] bids, double uniform) => BestSale.Draw(bids, uniform);

                public static bool Batch()
                {
                    var outcomes = new SharedSale<double>[2];
                    BestSale.RunBatch([1, 1, 3, 2], 2, outcomes);
                    return outcomes[0] == BestSale.Run([1, 1]) && outcomes[1] == BestSale.Run([3, 2]);
                }

                public static int Generic<M>(ReadOnlySpan<double> bids) where M : IMechanism<double, SharedSale<double>>, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational => M.Run(bids).Shares.Length;

                public static int Count() => Generic<BestSale>([1, 3]);
            }
            """);
        var probe = assembly.GetType("Shop.Probe")!;
        var run = probe.GetMethod("Run")!.CreateDelegate<Func<double[], string>>();
        var draw = probe.GetMethod("Draw")!.CreateDelegate<Func<double[], double, int>>();
        Assert.Equal(("2", 2.0), (Constant(assembly, "BestSale", "ExactRevenue"), Constant(assembly, "BestSale", "ExpectedRevenue")));
        Assert.Equal(true, probe.GetMethod("Batch")!.Invoke(null, null));
        Assert.Equal(2, probe.GetMethod("Count")!.Invoke(null, null));

        // Virtual values −1, 1, 3: 1 is never sold, equals are drawn for, and 3 pays what it takes to beat 2.
        Assert.Equal("unsold", run([1, 1]));
        Assert.Equal("0: 0.5 at 1, 1: 0.5 at 1", run([2, 2]));
        Assert.Equal((0, 1, -1), (draw([2, 2], 0.49), draw([2, 2], 0.5), draw([1, 1], 0)));
        Assert.Contains("Agent 1 reports type 2.5; type must be one of 1, 2, 3.", Assert.Throws<ArgumentOutOfRangeException>(() => run([1, 2.5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => run([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => draw([1, 1], 1));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task HomeImprovement()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Home { Nothing, SwimmingPool, DanceStudio }

            [Mechanism, Outcomes<Home>, Optimal(Objective.Welfare)]
            [Agent<UniformIntegers>("Alexa", 1, 3), Agent<UniformIntegers>("Siri", 1, 3)]
            [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
            internal partial class Improvement
            {
                [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 1 : home == Home.DanceStudio ? 2 * type : 0;
                [Cost] static int Cost(Home home) => home == Home.Nothing ? 0 : 6;
            }

            internal static class Probe
            {
                public static string Run(int alexa, int siri) => Improvement.Run(alexa: alexa, siri: siri).ToString();
                public static Home Draw(int alexa, int siri) => Improvement.Draw([alexa, siri], 0);
            }
            """);
        var probe = assembly.GetType("Shop.Probe")!;
        var text = Driver.Text(driver);
        Assert.Contains("IExPostBudgetBalanced", text, StringComparison.Ordinal);
        Assert.Contains("Nothing 1", probe.GetMethod("Run")!.Invoke(null, [1, 1])!.ToString()!, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    /// <summary>Programs of topic 11: what brokers and planners attain at the most.</summary>
    [Theory]
    [InlineData("amd-bilateral-P-0_1_2-vs-0_1_2", "second_best_gains", "max_broker_profit")]
    [InlineData("amd-bilateral-P-1_3-vs-2_4", "second_best_gains", "max_broker_profit")]
    [InlineData("amd-bilateral-P-1_2_3_4_5-vs-1_2_3_4_5", "second_best_gains", "max_broker_profit")]
    public void Trades(string id, string gains, string profit)
    {
        var golden = Case(id);
        string Values(string side) => string.Join(", ", golden.GetProperty("inputs").GetProperty(side).EnumerateArray().Select(value => value.GetString()));
        string Ones(string side) => string.Join(", ", golden.GetProperty("inputs").GetProperty(side).EnumerateArray().Select(_ => "1"));
        var traders = $"[DiscretePrior([{Values("seller")}], [{Ones("seller")}], Agent = \"Seller\"), DiscretePrior([{Values("buyer")}], [{Ones("buyer")}], Agent = \"Buyer\")]";
        var (_, assembly) = Driver.Load($$"""
            namespace Shop;

            [Mechanism, BilateralTrade, Optimal(Objective.Welfare), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced)]
            {{traders}}
            public partial class Trade;

            [Mechanism, BilateralTrade, Optimal(Objective.Revenue)]
            {{traders}}
            public partial class Broker;
            """);
        var expected = golden.GetProperty("expected");
        Assert.Equal(Exact(expected.GetProperty(gains)), Fraction.FromString((string)Constant(assembly, "Trade", "ExactWelfare"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Exact(expected.GetProperty(profit)), Fraction.FromString((string)Constant(assembly, "Broker", "ExactRevenue"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("amd-public-P-2-c2-02")]
    [InlineData("amd-public-P-2-c3-12")]
    public void Projects(string id)
    {
        var golden = Case(id);
        var inputs = golden.GetProperty("inputs");
        var values = string.Join(", ", inputs.GetProperty("types")[0].EnumerateArray().Select(value => value.GetString()));
        var weights = string.Join(", ", inputs.GetProperty("types")[0].EnumerateArray().Select(_ => "1"));
        var (_, assembly) = Driver.Load($$"""
            namespace Shop;

            [Mechanism, PublicProject({{inputs.GetProperty("c").GetInt32()}}), Optimal(Objective.Welfare), Agents(2), DiscretePrior([{{values}}], [{{weights}}])]
            [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced)]
            public partial class Bridge;

            [Mechanism, PublicProject({{inputs.GetProperty("c").GetInt32()}}), Optimal(Objective.Revenue), Agents(2), DiscretePrior([{{values}}], [{{weights}}])]
            public partial class Toll;
            """);
        var expected = golden.GetProperty("expected");
        Assert.Equal(Exact(expected.GetProperty("max_welfare")), Fraction.FromString((string)Constant(assembly, "Bridge", "ExactWelfare"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Exact(expected.GetProperty("max_profit")), Fraction.FromString((string)Constant(assembly, "Toll", "ExactRevenue"), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>One buyer of two goods: what its four types are, and what it gets, are written as outcomes and types.</summary>
    [Theory]
    [InlineData("amd-two-goods-1212")]
    [InlineData("amd-two-goods-1213")]
    [InlineData("amd-two-goods-0102")]
    public void TwoGoods(string id)
    {
        var golden = Case(id);
        int Value(string good, int type) => golden.GetProperty("inputs").GetProperty(good)[type].GetInt32();
        var (_, assembly) = Driver.Load($$"""
            namespace Shop;

            internal enum Bundle { Nothing, First, Second, Both }

            [Mechanism, Outcomes<Bundle>, Optimal(Objective.Revenue), Agents(1), Prior<UniformIntegers>(0, 3)]
            internal partial class Menu
            {
                [Value] static int Value(Bundle bundle, int type) =>
                    (bundle == Bundle.First || bundle == Bundle.Both ? (type >= 2 ? {{Value("good1", 1)}} : {{Value("good1", 0)}}) : 0)
                    + (bundle == Bundle.Second || bundle == Bundle.Both ? (type % 2 == 1 ? {{Value("good2", 1)}} : {{Value("good2", 0)}}) : 0);
            }

            [Mechanism, Outcomes<Bundle>, Optimal(Objective.Revenue, Deterministic = true), Agents(1), Prior<UniformIntegers>(0, 3)]
            internal partial class Prices
            {
                [Value] static int Value(Bundle bundle, int type) =>
                    (bundle == Bundle.First || bundle == Bundle.Both ? (type >= 2 ? {{Value("good1", 1)}} : {{Value("good1", 0)}}) : 0)
                    + (bundle == Bundle.Second || bundle == Bundle.Both ? (type % 2 == 1 ? {{Value("good2", 1)}} : {{Value("good2", 0)}}) : 0);
            }
            """);
        var expected = golden.GetProperty("expected");
        Assert.Equal(Exact(expected.GetProperty("optimal_revenue")), Fraction.FromString((string)Constant(assembly, "Menu", "ExactRevenue"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Exact(expected.GetProperty("best_deterministic")), Fraction.FromString((string)Constant(assembly, "Prices", "ExactRevenue"), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static object Constant(Assembly assembly, string type, string name) => assembly.GetType("Shop." + type)!.GetField(name)!.GetValue(null)!;

    private static Fraction Exact(JsonElement number) => Fraction.FromString(number.GetProperty("exact").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static JsonElement Case(string id)
    {
        using var document = JsonDocument.Parse(typeof(OptimalProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        return document.RootElement.GetProperty("cases").EnumerateArray().First(one => one.GetProperty("id").GetString() == id).Clone();
    }
}
