using System.Text.Json;
using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules.Corpus;

/// <summary>
/// The published payment rules of topic 13 as declarations, each with each promise that the cases label: what holds passes, what fails is refuted. Types are
/// finite, so nothing may stay open.
/// </summary>
public class GoldenPaymentTests
{
    private const string Best = "static int Best(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; }";
    private const string Second = Best + " static double Second(ReadOnlySpan<double> b) { int w = Best(b); double s = 0; for (int i = 0; i < b.Length; i++) if (i != w && b[i] > s) s = b[i]; return s; }";
    private const string Others = Best + " static double Half(ReadOnlySpan<double> b, int agent) { double s = 0; for (int i = 0; i < b.Length; i++) if (i != agent) s += b[i]; return s / 2; }";
    private const string Groves = Others + " [Payment] static double Pay(ReadOnlySpan<double> b, int agent) => Half(b, agent) - (Best(b) == agent ? 0 : b[Best(b)]);";

    private static readonly Dictionary<string, (int Agents, int Highest, string Goal, string Code)> Rules = new(StringComparer.Ordinal)
    {
        ["payment-first-price"] = Efficient(2, 10, Best + Winner("b[agent]")),
        ["payment-second-price"] = Efficient(2, 10, Second + Winner("Second(b)")),
        ["payment-all-pay"] = Efficient(2, 10, Everybody("b[agent]")),
        ["payment-interim-second-price-unconditional"] = Efficient(2, 10, Everybody("(agent == 0 ? b[agent] * (b[agent] + 1) : b[agent] * (b[agent] - 1)) / 22")),
        ["payment-second-price-plus-entry-fee-1"] = Efficient(2, 10, Second + Everybody("1 + (Best(b) == agent ? Second(b) : 0)")),
        ["payment-second-price-times-1.1"] = Efficient(2, 10, Second + Winner("1.1 * Second(b)")),
        ["payment-mean-bid"] = Efficient(2, 10, Best + Winner("(b[0] + b[1]) / 2")),
        ["payment-unenforced-reserve"] = Efficient(2, 10, Second + Winner("Math.Max(5, Second(b))")),
        ["payment-groves-half-sum"] = Efficient(3, 6, Groves),
        ["payment-groves-half-sum-n4"] = Efficient(4, 4, Groves),
        ["payment-second-minus-one"] = Efficient(2, 10, Second + Winner("Second(b) - 1")),
        ["payment-second-rounded-up-5"] = Efficient(2, 10, Second + Winner("5 * Math.Ceiling(Second(b) / 5)")),
        ["payment-proportional-lottery-pay-as-bid-expected"] = (2, 10, string.Empty,
            "static double Chance(ReadOnlySpan<double> b, int agent) => b[0] + b[1] > 0 ? b[agent] / (b[0] + b[1]) : 0;"
            + " [Allocation] static void Lots(ReadOnlySpan<double> b, Span<double> q) { q[0] = Chance(b, 0); q[1] = Chance(b, 1); }"
            + Everybody("b[agent] * Chance(b, agent)")),
    };

    [Fact]
    public async Task PromisesAreJudgedAsTheCasesLabelThem()
    {
        List<(string Name, bool Holds, string Code)> declared = [];
        foreach (var one in Cases())
        {
            var (agents, highest, goal, code) = Rules[one.Id];
            foreach (var (promise, holds) in one.Promises)
            {
                var name = FormattableString.Invariant($"M{declared.Count}");
                declared.Add(($"{one.Id}, {promise}", holds, FormattableString.Invariant(
                    $"[Mechanism, SingleItem{goal}, Agents({agents}), TypeRange(0, {highest}), Guarantees({promise})] public partial class {name} {{ {code} }}")));
            }
        }

        var found = await Analysis.Run(new Snippet(string.Join("\n", declared.Select(one => one.Code))), mustCompile: false);
        var byLine = found.ToLookup(one => one.Location.GetLineSpan().StartLinePosition.Line);
        var wrong = declared
            .Select((one, line) => (one.Name, one.Holds, Ids: byLine[line].Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal), Found: string.Join("; ", byLine[line])))
            .Where(one => one.Ids.Contains("MECH2002") || one.Ids.Contains("MECH2001") == one.Holds)
            .Select(one => $"{one.Name} {(one.Holds ? "holds" : "fails")}: {one.Found}");
        Assert.Equal(Rules.Count * 3, declared.Count);
        Assert.Empty(wrong);
    }

    private static (int Agents, int Highest, string Goal, string Code) Efficient(int agents, int highest, string code) => (agents, highest, ", Efficient", code);

    private static string Winner(string price) => $" [Payment] static double Pay(ReadOnlySpan<double> b, int agent) => Best(b) == agent ? {price} : 0;";

    private static string Everybody(string price) => $" [Payment] static double Pay(ReadOnlySpan<double> b, int agent) => {price};";

    private static IEnumerable<(string Id, (string Promise, bool Holds)[] Promises)> Cases()
    {
        using var document = JsonDocument.Parse(typeof(GoldenPaymentTests).Assembly.GetManifestResourceStream("cases.json")!);
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var id = one.GetProperty("id").GetString()!;
            if (id.StartsWith("payment-", StringComparison.Ordinal))
            {
                var expected = one.GetProperty("expected");
                yield return (id,
                [
                    ("DominantStrategyIncentiveCompatible", expected.GetProperty("DSIC").GetBoolean()),
                    ("ExPostIndividuallyRational", expected.GetProperty("ex_post_IR_counterexample").ValueKind == JsonValueKind.Null),
                    ("NoSubsidy", expected.GetProperty("no_positive_transfers_violated").ValueKind == JsonValueKind.Null),
                ]);
            }
        }
    }
}
