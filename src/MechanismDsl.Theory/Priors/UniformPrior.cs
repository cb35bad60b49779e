using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>Every value between the ends is equally likely. ψ(v) = 2v − High.</summary>
/// <param name="Low">Lower end; finite.</param>
/// <param name="High">Upper end; finite, above Low.</param>
public sealed record UniformPrior(double Low, double High) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => Low;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    public override double Mean => Low + ((High - Low) / 2);

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= Low ? 0 : value >= High ? 1 : (value - Low) / (High - Low);

    /// <inheritdoc/>
    public override double Survival(double value) => value <= Low ? 1 : value >= High ? 0 : (High - value) / (High - Low);

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability > 0.5 ? UpperQuantile(1 - probability) : Low + (probability * (High - Low));

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => tail > 0.5 ? Quantile(1 - tail) : High - (tail * (High - Low));

    /// <inheritdoc/>
    public override double Density(double value) => value < Low || value > High ? 0 : 1 / (High - Low);

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value < Low ? double.PositiveInfinity : Math.Max(High - value, 0);

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value > High ? double.PositiveInfinity : Math.Max(value - Low, 0);

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [Low, High];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => [new(Low, High, 2, -High)];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualCost => [new(Low, High, 2, -Low)];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Uniform", Low, High);
}
