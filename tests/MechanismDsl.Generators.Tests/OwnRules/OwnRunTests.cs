using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using MechanismDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Generators.Tests.OwnRules;

/// <summary>What generated code of own rules does besides the numbers: no allocation, the same bytes everywhere, the gate, what the explanation says.</summary>
public class OwnRunTests
{
    private const string Source = """
        namespace Shop;

        [Mechanism, SingleItem]
        public partial class Sponsored { [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality; }

        [Mechanism, IdenticalItems(3)]
        public partial class Slots { [Score] static double Score([Between(0, 100)] double bid) => Math.Log(1 + bid); }

        [Mechanism, SingleItem]
        public partial class First { [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) { var best = 0; for (var i = 1; i < bids.Length; i++) { if (bids[i] > bids[best]) { best = i; } } return best; } }

        [Mechanism, SingleItem]
        public partial class Raffle { [Allocation] static void Chances([Between(1, 100)] ReadOnlySpan<double> bids, Span<double> chances) { var sum = 0.0; foreach (var bid in bids) { sum += bid; } for (var i = 0; i < bids.Length; i++) { chances[i] = bids[i] / sum; } } }

        internal static class Table
        {
            private static readonly double[] Bids = [10, 20, 30, 40, 50];
            private static readonly double[] Qualities = [.5, 1, .25, .75, .125];
            private static readonly Award<double>[] Awards = new Award<double>[5];
            private static readonly Sale<double>[] Sales = new Sale<double>[1];

            public static double Run()
            {
                Slots.Run(Bids, Awards);
                Raffle.Run(Bids, Awards);
                First.RunBatch(Bids, 5, Sales);
                return Sponsored.Run(Bids, Qualities).Price + First.Run(Bids).Price + Awards[0].Payment;
            }
        }
        """;

    [Fact]
    public void RunsAllocateNothing()
    {
        var (_, assembly) = Driver.Load(Source);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double>>();
        for (var warmUp = 0; warmUp < 100; warmUp++)
        {
            _ = run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var times = 0; times < 100; times++)
        {
            _ = run();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (typeof(IMechanism).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled != true)
        {
            Assert.Equal(0, allocated);
        }
    }

    [Fact]
    public void PublicDataCanBeAnEnum()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Level { Basic, Plus = 3 }

            [Mechanism, SingleItem]
            internal partial class Tiered { [Score] static double Score([Between(0, 100)] double bid, [Verified] Level level) => level == Level.Plus ? bid * 2 : bid; }

            internal static class Use
            {
                public static double ByRows() => Tiered.Run([new(10, Level.Basic), new(8, Level.Plus)]).Price;

                public static double ByColumns() => Tiered.Run([10.0, 8.0], [Level.Basic, Level.Plus]).Price;

                public static double Wrong() => Tiered.Run([new(10, (Level)2), new(8, Level.Plus)]).Price;
            }
            """);
        Func<double> Call(string name) => assembly.GetType("Shop.Use")!.GetMethod(name)!.CreateDelegate<Func<double>>();
        Assert.Equal(5, Call("ByRows")());
        Assert.Equal(5, Call("ByColumns")());
        Assert.Contains("level must be a member of Level", Assert.Throws<ArgumentOutOfRangeException>(() => Call("Wrong")()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void TheTextIsTheSameInEveryCulture(string culture)
    {
        var here = Driver.Text(Driver.Create().RunGenerators(Compiled.Compilation(Source)));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(here, Driver.Text(Driver.Create().RunGenerators(Compiled.Compilation(Source))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void WithoutAnalyzersNothingThatTheyJudgeIsPromised()
    {
        var properties = new Dictionary<string, string> { ["RunAnalyzers"] = "false" };
        var driver = Driver.Create(properties: properties).RunGeneratorsAndUpdateCompilation(Compiled.Compilation(Source), out var compilation, out _);
        var sponsored = Compiled.Load(compilation).GetType("Shop.Sponsored")!;
        Assert.DoesNotContain(sponsored.GetInterfaces(), contract => typeof(IGuarantee).IsAssignableFrom(contract));
        Assert.Contains("withheld", (string)sponsored.GetField("Explanation")!.GetRawConstantValue()!);
        Assert.Contains(typeof(IDominantStrategyIncentiveCompatible), Driver.Load(Source).Assembly.GetType("Shop.Sponsored")!.GetInterfaces());
        Assert.StartsWith("// The analyzers do not run", driver.GetRunResult().Results[0].GeneratedSources[0].SourceText.ToString());
    }

    [Theory]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Rules\", \"MECH1001\")]", "", "")]
    [InlineData("[module: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Rules\", \"MECH1002:Not decided\")]", "", "")]
    [InlineData("", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Rules\", \"MECH1001\")]", "")]
    [InlineData("", "", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Rules\", \"MECH1001\")]")]
    [InlineData("", "", "[return: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Rules\", \"MECH2005\")]")]
    public void SilencingTheRulesAboutRulesIsAnError(string assembly, string type, string method)
    {
        var source = $"{assembly} namespace Shop; [Mechanism, SingleItem] {type} public partial class Falling {{ [Score] {method} static double Score([Between(0, 100)] double bid) => -bid; }}";
        _ = Driver.Create().RunGeneratorsAndUpdateCompilation(Compiled.Compilation(source), out var compilation, out _);
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Id == "CS1029");
    }

    [Theory]
    [InlineData("bid * quality", "max(target / quality, 0)")]
    [InlineData("2 * bid - quality", "max((target + quality) / 2, 0)")]
    public void ThePriceIsExplainedInClosedForm(string score, string formula)
    {
        var (_, assembly) = Driver.Load($"namespace Shop; [Mechanism, SingleItem] public partial class Ads {{ [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => {score}; }}");
        var explanation = (string)assembly.GetType("Shop.Ads")!.GetField("Explanation")!.GetRawConstantValue()!;
        Assert.Contains($"Score: {score}.", explanation, StringComparison.Ordinal);
        Assert.Contains($"In closed form: bid = {formula}, where", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void TheStampCarriesTheHashOfTheRules()
    {
        string? Hash(string score) => Driver.Load($"namespace Shop; [Mechanism, SingleItem] public partial class Ads {{ [Score] static double Score([Between(0, 100)] double bid) => {score}; }}")
            .Assembly.GetType("Shop.Ads")!.GetCustomAttribute<GeneratedMechanismAttribute>()!.Rules;
        Assert.Equal(16, Hash("bid * 2")!.Length);
        Assert.Equal(Hash("bid * 2"), Hash("bid   * 2.0"));
        Assert.NotEqual(Hash("bid * 2"), Hash("bid * 3"));
    }

    [Fact]
    public void AnAssumptionIsNoGuarantee()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem]
            [Assumed(DominantStrategyIncentiveCompatible, "proved on paper")]
            public partial class Hard { [Score] static double Score([Between(0, 100)] double bid) => bid; }
            """);
        var contracts = assembly.GetType("Shop.Hard")!.GetInterfaces();
        Assert.Contains(typeof(IAssumed<IDominantStrategyIncentiveCompatible>), contracts);
        Assert.DoesNotContain(typeof(IDominantStrategyIncentiveCompatible), contracts);
    }
}
