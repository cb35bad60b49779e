using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;
namespace MechanismDsl.Analyzers.Tests.Rules;
public class ScratchTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("[Mechanism, SingleItem] public partial class AntiSniping { [Score] static double Score([Between(0, 100)] double bid, [Between(0, 1), Verified] double lateness) => bid - 0.01 * bid * bid * lateness; }")]
    [InlineData("[Mechanism, SingleItem] public partial class Quality { [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1)] double quality) => bid * quality; }")]
    [InlineData("[Mechanism, SingleItem] public partial class Random { [Score] static double Score([Between(0, 100)] double bid) => bid * System.Random.Shared.NextDouble(); }")]
    [InlineData("[Mechanism, SingleItem, Agents(3)] public partial class First { [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; } [Payment] static double Pay(ReadOnlySpan<double> b, int i) => Winner(b) == i ? b[i] : 0; }")]
    [InlineData("[Mechanism, SingleItem, Agents(3), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy)] public partial class Second { [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; } [Payment] static double Pay(ReadOnlySpan<double> b, int i) { if (Winner(b) != i) return 0; double p = 0; for (int j = 0; j < b.Length; j++) if (j != i && b[j] > p) p = b[j]; return p; } }")]
    [InlineData("[Mechanism, SingleItem, Agents(3)] public partial class Inverted { [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return b[w] > 50 ? -1 : w; } }")]
    [InlineData("[Mechanism, SingleItem, Agents(3), Efficient] public partial class Fee { [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> b, int i) { double p = 2; for (int j = 0; j < b.Length; j++) if (j != i && b[j] > b[i]) return p; double m = 0; for (int j = 0; j < b.Length; j++) if (j != i && b[j] > m) m = b[j]; return p + m; } }")]
    [InlineData("[Mechanism, IdenticalItems(2), Agents(4)] public partial class Two { [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> b) { var s = new bool[b.Length]; for (int i = 0; i < b.Length; i++) s[i] = b[i] >= 50; return s; } }")]
    [InlineData("[Mechanism, SingleItem] public partial class Zero { [Score] static double Score([Between(0, 100)] double bid) => 1 / (100 - bid); }")]
    public async Task Try(string code)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var found = await Analysis.Run(new Snippet(code), mustCompile: false);
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        foreach (var one in found) output.WriteLine(one + " | " + string.Join("; ", one.AdditionalLocations.Select(l => l.SourceTree!.ToString().Substring(l.SourceSpan.Start, l.SourceSpan.Length))));
        Assert.Fail("");
    }
}
