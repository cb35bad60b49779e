using CsCheck;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Priors;

/// <summary>What holds for every prior, at random parameters and points.</summary>
public sealed class PriorPropertyTests
{
    private static readonly Gen<double> Positive = Gen.Double[0.1, 8];

    private static readonly Gen<ContinuousPrior> Simple = Gen.OneOf<ContinuousPrior>(
        Gen.Select(Gen.Double[-5, 5], Positive, ContinuousPrior (low, width) => new UniformPrior(low, low + width)),
        Positive.Select(ContinuousPrior (rate) => new ExponentialPrior(rate)),
        Gen.Select(Positive, Positive, ContinuousPrior (exponent, high) => new PowerPrior(exponent, high)),
        Gen.Select(Positive, Positive, ContinuousPrior (shape, scale) => new ParetoPrior(shape, scale)),
        Gen.Select(Gen.Double[-3, 3], Gen.Double[0.1, 3], ContinuousPrior (location, scale) => new LognormalPrior(location, scale)),
        Gen.Select(Positive, Positive, Positive, ContinuousPrior (first, second, mass) => new HistogramPrior([0, first, first + second, first + second + 1], [mass, 0, 1])));

    private static readonly Gen<ContinuousPrior> Any = Gen.OneOf(
        Simple,
        Gen.Select(Simple, Simple, Positive, ContinuousPrior (first, second, weight) => new MixturePrior([first, second], [weight, 1])),
        Simple.Select(ContinuousPrior (prior) => prior.Mirrored()));

    /// <summary>Probabilities, with both tails well represented.</summary>
    private static readonly Gen<double> Probability = Gen.OneOf(Gen.Double[0.001, 0.999], Gen.Double[-12, -1].Select(exponent => Math.Pow(10, exponent)));

    [Fact]
    public void QuantileInvertsTheDistributionFunction() => Gen.Select(Any, Probability).Sample((prior, probability) =>
    {
        var low = prior.Quantile(probability);
        AssertClose(probability, prior.Cdf(low), (1e-13 * probability) + RoundOff(prior, low), $"{prior}: F(Q({probability:R}))");
        var high = prior.UpperQuantile(probability);
        AssertClose(probability, prior.Survival(high), (1e-13 * probability) + RoundOff(prior, high), $"{prior}: S(U({probability:R}))");
    });

    [Fact]
    public void TailsSumToOne() => Gen.Select(Any, Probability).Sample((prior, probability) =>
    {
        var value = prior.Quantile(probability);
        AssertClose(1, prior.Cdf(value) + prior.Survival(value), 4e-15, $"{prior} at {value:R}");
    });

    [Fact]
    public void DistributionAndQuantilesAreMonotone() => Gen.Select(Any, Probability, Probability).Sample((prior, first, second) =>
    {
        var (low, high) = (Math.Min(first, second), Math.Max(first, second));
        Assert.True(prior.Quantile(low) <= prior.Quantile(high), $"{prior}: Q({low:R}) > Q({high:R})");
        Assert.True(prior.UpperQuantile(low) >= prior.UpperQuantile(high), $"{prior}: U({low:R}) < U({high:R})");
    });

    /// <summary>The change of F over a few units in the last place of the value: no double is nearer to the quantile.</summary>
    private static double RoundOff(ContinuousPrior prior, double value) =>
        4 * (Math.BitIncrement(Math.Abs(value)) - Math.Abs(value)) * Math.Max(prior.Density(value), prior.LeftDensity(value));

    private static void AssertClose(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance, $"{what}: expected {expected:R}, got {actual:R}");
}
