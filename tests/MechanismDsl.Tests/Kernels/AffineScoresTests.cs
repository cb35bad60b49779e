using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class AffineScoresTests
{
    // Values uniform on [0, 12] and [0, 18]: virtual values 2v − 12 and 2v − 18, reserves 6 and 9.
    private static readonly AffineScores TwoBuyers = new([2, 2], [-12, -18], [6, 9]);

    [Theory]
    [InlineData(4, 8, -1, 0)]
    [InlineData(2, 12, 1, 9)]
    [InlineData(6, 6, 0, 6)]
    [InlineData(9, 9, 0, 6)]
    [InlineData(8, 15, 1, 11)]
    [InlineData(8, 11, 0, 8)]
    public void OptimalAuctionOfTwoUniformBuyers(double north, double south, int winner, double price) =>
        Assert.Equal(new Sale<double>(winner, price), TwoBuyers.Run([north, south]));

    [Theory]
    [InlineData(1, 4, 0, 5)]
    [InlineData(2, 1, 0, 2)]
    [InlineData(4, 1, 1, 3)]
    [InlineData(3, 2.5, 0, 3.5)]
    [InlineData(6, 2, 1, 5)]
    [InlineData(6, 7, -1, 0)]
    public void SuppliersAreServedFromTheLowestVirtualCost(double first, double second, int winner, double price)
    {
        // Virtual costs 2c − 2 and 2c, ceilings 5.
        var suppliers = new AffineScores([2, 2], [2, 0], [-5, -5]);
        Assert.Equal(new Sale<double>(winner, price), suppliers.RunSuppliers([first, second]));
    }

    [Fact]
    public void WhoeverStaysAwayIsNoRival()
    {
        var free = new AffineScores([1, 1], [0, 0], [double.NegativeInfinity, double.NegativeInfinity]);
        Assert.Equal(new Sale<double>(1, 9), TwoBuyers.RunPresent([null, 15]));
        Assert.Equal(new Sale<double>(1, 11), TwoBuyers.RunPresent([8, 15]));
        Assert.Equal(new Sale<double>(1, 0), free.RunPresent([null, 0]));
        Assert.Equal(new Sale<double>(1, 1e15), free.RunSuppliersPresent([null, 3]));
        Assert.Equal(Sale<double>.Unsold, TwoBuyers.RunPresent([null, null]));
        Assert.Throws<ArgumentException>(() => TwoBuyers.RunPresent([8]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoBuyers.RunPresent([null, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoBuyers.RunPresent([double.NaN, null]));
    }

    [Fact]
    public void EqualsTheDefinitionOnRandomAuctions()
    {
        var draws = new Draws(11);
        for (var instance = 0; instance < 5_000; instance++)
        {
            var agents = 1 + draws.Below(instance % 10 == 0 ? 20 : 8);
            var slopes = Enumerable.Range(0, agents).Select(_ => draws.Below(3) == 0 ? draws.Uniform() + 0.1 : 1 + draws.Below(3)).ToArray();
            var intercepts = Enumerable.Range(0, agents).Select(_ => (double)-draws.Below(10)).ToArray();
            var isSupply = instance % 2 == 1;
            var reports = Enumerable.Range(0, agents).Select(_ => draws.Below(3) == 0 ? draws.Uniform() * 10 : draws.Below(10)).ToArray();
            var sign = isSupply ? -1 : 1;
            var lowest = Enumerable.Range(0, agents)
                .Select(_ => draws.Below(5) switch { 0 => double.NegativeInfinity, 1 => isSupply ? -6 : 4, 2 => sign * reports[draws.Below(agents)], _ => isSupply ? -9 : 1.0 })
                .ToArray();
            double Score(int agent, double type) => (slopes[agent] * type) + intercepts[agent];
            var types = reports.Select(report => sign * report).ToArray();
            var scores = new AffineScores(slopes, intercepts, lowest);
            var sale = isSupply ? scores.RunSuppliers(reports) : scores.Run(reports);
            var winner = ScoreRules.Winner(types, lowest, Score);
            Assert.Equal(winner, sale.Winner);
            if (winner >= 0)
            {
                // Bisection over [−1e15, …] ends at neighbouring doubles; near a threshold rounding of the scores moves it by a few units in the last place.
                ScoreRules.AssertClose(sign * ScoreRules.Threshold(types, lowest, Score, winner, isSupply ? -1e15 : 0), sale.Price);
            }
        }
    }

    /// <summary>One cutoff for all and slopes that are powers of two need no masks and no division; who stays away always takes the general way.</summary>
    [Fact]
    public void OneCutoffForAllGivesTheSameSalesToTheLastBit()
    {
        var draws = new Draws(12);
        for (var instance = 0; instance < 20_000; instance++)
        {
            var agents = instance % 4 == 0 ? 1 + draws.Below(8) : 8;
            var sign = instance % 2 == 0 ? 1 : -1;
            var cutoff = draws.Below(3) == 0 ? 0 : sign * draws.Uniform() * 3;
            var slopes = Enumerable.Range(0, agents).Select(_ => draws.Below(4) == 0 ? Math.Pow(2, draws.Below(5) - 2) : 2).ToArray();
            var intercepts = Enumerable.Range(0, agents).Select(_ => draws.Below(2) == 0 ? -sign * (1 + draws.Below(9)) : -sign * 10 * draws.Uniform()).ToArray();
            var lowest = Enumerable.Range(0, agents).Select(agent => (cutoff - intercepts[agent]) / slopes[agent]).ToArray();
            var reports = Enumerable.Range(0, agents).Select(agent => Math.Max(0, draws.Below(6) switch
            {
                0 => sign * lowest[agent],
                1 => double.BitDecrement(sign * lowest[agent]),
                2 => double.BitIncrement(sign * lowest[agent]),
                3 => draws.Below(12),
                _ => draws.Uniform() * 12,
            })).ToArray();
            var scores = new AffineScores(slopes, intercepts, lowest);
            double?[] present = [.. reports.Select(report => (double?)report)];
            var (sale, definition) = sign > 0
                ? (scores.Run(reports), scores.RunPresent(present))
                : (scores.RunSuppliers(reports), scores.RunSuppliersPresent(present));
            Assert.Equal(definition, sale);
            Assert.Equal(BitConverter.DoubleToInt64Bits(definition.Price), BitConverter.DoubleToInt64Bits(sale.Price));
        }
    }

    [Fact]
    public void ReportsAreValidated()
    {
        foreach (var agents in new[] { 1, 3, 4, 5, 8, 11 })
        {
            var scores = new AffineScores(Enumerable.Repeat(1.0, agents).ToArray(), new double[agents], new double[agents]);
            var reports = new double[agents];
            for (var agent = 0; agent < agents; agent++)
            {
                foreach (var report in new[] { double.NaN, -1, double.PositiveInfinity, 1e15 + 1 })
                {
                    reports[agent] = report;
                    var failure = Assert.Throws<ArgumentOutOfRangeException>(() => scores.Run(reports));
                    Assert.StartsWith($"Agent {agent} reports", failure.Message);
                    Assert.Throws<ArgumentOutOfRangeException>(() => scores.RunSuppliers(reports));
                }

                reports[agent] = -0.0;
            }

            Assert.Equal(0, scores.Run(reports).Winner);
            Assert.Throws<ArgumentException>(() => scores.Run(new double[agents + 1]));
        }

        Assert.Equal(Sale<double>.Unsold, new AffineScores([], [], []).Run([]));
    }

    [Fact]
    public void CurvesAreValidated()
    {
        Assert.Throws<ArgumentException>("slopes", () => new AffineScores([0], [0], [0]));
        Assert.Throws<ArgumentException>("intercepts", () => new AffineScores([1], [double.NaN], [0]));
        Assert.Throws<ArgumentException>("lowest", () => new AffineScores([1], [0], [double.NaN]));
        Assert.Throws<ArgumentException>("lowest", () => new AffineScores([1], [0], []));
    }
}
