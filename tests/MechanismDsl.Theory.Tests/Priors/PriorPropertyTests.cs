using CsCheck;
using Fractions;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Priors.Special;

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
        Gen.Select(Positive, Positive, ContinuousPrior (shape, scale) => new GammaPrior(shape, scale)),
        Gen.Select(Positive, Positive, ContinuousPrior (a, b) => new BetaPrior(a, b)),
        Gen.Select(Positive, Positive, ContinuousPrior (a, b) => new KumaraswamyPrior(a, b)),
        Gen.Select(Positive, Positive, ContinuousPrior (shape, scale) => new WeibullPrior(shape, scale)),
        Gen.Select(Positive, Positive, ContinuousPrior (rate, high) => new TruncatedExponentialPrior(rate, high)),
        Gen.Select(Gen.Double[-5, 5], Positive, ContinuousPrior (location, scale) => new LogisticPrior(location, scale)),
        Gen.Select(Positive, Positive, Positive, ContinuousPrior (shape, low, width) => new BoundedParetoPrior(shape, low, low + width)),
        Gen.Select(Gen.Double[-5, 5], Positive, Positive, ContinuousPrior (low, rise, fall) => new TriangularPrior(low, low + rise, low + rise + fall)),
        Gen.Select(Gen.Double[-5, 5], Positive, ContinuousPrior (low, width) => new ArcsinePrior(low, low + width)),
        Gen.Select(Gen.Double[-9, 9], Positive, Positive, ContinuousPrior (location, deviation, width) => new TruncatedNormalPrior(location, deviation, 0, width)),
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
        AssertClose(1, prior.Cdf(value) + prior.Survival(value), 1e-13, $"{prior} at {value:R}");
    });

    [Fact]
    public void DistributionAndQuantilesAreMonotone() => Gen.Select(Any, Probability, Probability).Sample((prior, first, second) =>
    {
        var (low, high) = (Math.Min(first, second), Math.Max(first, second));
        Assert.True(prior.Quantile(low) <= prior.Quantile(high), $"{prior}: Q({low:R}) > Q({high:R})");
        Assert.True(prior.UpperQuantile(low) >= prior.UpperQuantile(high), $"{prior}: U({low:R}) < U({high:R})");
    });

    [Fact]
    public void DensityIntegratesToTheMassBetweenQuantiles() => Gen.Select(Any, Gen.Double[0.001, 0.999], Gen.Double[0.001, 0.999]).Sample(
        (prior, first, second) =>
        {
            var (low, high) = (prior.Quantile(Math.Min(first, second)), prior.Quantile(Math.Max(first, second)));

            // At a pole away from 0 the mass between neighbouring doubles is not small.
            if (prior.Breakpoints.Any(point => point != 0 && double.IsInfinity(prior.LeftDensity(point) + prior.Density(point))))
            {
                return;
            }

            var between = Enumerable.Range(1, 19).Select(step => prior.Quantile(first + ((second - first) * step / 20)));
            var points = prior.Breakpoints.Concat(between).Where(point => point > low && point < high).Prepend(low).Append(high).Order().ToList();
            var mass = points.Zip(points.Skip(1), (from, to) => from < to ? Quadrature.Integrate(prior.Density, from, to) : 0).Sum();
            AssertClose(prior.Cdf(high) - prior.Cdf(low), mass, 1e-8, $"{prior} from {low:R} to {high:R}");
        },
        iter: 300);

    [Fact]
    public void MirrorsReflectEverything() => Gen.Select(Simple, Probability).Sample((prior, probability) =>
    {
        var mirror = prior.Mirrored();
        var value = prior.Quantile(probability);

        Assert.Equal(prior, mirror.Mirrored());
        Assert.Equal(prior.Survival(value), mirror.Cdf(-value));
        Assert.Equal(0 - value, mirror.UpperQuantile(probability));
        Assert.Equal(0 - prior.Mean, mirror.Mean);
        if (prior.LeftDensity(value) == prior.Density(value))
        {
            Assert.Equal(-prior.VirtualCost(value), mirror.VirtualValue(-value));
            Assert.Equal(-prior.VirtualValue(value), mirror.VirtualCost(-value));
        }
    });

    [Fact]
    public void AffineVirtualValuesAreTheVirtualValues() => Gen.Select(Any, Gen.Double[0.001, 0.999]).Sample((prior, probability) =>
    {
        var value = prior.Quantile(probability);
        foreach (var piece in prior.AffineVirtualValue.Where(piece => value > piece.From && value < piece.To))
        {
            AssertClose(prior.VirtualValue(value), (piece.Slope * value) + piece.Intercept, 1e-12 * (Math.Abs(value) + prior.InverseHazard(value)), $"{prior}: ψ({value:R})");
        }

        foreach (var piece in prior.AffineVirtualCost.Where(piece => value > piece.From && value < piece.To))
        {
            AssertClose(prior.VirtualCost(value), (piece.Slope * value) + piece.Intercept, 1e-12 * (Math.Abs(value) + prior.InverseReverseHazard(value)), $"{prior}: virtual cost of {value:R}");
        }
    });

    [Fact]
    public void EqualParametersMakeEqualPriors()
    {
        var first = new MixturePrior([new HistogramPrior([0, 3, 8], [3, 1]), new UniformPrior(0, 1)], [1, 2]);
        var second = new MixturePrior([new HistogramPrior([0, 3, 8], [3, 1]), new UniformPrior(0, 1)], [1, 2]);
        _ = first.Quantile(0.3);    // what is derived on the way takes no part in equality, and is not copied
        var changed = first with { Weights = [2, 1] };

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, changed);
        Assert.NotEqual(first.Mean, changed.Mean);
        Assert.NotEqual<ContinuousPrior>(new WeibullPrior(2, 1), new GammaPrior(2, 1));
    }

    [Fact]
    public void CumulativeMassesOfAtomsAreRoundedOnce()
    {
        var prior = new DiscretePrior([1, 2, 3], [0.1, 0.2, 0.7]);
        var integers = new UniformIntegersPrior(1, 9);

        Assert.Equal([0.1, 0.2, 0.7], prior.Masses);
        Assert.Equal((0.0, 0.1, 0.3, 1.0), (prior.Cdf(0.5), prior.Cdf(1), prior.Cdf(2.5), prior.Cdf(3)));
        Assert.Equal((1.0, 0.9, 0.7, 0.0), (prior.Survival(0.5), prior.Survival(1), prior.Survival(2.5), prior.Survival(3)));
        Assert.Equal((1.0, 1.0, 2.0, 2.0, 3.0), (prior.Quantile(0), prior.Quantile(0.1), prior.Quantile(0.11), prior.Quantile(0.3), prior.Quantile(1)));
        Assert.Equal((3.0, 2.0, 1.0), (prior.UpperQuantile(0), prior.UpperQuantile(0.7), prior.UpperQuantile(0.9)));
        Assert.Equal(2.6, prior.Mean, 15);
        Assert.Equal((5.0, 1 / 9.0, 0.0), (integers.Mean, integers.MassAt(4), integers.MassAt(4.5)));
        Assert.All(integers.Values, value => Assert.Equal(value, integers.Quantile(integers.Cdf(value))));
    }

    [Fact]
    public void MixturesOfAtomsAreExact()
    {
        var mixture = new AtomicMixturePrior([new UniformIntegersPrior(1, 3), new DiscretePrior([0.5, 2], [1, 1])], [1, 3]);

        Assert.Equal(1, mixture.ExactMasses.Aggregate((left, right) => left + right));
        Assert.Equal(new Fraction(1, 12) + new Fraction(3, 8), mixture.ExactMasses[2]);
    }

    /// <summary>The change of F over a few units in the last place of the value: no double is nearer to the quantile.</summary>
    private static double RoundOff(ContinuousPrior prior, double value) =>
        4 * (Math.BitIncrement(Math.Abs(value)) - Math.Abs(value)) * Math.Max(prior.Density(value), prior.LeftDensity(value));

    private static void AssertClose(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance, $"{what}: expected {expected:R}, got {actual:R}");
}
