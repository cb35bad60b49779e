using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Choices;

/// <summary>Choices among outcomes whose values follow from types, and public projects, from source to numbers.</summary>
public class TypesProgramsTests
{
    private const string Home = """
        namespace Shop;

        internal enum Home { SwimmingPool, DanceStudio }

        [Mechanism, Outcomes<Home>, Efficient]
        [Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
        internal partial class HomeImprovement
        {
            [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
        }

        internal static class Table
        {
            public static string Run(int alexa, int siri)
            {
                Span<long> payments = [0, 0];
                var chosen = HomeImprovement.Run([alexa, siri], payments);
                var decision = HomeImprovement.Run([alexa, siri]);
                var result = HomeImprovement.Run(alexa, siri);
                if (decision.Outcome != chosen || result.Outcome != chosen || result.AlexaPays != payments[0] || decision.Payments[1] != payments[1] || result.SiriIsPivotal != decision.IsPivotal(1))
                {
                    return "the runs differ";
                }

                return $"{chosen} {payments[0]} {payments[1]}";
            }

            public static (double, double, string) Facts() => (HomeImprovement.ExpectedWelfare, HomeImprovement.ExpectedRevenue, HomeImprovement.Explanation);
        }
        """;

    [Fact]
    public async Task HomeImprovement()
    {
        var (driver, assembly) = Driver.Load(Home);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<int, int, string>>();
        Assert.Equal("DanceStudio 1 0", run(9, 4));
        var (welfare, revenue, explanation) = table.GetMethod("Facts")!.CreateDelegate<Func<(double, double, string)>>()();
        Assert.Equal(580.0 / 27, welfare, 1e-14);
        Assert.Equal(20.0 / 27, revenue, 1e-15);
        Assert.Contains("the outcome is worth 580/27 to all together, and the agents pay 20/27.", explanation, StringComparison.Ordinal);
        Assert.Contains("SwimmingPool with probability 5/9, DanceStudio with probability 4/9; somebody pays with probability 32/81.", explanation, StringComparison.Ordinal);
        Assert.StartsWith(
            "Siri reports type 10; type must be a whole number in [1, 9].",
            Assert.Throws<ArgumentOutOfRangeException>(() => run(9, 10)).Message,
            StringComparison.Ordinal);
        foreach (var row in Golden("vcg-home-improvement-81").GetProperty("expected").GetProperty("profiles_A_S_choice_pA_pS").EnumerateArray().Select(row => row.EnumerateArray().ToArray()))
        {
            var outcome = row[2].GetString() == "S" ? "SwimmingPool" : "DanceStudio";
            Assert.Equal($"{outcome} {row[3].GetString()} {row[4].GetString()}", run(row[0].GetInt32(), row[1].GetInt32()));
        }

        await Verifier.Verify(driver);
    }

