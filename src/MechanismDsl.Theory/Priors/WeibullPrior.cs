using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>1 − F(v) = exp(−(v/Scale)^Shape) on [0, ∞). The inverse hazard is Scale/Shape·(v/Scale)^(1 − Shape).</summary>
/// <param name="Shape">Positive; 1 is exponential.</param>
/// <param name="Scale">Positive.</param>
public sealed record WeibullPrior(double Shape, double Scale) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => 0;

    /// <inheritdoc/>
    public override double Upper => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Mean => Scale * GammaFunction.Gamma(1 + (1 / Shape));

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= 0 ? 0 : -Elementary.ExpM1(-Math.Pow(value / Scale, Shape));

    /// <inheritdoc/>
    public override double Survival(double value) => value <= 0 ? 1 : Math.Exp(-Math.Pow(value / Scale, Shape));

    /// <inheritdoc/>
    public override double Quantile(double probability) => Scale * Math.Pow(-Elementary.Log1P(-probability), 1 / Shape);

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => tail >= 1 ? 0 : Scale * Math.Pow(-Math.Log(tail), 1 / Shape);

    /// <inheritdoc/>
    public override double Density(double value) =>
        value < 0 ? 0 : Shape / Scale * Math.Pow(value / Scale, Shape - 1) * Math.Exp(-Math.Pow(value / Scale, Shape));

    /// <inheritdoc/>
    public override double InverseHazard(double value) =>
        value < 0 ? double.PositiveInfinity : Scale / Shape * Math.Pow(value / Scale, 1 - Shape);

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value)
    {
        if (value <= 0)
        {
            return 0;
        }

        // (v/k)·(eˣ − 1)/x with x = (v/λ)ᵏ; near 0, where x underflows, the factor is 1.
        var power = Math.Pow(value / Scale, Shape);
        return power >= 1 ? Elementary.ExpM1(power) * InverseHazard(value)
            : value / Shape * (power == 0 ? 1 : Elementary.ExpM1(power) / power);
    }

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [0];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => Shape == 1 ? [new(0, double.PositiveInfinity, 1, -Scale)] : [];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Weibull", Shape, Scale);
}
