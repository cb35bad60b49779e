using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Fractions;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Optimal;

/// <summary>Sales of several goods that linear programs find, from source to numbers: generated, compiled without a warning, run, compared with the published optima.</summary>
public class GoodsProgramsTests
{
    [Fact]
    public async Task Estate()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Lot { Castle, Lake }

            [Mechanism, Goods<Lot>, Optimal(Objective.Revenue), Agent("Anne"), Agent("Bert")]
            [DiscretePrior([1, 2], [1, 1]), DiscretePrior([1, 3], [1, 1], Good = (int)Lot.Lake), DiscretePrior([2], [1], Agent = "Bert")]
            [Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
            internal partial class Estate;

            internal static class Probe
            {
                public static string Run(double castle, double lake) => Estate.Run([new(castle, lake), new(2, 2)]).ToString();

                public static int[] Draw(double castle, double lake, double uniform) => Estate.Draw([new(castle, lake), new(2, 2)], uniform).ToArray();

                public static bool Same() => Estate.Run(anne: new(Castle: 2, Lake: 1), bert: new(2, 2)) == Estate.Run([new(2, 1), new(2, 2)]);

                public static bool Batch()
                {
                    var outcomes = new GoodsSale<double>[2];
                    Estate.RunBatch([new(1, 1), new(2, 2), new(2, 3), new(2, 2)], 2, outcomes);
                    return outcomes[0] == Estate.Run([new(1, 1), new(2, 2)]) && outcomes[1] == Estate.Run([new(2, 3), new(2, 2)]);
                }

                public static int Generic<M>(ReadOnlySpan<Estate.Report> reports) where M : IMechanism<Estate.Report, GoodsSale<double>>, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational => M.Run(reports).Goods;

                public static int Count() => Generic<Estate>([new(1, 3), new(2, 2)]);
            }
            """);
        var probe = assembly.GetType("Shop.Probe")!;
        var run = probe.GetMethod("Run")!.CreateDelegate<Func<double, double, string>>();
        var draw = probe.GetMethod("Draw")!.CreateDelegate<Func<double, double, double, int[]>>();

        // Bert's type is known, so that 2 is to be had for each good; Anne of type 3 pays 3 for the lake.
        Assert.Equal("9/2", Constant(assembly, "Estate", "ExactRevenue"));
        Assert.Equal("0: good 1 at 3; 1: good 0 at 2", run(1, 3));
        Assert.Equal([1, 0], draw(1, 3, 0.7));
        Assert.Equal("1: good 0, good 1 at 4", run(1, 1));
        Assert.Equal(true, probe.GetMethod("Same")!.Invoke(null, null));
        Assert.Equal(true, probe.GetMethod("Batch")!.Invoke(null, null));
        Assert.Equal(2, probe.GetMethod("Count")!.Invoke(null, null));
        Assert.Contains("Anne reports Lake 2; Lake must be one of 1, 3.", Assert.Throws<ArgumentOutOfRangeException>(() => run(1, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => draw(1, 1, 1));
        await Verifier.Verify(driver);
    }

    /// <summary>The published sales of two goods to one buyer, by declaration.</summary>
    [Theory]
    [InlineData("amd-two-goods-1212")]
    [InlineData("amd-two-goods-1213")]
    [InlineData("amd-two-goods-0102")]
    public void OneBuyer(string id)
    {
        using var document = JsonDocument.Parse(typeof(GoodsProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        var golden = document.RootElement.GetProperty("cases").EnumerateArray().First(one => one.GetProperty("id").GetString() == id);
        string Prior(int good) => $"DiscretePrior([{string.Join(", ", golden.GetProperty("inputs").GetProperty($"good{good + 1}").EnumerateArray().Select(value => value.GetInt32().ToString(CultureInfo.InvariantCulture)))}], [1, 1], Good = {good})";
        var (_, assembly) = Driver.Load($$"""
            namespace Shop;

            [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), {{Prior(0)}}, {{Prior(1)}}]
            internal partial class Menu;

