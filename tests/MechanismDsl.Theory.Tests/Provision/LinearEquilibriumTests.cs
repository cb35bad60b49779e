using Fractions;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Tests.Bayesian;

namespace MechanismDsl.Theory.Tests.Provision;

/// <summary>The linear equilibrium of the 1/2-double auction, held against every other offer and against the second best.</summary>
public sealed class LinearEquilibriumTests
{
    [Fact]
    public void The_published_equilibrium()
    {
        // Golden case ms-uniform-0_1_0_1: bid 2v/3 + 1/12, ask 2c/3 + 1/4.
        var linear = LinearEquilibrium.Of(new UniformPrior(0, 1), new UniformPrior(0, 1))!;
        Assert.Equal((new Fraction(1, 12), new Fraction(1, 4), new Fraction(1, 4)), (linear.Bid, linear.Ask, linear.LeastGain));
        Assert.Equal(linear, LinearEquilibrium.Of((SolvedProvision)Solver.Solve(Markets.Trade(new UniformPrior(0, 1), new UniformPrior(0, 1), Objective.SecondBest), default)));
    }

    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(1, 4, 0.5, 4)]
    [InlineData(0, 0.75, 0.25, 1)]
    [InlineData(2, 10, 2, 8)]
    [InlineData(0, 3, 0.5, 3.5)]
    public void No_offer_is_better_and_it_is_the_second_best(double a, double b, double c, double d)
    {
        var linear = LinearEquilibrium.Of(new UniformPrior(a, b), new UniformPrior(c, d))!;
        var (bid, ask) = (linear.Bid.ToDouble(), linear.Ask.ToDouble());
        for (var step = 0; step <= 40; step++)
        {
            var cost = a + ((b - a) * step / 40);
            var value = c + ((d - c) * step / 40);
            var (asks, bids) = (Seller((2 * cost / 3) + ask, cost), Buyer((2 * value / 3) + bid, value));
            for (var offer = 0; offer <= 200; offer++)
            {
                var other = a - 1 + ((d - a + 2) * offer / 200);
                Assert.True(Seller(other, cost) <= asks + 1e-12, FormattableString.Invariant($"ask {other} at cost {cost}"));
                Assert.True(Buyer(other, value) <= bids + 1e-12, FormattableString.Invariant($"bid {other} at value {value}"));
            }
        }

        var solved = (SolvedProvision)Solver.Solve(Markets.Trade(new UniformPrior(a, b), new UniformPrior(c, d), Objective.SecondBest), default);
        Assert.Equal(linear.LeastGain, solved.LeastSum);
        Assert.Equal(linear, LinearEquilibrium.Of(solved));

        // E[((offer + bid)/2 − cost)·(bid ≥ offer)] with bids uniform between the offers of the lowest and the highest value.
        double Seller(double offer, double cost)
        {
            var (low, high) = ((2 * c / 3) + bid, (2 * d / 3) + bid);
            var from = Math.Clamp(offer, low, high);
            return (high - from) / (high - low) * (((offer + ((from + high) / 2)) / 2) - cost);
        }

        double Buyer(double offer, double value)
        {
            var (low, high) = ((2 * a / 3) + ask, (2 * b / 3) + ask);
            var to = Math.Clamp(offer, low, high);
            return (to - low) / (high - low) * (value - ((offer + ((low + to) / 2)) / 2));
        }
    }

    [Theory]
    [InlineData(0, 1, 0, 2)]
    [InlineData(0, 1, 0.5, 1.5)]
    [InlineData(2, 3, 0, 1)]
    public void Silent_where_some_offer_is_sure_to_be_accepted_or_never_is(double a, double b, double c, double d) =>
        Assert.Null(LinearEquilibrium.Of(new UniformPrior(a, b), new UniformPrior(c, d)));
}
