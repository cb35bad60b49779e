using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class PiecewiseScoresTests
{
    // One flat on [2, 4) between two affine pieces: the same curve for each agent.
    private static readonly PiecewiseScores Flat = new(
        [3, 3, 3], [0, 2, 4, 0, 2, 4, 0, 2, 4], [1, 0, 1, 1, 0, 1, 1, 0, 1], [0, 2, -2, 0, 2, -2, 0, 2, -2], [0, 0, 0]);

    [Theory]
    [InlineData(3, 3, 1, 0, 2)] // ties go to agent 0, who only meets: the lower end of the flat
    [InlineData(1, 3, 3, 1, 2)] // agent 1 is before agent 2
    [InlineData(3, 5, 1, 1, 4)] // agent 1 must beat agent 0 on the flat: its upper end
    [InlineData(5, 3, 1, 0, 2)] // agent 0 only has to meet agent 1
    [InlineData(1, 3, 1, 1, 1)]
    public void AFlatIsLeftAtTheEndTheTieRuleSays(double first, double second, double third, int winner, double price) =>
        Assert.Equal(new Sale<double>(winner, price), Flat.Run([first, second, third]));

    [Fact]
    public void EqualsTheDefinitionOnRandomAuctions()
    {
        var draws = new Draws(12);
        for (var instance = 0; instance < 6_000; instance++)
        {
            var agents = 1 + draws.Below(instance % 10 == 0 ? 20 : 8);
            var isSupply = instance % 2 == 1;
            var curves = Enumerable.Range(0, agents).Select(_ => Curve.Draw(draws, isSupply ? -12 : 0)).ToArray();
            var lowest = Enumerable.Range(0, agents).Select(_ => draws.Below(3) == 0 ? double.NegativeInfinity : (isSupply ? -9.0 : 1.0) + draws.Below(3)).ToArray();
            var types = Enumerable.Range(0, agents).Select(_ => (draws.Below(2) == 0 ? draws.Below(12) : draws.Uniform() * 12) - (isSupply ? 12 : 0)).ToArray();
            var sign = isSupply ? -1 : 1;
            var reports = types.Select(type => sign * type).ToArray();
            var scores = new PiecewiseScores(
                [.. curves.Select(curve => curve.From.Length)],
                [.. curves.SelectMany(curve => curve.From)],
                [.. curves.SelectMany(curve => curve.Slopes)],
                [.. curves.SelectMany(curve => curve.Intercepts)],
                lowest);
            var sale = isSupply ? scores.RunSuppliers(reports) : scores.Run(reports);
            var served = lowest.Select((own, agent) => Math.Max(own, curves[agent].From[0])).ToArray();
            double Score(int agent, double type) => curves[agent].At(type);
            var winner = ScoreRules.Winner(types, served, Score);
            Assert.Equal(winner, sale.Winner);
            if (winner >= 0)
            {
                ScoreRules.AssertClose(sign * ScoreRules.Threshold(types, served, Score, winner, isSupply ? -1e15 : 0), sale.Price);
            }
        }
    }

    [Fact]
    public void CurvesAreValidated()
    {
        Assert.Throws<ArgumentException>("pieces", () => new PiecewiseScores([0], [], [], [], [0]));
        Assert.Throws<ArgumentException>("pieces", () => new PiecewiseScores([9], new double[9], new double[9], new double[9], [0]));
        Assert.Throws<ArgumentException>("from", () => new PiecewiseScores([2], [1, 1], [1, 1], [0, 0], [0]));
        Assert.Throws<ArgumentException>("from", () => new PiecewiseScores([1], [double.NegativeInfinity], [1], [0], [0]));
        Assert.Throws<ArgumentException>("slopes", () => new PiecewiseScores([1], [0], [-1], [0], [0]));
        Assert.Throws<ArgumentException>("intercepts", () => new PiecewiseScores([2], [0, 5], [1, 1], [0, -3], [0]));
        Assert.Throws<ArgumentException>("from", () => new PiecewiseScores([1], [0, 1], [1, 1], [0, 0], [0]));
        Assert.Throws<ArgumentException>("lowest", () => new PiecewiseScores([1], [0], [1], [0], [double.NaN]));
    }

    /// <summary>A random non-decreasing curve on [low, ∞) with flats and jumps; all numbers are multiples of 1/4, so that ties are frequent and exact.</summary>
    private sealed record Curve(double[] From, double[] Slopes, double[] Intercepts)
    {
        public static Curve Draw(Draws draws, double low)
        {
            var pieces = 1 + draws.Below(8);
            var (from, slopes, intercepts) = (new double[pieces], new double[pieces], new double[pieces]);
            var (start, score) = (low + draws.Below(2), (double)-draws.Below(4));
            for (var piece = 0; piece < pieces; piece++)
            {
                var length = 0.5 * (1 + draws.Below(4));
                from[piece] = start;
                slopes[piece] = draws.Below(2) == 0 ? 0 : 0.5 * (1 + draws.Below(3));
                intercepts[piece] = score - (slopes[piece] * start);
                score += (slopes[piece] * length) + (draws.Below(3) == 0 ? draws.Below(3) : 0);
                start += length;
            }

            return new(from, slopes, intercepts);
        }

        public double At(double type)
        {
            var piece = Math.Max(Array.FindLastIndex(From, from => type >= from), 0);
            return (Slopes[piece] * type) + Intercepts[piece];
        }
    }
}
