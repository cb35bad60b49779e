using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class SampleHistogramTests
{
    /// <summary>Edges 2, 4, 6, 8: 4 belongs to the second bin, 8 to the last.</summary>
    [Fact]
    public void Bins_have_equal_width_and_hold_their_lower_edge() =>
        Assert.Equal(new HistogramPrior([2, 4, 6, 8], [2, 1, 3]), SampleHistogram.Of([2, 3.5, 4, 7, 8, 8], 3));

    [Fact]
    public void A_bin_may_be_empty() => Assert.Equal(new HistogramPrior([0, 1, 2, 3], [1, 0, 1]), SampleHistogram.Of([3, 0], 3));

    [Fact]
    public void Values_too_close_for_the_bins_have_no_histogram()
    {
        Assert.Null(SampleHistogram.Of([5, 5], 1));
        Assert.Null(SampleHistogram.Of([1, 1 + 1e-15], 100));
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SampleHistogram.Of([], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleHistogram.Of([1, 2], 0));
    }
}
