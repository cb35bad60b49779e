using System.Text.Json;
using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules.Corpus;

/// <summary>
/// The Groves payments of topic 05 as declarations with payments of their own: which terms keep truth dominant, which do not, and that a payment that depends
/// on the own report beyond them is no Groves payment (Green and Laffont 1977, Holmström 1979). Types are finite, so nothing may stay open.
/// </summary>
public class GrovesPaymentTests
{
    private const string Best = "static int Best(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; }";
    private const string Others = " static double Chosen(ReadOnlySpan<double> b, int agent) => Best(b) == agent ? 0 : b[Best(b)];";
    private const string Second = " static double Second(ReadOnlySpan<double> b) { int w = Best(b); double s = 0; for (int i = 0; i < b.Length; i++) if (i != w && b[i] > s) s = b[i]; return s; }";

    private static readonly (string Label, string Code)[] Terms =
    [
        ("h_10", Best + Others + Pay("10 - Chosen(b, agent)")),
        ("half_sum", Best + Others + " static double Half(ReadOnlySpan<double> b, int agent) { double s = 0; for (int i = 0; i < b.Length; i++) if (i != agent) s += b[i]; return s / 2; }" + Pay("Half(b, agent) - Chosen(b, agent)")),
        ("clarke", Best + Second + Pay("Best(b) == agent ? Second(b) : 0")),
    ];

    [Fact]
    public async Task PublishedTermsOfTheOthersKeepTruthDominant()
    {
        var one = Case("groves-custom-h-10_8_6_4");
        var agents = one.GetProperty("inputs").GetProperty("values").GetArrayLength();
        foreach (var (label, code) in Terms)
        {
            var holds = one.GetProperty("expected").GetProperty("DSIC").GetProperty(label).GetBoolean();
            Assert.Equal(holds, await Holds(agents, "DominantStrategyIncentiveCompatible", code));
        }

        // At other profiles than the published one: nobody keeps anything where a constant of 10 is due and nobody values the item at 10.
        Assert.False(await Holds(agents, "ExPostIndividuallyRational", Terms[0].Code));
        Assert.Equal(one.GetProperty("expected").GetProperty("ex_post_IR").GetProperty("half_sum").GetBoolean(), await Holds(agents, "ExPostIndividuallyRational", Terms[1].Code));
        Assert.Equal(one.GetProperty("expected").GetProperty("ex_post_IR").GetProperty("clarke").GetBoolean(), await Holds(agents, "ExPostIndividuallyRational", Terms[2].Code));
        Assert.True(await Holds(agents, "NoSubsidy", Terms[0].Code));
        Assert.True(await Holds(agents, "NoSubsidy", Terms[2].Code));
    }

    [Fact]
    public async Task AShareOfTheOwnBidBreaksIt()
    {
        var one = Case("groves-uniqueness-perturbed");
        var expected = one.GetProperty("expected");
        var delta = one.GetProperty("inputs").GetProperty("delta").GetProperty("dec").GetString();
        var perturbed = Best + Second + Pay($"Best(b) == agent ? Second(b) + {delta} * b[agent] : 0");
        Assert.Equal(expected.GetProperty("DSIC").GetBoolean(), await Holds(2, "DominantStrategyIncentiveCompatible", perturbed));
        Assert.Equal(expected.GetProperty("DSIC_at_delta_0").GetBoolean(), await Holds(2, "DominantStrategyIncentiveCompatible", Terms[2].Code));
        Assert.True(await Holds(2, "AllocativelyEfficient", perturbed));
    }

    /// <summary>Whether the analyzers let a claim pass; fails where they leave it open.</summary>
    private static async Task<bool> Holds(int agents, string claim, string code)
    {
        var found = await Analysis.Run(new Snippet(FormattableString.Invariant(
            $"[Mechanism, SingleItem, Efficient, Agents({agents}), TypeRange(0, 10), Guarantees({claim})] public partial class Sale {{ {code} }}")), mustCompile: false);
        Assert.DoesNotContain(found, finding => finding.Id is "MECH2002" || (finding.Id is not "MECH2001" && finding.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        return found.All(finding => finding.Id != "MECH2001");
    }

    private static string Pay(string price) => $" [Payment] static double Pay(ReadOnlySpan<double> b, int agent) => {price};";

    private static JsonElement Case(string id)
    {
        using var document = JsonDocument.Parse(typeof(GrovesPaymentTests).Assembly.GetManifestResourceStream("cases.json")!);
        return document.RootElement.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id).Clone();
    }
}
