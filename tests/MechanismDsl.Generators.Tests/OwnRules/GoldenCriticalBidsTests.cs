using System.Text;
using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.OwnRules;

/// <summary>The published critical bids of topic 13: monotone rules over whole bids, as mechanisms whose payments are derived.</summary>
public class GoldenCriticalBidsTests
{
    [Fact]
    public void CriticalBidsAreThoseOfTheCases()
    {
        var cases = Cases().ToList();
        var (types, rows) = (new StringBuilder(), new StringBuilder());
        foreach (var (name, source, agents, highest) in cases.Select(one => (one.Name, one.Source, one.Agents, one.Highest)))
        {
            var domain = FormattableString.Invariant($"([Between(0, {highest})] int[] b)");
            var body = source
                .Replace("static int Winner(int[] b)", "[Allocation] static int Winner" + domain, StringComparison.Ordinal)
                .Replace("static bool[] Win(int[] b)", "[Allocation] static bool[] Win" + domain, StringComparison.Ordinal);
            var isWinner = body.Contains("[Allocation] static int Winner", StringComparison.Ordinal);
            var environment = isWinner ? "SingleItem" : FormattableString.Invariant($"IdenticalItems({agents})");
            types.AppendLine(FormattableString.Invariant($"[Mechanism, {environment}, Agents({agents})] internal partial class {name}\n{{\n{body}\n}}"));
            rows.AppendLine(isWinner
                ? $"\"{name}\" => Enumerable.Range(0, bids.Length).Select(agent => {name}.Run(bids) is var sale && sale.Winner == agent ? (long?)sale.Price : null).ToArray(),"
                : $"\"{name}\" => {name}.Run(bids).Agents.ToArray().Select(award => award.IsServed ? (long?)award.Payment : null).ToArray(),");
        }

        var (_, assembly) = Driver.Load($"using System.Linq; namespace Golden; {types} internal static class Table {{ public static long?[] Run(string name, int[] bids) => name switch {{ {rows} _ => [] }}; }}");
        var run = assembly.GetType("Golden.Table")!.GetMethod("Run")!.CreateDelegate<Func<string, int[], long?[]>>();
        Assert.True(cases.Count >= 11);
        foreach (var one in cases)
        {
            foreach (var (bids, critical) in one.Examples)
            {
                Assert.Equal(critical, run(one.Name, bids));
            }
        }
    }

    private static IEnumerable<(string Name, string Source, int Agents, int Highest, List<(int[] Bids, long?[] Critical)> Examples)> Cases()
    {
        using var document = JsonDocument.Parse(typeof(GoldenCriticalBidsTests).Assembly.GetManifestResourceStream("cases.json")!);
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (!one.GetProperty("expected").TryGetProperty("critical_bids_examples", out var examples))
            {
                continue;
            }

            var inputs = one.GetProperty("inputs");
            yield return (
                one.GetProperty("id").GetString()!.Replace('-', '_'),
                inputs.GetProperty("csharp").GetString()!,
                inputs.GetProperty("n").GetInt32(),
                int.Parse(inputs.GetProperty("bid_grid").GetString()!.Split("..")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture),
                [.. examples.EnumerateArray().Select(example => (
                    example.GetProperty("bids").EnumerateArray().Select(bid => bid.GetInt32()).ToArray(),
                    example.GetProperty("critical_integer_bids_of_winners").EnumerateArray().Select(bid => bid.ValueKind == JsonValueKind.Null ? (long?)null : bid.GetInt64()).ToArray()))]);
        }
    }
}