            [Mechanism, Goods(2), Optimal(Objective.Revenue, Deterministic = true), Agents(1), {{Prior(0)}}, {{Prior(1)}}]
            internal partial class Prices;
            """);
        var expected = golden.GetProperty("expected");
        Assert.Equal(expected.GetProperty("optimal_revenue").GetProperty("exact").GetString(), Constant(assembly, "Menu", "ExactRevenue"));
        Assert.Equal(expected.GetProperty("best_deterministic").GetProperty("exact").GetString(), Constant(assembly, "Prices", "ExactRevenue"));
    }

    /// <summary>The lotteries of the menu: every type's best entry is its own, none loses, and the expected payment is the stated revenue, all from the runs.</summary>
    [Fact]
    public void TheMenuIsTruthful()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1], Good = 0), DiscretePrior([1, 3], [1, 1], Good = 1)]
            internal partial class Menu;

            internal static class Probe
            {
                public static double[] Run(double first, double second)
                {
                    var sale = Menu.Run([new(first, second)]);
                    return [sale.Probability(0, 0), sale.Probability(0, 1), sale.Payments[0]];
                }
            }
            """);
        var run = assembly.GetType("Shop.Probe")!.GetMethod("Run")!.CreateDelegate<Func<double, double, double[]>>();
        (double First, double Second)[] types = [(1, 1), (1, 3), (2, 1), (2, 3)];
        var entries = types.Select(type => run(type.First, type.Second)).ToList();
        Assert.Equal(21.0 / 8, entries.Sum(entry => entry[2]) / 4, 12);
        Assert.Contains(entries, entry => entry[0] is > 0 and < 1 || entry[1] is > 0 and < 1);
        for (var type = 0; type < types.Length; type++)
        {
            var utilities = entries.Select(entry => (entry[0] * types[type].First) + (entry[1] * types[type].Second) - entry[2]).ToList();
            Assert.True(utilities[type] >= utilities.Max() - 1e-12 && utilities[type] >= -1e-12);
        }
    }

    /// <summary>A division of the author's own: its payments, and that the types of the published bundle earn what they do.</summary>
    [Fact]
    public async Task OwnDivision()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])]
            [Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
            internal partial class Bundle
            {
                [Decision]
                static void Divide(ReadOnlySpan<double> values, Span<int> owners)
                {
                    var owner = values[0] + values[1] >= 3 ? 0 : -1;
                    owners[0] = owner;
                    owners[1] = owner;
                }
            }

            internal static class Probe
            {
                public static string Run(double first, double second) => Bundle.Run([new(first, second)]).ToString();
            }
            """);
        var run = assembly.GetType("Shop.Probe")!.GetMethod("Run")!.CreateDelegate<Func<double, double, string>>();
        Assert.Equal("9/4", Constant(assembly, "Bundle", "ExactRevenue"));
        Assert.Equal(["unsold", "0: good 0, good 1 at 3", "0: good 0, good 1 at 3"], new[] { run(1, 1), run(1, 2), run(2, 2) });
        await Verifier.Verify(driver);
    }

    /// <summary>A choice of the author's own among outcomes, with several agents and payments that balance.</summary>
    [Fact]
    public void OwnChoice()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Site { Hill, Lake }

            [Mechanism, Outcomes<Site>, Optimal(Objective.Revenue), Agents(2), Prior<UniformIntegers>(1, 2)]
            [Guarantees(BayesianIncentiveCompatible, ExAnteIndividuallyRational, ExPostBudgetBalanced)]
            internal partial class Town
            {
                [Value] static int Value(Site site, int type) => site == Site.Hill ? 2 * type : 3;
                [Decision] static Site Decide(ReadOnlySpan<int> types) => types[0] + types[1] >= 3 ? Site.Hill : Site.Lake;
            }

            internal static class Probe
            {
                public static string Run(int first, int second) => Town.Run([first, second]).ToString();

                public static double Balance(int first, int second) => Town.Run([first, second]).Payments[0] + Town.Run([first, second]).Payments[1];
            }
            """);
        var probe = assembly.GetType("Shop.Probe")!;
        Assert.Equal(("0", "13/2"), (Constant(assembly, "Town", "ExactRevenue"), Constant(assembly, "Town", "ExactWelfare")));
        Assert.StartsWith("Lake 1", (string)probe.GetMethod("Run")!.Invoke(null, [1, 1])!, StringComparison.Ordinal);
        Assert.StartsWith("Hill 1", (string)probe.GetMethod("Run")!.Invoke(null, [2, 1])!, StringComparison.Ordinal);
        Assert.All(new[] { (1, 1), (1, 2), (2, 1), (2, 2) }, types => Assert.Equal(0.0, (double)probe.GetMethod("Balance")!.Invoke(null, [types.Item1, types.Item2])!, 12));
    }

    /// <summary>A goal of the author's own: what the bidders keep is the most if the item is given away by lot (Hartline and Roughgarden 2008).</summary>
    [Fact]
    public void OwnGoal()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Goods(1), Optimal(Objective.Own, PaymentWeight = -1), Agents(2), DiscretePrior([1, 2], [1, 1])]
            [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, NoSubsidy)]
            internal partial class ForTheBidders
            {
                [Goal] static double Keep(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => owners[0] < 0 ? 0 : values[owners[0]];
            }

            internal static class Probe
            {
                public static string Run(double first, double second) => ForTheBidders.Run([new(first), new(second)]).ToString();
            }
            """);
        Assert.Equal(("3/2", 1.5, "0", "3/2"), (Constant(assembly, "ForTheBidders", "ExactObjective"), Constant(assembly, "ForTheBidders", "ExpectedObjective"), Constant(assembly, "ForTheBidders", "ExactRevenue"), Constant(assembly, "ForTheBidders", "ExactWelfare")));
        Assert.Contains("this one has the greatest value of the author's own goal, in which a unit of payments counts -1: 1.5 in expectation.", Driver.Text(driver), StringComparison.Ordinal);
        Assert.Equal("0: good 0 (0.5) at 0; 1: good 0 (0.5) at 0", assembly.GetType("Shop.Probe")!.GetMethod("Run")!.Invoke(null, [1.0, 1.0]));
    }

    /// <summary>Three agents with correlated types: efficient, truthful, voluntary and balanced at every profile; always so if the joint prior is identifiable, and here even where it is not (Kosenok and Severinov 2008).</summary>
    [Theory]
    [InlineData("3, 2, 4, 1, 2, 5, 5, 5", "The joint prior is identifiable and beliefs tell all types apart")]
    [InlineData("5, 1, 2, 3, 1, 4, 3, 2", "The joint prior is not identifiable")]
    public void BalancedWithCorrelatedTypes(string weights, string words)
    {
        var (driver, assembly) = Driver.Load($$"""
            namespace Shop;

            [Mechanism, SingleItem, Optimal(Objective.Welfare), Agent("Anne"), Agent("Bert"), Agent("Cleo"), Types(1, 4), JointPrior({{weights}})]
            [Guarantees(AllocativelyEfficient, BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
            internal partial class Heirs;

            internal static class Probe
            {
                public static double Sum(double anne, double bert, double cleo)
                {
                    var sum = 0.0;
                    foreach (var share in Heirs.Run([anne, bert, cleo]).Shares)
                    {
                        sum += share.Payment;
                    }

                    return sum;
                }
            }
            """);
        Assert.Equal("0", Constant(assembly, "Heirs", "ExactRevenue"));
        Assert.Contains(words, Driver.Text(driver), StringComparison.Ordinal);
        var sum = assembly.GetType("Shop.Probe")!.GetMethod("Sum")!.CreateDelegate<Func<double, double, double, double>>();
        Assert.All(Enumerable.Range(0, 8), profile => Assert.Equal(0.0, sum((profile & 4) == 0 ? 1 : 4, (profile & 2) == 0 ? 1 : 4, (profile & 1) == 0 ? 1 : 4), 9));
    }

    /// <summary>A joint prior from an additional file, and beliefs agent by agent: the same mechanism as with weights in the attribute.</summary>
    [Fact]
    public void JointPriorsFromFilesAndBeliefs()
    {
        var (_, assembly) = Driver.Load(
            """
            namespace Shop;

            [Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean, Types(1, 2, 3), JointPrior(File = "types.csv")]
            internal partial class FromFile;

            [Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean, Agents(2), Types(1, 2, 3), Beliefs(4, 2, 1, 2, 2, 2, 1, 2, 4)]
            internal partial class FromBeliefs;

            [Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean, Types(1, 2, 3), JointPrior(4, 2, 1, 2, 2, 2, 1, 2, 4)]
            internal partial class FromWeights;

            internal static class Probe
            {
                public static bool Same(double first, double second) =>
                    FromFile.Run([first, second]) == FromWeights.Run([first, second]) && FromBeliefs.Run([first, second]) == FromWeights.Run([first, second]);
            }
            """,
            new MemoryFile("/shop/types.csv", "first,second,weight\n1,1,4\n1,2,2\n1,3,1\n2,1,2\n2,2,2\n2,3,2\n3,1,1\n3,2,2\n3,3,4\n"));
        var same = assembly.GetType("Shop.Probe")!.GetMethod("Same")!.CreateDelegate<Func<double, double, bool>>();
        Assert.All(Enumerable.Range(0, 9), profile => Assert.True(same(1 + (profile / 3), 1 + (profile % 3))));
        Assert.Equal(2.3, Constant(assembly, "FromFile", "ExpectedRevenue"));
    }

    private static object Constant(Assembly assembly, string type, string name) => assembly.GetType("Shop." + type)!.GetField(name)!.GetValue(null)!;
}
