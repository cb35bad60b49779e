using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>1 − F(v) = exp(−Rate·v) on [0, ∞): constant hazard, ψ(v) = v − 1/Rate.</summary>
/// <param name="Rate">Positive; the mean is 1/Rate.</param>
public sealed record ExponentialPrior(double Rate) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => 0;

    /// <inheritdoc/>
    public override double Upper => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Mean => 1 / Rate;

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= 0 ? 0 : -Elementary.ExpM1(-Rate * value);

    /// <inheritdoc/>
    public override double Survival(double value) => value <= 0 ? 1 : Math.Exp(-Rate * value);

    /// <inheritdoc/>
    public override double Quantile(double probability) => -Elementary.Log1P(-probability) / Rate;

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => tail >= 1 ? 0 : -Math.Log(tail) / Rate;

    /// <inheritdoc/>
    public override double Density(double value) => value < 0 ? 0 : Rate * Math.Exp(-Rate * value);

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value < 0 ? double.PositiveInfinity : 1 / Rate;

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value <= 0 ? 0 : Elementary.ExpM1(Rate * value) / Rate;

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [0];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => [new(0, double.PositiveInfinity, 1, -1 / Rate)];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Exponential", Rate);
}
