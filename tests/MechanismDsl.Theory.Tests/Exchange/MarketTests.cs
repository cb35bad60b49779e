using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Tests.Bayesian;

namespace MechanismDsl.Theory.Tests.Exchange;

/// <summary>Exchanges by virtual types: numbers that were computed another way, and runs against their definition.</summary>
public sealed class MarketTests
{
    /// <summary>
    /// Computed with mpmath 1.3 (20 digits) from the densities of order statistics: pair i of m buyers and n sellers trades where the i-th highest value exceeds the i-th
    /// lowest cost by the gap, and the gap is the root of Σᵢ E[(2b − 1 − 2s)·trade].
    /// </summary>
    [Theory]
    [InlineData(1, 1, 0.25, 0.140625, 0.28125, 1.0 / 6)]
    [InlineData(2, 2, 0.18409267153698285988, 0.37746297558733840641, 0.75492595117467681282, 0.4)]
    [InlineData(3, 2, 0.15845649796348071559, 0.48117261100219896717, 0.96234522200439793434, 0.5)]
    [InlineData(2, 5, 0.12203558689959954572, 0.61258943985666560707, 1.2251788797133312141, 0.625)]
    [InlineData(5, 5, 0.089900233871154831966, 1.1251385640726298517, 2.2502771281452597034, 1.1363636363636363636)]
    public void Uniform_second_best(int buyers, int sellers, double gap, double gains, double trades, double first)
    {
        var solved = Alike(new UniformPrior(0, 1), buyers, new UniformPrior(0, 1), sellers, Objective.SecondBest);
        Assert.Equal(gap, solved.LeastGain!.Value.ToDouble(), 1e-11);
        Assert.Equal(gains, solved.Numbers!.Gains.Value, 1e-11);
        Assert.Equal(trades, solved.Numbers.Trades.Value, 1e-10);
        Assert.Equal(first, solved.Numbers.FirstBest.Value, 1e-12);
        Assert.True(solved.IsBalanced);
        Assert.Equal(0, solved.Numbers.Surplus.Value);
    }

    /// <summary>The same for the gap 1/2 of virtual values.</summary>
    [Theory]
    [InlineData(1, 1, 0.041666666666666666667, 0.083333333333333333333, 0.125)]
    [InlineData(2, 2, 0.12916666666666666667, 0.24166666666666666667, 0.35416666666666666667)]
    [InlineData(3, 2, 0.1734375, 0.31640625, 0.459375)]
    [InlineData(5, 5, 0.46714705650252525253, 0.78926471748737373737, 1.1113823784722222222)]
    public void Uniform_revenue(int buyers, int sellers, double surplus, double gains, double trades)
    {
        var solved = Alike(new UniformPrior(0, 1), buyers, new UniformPrior(0, 1), sellers, Objective.RevenueOptimal);
        Assert.Equal(0.5, solved.LeastGain!.Value.ToDouble());
        Assert.Equal(surplus, solved.Numbers!.Surplus.Value, 1e-12);
        Assert.Equal(gains, solved.Numbers.Gains.Value, 1e-12);
        Assert.Equal(trades, solved.Numbers.Trades.Value, 1e-12);
    }

    /// <summary>
    /// The same for two values of Exponential(1) and three costs of Uniform(0, 1): pair i trades where b − α is at least (1 + α)·c, and Σᵢ E[(b − 1 − 2c)·trade] is 0 at
    /// the second best.
    /// </summary>
    [Fact]
    public void Exponential_values()
    {
        var second = Alike(new ExponentialPrior(1), 2, new UniformPrior(0, 1), 3, Objective.SecondBest);
        Assert.Equal(0.144666355118575, second.Share.ToDouble(), 1e-11);
        Assert.Equal(1.44447386612543960814, second.Numbers!.Gains.Value, 1e-10);
        Assert.Equal(1.14080155354094541745, second.Numbers.Trades.Value, 1e-9);
        Assert.Equal(1.46420036201134093823, second.Numbers.FirstBest.Value, 1e-11);
        var revenue = Alike(new ExponentialPrior(1), 2, new UniformPrior(0, 1), 3, Objective.RevenueOptimal).Numbers!;
        Assert.Equal(0.458920375558187556956, revenue.Surplus.Value, 1e-11);
        Assert.Equal(0.988273030203756748047, revenue.Gains.Value, 1e-11);
        Assert.Equal(0.44070219191100754605, revenue.Trades.Value, 1e-11);
        var possibility = (Possibility.Impossible)PossibilityTest.Of(Market(new ExponentialPrior(1), 2, new UniformPrior(0, 1), 3, Objective.Efficient), default);
        Assert.Equal(-0.262807297755201828304, possibility.Surplus.Value, 1e-11);
    }

