using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class SampleSizeTests
{
    private const int Samples = 400;

    /// <summary>Reserve 7 earns 56/13; the other numbers with 40 digits from the formulas of <see cref="SampleSize"/>, the size by bisection.</summary>
    [Fact]
    public void The_bound_of_a_small_sample()
    {
        var size = SampleSize.Of(new BidSample("s", [3, 7, 4, 9, 4, 12, 5, 8, 8, 20, 21, 1, 9], []), new DataOptions());

        Close.Equal(0.37666958863755136, size.Band);
        Close.Equal(1.6710051872294481, size.AtLeast);
        Close.Equal(10.610314849674104, size.AtMost);
        Close.Equal(10.610314849674104 - 1.6710051872294481, size.MayLose);
        Close.Equal(1 - (1.6710051872294481 / 10.610314849674104), size.MayLoseShare);
        Assert.Equal(8476, size.Needed);
    }

    [Fact]
    public void A_price_that_all_accept_is_bounded_by_the_whole_population()
    {
        var size = SampleSize.Of(new BidSample("s", [8, 8, 8, 8], []), new DataOptions());

        Assert.Equal(8, size.AtMost);
        Close.Equal(8 * (1 - Math.Sqrt(Math.Log(40) / 8)), size.AtLeast);

        // 8(1 − ε) ≥ 0.95·8 iff ε ≤ 1/20.
        Assert.Equal(Math.Ceiling(Math.Log(40) / 2 * 400), size.Needed);
    }

    [Fact]
    public void A_sample_that_gains_nothing_has_no_sufficient_size() =>
        Assert.Equal(
            (0.0, 0.0, 0.0, double.PositiveInfinity),
            SampleSize.Of(new BidSample("s", [0, 0], []), new DataOptions()) is var size ? (size.AtLeast, size.AtMost, size.MayLoseShare, size.Needed) : default);

    /// <summary>With so many values of the same shares the bound is met, and with one fewer it is not.</summary>
    [Fact]
    public void The_needed_size_is_the_least_that_suffices()
    {
        var sample = new BidSample("s", Enumerable.Repeat(new double[] { 2, 3, 5, 6, 6, 7, 9, 14 }, 4000).SelectMany(values => values).ToEquatableArray(), []);
        var needed = SampleSize.Of(sample, new DataOptions()).Needed;

        Assert.InRange(needed, 1000, sample.Values.Count);
        Assert.InRange(SampleSize.Of(sample, new DataOptions(), needed).MayLoseShare, 0, SampleSize.TolerableLoss);
        Assert.InRange(SampleSize.Of(sample, new DataOptions(), needed - 1).MayLoseShare, SampleSize.TolerableLoss, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(double.NaN)]
    public void A_size_beyond_the_sample_is_refused(double size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Of(new BidSample("s", [1, 2], []), new DataOptions(), size));

    /// <summary>
    /// Samples from known distributions: in at most 5 % of them may the true gain at the learnt price lie below AtLeast, or the true gain of some
    /// price up to the highest value seen above AtMost. A band a fifth as wide must fail often, so the test can tell.
    /// </summary>
    [Theory]
    [InlineData("uniform", 40)]
    [InlineData("uniform", 160)]
    [InlineData("exponential", 40)]
    [InlineData("exponential", 160)]
    [InlineData("two points", 100)]
    public void The_bound_holds_with_the_stated_confidence(string name, int values)
    {
        Prior prior = name switch
        {
            "uniform" => new UniformPrior(1, 3),
            "exponential" => new ExponentialPrior(0.5),
            _ => new DiscretePrior([1, 2], [0.49, 0.51]),
        };
        var (wrong, wrongIfNarrow) = (0, 0);
        var random = new Random(4103);
        for (var sample = 0; sample < Samples; sample++)
        {
            var drawn = new BidSample("s", Enumerable.Range(0, values).Select(_ => prior.Quantile(1 - random.NextDouble())).ToEquatableArray(), []);
            var grid = new TypeGrid(drawn, new DataOptions());
            var reserve = EmpiricalReserve.Of(grid, grid.Count(_ => true), Side.Buyer);
            var size = SampleSize.Of(grid, reserve, Side.Buyer, values);
            var earned = Gain(prior, reserve.Price);
            var possible = Enumerable.Range(1, 2000).Max(step => Gain(prior, drawn.Values.Max() * step / 2000));
            wrong += earned < size.AtLeast - 1e-12 || possible > size.AtMost + 1e-12 ? 1 : 0;
            var narrow = (size.AtMost - reserve.Gain) / 5;
            wrongIfNarrow += earned < reserve.Gain - ((reserve.Gain - size.AtLeast) / 5) || possible > reserve.Gain + narrow ? 1 : 0;
        }

        Assert.InRange(wrong, 0, (int)(SampleSize.Risk * Samples));
        Assert.InRange(wrongIfNarrow, Samples / 10, Samples);
    }

    /// <summary>p·P(V ≥ p).</summary>
    private static double Gain(Prior prior, double price) => price * (prior.Survival(price) + prior.MassAt(price));
}
