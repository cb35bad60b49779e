using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class SmoothScoresTests
{
    [Fact]
    public void TablesReproduceTheFunctionTheyWereFittedTo()
    {
        foreach (var curve in new[] { Fit(Math.Exp, 0.5, 6, segments: 32), FitOctaves(Math.Exp, 0.5, 6, shift: 0.25, bits: 3) })
        {
            for (var step = 0; step <= 10_000; step++)
            {
                var argument = 0.5 + (5.5 * step / 10_000);
                Assert.Equal(1, curve.At(argument) / Math.Exp(argument), 1e-11);
            }

            Assert.Equal(curve.At(0.5), curve.At(-3));
            Assert.Equal(curve.At(6), curve.At(100));
            Assert.Equal(1, curve.At(100) / Math.Exp(6), 1e-11);
        }
    }

    [Fact]
    public void EqualsTheDefinitionOnRandomAuctions()
    {
        var draws = new Draws(13);
        for (var market = 0; market < 12; market++)
        {
            var count = market < 8 ? market + 1 : market < 10 ? 8 : 11;
            var isSupply = market % 2 == 1;
            var from = isSupply ? -20.0 : 0.5;
            var to = isSupply ? -0.5 : 20.0;
            var agents = Enumerable.Range(0, count).Select(_ => Agent.Draw(draws, from, to)).ToArray();
            var lowest = agents.Select(agent => agent.Curve.Lowest).ToArray();
            double Score(int agent, double type) => agents[agent].Score(type);
            var scores = new SmoothScores([.. agents.Select(agent => agent.Curve)]);
            var sign = isSupply ? -1 : 1;
            for (var instance = 0; instance < 400; instance++)
            {
                var types = Enumerable.Range(0, count).Select(_ => isSupply ? -22 * draws.Uniform() : 25 * draws.Uniform()).ToArray();
                var sale = isSupply ? scores.RunSuppliers([.. types.Select(type => -type)]) : scores.Run(types);
                var winner = ScoreRules.Winner(types, lowest, Score);
                Assert.Equal(winner, sale.Winner);
                if (winner >= 0)
                {
                    ScoreRules.AssertClose(sign * ScoreRules.Threshold(types, lowest, Score, winner, isSupply ? -1e15 : 0), sale.Price, 1e-10);
                }
            }
        }
    }

    [Fact]
    public void ATableWithoutSegmentsOrAFallingTailIsRejected()
    {
        var curve = Fit(Math.Exp, 0.5, 6, segments: 4);
        Assert.Throws<ArgumentException>(() => new SmoothScores([new(curve with { Coefficients = default }, curve, 1, 1000, 0)]));
        Assert.Throws<ArgumentException>(() => new SmoothScores([new(curve, curve, 0, 1000, 0)]));
        Assert.Throws<ArgumentException>(() => new SmoothScores([new(curve, curve, 1, 0, 0)]));
        Assert.Throws<ArgumentException>(() => new SmoothScores([new(curve, curve, 1, 1000, double.NaN)]));
    }

    private static SmoothCurve Fit(Func<double, double> function, double low, double high, int segments)
    {
        var width = (high - low) / segments;
        var rows = Enumerable.Range(0, segments).SelectMany(segment => Row(function, low + (segment * width), low + ((segment + 1) * width)));
        return new(low, high, -low, segments / (high - low), 0, 0, rows.ToArray());
    }

    private static SmoothCurve FitOctaves(Func<double, double> function, double low, double high, double shift, int bits)
    {
        long Number(double argument) => BitConverter.DoubleToInt64Bits(argument + shift) >> (52 - bits);
        double Start(long number) => BitConverter.Int64BitsToDouble(number << (52 - bits)) - shift;
        var first = Number(low);
        var numbers = Enumerable.Range(0, (int)(Number(high) - first) + 1).Select(index => first + index);
        return new(low, high, shift, 0, bits, first, numbers.SelectMany(number => Row(function, Start(number), Start(number + 1))).ToArray());
    }

    /// <summary>The interpolant at the eight Chebyshev nodes of [from, to], as monomials: Newton's form, expanded.</summary>
    private static double[] Row(Func<double, double> function, double from, double to)
    {
        var nodes = Enumerable.Range(0, 8).Select(node => Math.Cos(Math.PI * (node + 0.5) / 8)).ToArray();
        var differences = nodes.Select(u => function(from + ((to - from) * (u + 1) / 2))).ToArray();
        for (var order = 1; order < 8; order++)
        {
            for (var node = 7; node >= order; node--)
            {
                differences[node] = (differences[node] - differences[node - 1]) / (nodes[node] - nodes[node - order]);
            }
        }

        var row = new double[8];
        for (var order = 7; order >= 0; order--)
        {
            for (var power = 7; power >= 0; power--)
            {
                row[power] = (power > 0 ? row[power - 1] : 0) - (nodes[order] * row[power]);
            }

            row[0] += differences[order];
        }

        return row;
    }

    /// <summary>s(t) = a·t − e^{−t/c}, which has no elementary inverse, continued by a·t + (s(High) − a·High).</summary>
    private sealed record Agent(double Factor, double Width, SmoothAgent Curve)
    {
        public static Agent Draw(Draws draws, double from, double to)
        {
            var (factor, width) = (0.5 + draws.Uniform(), 6 + (8 * draws.Uniform()));
            double Body(double type) => (factor * type) - Math.Exp(-type / width);
            var (low, high) = (from, to - (3 * draws.Uniform()));
            var score = draws.Below(2) == 0 ? Fit(Body, low, high, 128) : FitOctaves(Body, low, high, 0.125 - low, 5);
            var (bottom, top) = (Body(low), Body(high));
            double Inverse(double wanted)
            {
                var (below, above) = (low - 5, high + 5);
                for (var step = 0; step < 100; step++)
                {
                    var middle = (below + above) / 2;
                    (below, above) = Body(middle) < wanted ? (middle, above) : (below, middle);
                }

                return above;
            }

            var type = draws.Below(2) == 0 ? Fit(Inverse, bottom, top, 128) : FitOctaves(Inverse, bottom, top, 0.125 - bottom, 5);
            return new(factor, width, new(score, type, factor, top - (factor * high), low + (2 * draws.Uniform())));
        }

        public double Score(double type) =>
            type > Curve.Score.High ? (Curve.TailSlope * type) + Curve.TailIntercept : (Factor * type) - Math.Exp(-type / Width);
    }
}
