using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>F(v) = (v/High)^Exponent on [0, High]. The virtual cost is c·(1 + 1/Exponent).</summary>
/// <param name="Exponent">Positive; below 1 the density has a pole at 0.</param>
/// <param name="High">Upper end; positive.</param>
public sealed record PowerPrior(double Exponent, double High) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => 0;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    public override double Mean => Exponent / (Exponent + 1) * High;

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= 0 ? 0 : value >= High ? 1 : Math.Exp(LogCdf(value));

    /// <inheritdoc/>
    public override double Survival(double value) => value <= 0 ? 1 : value >= High ? 0 : -Elementary.ExpM1(LogCdf(value));

    /// <inheritdoc/>
    public override double Quantile(double probability) => High * Math.Pow(probability, 1 / Exponent);

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => High * Math.Exp(Elementary.Log1P(-tail) / Exponent);

    /// <inheritdoc/>
    public override double Density(double value) => value < 0 || value > High ? 0 : Exponent / High * Math.Pow(value / High, Exponent - 1);

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value switch
    {
        < 0 => double.PositiveInfinity,
        _ when value >= High => 0,
        _ => Survival(value) / Density(value),
    };

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value > High ? double.PositiveInfinity : Math.Max(value, 0) / Exponent;

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [0, High];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => Exponent == 1 ? [new(0, High, 2, -High)] : [];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualCost => [new(0, High, 1 + (1 / Exponent), 0)];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Power", Exponent, High);

    private double LogCdf(double value) => Exponent * Elementary.LogRatio(value, High);
}
