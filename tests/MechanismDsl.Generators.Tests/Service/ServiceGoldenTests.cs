using System.Globalization;
using System.Text;
using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>The published cases of topic 09 for identical items and positions, through declarations and generated code.</summary>
public class ServiceGoldenTests
{
    [Fact]
    public void GeneratedCodeGivesTheNumbersOfTheCases()
    {
        var cases = Cases().ToList();
        var types = new StringBuilder("namespace Golden;\n");
        for (var index = 0; index < cases.Count; index++)
        {
            types.AppendLine(CultureInfo.InvariantCulture, $"[Mechanism, {cases[index].Declaration}] public partial class Case{index};");
        }

        var (_, assembly) = Driver.Load(types.ToString());
        Assert.Equal(7 + (2 * 3), cases.Count);
        for (var index = 0; index < cases.Count; index++)
        {
            var one = cases[index];
            var outcome = ServiceRunner.Run(assembly.GetType($"Golden.Case{index}")!, MoneyKind.Double, one.Feasible, one.Bids);
            for (var agent = 0; agent < one.Bids.Length; agent++)
            {
                Assert.Equal(one.Payments.GetValueOrDefault(agent), outcome[agent].Payment, 1e-12);
                Assert.Equal(one.Served.Contains(agent), outcome[agent].Quantity > 0);
            }
        }
    }

    [Fact]
    public void ExpectedRevenueIsThatOfTheCase()
    {
        var (_, assembly) = Driver.Load("namespace Golden; [Mechanism, IdenticalItems(2), RevenueOptimal, Agents(3), Prior<Uniform>(0, 1)] public partial class Tickets;");
        Assert.Equal(23.0 / 32, assembly.GetType("Golden.Tickets")!.GetField("ExpectedRevenue")!.GetRawConstantValue());
        Assert.Equal(.5, assembly.GetType("Golden.Tickets")!.GetField("Reserve")!.GetRawConstantValue());
    }

    private static IEnumerable<Case> Cases()
    {
        using var stream = typeof(ServiceGoldenTests).Assembly.GetManifestResourceStream("cases.json")!;
        using var document = JsonDocument.Parse(stream);
        foreach (var element in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var (id, inputs, expected) = (element.GetProperty("id").GetString()!, element.GetProperty("inputs"), element.GetProperty("expected"));
            if (id.StartsWith("multiunit-P-", StringComparison.Ordinal))
            {
                var items = inputs.GetProperty("m").GetInt32();
                var payments = Numbers(expected.GetProperty("payments"));
                yield return new(
                    FormattableString.Invariant($"IdenticalItems({items}), Efficient, Reserve({Number(inputs.GetProperty("reserve"))})"),
                    new ServeAtMost(items),
                    Numbers(inputs.GetProperty("bids")),
                    Enumerable.Range(0, payments.Length).ToDictionary(agent => agent, agent => payments[agent]),
                    [.. expected.GetProperty("winners").EnumerateArray().Select(winner => winner.GetInt32())]);
            }
            else if (id.StartsWith("position-P-", StringComparison.Ordinal))
            {
                var clicks = Numbers(inputs.GetProperty("ctr"));
                HashSet<int> placed = [.. expected.GetProperty("ranking").EnumerateArray().Select(agent => agent.GetInt32()).Take(clicks.Length)];
                foreach (var (attribute, table) in new[] { ("Efficient", "vcg_per_click_and_total"), ("GeneralizedSecondPrice", "gsp_truthful_per_click_and_total") })
                {
                    yield return new(
                        $"Positions({string.Join(", ", clicks.Select(count => count.ToString(CultureInfo.InvariantCulture)))}), {attribute}",
                        new Slots(clicks.ToEquatableArray()),
                        Numbers(inputs.GetProperty("values_per_click")),
                        expected.GetProperty(table).EnumerateObject().ToDictionary(entry => int.Parse(entry.Name, CultureInfo.InvariantCulture), entry => Number(entry.Value[1])),
                        placed);
                }
            }
        }
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    private static double Number(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            return element.GetDouble();
        }

        var parts = (element.ValueKind == JsonValueKind.Object ? element.GetProperty("exact") : element).GetString()!.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length == 1 ? parts[0] : parts[0] / parts[1];
    }

    private sealed record Case(string Declaration, FeasibleSet Feasible, double[] Bids, Dictionary<int, double> Payments, HashSet<int> Served);
}