    /// <summary>One pair is a bilateral trade, whatever the priors.</summary>
    [Fact]
    public void One_pair_is_a_trade()
    {
        foreach (var (seller, buyer) in new (Prior, Prior)[]
        {
            (new UniformPrior(0, 2), new UniformPrior(1, 3)),
            (new ExponentialPrior(1), new ExponentialPrior(2)),
            (new BetaPrior(2, 2), new PowerPrior(2, 1)),
            (new UniformPrior(0, 3), new HistogramPrior([0, 3, 8], [.75, .25])),
        })
        {
            foreach (var objective in new[] { Objective.SecondBest, Objective.RevenueOptimal })
            {
                var trade = (SolvedProvision)Solver.Solve(Markets.Trade(seller, buyer, objective), default);
                var market = (SolvedMarket)Solver.Solve(Markets.Exchange([seller], [buyer], objective), default);
                Assert.Equal(trade.Share.ToDouble(), market.Share.ToDouble(), 1e-8);
                Assert.Equal(trade.Numbers!.Welfare.Value, market.Numbers!.Gains.Value, 1e-8);
                Assert.Equal(trade.Numbers.Chance.Value, market.Numbers.Trades.Value, 1e-7);
                Assert.Equal(trade.Numbers.Surplus.Value, market.Numbers.Surplus.Value, 1e-8);
                Assert.Equal(trade.Numbers.FirstBest.Value, market.Numbers.FirstBest.Value, 1e-9);
            }
        }
    }

    /// <summary>Payments at random profiles average to what is expected, for different and for irregular priors, whose blocks tie.</summary>
    [Theory]
    [InlineData(Objective.SecondBest, false)]
    [InlineData(Objective.RevenueOptimal, false)]
    [InlineData(Objective.SecondBest, true)]
    [InlineData(Objective.RevenueOptimal, true)]
    public void Expectations_are_averages(Objective objective, bool isIrregular)
    {
        Prior[] buyers = isIrregular ? [new HistogramPrior([0, 3, 8], [.75, .25]), new HistogramPrior([0, 3, 8], [.75, .25])] : [new UniformPrior(0, 1), new PowerPrior(2, 2)];
        Prior[] sellers = isIrregular ? [new HistogramPrior([0, 1, 6, 7], [.3, .1, .6]), new HistogramPrior([0, 1, 6, 7], [.3, .1, .6])] : [new UniformPrior(0.5, 1.5), new BetaPrior(2, 2)];
        var solved = (SolvedMarket)Solver.Solve(Markets.Exchange(sellers, buyers, objective), default);
        var interpreter = new MarketInterpreter(solved);
        var random = new CsCheck.PCG(1, 7);
        var (surplus, gains, trades) = (new List<double>(), new List<double>(), new List<double>());
        for (var draw = 0; draw < (isIrregular ? 4_000 : 1_000); draw++)
        {
            double[] bids = [.. buyers.Select(prior => prior.Quantile(random.Next(1u << 30) / (double)(1u << 30)))];
            double[] costs = [.. sellers.Select(prior => prior.Quantile(random.Next(1u << 30) / (double)(1u << 30)))];
            var outcome = interpreter.Run(bids, costs);
            surplus.Add(outcome.Surplus);
            gains.Add(bids.Where((_, buyer) => outcome.Buys[buyer]).Sum() - costs.Where((_, seller) => outcome.Sells[seller]).Sum());
            trades.Add(outcome.Buys.Count(buys => buys));
        }

        Near(surplus, solved.Numbers!.Surplus);
        Near(gains, solved.Numbers.Gains);
        Near(trades, solved.Numbers.Trades);

        static void Near(List<double> sample, Amount expected)
        {
            var mean = sample.Average();
            var deviation = Math.Sqrt(sample.Sum(one => (one - mean) * (one - mean)) / sample.Count / sample.Count);
            Assert.InRange(expected.Value, mean - (4 * deviation), mean + (4 * deviation));
        }
    }

    /// <summary>Where efficient trade needs no money, it is made, and what is left over is said.</summary>
    [Fact]
    public void Possible_anyway()
    {
        var solved = Alike(new UniformPrior(2, 3), 1, new UniformPrior(0, 1), 2, Objective.SecondBest);
        Assert.True(solved.Share.IsZero);
        Assert.Equal(new Fractions.Fraction(0), solved.LeastGain);
        Assert.False(solved.IsBalanced);

        // The buyer pays 2, the seller of the lower cost receives the higher cost, 2/3 on average.
        Assert.Equal(new Fractions.Fraction(4, 3), solved.Numbers!.Surplus.Exact);
        Assert.DoesNotContain(solved.Evidence, evidence => evidence.Guarantee == Guarantee.ExAnteBudgetBalanced);
    }

    private static SolvedMarket Alike(Prior values, int buyers, Prior costs, int sellers, Objective objective) =>
        (SolvedMarket)Solver.Solve(Market(values, buyers, costs, sellers, objective), default);

    private static Problem Market(Prior values, int buyers, Prior costs, int sellers, Objective objective) => Markets.Exchange([costs], [values], objective) with
    {
        Population = new Population.TwoSided(new Agent(null, Side.Supplier, costs), new Agent(null, Side.Buyer, values)) { Sellers = sellers, Buyers = buyers },
    };
}
