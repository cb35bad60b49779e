using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Tests.Data;

/// <summary>Expected numbers: sums of squares in exact rationals, the tail by the incomplete Beta function with 40 digits.</summary>
public sealed class DependenceTests
{
    [Fact]
    public void Auctions_of_different_levels_are_dependent()
    {
        var dependence = Dependence.Of(new BidSample("s", [12.5, 11, 13, 7, 8.5, 20, 19, 22, 21.5], [0, 0, 0, 1, 1, 2, 2, 2, 2]))!;

        Close.Equal(0.9669215101691413, dependence.Correlation);
        Close.Equal(85.44547563805105, dependence.FStatistic);
        Close.Equal(0.00003902445968598829, dependence.PValue);
        Close.Equal(3.148714467042536, dependence.DesignEffect);
        Close.Equal(2.85830934948298, dependence.EffectiveSize);
        Assert.True(dependence.Matters);
    }

    [Fact]
    public void Bidders_that_differ_more_within_auctions_than_between_cost_no_size()
    {
        var dependence = Dependence.Of(new BidSample(
            "s", [3, 7, 4, 9, 4, 12, 5, 8, 8, 20, 21, 1, 9], [0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6]))!;

        Close.Equal(-0.5163642812018575, dependence.Correlation);
        Close.Equal(0.3800646680771227, dependence.FStatistic);
        Close.Equal(0.8679087928851178, dependence.PValue);
        Close.Equal(0.44391538947492265, dependence.DesignEffect);
        Assert.Equal(13, dependence.EffectiveSize);
        Assert.False(dependence.Matters);
    }

    [Fact]
    public void Equal_bidders_of_different_auctions_are_wholly_dependent()
    {
        var dependence = Dependence.Of(new BidSample("s", [1, 1, 2, 2, 3, 3], [0, 0, 1, 1, 2, 2]))!;

        Assert.Equal((1.0, double.PositiveInfinity, 0.0, 2.0, 3.0), (
            dependence.Correlation, dependence.FStatistic, dependence.PValue, dependence.DesignEffect, dependence.EffectiveSize));
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new int[] { })]
    [InlineData(new double[] { 1, 2, 3 }, new[] { 0, 0, 0 })]
    [InlineData(new double[] { 1, 2, 3 }, new[] { 0, 1, 2 })]
    [InlineData(new double[] { 5, 5, 5, 5 }, new[] { 0, 0, 1, 1 })]
    public void Some_samples_cannot_tell(double[] values, int[] auctions) =>
        Assert.Null(Dependence.Of(new BidSample("s", values.ToEquatableArray(), auctions.ToEquatableArray())));

    /// <summary>A correlation that only a large file can show: significant, and without consequence.</summary>
    [Fact]
    public void A_small_correlation_does_not_matter_however_sure_it_is()
    {
        var entries = Enumerable.Range(0, 40_000).ToArray();
        var sample = new BidSample(
            "s",
            entries.Select(entry => (entry * 7919L % 10_007) + (entry / 2 % 2 * 1_200.0)).ToEquatableArray(),
            entries.Select(entry => entry / 2).ToEquatableArray());
        var dependence = Dependence.Of(sample)!;

        Assert.InRange(dependence.PValue, 0, 1e-6);
        Assert.InRange(dependence.DesignEffect, 1, Dependence.LargestHarmlessDesignEffect);
        Assert.False(dependence.Matters);
    }
}
