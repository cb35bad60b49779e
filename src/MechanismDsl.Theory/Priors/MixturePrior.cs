using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>The value comes from one of several continuous distributions, drawn with the weights: f = Σ wₖ fₖ.</summary>
/// <param name="Components">At least one.</param>
/// <param name="Weights">One positive weight a component; normalised.</param>
public sealed record MixturePrior(EquatableArray<ContinuousPrior> Components, EquatableArray<double> Weights) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => Components.Min(component => component.Lower);

    /// <inheritdoc/>
    public override double Upper => Components.Max(component => component.Upper);

    /// <inheritdoc/>
    public override double Mean => Average(static (component, _) => component.Mean, 0);

    /// <inheritdoc/>
    public override double RevenueLimit => Average(static (component, _) => component.RevenueLimit, 0);

    /// <inheritdoc/>
    public override double Cdf(double value) => Average(static (component, point) => component.Cdf(point), value);

    /// <inheritdoc/>
    public override double Survival(double value) => Average(static (component, point) => component.Survival(point), value);

    /// <inheritdoc/>
    public override double Density(double value) => value == Upper ? LeftDensity(value) : Average(static (component, point) => RightDensity(component, point), value);

    /// <inheritdoc/>
    public override double LeftDensity(double value) => value == Lower
        ? Density(value)
        : Average(static (component, point) => point == component.Lower ? 0 : component.LeftDensity(point), value);

    /// <inheritdoc/>
    /// <remarks>
    /// The components' hazard rates, weighted by their shares in the mass above: densities of heavy tails are too small for a double where
    /// their hazard rates are not.
    /// </remarks>
    public override double InverseHazard(double value) =>
        Inverse(value, static (component, point) => component.Survival(point), static (component, point) => component.InverseHazard(point));

    /// <inheritdoc/>
    /// <remarks>At the end of a component its mass vanishes while its density need not.</remarks>
    public override double InverseReverseHazard(double value) => Breakpoints.Contains(value)
        ? base.InverseReverseHazard(value)
        : Inverse(value, static (component, point) => component.Cdf(point), static (component, point) => component.InverseReverseHazard(point));

    /// <inheritdoc/>
    /// <remarks>No closed form: the root of ln F(v) = ln p, safeguarded, between the components' quantiles.</remarks>
    public override double Quantile(double probability)
    {
        if (probability <= 0)
        {
            return Lower;
        }

        if (probability > 0.5)
        {
            return UpperQuantile(1 - probability);
        }

        return Root(
            Components.Min(component => component.Quantile(probability)),
            Components.Max(component => component.Quantile(probability)),
            value => Cdf(value) / probability,
            value => new Jet(Math.Log(Cdf(value) / probability), Density(value) / Cdf(value)));
    }

    /// <inheritdoc/>
    public override double UpperQuantile(double tail)
    {
        if (tail >= 1)
        {
            return Lower;
        }

        if (tail > 0.5)
        {
            return Quantile(1 - tail);
        }

        return Root(
            Components.Min(component => component.UpperQuantile(tail)),
            Components.Max(component => component.UpperQuantile(tail)),
            value => tail / Survival(value),
            value => new Jet(Math.Log(tail / Survival(value)), Density(value) / Survival(value)));
    }

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => Shape.Breakpoints;

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => Shape.Histogram?.AffineVirtualValue ?? [];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualCost => Shape.Histogram?.AffineVirtualCost ?? [];

    /// <summary>The same distribution as one histogram, where all components have piecewise constant densities; otherwise null.</summary>
    public HistogramPrior? AsHistogram => Shape.Histogram;

    /// <inheritdoc/>
    public override string Describe() =>
        string.Join(" + ", Components.Select((component, index) => $"{Numerals.Format(Shape.Weights.Masses[index])} {component.Describe()}"));

    private MixtureShape Shape => Derived(this, static self => new MixtureShape(self));

    private static double RightDensity(ContinuousPrior component, double point) => point == component.Upper ? 0 : component.Density(point);

    private double Average(Func<ContinuousPrior, double, double> quantity, double value)
    {
        var sum = 0.0;
        for (var index = 0; index < Components.Count; index++)
        {
            sum += Shape.Weights.Masses[index] * quantity(Components[index], value);
        }

        return sum;
    }

    /// <summary>Σ wₖ mₖ / Σ wₖ mₖ/rₖ for the masses mₖ on one side of the value and the components' inverse rates rₖ; 0 without mass.</summary>
    private double Inverse(double value, Func<ContinuousPrior, double, double> mass, Func<ContinuousPrior, double, double> inverse)
    {
        var total = Average(mass, value);
        if (total <= 0)
        {
            return 0;
        }

        var rate = 0.0;
        for (var index = 0; index < Components.Count; index++)
        {
            var share = Shape.Weights.Masses[index] * mass(Components[index], value) / total;
            rate += share > 0 ? share / inverse(Components[index], value) : 0;
        }

        return 1 / rate;
    }

    private double Root(double low, double high, Func<double, double> ratio, Func<double, Jet> function)
    {
        // Where the distribution is flat, the left end of the flat stretch is meant: one of the breakpoints, found up to round-off.
        foreach (var point in Breakpoints)
        {
            if (point >= low && point <= high && Math.Abs(ratio(point) - 1) < 1e-15)
            {
                return point;
            }
        }

        return low < high ? MonotoneRoot.Find(function, low, high, double.NaN) : high;
    }

    private sealed class MixtureShape(MixturePrior mixture)
    {
        public WeightTable Weights { get; } = WeightTable.FromDecimals(mixture.Weights);

        public EquatableArray<double> Breakpoints { get; } =
            mixture.Components.SelectMany(component => component.Breakpoints).Distinct().OrderBy(point => point).ToEquatableArray();

        public HistogramPrior? Histogram { get; } = ToHistogram(mixture);

        private static HistogramPrior? ToHistogram(MixturePrior mixture)
        {
            if (!mixture.Components.All(component => component is UniformPrior or HistogramPrior))
            {
                return null;
            }

            var edges = mixture.Components.SelectMany(component => component.Breakpoints).Distinct().OrderBy(point => point).ToList();
            var weights = WeightTable.FromDecimals(mixture.Weights).Masses;
            var masses = new double[edges.Count - 1];
            for (var index = 0; index < masses.Length; index++)
            {
                for (var component = 0; component < weights.Count; component++)
                {
                    var density = RightDensity(mixture.Components[component], edges[index]);
                    masses[index] += weights[component] * density * (edges[index + 1] - edges[index]);
                }
            }

            return new HistogramPrior(edges.ToEquatableArray(), EquatableArray.Create<double>(masses));
        }
    }
}
