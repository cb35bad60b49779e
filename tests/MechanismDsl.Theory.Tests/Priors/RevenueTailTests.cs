using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Priors;

public sealed class RevenueTailTests
{
    [Fact]
    public void ALightTailIsNoTrouble() =>
        Assert.Equal(new RevenueTail(0, false, false, true, ""), RevenueTail.Of(new ParetoPrior(2, 1)));

    [Fact]
    public void ParetoBelowOneHasNoOptimum()
    {
        var tail = RevenueTail.Of(new ParetoPrior(0.8, 1));

        Assert.Equal((true, true, false), (tail.InfiniteMean, tail.Unbounded, tail.Attained));
        Assert.Equal("the mean of Pareto(0.8, 1) diverges; 1 − F(p) of Pareto(0.8, 1) falls slower than 1/p, so p·(1 − F(p)) grows without bound", tail.Reason);
    }

    [Fact]
    public void EqualRevenueEarnsItsScaleAtEveryPrice() => Assert.Equal(
        new RevenueTail(3, true, false, true, "the mean of Pareto(1, 3) diverges; p·(1 − F(p)) tends to 3 for ever higher prices"),
        RevenueTail.Of(new ParetoPrior(1, 3)));

    [Fact]
    public void TheTailOfAMixtureIsThatOfItsHeaviestComponent()
    {
        var attained = RevenueTail.Of(new MixturePrior([new ParetoPrior(1, 4), new UniformPrior(0, 100)], [1, 3]));
        var unbounded = RevenueTail.Of(new MixturePrior([new UniformPrior(0, 100), new ParetoPrior(0.5, 4)], [1, 1]));

        Assert.Equal((1, true), (attained.Limit, attained.Attained));
        Assert.True(unbounded.Unbounded);
        Assert.Contains("Pareto(0.5, 4)", unbounded.Reason, StringComparison.Ordinal);
    }
}
