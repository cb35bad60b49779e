using System.Globalization;
using System.Text;
using CsCheck;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.OwnRules;

/// <summary>
/// Random scores as mechanisms, on whole bids and on doubles. Of those that rise with the bid (tried on the whole grid, at every public number), the price
/// must be the threshold that brute force finds, and no bid may be better than the truth.
/// </summary>
public class RandomScoresTests
{
    private const int Scores = 60;
    private const int Markets = 40;
    private const int Highest = 10;
    private const int MostPublic = 3;

    private delegate (int Winner, double Price) Runs(double[] bids, int[] factors);

    private static readonly Gen<string> Expressions = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Gen.Select(inner, inner, (one, other) => $"({one} + {other})"),
            Gen.Select(inner, inner, (one, other) => $"({one} - {other})"),
            Gen.Select(inner, Gen.Int[0, 3], (one, factor) => FormattableString.Invariant($"({one} * {factor})")),
            Gen.Select(inner, Gen.Int[2, 4], (one, divisor) => FormattableString.Invariant($"({one} / {divisor})")),
            Gen.Select(inner, inner, (one, other) => $"Math.Min({one}, {other})"),
            Gen.Select(inner, inner, (one, other) => $"Math.Max({one}, {other})"),
            Gen.Select(inner, Gen.Int[1, Highest], inner, (one, bound, other) => FormattableString.Invariant($"(x < {bound} ? {one} : {other})"))));

    private static readonly Gen<(double[] Bids, int[] Factors)> Market =
        Gen.Int[1, 4].SelectMany(agents => Gen.Select(Gen.Int[0, Highest].Select(bid => (double)bid).Array[agents], Gen.Int[0, MostPublic].Array[agents]));

    private static Gen<string> Leaf => Gen.OneOf(Gen.Const("x"), Gen.Const("x"), Gen.Const("(k * x)"), Gen.Const("k"), Gen.Int[-4, 9].Select(number => number.ToString(CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("int")]
    [InlineData("double")]
    public void PricesOfRisingScoresAreTheThresholdsOfBruteForce(string number)
    {
        var (run, ask) = Load(number);
        var rising = Enumerable.Range(0, Scores).Where(score => Rises(ask, score)).ToList();
        Assert.True(rising.Count >= Scores / 4, FormattableString.Invariant($"{rising.Count} of {Scores} scores rise."));
        foreach (var score in rising)
        {
            Market.Sample(market => Check(number == "int", (bids, factors) => run(score, bids, factors), (bid, factor) => ask(score, bid, factor), market.Bids, market.Factors), Markets, market => $"score {score}: ({string.Join(", ", market.Bids)}), ({string.Join(", ", market.Factors)})");
        }
    }

    private static void Check(bool isGrid, Runs run, Func<double, int, double> ask, double[] bids, int[] factors)
    {
        var truth = run(bids, factors);
        Assert.Equal(Winner(ask, bids, factors), truth.Winner);
        for (var agent = 0; agent < bids.Length; agent++)
        {
            var truthful = truth.Winner == agent ? bids[agent] - truth.Price : 0;
            Assert.True(truthful >= 0, "The winner pays more than its bid.");
            for (var bid = 0; bid <= Highest; bid++)
            {
                double[] deviation = [.. bids];
                deviation[agent] = bid;
                var lie = run(deviation, factors);
                Assert.Equal(Winner(ask, deviation, factors), lie.Winner);
                if (lie.Winner == agent)
                {
                    Assert.True(bids[agent] - lie.Price <= truthful, FormattableString.Invariant($"Agent {agent} gains by bidding {bid}."));
                    Assert.True(truth.Winner != agent || lie.Price == truth.Price, "The price depends on the winner's bid.");
                    Assert.True(!isGrid || lie.Price == Threshold(ask, deviation, factors, agent), "The price is not the lowest bid that wins.");
                }
            }
        }
    }

    private static double Threshold(Func<double, int, double> ask, double[] bids, int[] factors, int agent)
    {
        double[] tried = [.. bids];
        for (tried[agent] = 0; Winner(ask, tried, factors) != agent; tried[agent]++)
        {
        }

        return tried[agent];
    }

    /// <summary>The definition: the highest score of at least zero, the lowest index among equals.</summary>
    private static int Winner(Func<double, int, double> ask, double[] bids, int[] factors)
    {
        var (winner, best) = (-1, 0.0);
        for (var agent = 0; agent < bids.Length; agent++)
        {
            var score = ask(bids[agent], factors[agent]);
            if (score >= 0 && (winner < 0 || score > best))
            {
                (winner, best) = (agent, score);
            }
        }

        return winner;
    }

    /// <summary>Whether a score never falls between neighbours on a grid that also looks between whole bids, where doubles round.</summary>
    private static bool Rises(Func<int, double, int, double> ask, int score)
    {
        const int Parts = 60;
        for (var factor = 0; factor <= MostPublic; factor++)
        {
            for (var step = 0; step < Highest * Parts; step++)
            {
                if (ask(score, (step + 1) / (double)Parts, factor) < ask(score, step / (double)Parts, factor))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static (Func<int, double[], int[], (int, double)> Run, Func<int, double, int, double> Ask) Load(string number)
    {
        var (types, runs, asks) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var score = 0; score < Scores; score++)
        {
            var body = Expressions.Generate(new PCG((uint)score, 2007), null, out _);
            types.AppendLine(FormattableString.Invariant(
                $"[Mechanism, SingleItem] internal partial class M{score} {{ [Score] internal static {number} Rule([Between(0, {Highest})] {number} x, [Between(0, {MostPublic}), Verified] int k) {{ _ = k; return {body}; }} }}"));
            runs.AppendLine(FormattableString.Invariant($"{score} => M{score}.Run(x, k) is var sale ? (sale.Winner, (double)sale.Price) : default,"));
            asks.AppendLine(FormattableString.Invariant($"{score} => M{score}.Rule(({number})x, k),"));
        }

        var (_, assembly) = Driver.Load($$"""
            namespace Random;
            {{types}}
            internal static class Table
            {
                public static (int, double) Run(int score, double[] bids, int[] k) { var x = Array.ConvertAll(bids, bid => ({{number}})bid); return score switch { {{runs}} _ => default }; }
                public static double Ask(int score, double x, int k) => score switch { {{asks}} _ => 0 };
            }
            """);
        var table = assembly.GetType("Random.Table")!;
        return (table.GetMethod("Run")!.CreateDelegate<Func<int, double[], int[], (int, double)>>(), table.GetMethod("Ask")!.CreateDelegate<Func<int, double, int, double>>());
    }
}
