using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Choices;

/// <summary>Choices among outcomes whose values are reported, from source to numbers.</summary>
public class OutcomesProgramsTests
{
    private const string Renovation = """
        namespace Shop;

        internal enum Home { SwimmingPool, DanceStudio }

        [Mechanism, Outcomes<Home>(Low = 0), Efficient]
        internal partial class Renovation;

        internal static class Table
        {
            public static string Run(double[,] values) => Renovation.RunMatrix(values).ToString();

            public static string Reports(double first, double second, double third, double fourth)
            {
                var payments = new double[2];
                var chosen = Renovation.Run([new(first, second), new(third, fourth)], payments);
                return FormattableString.Invariant($"{chosen} {payments[0]} {payments[1]}");
            }

            public static string Batch()
            {
                var decisions = new Decision<Home, double>[2];
                Renovation.RunBatch([new(14, 18), new(9, 8), new(6, 2), new(6, 2)], 2, decisions);
                return decisions[0] + " | " + decisions[1];
            }
        }
        """;

    [Fact]
    public async Task Reported()
    {
        var (driver, assembly) = Driver.Load(Renovation);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double[,], string>>();
        Assert.Equal("DanceStudio; 0 pays 1 (instead of SwimmingPool)", run(new double[,] { { 14, 18 }, { 9, 8 } }));
        Assert.Equal("SwimmingPool", run(new double[0, 2]));
        Assert.Equal("DanceStudio 1 0", table.GetMethod("Reports")!.CreateDelegate<Func<double, double, double, double, string>>()(14, 18, 9, 8));
        Assert.Equal("DanceStudio; 0 pays 1 (instead of SwimmingPool) | SwimmingPool", table.GetMethod("Batch")!.CreateDelegate<Func<string>>()());
        Assert.StartsWith(
            "Agent 1 reports DanceStudio NaN; DanceStudio must be a number in [0, 1e15].",
            Assert.Throws<ArgumentOutOfRangeException>(() => run(new[,] { { 1, 2 }, { 3, double.NaN } })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("Agent 0 reports SwimmingPool -1;", Assert.Throws<ArgumentOutOfRangeException>(() => run(new double[,] { { -1, 2 } })).Message, StringComparison.Ordinal);
        Assert.Contains("3 columns for 2 outcomes", Assert.Throws<ArgumentException>(() => run(new double[1, 3])).Message, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    [Fact]
    public void ByNameInExactMoney()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Site { Report = 7, Equals = 3, @event = -1, Alias = 3 }

            [Mechanism, Outcomes<Site>, Efficient, Money<decimal>(Decimals = 1), Agent("North"), Agent("Chosen")]
            internal partial struct Siting;

            internal static class Table
            {
                public static string Run(decimal[] first, decimal[] second)
                {
                    var result = Siting.Run(new(first[0], first[1], first[2]), new(second[0], second[1], second[2]));
                    return FormattableString.Invariant($"{result.Outcome} {result.NorthPays} {result.ChosenPays} {result.NorthIsPivotal} {result.ChosenIsPivotal}");
                }
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<decimal[], decimal[], string>>();
        Assert.Equal("event 0.0 0.1 False True", run([0.2m, 0.1m, 0.1m], [0m, 0m, 0.2m]));
        Assert.Equal("Report 0.0 0.0 False False", run([0m, 0m, 0m], [0.1m, 0.1m, 0.1m]));
        Assert.StartsWith(
            "Chosen reports event 0.05; event must be a multiple of 0.1 in [-1e15, 1e15].",
            Assert.Throws<ArgumentOutOfRangeException>(() => run([0, 0, 0], [0, 0, 0.05m])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void GoldenCasesWithoutCost()
    {
        var cases = Cases().ToList();
        Assert.True(cases.Count >= 5);
        var types = cases.Select(one => one.Values.GetLength(1)).Distinct().Select(count => FormattableString.Invariant(
            $"internal enum Of{count} {{ {string.Join(", ", Enumerable.Range(0, count).Select(outcome => $"A{outcome}"))} }} [Mechanism, Outcomes<Of{count}>, Efficient] internal partial class Choose{count};"));
        var rows = cases.Select(one => one.Values.GetLength(1)).Distinct().Select(count => FormattableString.Invariant(
            $"{count} => Choose{count}.RunMatrix(values) is var it ? ((int)it.Outcome, it.Payments.ToArray(), Enumerable.Range(0, it.Agents).Select(it.IsPivotal).ToArray()) : default,"));
        var (_, assembly) = Driver.Load($$"""
            using System.Linq;
            namespace Golden;
            {{string.Concat(types)}}
            internal static class Table
            {
                public static (int, double[], bool[]) Run(double[,] values) => values.GetLength(1) switch { {{string.Concat(rows)}} _ => default };
            }
            """);
        var run = assembly.GetType("Golden.Table")!.GetMethod("Run")!.CreateDelegate<Func<double[,], (int, double[], bool[])>>();
        foreach (var (values, expected) in cases)
        {
            var (chosen, payments, pivotal) = run(values);
            Assert.Equal(expected.GetProperty("chosen").GetInt32(), chosen);
            Assert.Equal(expected.GetProperty("payments").EnumerateArray().Select(Number), payments);
            Assert.Equal(expected.GetProperty("pivotal").EnumerateArray().Select(one => one.GetBoolean()), pivotal);
        }
    }

    private static double Number(JsonElement element) => double.Parse(element.GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<(double[,] Values, JsonElement Expected)> Cases()
    {
        using var document = JsonDocument.Parse(typeof(OutcomesProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("id").GetString()!.StartsWith("vcg-finite-", StringComparison.Ordinal)))
        {
            var inputs = one.GetProperty("inputs");
            if (inputs.GetProperty("cost").ValueKind != JsonValueKind.Null)
            {
                continue;
            }

            var rows = inputs.GetProperty("values").EnumerateArray().Select(row => row.EnumerateArray().Select(Number).ToArray()).ToArray();
            var values = new double[rows.Length, rows[0].Length];
            for (var agent = 0; agent < rows.Length; agent++)
            {
                for (var outcome = 0; outcome < rows[0].Length; outcome++)
                {
                    values[agent, outcome] = rows[agent][outcome];
                }
            }

            yield return (values, one.GetProperty("expected").Clone());
        }
    }
}
