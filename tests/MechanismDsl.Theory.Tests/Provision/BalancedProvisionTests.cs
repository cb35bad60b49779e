using CsCheck;
using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Tests.Bayesian;

namespace MechanismDsl.Theory.Tests.Provision;

/// <summary>Trades and projects whose payments balance at every profile, held against what an agent expects when everything is run and added up.</summary>
public sealed class BalancedProvisionTests
{
    private static SolvedProvision Solve(Problem problem, BalancingMethod method) =>
        (SolvedProvision)Solver.Solve(problem with { Payments = new PaymentRule.Balanced(method, new PaymentRule.Threshold()) }, default);

    /// <summary>
    /// Reference, by hand: the second best of U[0, 1]² trades from a gain of 1/4 on, the buyer's interim price is (b² − 1/16)/2, the seller's (9/16 − c²)/2, and both are
    /// 9/64 on average.
    /// </summary>
    [Fact]
    public void The_second_best_trade_of_uniform_types()
    {
        var solved = Solve(Markets.Trade(new UniformPrior(0, 1), new UniformPrior(0, 1), Objective.SecondBest), BalancingMethod.Rebalanced);
        var interpreter = new ProvisionInterpreter(solved);
        foreach (var (cost, bid) in new[] { (0.0, 1.0), (.25, .75), (.5, .5), (.75, .25), (.875, 1), (.1, .3) })
        {
            var outcome = interpreter.Run([cost, bid]);
            var expected = (Math.Max(0, (bid * bid) - .0625) / 2) + (Math.Max(0, .5625 - (cost * cost)) / 2) - (9.0 / 64);
            Assert.Equal(bid - cost >= .25, outcome.IsMade);
            Assert.Equal(expected, outcome.Payments[1], 1e-15);
            Assert.Equal(0, outcome.Payments.Sum());
        }

        Assert.All(solved.Balance!.Agents, agent => Assert.Equal(Amount.Zero, agent.Worst));
        Assert.Contains(solved.Evidence, one => one.Guarantee == Guarantee.InterimIndividuallyRational);
        Assert.Contains(solved.Evidence, one => one.Guarantee == Guarantee.ExPostBudgetBalanced);
        Assert.DoesNotContain(solved.Evidence, one => one.Guarantee is Guarantee.DominantStrategyIncentiveCompatible or Guarantee.ExPostIndividuallyRational);
    }

    /// <summary>The two ways to solve an efficient trade, in rational numbers and by scores, pay the same.</summary>
    [Theory]
    [InlineData(BalancingMethod.DAgva)]
    [InlineData(BalancingMethod.Rebalanced)]
    public void An_efficient_trade_pays_what_it_does_in_rational_numbers(BalancingMethod method)
    {
        foreach (var (low, high, from, to) in new[] { (0.0, 1.0, 0.0, 1.0), (0, 2, 1, 3), (1, 2, 0, 5), (0, 1, 2, 3) })
        {
            var payments = new PaymentRule.Balanced(method, new PaymentRule.Threshold());
            var exact = TradeAgva.Of(Markets.Trade(new UniformPrior(low, high), new UniformPrior(from, to)) with { Payments = payments })!;
            var rough = new ProvisionInterpreter(Solve(Markets.Trade(new HistogramPrior([low, high], [1]), new HistogramPrior([from, to], [1])), method));
            var solved = Solve(Markets.Trade(new HistogramPrior([low, high], [1]), new HistogramPrior([from, to], [1])), method);
            for (var step = 0; step <= 10; step++)
            {
                var (cost, bid) = (low + ((high - low) * step / 10), from + ((to - from) * (step * 7 % 11) / 10));
                Assert.Equal(exact.Payment(Fraction.FromDouble(cost), Fraction.FromDouble(bid)).ToDouble(), rough.Run([cost, bid]).Payments[1], 1e-10);
            }

            Assert.Equal(exact.WorstSeller.Gain.ToDouble(), solved.Balance!.Agents[0].Worst.Value, 1e-10);
            Assert.Equal(exact.WorstBuyer.Gain.ToDouble(), solved.Balance.Agents[1].Worst.Value, 1e-10);
            Assert.Equal(exact.SellerExAnte.ToDouble(), solved.Balance.Agents[0].Mean.Value, 1e-10);
            Assert.Equal(exact.BuyerExAnte.ToDouble(), solved.Balance.Agents[1].Mean.Value, 1e-10);
        }
    }