    [Fact]
    public void PublicProjects()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, PublicProject(90, EqualShares = true), Efficient, Agents(3)]
            internal partial class Bridge;

            [Mechanism, PublicProject(300), Efficient]
            internal partial class Free;

            [Mechanism, PublicProject(10, Shares = [7, 3]), Efficient, Money<long>, Agent("North"), Agent("South")]
            internal partial class Road;

            [Mechanism, PublicProject(1, EqualShares = true), Efficient, Money<decimal>(Decimals = 1)]
            internal partial class Path;

            internal static class Table
            {
                public static string Bridges(double[] values) => Bridge.Run(values).ToString();

                public static string Frees(double[] values) => Free.Run(values).ToString();

                public static string Roads(long north, long south) => Road.Run(north, south).ToString();

                public static string Paths(decimal[] values) => Path.Run(values).ToString();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var bridge = table.GetMethod("Bridges")!.CreateDelegate<Func<double[], string>>();
        Assert.Equal("Built; 0 pays 40 (instead of NotBuilt); 1 pays 30; 2 pays 30", bridge([60, 30, 20]));
        Assert.Equal("NotBuilt; 2 pays 20 (instead of Built)", bridge([40, 40, 10]));
        Assert.Contains("declared for 3 agents", Assert.Throws<ArgumentException>(() => bridge([40, 40])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Agent 1 reports value -1; value must be a number in [0, 1e15].", Assert.Throws<ArgumentOutOfRangeException>(() => bridge([40, -1, 3])).Message, StringComparison.Ordinal);

        // 50, 50 and 250 for a project of 300: without shares only the pivotal third agent pays, and 100 are missing.
        var free = table.GetMethod("Frees")!.CreateDelegate<Func<double[], string>>();
        Assert.Equal("Built; 2 pays 200 (instead of NotBuilt)", free([50, 50, 250]));
        Assert.Equal("NotBuilt", free([50, 50, 200]));
        Assert.Equal("NotBuilt", free([]));
        var road = table.GetMethod("Roads")!.CreateDelegate<Func<long, long, string>>();
        Assert.Equal("Result { Outcome = Built, NorthPays = 7, SouthPays = 4, NorthIsPivotal = False, SouthIsPivotal = True }", road(6, 5));
        var path = table.GetMethod("Paths")!.CreateDelegate<Func<decimal[], string>>();
        Assert.Equal("Built; 0 pays 0.4; 1 pays 0.3; 2 pays 0.3", path([0.5m, 0.5m, 0.6m]));
    }

    [Fact]
    public void CostsBoostsAndWeights()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Road { None, Bridge }

            [Mechanism, Outcomes<Road>(Low = 0), Efficient]
            internal partial class Roads
            {
                [Cost] static double Cost(Road road) => road switch { Road.Bridge => 100, _ => 0 };
            }

            [Mechanism, Outcomes<Road>, Efficient, Agent("Big", Weight = 2), Agent("Small")]
            internal partial class Weighted
            {
                [Boost] static double Bonus(Road road) => road == Road.None ? 0.5 : 0;
            }

            internal static class Table
            {
                public static string Run(double[,] values) => Roads.RunMatrix(values).ToString();

                public static string Lean(double[,] values) => Weighted.RunMatrix(values).ToString();
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double[,], string>>();
        foreach (var (id, expected) in new[] { ("vcg-finite-04", "Bridge; 0 pays 30 (instead of None); 1 pays 40 (instead of None); 2 pays 10 (instead of None)"), ("vcg-finite-05", "None") })
        {
            var rows = Golden(id).GetProperty("inputs").GetProperty("values").EnumerateArray().Select(row => row.EnumerateArray().Select(Number).ToArray()).ToArray();
            Assert.Equal(expected, run(new[,] { { rows[0][0], rows[0][1] }, { rows[1][0], rows[1][1] }, { rows[2][0], rows[2][1] } }));
        }

        // Doubled, 3 against 5.5 - 0.5 = 5: the first agent decides, and pays what 2 units of its weighted value displace: (5.5 - 0.5) / 2.
        var lean = assembly.GetType("Shop.Table")!.GetMethod("Lean")!.CreateDelegate<Func<double[,], string>>();
        Assert.Equal("None; 0 pays 2.5 (instead of Bridge)", lean(new[,] { { 3, 0 }, { 0, 5.5 } }));
        Assert.Equal("Bridge; 1 pays 4.5 (instead of None)", lean(new[,] { { 2.0, 0 }, { 0, 5.5 } }));
    }

    [Theory]
    [InlineData("irvcg-home-0-0", 0)]
    [InlineData("irvcg-home-10-0", 10)]
    [InlineData("irvcg-home-12-0", 12)]
    public void PaymentsUpToTheLimitOfParticipation(string id, int option)
    {
        var (_, assembly) = Driver.Load(Home
            .Replace("Outcomes<Home>, Efficient]", "Outcomes<Home>, Efficient, IndividuallyRationalVcg]", StringComparison.Ordinal)
            .Replace("\"Alexa\", 1, 9)", $"\"Alexa\", 1, 9, OutsideOption = {option})", StringComparison.Ordinal));
        var expected = Golden(id).GetProperty("expected");
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<int, int, string>>();
        foreach (var profile in expected.GetProperty("payments_pA_pS").EnumerateObject())
        {
            var types = profile.Name.Split(',').Select(type => int.Parse(type, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.EndsWith($" {profile.Value[0].GetString()} {profile.Value[1].GetString()}", run(types[0], types[1]), StringComparison.Ordinal);
        }

        var (welfare, surplus, explanation) = table.GetMethod("Facts")!.CreateDelegate<Func<(double, double, string)>>()();
        Assert.Equal(580.0 / 27, welfare, 1e-14);
        Assert.Equal(Number(expected.GetProperty("expected_surplus").GetProperty("dec")), surplus, 1e-13);
        Assert.Contains($"The expected surplus is {expected.GetProperty("expected_surplus").GetProperty("exact").GetString()}", explanation, StringComparison.Ordinal);
        Assert.Contains("ex post individually rational", explanation, StringComparison.Ordinal);
    }

    /// <summary>
    /// Outside options by type, one agent with one number of its own: whatever the others report every type is left with at least its own, one type of each agent with exactly
    /// that (or, in expectation), and no lie pays. Utilities are added up here from the values, not taken from the library.
    /// </summary>
    [Theory]
    [InlineData("IndividuallyRationalVcg", "long", false)]
    [InlineData("IndividuallyRationalVcg", "double", false)]
    [InlineData("IndividuallyRationalVcg(Interim = true)", "double", true)]
    public void PaymentsUpToTheLimitOfParticipation_WhereOutsideOptionsFollowFromTypes(string rule, string money, bool isInterim)
    {
        var (_, assembly) = Driver.Load($$"""
            namespace Shop;

            internal enum Plan { Park, Pool, Road }

            [Mechanism, Outcomes<Plan>, Efficient, {{rule}}, Guarantees({{(isInterim ? "InterimIndividuallyRational" : "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational")}})]
            [Agent<UniformIntegers>("Ann", 1, 5), Agent<UniformIntegers>("Bob", 1, 5), Agent<UniformIntegers>("Cid", 1, 5, OutsideOption = 3)]
            internal partial class Town
            {
                [Value] static {{money}} Value(Plan plan, int type) => plan switch { Plan.Park => 4 * type, Plan.Pool => type * type, _ => 9 - type };

                [OutsideOption] static {{money}} Stay(int type) => type == 4 ? 11 : 7 - type;
            }

            internal static class Table
            {
                public static double[] Run(int[] types)
                {
                    var payments = new {{money}}[3];
                    var plan = Town.Run(types, payments);
                    return [(double)payments[0], (double)payments[1], (double)payments[2], (double)plan];
                }
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<int[], double[]>>();
        static double Value(double plan, int type) => plan switch { 0 => 4 * type, 1 => type * type, _ => 9 - type };
        static double Stay(int agent, int type) => agent == 2 ? 3 : type == 4 ? 11 : 7 - type;
        int[][] others = [.. from one in Enumerable.Range(1, 5) from other in Enumerable.Range(1, 5) select new[] { one, other }];
        for (var agent = 0; agent < 3; agent++)
        {
            double Utility(int type, int report, int[] rest)
            {
                var outcome = run([.. rest[..agent], report, .. rest[agent..]]);
                return Value(outcome[3], type) - outcome[agent];
            }

            double Gain(int type, int report) => others.Average(rest => Utility(type, report, rest)) - Stay(agent, type);
            if (isInterim)
            {
                Assert.Equal(0, Enumerable.Range(1, 5).Min(type => Gain(type, type)), 1e-12);
                Assert.All(Enumerable.Range(1, 5), type => Assert.All(Enumerable.Range(1, 5), lie => Assert.True(Gain(type, lie) <= Gain(type, type) + 1e-12)));
                continue;
            }

            foreach (var rest in others)
            {
                Assert.Equal(0, Enumerable.Range(1, 5).Min(type => Utility(type, type, rest) - Stay(agent, type)));
                Assert.All(Enumerable.Range(1, 5), type => Assert.All(Enumerable.Range(1, 5), lie => Assert.True(Utility(type, lie, rest) <= Utility(type, type, rest))));
            }
        }
    }

    private static double Number(JsonElement element) => double.Parse(element.GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static JsonElement Golden(string id)
    {
        using var document = JsonDocument.Parse(typeof(TypesProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        return document.RootElement.GetProperty("cases").EnumerateArray().First(one => one.GetProperty("id").GetString() == id).Clone();
    }
}
