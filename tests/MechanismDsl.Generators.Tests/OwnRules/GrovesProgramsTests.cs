using System.Globalization;
using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.OwnRules;

/// <summary>The Groves payments of topic 05 (Groves 1973; Green and Laffont 1977, Holmström 1979) through declarations and generated code.</summary>
public class GrovesProgramsTests
{
    private const string Source = """
        namespace Golden;

        internal static class Bids
        {
            public static int Best(ReadOnlySpan<double> b) { var w = 0; for (var i = 1; i < b.Length; i++) { if (b[i] > b[w]) { w = i; } } return w; }
            public static double Chosen(ReadOnlySpan<double> b, int agent) => Best(b) == agent ? 0 : b[Best(b)];
            public static double Second(ReadOnlySpan<double> b) { var w = Best(b); var s = 0.0; for (var i = 0; i < b.Length; i++) { if (i != w && b[i] > s) { s = b[i]; } } return s; }
            public static double Half(ReadOnlySpan<double> b, int agent) { var s = 0.0; for (var i = 0; i < b.Length; i++) { if (i != agent) { s += b[i]; } } return s / 2; }
        }

        [Mechanism, SingleItem, Efficient, Agents(4), TypeRange(0, 10)]
        public partial class Constant { [Payment] static double Pay(ReadOnlySpan<double> b, int agent) => 10 - Bids.Chosen(b, agent); }

        [Mechanism, SingleItem, Efficient, Agents(4), TypeRange(0, 10)]
        public partial class HalfSum { [Payment] static double Pay(ReadOnlySpan<double> b, int agent) => Bids.Half(b, agent) - Bids.Chosen(b, agent); }

        [Mechanism, SingleItem, Efficient, Agents(4), TypeRange(0, 10)]
        public partial class Clarke;

        [Mechanism, SingleItem, Efficient, Agents(2), TypeRange(0, 10)]
        public partial class Perturbed { [Payment] static double Pay(ReadOnlySpan<double> b, int agent) => Bids.Best(b) == agent ? Bids.Second(b) + 0.1 * b[agent] : 0; }

        internal static class Table
        {
            public static (int Winner, double[] Payments) Run(string name, double[] bids)
            {
                var payments = new double[bids.Length];
                if (name == "clarke")
                {
                    var clarke = Clarke.Run(bids);
                    payments[clarke.Winner] = clarke.Price;
                    return (clarke.Winner, payments);
                }

                var sale = name == "h_10" ? Constant.Run(bids, payments) : name == "half_sum" ? HalfSum.Run(bids, payments) : Perturbed.Run(bids, payments);
                return (sale.Winner, payments);
            }
        }
        """;

    private static readonly Lazy<Func<string, double[], (int Winner, double[] Payments)>> Generated = new(() =>
        Driver.Load(Source).Assembly.GetType("Golden.Table")!.GetMethod("Run")!.CreateDelegate<Func<string, double[], (int Winner, double[] Payments)>>());

    [Theory]
    [InlineData("h_10", "payments_h_10", "utilities_h_10")]
    [InlineData("half_sum", "payments_h_half_sum_others", "utilities_half_sum")]
    [InlineData("clarke", "payments_clarke", null)]
    public void PaymentsAtThePublishedValues(string label, string payments, string? utilities)
    {
        var one = Case("groves-custom-h-10_8_6_4");
        var expected = one.GetProperty("expected");
        var values = Numbers(one.GetProperty("inputs").GetProperty("values"));
        var (winner, paid) = Generated.Value(label, values);
        Assert.Equal(expected.GetProperty("winner").GetInt32(), winner);
        Assert.Equal(Numbers(expected.GetProperty(payments)), paid);
        var kept = paid.Select((payment, agent) => (agent == winner ? values[agent] : 0) - payment).ToArray();
        if (utilities is not null)
        {
            Assert.Equal(Numbers(expected.GetProperty(utilities)), kept);
        }

        // The labels of the case speak of this profile.
        Assert.Equal(expected.GetProperty("ex_post_IR").GetProperty(label).GetBoolean(), kept.All(utility => utility >= 0));
        Assert.Equal(expected.GetProperty("no_subsidy").GetProperty(label).GetBoolean(), paid.All(payment => payment >= 0));
    }

    [Fact]
    public void ThePublishedDeviationPays()
    {
        var deviation = Case("groves-uniqueness-perturbed").GetProperty("expected").GetProperty("counterexample");
        var (type, other) = (Number(deviation.GetProperty("true")), Number(deviation.GetProperty("other")));
        Assert.Equal(Number(deviation.GetProperty("truth_utility").GetProperty("dec")), Utility(type));
        Assert.Equal(Number(deviation.GetProperty("deviation_utility").GetProperty("dec")), Utility(Number(deviation.GetProperty("deviation"))));

        double Utility(double report)
        {
            var (winner, payments) = Generated.Value("perturbed", [report, other]);
            return (winner == 0 ? type : 0) - payments[0];
        }
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    private static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetDouble() : double.Parse(element.GetString()!, CultureInfo.InvariantCulture);

    private static JsonElement Case(string id)
    {
        using var document = JsonDocument.Parse(typeof(GrovesProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        return document.RootElement.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id).Clone();
    }
}
