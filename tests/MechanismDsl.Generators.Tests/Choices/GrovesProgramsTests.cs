using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Choices;

/// <summary>Groves mechanisms with a term of the author's, from source to numbers, at every profile against the definition.</summary>
public class GrovesProgramsTests
{
    private const string Source = """
        namespace Shop;

        internal enum Home { SwimmingPool, DanceStudio }

        [Mechanism, Outcomes<Home>, Efficient]
        [Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
        internal partial class HomeImprovement
        {
            [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
            [Cost] static int Cost(Home home) => home == Home.SwimmingPool ? 3 : 0;
            [Groves] static int Charge(ReadOnlySpan<int> others) => others[0] + 5;
        }

        [Mechanism, Outcomes<Home>, Efficient, Agents(3), Types(0, 0.5, 1.5, 4)]
        internal partial class Halves
        {
            [Value] static double Value(Home home, double type) => home == Home.SwimmingPool ? 1 : type;
            [Groves] static double Half(ReadOnlySpan<double> others)
            {
                var sum = 0.0;
                for (var i = 0; i < others.Length; i++)
                {
                    sum += (i + 1) * others[i];
                }

                return sum / 2;
            }
        }

        internal static class Table
        {
            public static string Home(int alexa, int siri)
            {
                Span<long> payments = [0, 0];
                var chosen = HomeImprovement.Run([alexa, siri], payments);
                var result = HomeImprovement.Run(alexa, siri);
                return result.Outcome == chosen && result.AlexaPays == payments[0] && result.SiriPays == payments[1] ? $"{(int)chosen} {payments[0]} {payments[1]}" : "the runs differ";
            }

            public static string Explanation() => HomeImprovement.Explanation;

            public static double[] Thirds(double[] types)
            {
                var payments = new double[3];
                var chosen = Halves.Run(types, payments);
                return [(int)chosen, .. payments];
            }
        }
        """;

    [Fact]
    public async Task Terms_of_the_others_types()
    {
        var (driver, assembly) = Driver.Load(Source);
        var table = assembly.GetType("Shop.Table")!;
        var home = table.GetMethod("Home")!.CreateDelegate<Func<int, int, string>>();
        for (var alexa = 1; alexa <= 9; alexa++)
        {
            for (var siri = 1; siri <= 9; siri++)
            {
                var isStudio = (2 * alexa) + (2 * siri) > alexa + siri + 10 - 3;
                int Others(int type) => isStudio ? 2 * type : type + 5 - 3;
                Assert.Equal(FormattableString.Invariant($"{(isStudio ? 1 : 0)} {siri + 5 - Others(siri)} {alexa + 5 - Others(alexa)}"), home(alexa, siri));
            }
        }

        double[] types = [0, 0.5, 1.5, 4];
        var thirds = table.GetMethod("Thirds")!.CreateDelegate<Func<double[], double[]>>();
        foreach (var profile in from one in types from two in types from three in types select new[] { one, two, three })
        {
            var chosen = profile.Sum() > 3 ? 1 : 0;
            var payments = profile.Select((_, agent) =>
            {
                var others = profile.Where((_, other) => other != agent).ToArray();
                return ((others[0] + (2 * others[1])) / 2) - (chosen == 1 ? others.Sum() : 2);
            });
            Assert.Equal([chosen, .. payments], thirds(profile));
        }

        var explanation = table.GetMethod("Explanation")!.CreateDelegate<Func<string>>()();
        Assert.Contains("a term of the others' types by the author's rule, less the sum of the others' values of the chosen outcome, less its cost (Groves 1973).", explanation, StringComparison.Ordinal);
        Assert.Contains("What this does not give: that nobody is paid.", explanation, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }
}