    /// <summary>Three and four unlike agents: sums of uniform types in rational numbers, and of histograms of one bar in tables.</summary>
    [Theory]
    [InlineData(BalancingMethod.DAgva)]
    [InlineData(BalancingMethod.Rebalanced)]
    [InlineData(BalancingMethod.ExpectedExternality)]
    public void Many_agents_pay_what_they_do_in_rational_numbers(BalancingMethod method)
    {
        UniformPrior[] all = [new(0, 1), new(.5, 2), new(0, 3), new(1, 1.5)];
        foreach (var (agents, cost) in new[] { (3, 3.0), (3, 1), (3, 5.5), (4, 4), (4, 6) })
        {
            var priors = all.Take(agents).ToList();
            var exact = Solve(Markets.Project(cost, Objective.Efficient, priors), method);
            var close = Solve(Markets.Project(cost, Objective.Efficient, priors.Select(prior => new HistogramPrior([prior.Low, prior.High], [1]))), method);
            var (first, second) = (new ProvisionInterpreter(exact), new ProvisionInterpreter(close));
            for (var step = 0; step <= 30; step++)
            {
                double[] reports = [.. priors.Select((prior, agent) => prior.Low + ((prior.High - prior.Low) * (step * ((2 * agent) + 7) % 31) / 30))];
                var (one, other) = (first.Run(reports), second.Run(reports));
                Assert.Equal(one.IsMade, other.IsMade);
                Assert.All(one.Payments.Zip(other.Payments), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
            }

            Assert.NotNull(exact.Balance!.Agents[0].Worst.Exact);
            Assert.All(exact.Balance.Agents.Zip(close.Balance!.Agents), pair =>
            {
                Assert.Equal(pair.First.Worst.Value, pair.Second.Worst.Value, 1e-10);
                Assert.Equal(pair.First.Mean.Value, pair.Second.Mean.Value, 1e-10);
            });
            Assert.Equal(exact.Numbers!.Welfare.Value, close.Numbers!.Welfare.Value, 1e-10);
            Assert.Equal(exact.Numbers.Chance.Value, close.Numbers.Chance.Value, 1e-10);
        }
    }

    /// <summary>
    /// Three exponential types of rate 1 and a cost of 3, by hand: q(t) = (1 + x)·exp(−x) with x = 3 − t, and 1 from 3 on; ∫ q = (2 + x)·exp(−x) − 5·exp(−3); an agent is charged
    /// (t − 1)·q(t) − ∫ q, which the one before it receives.
    /// </summary>
    [Fact]
    public void Three_exponential_types()
    {
        var solved = Solve(Markets.Project(3, Objective.Efficient, Enumerable.Repeat(new ExponentialPrior(1), 3)), BalancingMethod.Rebalanced);
        var interpreter = new ProvisionInterpreter(solved);
        foreach (var reports in new double[][] { [0, 0, 0], [.5, 1.5, .25], [1, 1, 1.5], [2.75, .1, .4], [4, 0, 2], [12, 3, .125] })
        {
            var outcome = interpreter.Run(reports);
            var isMade = reports.Sum() >= 3;
            Assert.Equal(isMade, outcome.IsMade);
            for (var agent = 0; agent < 3; agent++)
            {
                Assert.Equal(Charge(reports[agent]) - Charge(reports[(agent + 1) % 3]) + (isMade ? 1 : 0), outcome.Payments[agent], 1e-10);
            }
        }

        // S*, of which every worst type has a third: 3·E[(S₂ − 3)⁺] − 2·E[(S₃ − 3)⁺] with 5·exp(−3) and 13.5·exp(−3).
        Assert.Equal(-12 * Math.Exp(-3), solved.Balance!.Divided!.Value, 1e-10);
        Assert.All(solved.Balance.Agents, agent => Assert.Equal(-4 * Math.Exp(-3), agent.Worst.Value, 1e-10));

        static double Charge(double type)
        {
            var rest = Math.Max(0, 3 - type);
            return ((type - 1) * (1 + rest) * Math.Exp(-rest)) - (((2 + rest) * Math.Exp(-rest)) - (5 * Math.Exp(-3)) + Math.Max(0, type - 3));
        }
    }

    /// <summary>Rebalanced, Myerson and Satterthwaite's least subsidy is what is missing: each worst type loses half of 1/6.</summary>
    [Fact]
    public void The_least_subsidy_is_divided()
    {
        var trade = Markets.Trade(new UniformPrior(0, 1), new UniformPrior(0, 1)) with { Payments = new PaymentRule.Balanced(BalancingMethod.Rebalanced, new PaymentRule.Clarke()) };
        var agva = TradeAgva.Of(trade)!;
        Assert.Equal(new Fraction(-1, 12), agva.WorstBuyer.Gain);
        Assert.Equal(new Fraction(-1, 12), agva.WorstSeller.Gain);

        var project = Solve(Markets.Project(1, Objective.Efficient, new UniformPrior(0, 1), new UniformPrior(0, 1)), BalancingMethod.Rebalanced);
        Assert.All(project.Balance!.Agents, agent => Assert.Equal(new Fraction(-1, 12), agent.Worst.Exact));
        Assert.Equal(new Fraction(-1, 6), project.Balance.Divided!.Exact);
    }

    /// <summary>
    /// For every method and several priors: what a type expects of a report, all other types run through on a fine grid, is greatest for the truth, the worst type expects
    /// what is stated, the sum is the cost at every profile.
    /// </summary>
    [Theory]
    [InlineData(Objective.Efficient, BalancingMethod.ExpectedExternality, 3)]
    [InlineData(Objective.Efficient, BalancingMethod.DAgva, 3)]
    [InlineData(Objective.Efficient, BalancingMethod.Rebalanced, 3)]
    [InlineData(Objective.SecondBest, BalancingMethod.Rebalanced, 3)]
    [InlineData(Objective.Efficient, BalancingMethod.ExpectedExternality, 2)]
    [InlineData(Objective.Efficient, BalancingMethod.DAgva, 2)]
    [InlineData(Objective.Efficient, BalancingMethod.Rebalanced, 2)]
    [InlineData(Objective.SecondBest, BalancingMethod.Rebalanced, 2)]
    [InlineData(Objective.Efficient, BalancingMethod.ExpectedExternality, -3)]
    [InlineData(Objective.Efficient, BalancingMethod.DAgva, -3)]
    [InlineData(Objective.Efficient, BalancingMethod.Rebalanced, -3)]
    public void Truth_is_the_best_report(Objective objective, BalancingMethod method, int agents)
    {
        var areUniform = agents == 3;
        agents = Math.Abs(agents);
        ContinuousPrior[] priors = agents == 3 && !areUniform ? [new PowerPrior(2, 1), new HistogramPrior([0, 1, 3], [.75, .25]), new BetaPrior(.5, .5)]
            : agents == 3 ? [new UniformPrior(0, 1), new UniformPrior(.5, 2), new UniformPrior(0, 3)]
            : [new PowerPrior(2, 1), new HistogramPrior([0, 1, 3], [.75, .25])];
        var cost = areUniform ? 3 : 1.5;
        var solved = Solve(Markets.Project(cost, objective, priors), method);
        var interpreter = new ProvisionInterpreter(solved);
        var (steps, tolerance) = agents == 3 ? (16, .1) : (100, .02);
        for (var agent = 0; agent < agents; agent++)
        {
            var own = priors[agent];
            var others = Enumerable.Range(0, agents).Where(other => other != agent).ToList();
            double[] reports = [.. Enumerable.Range(0, 11).Select(step => own.Lower + ((own.Upper - own.Lower) * step / 10))];
            var (chances, payments) = (new double[reports.Length], new double[reports.Length]);
            for (var report = 0; report < reports.Length; report++)
            {
                for (var cell = 0; cell < (int)Math.Pow(steps, others.Count); cell++)
                {
                    var profile = new double[agents];
                    profile[agent] = reports[report];
                    var rest = cell;
                    foreach (var other in others)
                    {
                        profile[other] = priors[other].Quantile(((rest % steps) + .5) / steps);
                        rest /= steps;
                    }

                    var outcome = interpreter.Run(profile);
                    Assert.Equal(outcome.IsMade ? cost : 0, outcome.Payments.Sum(), 1e-12);
                    chances[report] += outcome.IsMade ? 1 : 0;
                    payments[report] += outcome.Payments[agent];
                }

                chances[report] /= Math.Pow(steps, others.Count);
                payments[report] /= Math.Pow(steps, others.Count);
            }

            // The grid is coarse, and so is what is expected over it.
            for (var type = 0; type < reports.Length; type++)
            {
                var truth = (reports[type] * chances[type]) - payments[type];
                Assert.All(Enumerable.Range(0, reports.Length), lie => Assert.True((reports[type] * chances[lie]) - payments[lie] <= truth + tolerance));
            }

            Assert.Equal(solved.Balance!.Agents[agent].Worst.Value, (reports[0] * chances[0]) - payments[0], tolerance);
        }
    }

    /// <summary>Interim payments of uniform types in closed form, and the same by quadrature over histograms of one bar.</summary>
    [Fact]
    public void Quadrature_agrees_with_rational_numbers() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[1, 8], Gen.Int[0, 8]).Sample(
            (low, width, start, length, cost, eighths) =>
            {
                var share = new Fraction(eighths, 8);
                var exact = new ProvisionRule([new UniformPrior(low, low + width), new UniformPrior(start, start + length)], cost, default);
                var rough = new ProvisionRule([new HistogramPrior([low, low + width], [1]), new HistogramPrior([start, start + length], [1])], cost, default);
                for (var agent = 0; agent < 2; agent++)
                {
                    var (floor, top) = agent == 0 ? (low, low + width) : (start, start + length);
                    var bears = new Fraction(cost, 2);
                    var (one, other) = (exact.Interim(agent, share, floor, bears), rough.Interim(agent, share, floor, bears));
                    Assert.Equal(one.Mean.Value, other.Mean.Value, 1e-9);
                    Assert.Equal(one.MeanRent.Value, other.MeanRent.Value, 1e-9);
                    for (var step = 0; step <= 7; step++)
                    {
                        var type = floor + ((top - floor) * step / 7.0);
                        Assert.Equal(one.At(type), other.At(type), 1e-9);
                    }
                }
            },
            iter: 12);

    /// <summary>The means of interim payments under thresholds sum to what the rule earns, computed from virtual types.</summary>
    [Fact]
    public void Means_sum_to_the_surplus() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[1, 9], Gen.Int[0, 4]).Sample(
            (first, second, third, low, cost, quarters) =>
            {
                UniformPrior[] priors = [new(0, first), new(low, low + second), new(1, 1 + third)];
                var (rule, share) = (new ProvisionRule(priors, cost, default), new Fraction(quarters, 4));
                var sum = Enumerable.Range(0, 3).Select(agent => rule.Interim(agent, share, priors[agent].Low, new Fraction(cost, 3)).Mean.Exact!.Value).Aggregate(Fraction.Zero, (total, mean) => total + mean);
                return sum == rule.Surplus(share).Exact;
            },
            iter: 300);
}
