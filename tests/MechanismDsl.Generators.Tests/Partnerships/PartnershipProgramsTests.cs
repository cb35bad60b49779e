using System.Globalization;
using System.Reflection;
using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Partnerships;

/// <summary>Partnerships from source to numbers: generated, compiled without a warning, run, and compared with their snapshot.</summary>
public class PartnershipProgramsTests
{
    [Fact]
    public async Task Buyout()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Partnership(.5, .5), Efficient]
            [Prior<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)]
            public partial class Buyout;

            internal static class Table
            {
                public static string Run(double[] values) => Buyout.Run(values).ToString();

                public static double[] Constants => [Buyout.Surplus, Buyout.ExpectedWelfare, Buyout.LowestFirstShare, Buyout.HighestFirstShare];

                public static string Batch()
                {
                    var outcomes = new Dissolution<double>[2];
                    Buyout.RunBatch([.4, .8, 1, 0], 2, outcomes);
                    return string.Join(" | ", outcomes);
                }

                public static bool Generic<M>() where M : IMechanism<double, Dissolution<double>>, IBayesianIncentiveCompatible, IInterimIndividuallyRational, IExPostBudgetBalanced, IAllocativelyEfficient => M.Run([1, 0]).Owner == 0;

                public static bool Holds() => Generic<Buyout>();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double[], string>>();
        Assert.Equal("1 gets everything; payments -0.24000000000000005, 0.24000000000000005", run([.4, .8]));
        Assert.Equal("0 gets everything; payments 0, 0", run([.5, .5]));
        Assert.Equal("0 gets everything; payments 0.5, -0.5", run([7, 0]));
        Assert.Equal([1.0 / 12, 2.0 / 3, .211324865405187, .788675134594813], (double[])table.GetProperty("Constants")!.GetValue(null)!);
        Assert.Equal("1 gets everything; payments -0.24000000000000005, 0.24000000000000005 | 0 gets everything; payments 0.5, -0.5", table.GetMethod("Batch")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethod("Holds")!.Invoke(null, null));
        Assert.Contains("Agent 1 reports -1", Assert.Throws<ArgumentOutOfRangeException>(() => run([1, -1])).Message, StringComparison.Ordinal);
        Assert.Contains("There are 3 reports and 2 payments; the partnership has 2 partners.", Assert.Throws<ArgumentException>(() => run([1, 1, 1])).Message, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Firm()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Partnership(.6, .4), Efficient]
            [Agent<Uniform>("Ann", 0, 1), Agent<Power>("Class", 2, 1)]
            public partial class Firm;

            internal static class Table
            {
                public static string Run(double ann, double @class) => FormattableString.Invariant($"{Firm.Run(ann: ann, @class: @class)} {Firm.Run(ann: ann, @class: @class).OwnerName}");

                public static double Pays(double ann, double @class) => Firm.Run(ann: ann, @class: @class).AnnPays;
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var pays = table.GetMethod("Pays")!.CreateDelegate<Func<double, double, double>>();

        // Ann's rival has F = x², so that her charge is 2x³/3; the rival's is x²/2.
        var side = pays(0, 0);
        Assert.Equal((2 * .125 / 3) - (.64 / 2) + side, pays(.5, .8), 1e-12);
        Assert.StartsWith("Result { Owner = 1, AnnPays = ", table.GetMethod("Run")!.Invoke(null, [.5, .8])!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" Class", table.GetMethod("Run")!.Invoke(null, [.5, .8])!.ToString(), StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    [Fact]
    public void Shapes_CompileAndRun()
    {
        var (_, assembly) = Driver.Load("""
            [Mechanism, Partnership(.5, .5), Efficient, Prior<Uniform>(0, 100), Money<long>] public partial class A;
            [Mechanism, Partnership(.5, .25, .25), Efficient, Prior<Exponential>(1)] public partial class B;
            [Mechanism, Partnership(1.0/3, 1.0/3, 1.0/3), Efficient, Prior<Uniform>(2, 5), Money<decimal>] internal partial struct C;
            [Mechanism, Partnership(.9, .1), Efficient, Prior<Beta>(.5, .5)] public partial record D;
            [Mechanism, Partnership(.5, .5), Efficient, HistogramPrior([0, 1, 3], [3, 1])] public partial class E;
            [Mechanism, Partnership(.5, .5), Efficient, Agent<Uniform>("New", 0, 1), Agent<Lognormal>("Result2", 0, 1)] public partial class F;
            [Mechanism, Partnership(.5, .5), Efficient, Prior<Pareto>(3, 1)] public partial class G;

            internal static class Table
            {
                public static string Run() => FormattableString.Invariant($"{A.Run([40, 80])} | {B.Run([1, 2, 3]).Owner} | {C.Run([3, 4.5m, 2])} | {D.Run([.5, .25]).Owner} | {E.Run([2, 1]).Owner} | {F.Run(@new: .5, result2: 2).Owner} | {G.Run([2, 1]).Owner}");
            }
            """);
        Assert.Equal(
            "1 gets everything; payments -24, 24 | 2 | 1 gets everything; payments -0.97, 2.39, -1.42 | 0 | 0 | 1 | 0",
            assembly.GetType("Table")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null));
    }

    [Fact]
    public void ADeclarationWithErrors_KeepsItsSignatures()
    {
        var (driver, _) = Driver.Load("""
            [Mechanism, Partnership(.5, .4), Efficient, Prior<Uniform>(0, 1)] public partial class A;
            [Mechanism, Partnership(.5, .5), RevenueOptimal, Agent<Uniform>("Ann", 0, 1), Agent<Uniform>("Bob", 0, 1)] public partial class B;

            internal static class Table
            {
                public static double Run() => A.Run([9, 7]).Owner + A.Run([1, 2], new double[2]) + B.Run(ann: 1, bob: 2).AnnPays + A.Surplus;
            }
            """);
        Assert.Contains("MECH0033", Driver.Text(driver), StringComparison.Ordinal);
        Assert.Contains("MECH0005", Driver.Text(driver), StringComparison.Ordinal);
    }

    [Fact]
    public void PublishedCases()
    {
        using var document = JsonDocument.Parse(typeof(PartnershipProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("id").GetString()!.StartsWith("partnership-P-", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, cases.Count);
        var bounds = document.RootElement.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "partnership-two-share-bounds").GetProperty("expected");
        var sources = cases.Select((one, index) => $"[Mechanism, Partnership({string.Join(", ", one.GetProperty("inputs").GetProperty("shares").EnumerateArray().Select(share => share.GetString()!.Replace("/", ".0/", StringComparison.Ordinal)))}), Efficient, Prior<Uniform>(0, 1)] public partial class P{index};");
        var (_, assembly) = Driver.Load(string.Join('\n', sources));
        for (var index = 0; index < cases.Count; index++)
        {
            var type = assembly.GetType($"P{index}")!;
            var expected = cases[index].GetProperty("expected");
            Assert.Equal(Number(expected.GetProperty("irvcg_expected_surplus")), Constant(type, "Surplus"), 1e-12);
            Assert.Equal(expected.GetProperty("dissolvable").GetBoolean(), type.GetInterfaces().Any(one => one.Name == "IInterimIndividuallyRational"));
            Assert.All(expected.GetProperty("worst_off_types").EnumerateArray(), worst =>
                Assert.Contains(Math.Round(Number(worst), 12).ToString(CultureInfo.InvariantCulture), (string)type.GetField("Explanation")!.GetRawConstantValue()!, StringComparison.Ordinal));
            if (type.GetField("LowestFirstShare") is not null)
            {
                Assert.Equal(Number(bounds.GetProperty("r1_low")), Constant(type, "LowestFirstShare"), 1e-14);
                Assert.Equal(Number(bounds.GetProperty("r1_high")), Constant(type, "HighestFirstShare"), 1e-14);
            }
        }

        static double Constant(Type type, string name) => (double)type.GetField(name)!.GetRawConstantValue()!;

        static double Number(JsonElement number) => double.Parse(number.GetProperty("dec").GetString()!, CultureInfo.InvariantCulture);
    }
}
