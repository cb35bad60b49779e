using System.Globalization;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Generators.Tests.Pipeline;

/// <summary>Cultures, cancellation, errors in the declaration, defects of the generator, and attempts to open the gate.</summary>
public class RobustnessTests
{
    private const string Mechanism = """
        namespace Shop;

        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0.5, 12.25), Agent<Triangular>("South", 0, 4.5, 18)]
        [Guarantees(DominantStrategyIncentiveCompatible)]
        public partial class TwoBuyers;
        """;

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void The_culture_of_the_machine_changes_no_byte(string name)
    {
        var expected = Generate(CultureInfo.InvariantCulture);
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        Assert.Equal(expected, Generate(culture));
        Assert.Equal(expected, Generate(CultureInfo.InvariantCulture));

        static string Generate(CultureInfo culture)
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = culture;
                return Driver.Text(Driver.Create().RunGenerators(Compiled.Compilation(Mechanism)));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    /// <summary>What somebody types, word by word: whatever is still missing, the generator says nothing of a defect of its own.</summary>
    [Theory]
    [InlineData("[Mechanism, SingleItem] public partial class M { ", "[Score] static double S([Between(0, 9)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality; }")]
    [InlineData("[Mechanism, IdenticalItems(2)] public partial class M { ", "[Allocation] static void Serve([Between(0, 9)] ReadOnlySpan<double> bids, Span<bool> served) { served[0] = true; } [Payment] static double P(ReadOnlySpan<double> bids, int agent) => 0; }")]
    [InlineData("enum Home { A, B } [Mechanism, Outcomes<Home>, Efficient, Agents(2), TypeRange(1, 3)] partial class M { ", "[Value] static int V(Home home, int type) => home == Home.A ? type : 2; [Cost] static int C(Home home) => 1; [Groves] static int G(ReadOnlySpan<int> others) => 3; }")]
    [InlineData("[Mechanism, Goods(1), Optimal(Objective.Own, PaymentWeight = -1), Agents(1), DiscretePrior([1, 2], [1, 1])] public partial class M { ", "[Goal] static double G(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => 1; [Decision] static void D(ReadOnlySpan<double> values, Span<int> owners) { owners[0] = 0; } }")]
    [InlineData("[Mechanism, SingleItem, PayAsBid, ", "Agents(2), Prior<Uniform>(0, 1), Message(0, 1)] public partial class M { [Strategy] static double B(double value) => value / 2; }")]
    [InlineData("[Mechanism, Services, Efficient, ", "Agent(\"A\", Group = \"g\"), Agent(\"B\", Size = 2), AtMost(1, \"g\", \"B\"), MustServe(\"A\")] public partial class M { [Feasible] static bool F(ReadOnlySpan<bool> served) => !served[0] || !served[1]; }")]
    [InlineData("[Mechanism, ", "SingleItem, RevenueOptimal, Agents(2), Prior<Own>(3)] public partial class M; [Support(0, nameof(Top))] public sealed record Own(double Top) : IPrior { [Distribution] public double F(double v) => v / Top; [Density] public double D(double v) => 1 / Top; }")]
    [InlineData("[Mechanism, ", "BilateralTrade, SecondBest, Rebalanced, Seller<Uniform>(\"S\", 0, 1), Buyer<Uniform>(\"B\", 0, 1), Guarantees(BayesianIncentiveCompatible, ExPostBudgetBalanced)] public partial class M;")]
    [InlineData("[Mechanism, ", "SingleItem, CremerMcLean, Agent(\"A\"), Agent(\"B\"), Types(1, 2), JointPrior(\"2/3 1/3 1/3 2/3\"), Undominated(Performance.Revenue)] public partial class M;")]
    public void A_half_written_declaration_is_no_defect(string head, string rest)
    {
        // Word by word: the letters of a name make no other program than the name.
        for (var length = 0; length <= rest.Length; length++)
        {
            if (length > 0 && length < rest.Length && char.IsLetterOrDigit(rest[length - 1]) && char.IsLetterOrDigit(rest[length]))
            {
                continue;
            }

            foreach (var end in new[] { ")] public partial class M;", ") => 0; }" })
            {
                var text = Driver.Text(Driver.Create().RunGenerators(Compiled.Compilation(head + rest[..length] + end)));
                Assert.False(text.Contains("MECH9001", StringComparison.Ordinal), head + rest[..length] + end);
            }
        }
    }

    [Fact]
    public void Cancellation_passes_and_leaves_nothing_behind()
    {
        var compilation = Compiled.Compilation(Mechanism);
        using var source = new CancellationTokenSource();
        var isFirst = true;
        var driver = Driver.Create((problem, cancellation) =>
        {
            if (isFirst)
            {
                isFirst = false;
                source.Cancel();
                cancellation.ThrowIfCancellationRequested();
            }

            return AuctionSolver.Solve(problem, cancellation);
        });
        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(compilation, source.Token));
        Assert.Equal(
            Driver.Text(Driver.Create().RunGenerators(compilation)),
            Driver.Text(driver.RunGenerators(compilation)));
    }

