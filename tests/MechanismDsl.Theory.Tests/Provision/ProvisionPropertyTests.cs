using CsCheck;
using Fractions;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.Tests.Bayesian;

namespace MechanismDsl.Theory.Tests.Provision;

public sealed class ProvisionPropertyTests
{
    /// <summary>With thresholds what is earned with the share 0 is the surplus of the efficient decision: two formulas for S*, one without virtual types.</summary>
    [Fact]
    public void What_efficient_thresholds_earn_is_the_surplus_of_the_test() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 5], Gen.Int[0, 5], Gen.Int[1, 5], Gen.Int[0, 12]).Sample(
            (low, width, start, length, cost) =>
            {
                UniformPrior[] priors = [new(low, low + width), new(start, start + length)];
                var test = new ProvisionSurplus(PossibilityTest.AgentsOf(Markets.Project(cost, Objective.Efficient, priors).Population)!.Value, cost, default).Test()!;
                return new ProvisionRule(priors, cost, default).Surplus(Fraction.Zero).Exact == test.Surplus.Exact;
            },
            iter: 2000);

    /// <summary>What is earned rises with the share, welfare falls, and the balancing share earns nothing or is 0.</summary>
    [Fact]
    public void The_balancing_share_is_the_least_that_loses_nothing() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 4], Gen.Int[0, 4], Gen.Int[1, 4], Gen.Int[0, 10]).Sample(
            (low, width, start, length, cost) =>
            {
                var rule = new ProvisionRule([new UniformPrior(low, low + width), new UniformPrior(start, start + length)], cost, default);
                var previous = rule.Numbers(Fraction.Zero);
                for (var step = 1; step <= 8; step++)
                {
                    var next = rule.Numbers(new Fraction(step, 8));
                    Assert.True(next.Surplus.Exact >= previous.Surplus.Exact && next.Welfare.Exact <= previous.Welfare.Exact);
                    previous = next;
                }

                var (share, isBalanced) = BalancingShare.Find(rule.Surplus, isExact: true, default);
                Assert.True(isBalanced);
                Assert.True(share.IsZero ? rule.Surplus(share).Sign >= 0 : Math.Abs(rule.Surplus(share).Value) < 1e-12);
            },
            iter: 300);

    /// <summary>The same priors, once as uniform ones in rational numbers and once as histograms of one bar by quadrature.</summary>
    [Fact]
    public void Quadrature_agrees_with_rational_numbers() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[1, 8], Gen.Int[0, 8]).Sample(
            (low, width, start, length, cost, eighths) =>
            {
                var share = new Fraction(eighths, 8);
                var exact = new ProvisionRule([new UniformPrior(low, low + width), new UniformPrior(start, start + length)], cost, default).Numbers(share);
                var rough = new ProvisionRule([new HistogramPrior([low, low + width], [1]), new HistogramPrior([start, start + length], [1])], cost, default).Numbers(share);
                Assert.Equal(exact.Surplus.Value, rough.Surplus.Value, 1e-9);
                Assert.Equal(exact.Welfare.Value, rough.Welfare.Value, 1e-9);
                Assert.Equal(exact.Chance.Value, rough.Chance.Value, 1e-9);
                Assert.Equal(exact.FirstBest.Value, rough.FirstBest.Value, 1e-9);
            },
            iter: 60);

    /// <summary>Reference: 2·c·quadrature with mpmath 1.3 at 20 digits for the seller F = c² and the buyer U[0, 1]; the root is (√3 − 1)/2.</summary>
    [Fact]
    public void A_seller_who_is_not_uniform()
    {
        var solved = (SolvedProvision)Solver.Solve(Markets.Trade(new PowerPrior(2, 1), new UniformPrior(0, 1), Objective.SecondBest), default);
        Assert.Equal(0.36602540378443864676, solved.Share.ToDouble(), 1e-11);
        Assert.Equal(0.068755794835222901786, solved.Numbers!.Welfare.Value, 1e-11);
        Assert.Equal(0.17435770907256167163, solved.Numbers.Chance.Value, 1e-11);
    }

    /// <summary>An irregular buyer: the score never falls, and its blocks keep the mean of what they replace.</summary>
    [Fact]
    public void Scores_are_ironed_where_they_fall()
    {
        ContinuousPrior bimodal = new HistogramPrior([0, 3, 8], [.75, .25]);
        foreach (var share in new[] { .2, .5, .8 })
        {
            var curve = WeightedTypes.Of(bimodal, share, default);
            var block = curve.Pieces.OfType<ConstantPiece>().Single();
            var damped = new DampedPrior(bimodal, share);
            var mean = TypeIntegral.Of(bimodal, (type, values) => values[0] = type < block.To ? damped.VirtualValue(type) - block.Score : 0, 1, [block.From, block.To], block.From, default)[0];
            Assert.Equal(0, mean.Value, 1e-10);
            for (var type = 0.0; type < 9; type += .01)
            {
                Assert.True(curve.Score(type) <= curve.Score(type + .01) + 1e-12);
            }
        }
    }
}
