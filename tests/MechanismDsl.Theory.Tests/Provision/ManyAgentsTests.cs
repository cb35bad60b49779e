using Fractions;
using MathNet.Numerics.Distributions;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Theory.Tests.Provision;

/// <summary>Decisions by the scores of three or more agents with densities, held against rational numbers, formulas, and everything gone through.</summary>
public sealed class ManyAgentsTests
{
    private static readonly Fraction[] _shares = [Fraction.Zero, new(1, 3), new(3, 4), Fraction.One];

    /// <summary>Histograms of one bin are uniform types that the rational solver does not know as such.</summary>
    [Theory]
    [InlineData(1.5, new double[] { 0, 1, 0, 1, 0, 1 })]
    [InlineData(2, new double[] { 0, 1, 0.5, 2, 0, 3 })]
    [InlineData(4, new double[] { 1, 2, 0, 1, 2, 3, 0, 2 })]
    [InlineData(1, new double[] { -1, 1, 0, 1, -2, -1, 1, 3 })]
    public void What_uniform_types_expect_is_what_rational_numbers_say(double cost, double[] ends)
    {
        var intervals = ends.Chunk(2).ToList();
        var exact = new ProvisionRule([.. intervals.Select(ends => new UniformPrior(ends[0], ends[1]))], Rationals.FromDecimal(cost), default);
        var tabulated = new ProvisionRule([.. intervals.Select(ends => new HistogramPrior([ends[0], ends[1]], [1]))], Rationals.FromDecimal(cost), default);
        foreach (var share in _shares)
        {
            Near(exact.Numbers(share), tabulated.Numbers(share), 1e-10);
            for (var agent = 0; agent < intervals.Count; agent++)
            {
                var floor = intervals[agent][0];
                var (one, other) = (exact.Interim(agent, share, floor, Fraction.Zero), tabulated.Interim(agent, share, floor, Fraction.Zero));
                Assert.Equal(one.Mean.Value, other.Mean.Value, 1e-10);
                for (var step = 0; step <= 8; step++)
                {
                    var type = floor + ((intervals[agent][1] - floor) * step / 8);
                    Assert.Equal(one.At(type), other.At(type), 1e-10);
                }
            }
        }
    }

    /// <summary>A sum of exponential types has a gamma distribution, and their scores are t − α/λ: with S the sum, E[S; S ≥ x] = n/λ·P(Gamma(n + 1) ≥ x).</summary>
    [Theory]
    [InlineData(3, 1, 3)]
    [InlineData(4, 2, 2.5)]
    [InlineData(6, 0.5, 14)]
    public void What_exponential_types_expect_has_a_formula(int agents, double rate, double cost)
    {
        var rule = new ProvisionRule([.. Enumerable.Repeat(new ExponentialPrior(rate), agents)], Rationals.FromDecimal(cost), default);
        foreach (var share in _shares)
        {
            var least = cost + (share.ToDouble() * agents / rate);
            var (chance, sum) = (1 - Gamma.CDF(agents, rate, least), agents / rate * (1 - Gamma.CDF(agents + 1, rate, least)));
            var best = (agents / rate * (1 - Gamma.CDF(agents + 1, rate, cost))) - (cost * (1 - Gamma.CDF(agents, rate, cost)));
            Near(new(Bayes(best), Bayes(sum - (cost * chance)), Bayes(chance), Bayes(sum - (((agents / rate) + cost) * chance))), rule.Numbers(share), 1e-9);
        }
    }

    /// <summary>Sums over 400 quantiles an agent, and the surplus of the efficient decision by nested quadrature in 20 digits (mpmath): −0.32071249266300401141.</summary>
    [Fact]
    public void Unlike_types_against_everything_gone_through()
    {
        ContinuousPrior[] types = [new PowerPrior(2, 1), new BetaPrior(2, 2), new KumaraswamyPrior(1.5, 2)];
        Against(types, 1.6, 1e-3);
        Assert.Equal(-0.320712492663004, new ProvisionRule(types, new Fraction(8, 5), default).Surplus(Fraction.Zero).Value, 1e-11);
    }

    /// <summary>Ironed blocks: many types have one score, and the chance of a decision jumps.</summary>
    [Fact]
    public void Ironed_types_against_everything_gone_through()
    {
        ContinuousPrior[] types = [new HistogramPrior([0, 1, 2, 3], [.6, .1, .3]), new HistogramPrior([0, 2, 3], [.8, .2]), new UniformPrior(0, 2)];
        Against(types, 4, 1e-3);
    }

    private static void Against(ContinuousPrior[] types, double cost, double tolerance)
    {
        const int Steps = 400;
        var rule = new ProvisionRule(types, Rationals.FromDecimal(cost), default);
        Assert.True(rule.IsKnown(isEfficient: false));
        foreach (var share in _shares)
        {
            var scores = rule.Scores(share.ToDouble());

            // E[ψ; a < t ≤ b] = a·(1 − F(a)) − b·(1 − F(b)): virtual values fall without bound where densities begin.
            var grid = types.Select((prior, agent) => Enumerable.Range(0, Steps)
                .Select(step => (Type: prior.Quantile((step + .5) / Steps), From: prior.Quantile((double)step / Steps), To: prior.Quantile((step + 1.0) / Steps), Above: 1 - ((double)step / Steps)))
                .Select(cell => (cell.Type, Score: scores[agent].Score(cell.Type), Virtual: Steps * ((cell.From * cell.Above) - (cell.To * (cell.Above - (1.0 / Steps)))))).ToArray()).ToArray();
            double welfare = 0, surplus = 0, chance = 0, best = 0;
            foreach (var first in grid[0])
            {
                foreach (var second in grid[1])
                {
                    foreach (var third in grid[2])
                    {
                        best += Math.Max(0, first.Type + second.Type + third.Type - cost);
                        if (first.Score + second.Score + third.Score >= cost)
                        {
                            chance++;
                            welfare += first.Type + second.Type + third.Type - cost;
                            surplus += first.Virtual + second.Virtual + third.Virtual - cost;
                        }
                    }
                }
            }

            const double All = Steps * (double)Steps * Steps;
            Near(new(Bayes(best / All), Bayes(welfare / All), Bayes(chance / All), Bayes(surplus / All)), rule.Numbers(share), tolerance);
        }
    }

    private static Theory.Bayesian.Amount Bayes(double value) => Theory.Bayesian.Amount.Approximately(value, 0);

    private static void Near(ProvisionNumbers expected, ProvisionNumbers found, double tolerance)
    {
        Assert.Equal(expected.FirstBest.Value, found.FirstBest.Value, tolerance);
        Assert.Equal(expected.Welfare.Value, found.Welfare.Value, tolerance);
        Assert.Equal(expected.Chance.Value, found.Chance.Value, tolerance);
        Assert.Equal(expected.Surplus.Value, found.Surplus.Value, tolerance);
        Assert.All([found.FirstBest, found.Welfare, found.Chance, found.Surplus], amount => Assert.InRange(amount.Error, 0, 1e-9));
    }
}