    [Fact]
    public void A_defect_is_an_error_in_the_file_of_its_type_and_of_no_other()
    {
        var driver = Driver.Create((problem, cancellation) => problem.Population is Theory.Problems.Population.Alike
            ? throw new DivideByZeroException("tried to\ndivide by zero")
            : AuctionSolver.Solve(problem, cancellation));
        driver = driver.RunGeneratorsAndUpdateCompilation(
            Compiled.Compilation(Mechanism, "[Mechanism, SingleItem, Efficient] partial class Unlucky;"), out var compilation, out var diagnostics);
        Assert.Empty(diagnostics);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var error = Assert.Single(errors, diagnostic => diagnostic.Id == "CS1029");
        Assert.Contains("MECH9001", error.GetMessage(CultureInfo.InvariantCulture));
        Assert.Contains("please report", error.GetMessage(CultureInfo.InvariantCulture));
        Assert.Contains("Unlucky.g.cs", error.Location.SourceTree!.FilePath);
        Assert.Equal(2, driver.GetRunResult().GeneratedTrees.Length);
    }

    [Theory]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Claims\", \"MECH2001\")]", true)]
    [InlineData("[module: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Claims\", \"MECH2002:Claim not established\")]", true)]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Claims\", \"MECH3001\")]", false)]
    public void Silencing_the_rules_about_claims_is_an_error(string attribute, bool isError)
    {
        _ = Driver.Create().RunGeneratorsAndUpdateCompilation(Compiled.Compilation(Mechanism, attribute), out var compilation, out _);
        Assert.Equal(isError, compilation.GetDiagnostics().Any(diagnostic => diagnostic.Id == "CS1029"));
    }

    [Fact]
    public void Silencing_them_on_the_type_is_an_error_too()
    {
        var source = Mechanism.Replace("public partial", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Claims\", \"mech2001\")] public partial");
        _ = Driver.Create().RunGeneratorsAndUpdateCompilation(Compiled.Compilation(source), out var compilation, out _);
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Id == "CS1029");
    }

    [Fact]
    public void A_build_without_analyzers_says_so()
    {
        var driver = Driver.Create(properties: new Dictionary<string, string> { ["RunAnalyzers"] = "false" }).RunGenerators(Compiled.Compilation(Mechanism));
        Assert.StartsWith("// The analyzers do not run", Driver.Text(driver));
        Assert.DoesNotContain("The analyzers do not run", Driver.Text(Driver.Create().RunGenerators(Compiled.Compilation(Mechanism))));
    }

    [Fact]
    public void Guarantees_that_analyzers_check_are_withheld_where_none_runs()
    {
        const string Source = "namespace Shop; [Mechanism, SingleItem] public partial class Ads { [Score] static double Score([Between(0, 9)] double bid) => bid; }";
        Assert.Contains(typeof(IDominantStrategyIncentiveCompatible), Faces([]));
        foreach (var property in new[] { "RunAnalyzers", "RunAnalyzersDuringBuild" })
        {
            Assert.DoesNotContain(Faces(new() { [property] = "false" }), face => typeof(IGuarantee).IsAssignableFrom(face));
        }

        static Type[] Faces(Dictionary<string, string> properties)
        {
            var driver = Driver.Create(properties: properties).RunGeneratorsAndUpdateCompilation(Compiled.Compilation(Source), out var compilation, out _);
            Assert.Equal(properties.Count > 0, Driver.Text(driver).StartsWith("// The analyzers do not run in this build, so rules and claims are not checked.", StringComparison.Ordinal));
            return Compiled.Load(compilation).GetType("Shop.Ads")!.GetInterfaces();
        }
    }

    [Theory]
    [InlineData("[Mechanism, SingleItem, RevenueOptimal] [Agent<Uniform>(\"North\", 12, 0), Agent<Uniform>(\"South\", 0, 18)]", "MECH4001")]
    [InlineData("[Mechanism, SingleItem, RevenueOptimal] [Agent(\"North\"), Agent(\"South\")]", "MECH0006")]
    [InlineData("[Mechanism, SingleItem] [Agent(\"North\"), Agent(\"South\")]", "MECH0004")]
    public void A_wrong_declaration_keeps_its_signatures_and_promises_nothing(string attributes, string rule)
    {
        _ = Driver.Create().RunGeneratorsAndUpdateCompilation(
            Compiled.Compilation(
                $"namespace Shop; {attributes} public partial class Auction;",
                """
                namespace Shop;
                static class Caller
                {
                    public static Auction.Result ByName() => Auction.Run(north: 4, south: 8);
                    public static Sale<double> BySpan() => Auction.Run([4, 8]);
                    public static void InBatches() => Auction.RunBatch([4, 8], 2, new Sale<double>[1]);
                    public static string Words() => Auction.Explanation;
                }
                """),
            out var compilation,
            out _);
        var type = Compiled.Load(compilation).GetType("Shop.Auction")!;
        Assert.DoesNotContain(type.GetInterfaces(), face => typeof(IGuarantee).IsAssignableFrom(face));
        Assert.Contains(rule, (string)type.GetField("Explanation")!.GetRawConstantValue()!);
        var failure = Assert.Throws<InvalidOperationException>(() => Runner.Sale(type, Theory.Problems.MoneyKind.Double, [4, 8]));
        Assert.Contains(rule, failure.Message);
    }

    [Theory]
    [InlineData("SingleItem, Efficient", "[Score] static double Score(double bid, bool old) => bid;", "Sale<double> A() => Auction.Run([new Auction.Report(4, true)]);", "MECH0005")]
    [InlineData("IdenticalItems(2)", "[Score] static long Score(long bid) => bid; [Score] static long Other(long bid) => bid;", "Awards<long> A() => Auction.Run([4L, 8]); static void B() => Auction.Run([4L], new Award<long>[1]);", "MECH0005")]
    [InlineData("SingleItem", "[Allocation] static int Winner(decimal[] bids) => -1; [Allocation] static int Other(decimal[] bids) => -1;", "Sale<decimal> A() => Auction.Run([4m, 8]);", "MECH0005")]
    [InlineData("SingleItem, Efficient", "[Allocation] static bool[] Serve(ReadOnlySpan<Ad> ads) => new bool[ads.Length];", "Awards<double> A() => Auction.Run([new Ad(4, 1)]);", "MECH0005")]
    [InlineData("SingleItem", "[Score] static string Score(double bid) => \"\";", "Sale<double> A() => Auction.Run([4.0]);", "MECH1012")]
    [InlineData("SingleItem", "[Score] static string Score(object bid) => \"\";", "Sale<double> A() => Auction.Run([4.0]);", "MECH1012")]
    public void A_wrong_rule_keeps_the_signatures_of_its_mechanism(string attributes, string rules, string caller, string rule)
    {
        _ = Driver.Create().RunGeneratorsAndUpdateCompilation(
            Compiled.Compilation(
                $"namespace Shop; [Mechanism, {attributes}] public partial class Auction {{ {rules} }}",
                $"namespace Shop;\n/// <summary>A bid.</summary>\n/// <param name=\"Bid\">B.</param><param name=\"Quality\">Q.</param>\npublic record struct Ad([Report] double Bid, [Between(0, 1)] double Quality); static class Caller {{ public static {caller} }}"),
            out var compilation,
            out _);
        var type = Compiled.Load(compilation).GetType("Shop.Auction")!;
        Assert.DoesNotContain(type.GetInterfaces(), face => typeof(IGuarantee).IsAssignableFrom(face));
        Assert.Contains(rule, (string)type.GetField("Explanation")!.GetRawConstantValue()!);
    }

    [Fact]
    public void A_subclass_cannot_take_the_guarantees_along()
    {
        _ = Driver.Create().RunGeneratorsAndUpdateCompilation(Compiled.Compilation(Mechanism, "class Cheat : Shop.TwoBuyers;"), out var compilation, out _);
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Id == "CS0509");
    }
}
