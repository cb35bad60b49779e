using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>
/// 1 − F(v) = (Scale/v)^Shape on [Scale, ∞): ψ(v) = v·(1 − 1/Shape). With Shape = 1 every posted price from Scale on earns Scale (the
/// equal-revenue distribution); with Shape below 1 higher prices always earn more, without bound.
/// </summary>
/// <param name="Shape">Positive; the mean is infinite up to 1.</param>
/// <param name="Scale">Lower end; positive.</param>
public sealed record ParetoPrior(double Shape, double Scale) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => Scale;

    /// <inheritdoc/>
    public override double Upper => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Mean => Shape > 1 ? Shape / (Shape - 1) * Scale : double.PositiveInfinity;

    /// <inheritdoc/>
    public override double RevenueLimit => Shape > 1 ? 0 : Shape == 1 ? Scale : double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= Scale ? 0 : -Elementary.ExpM1(-Shape * Elementary.LogRatio(value, Scale));

    /// <inheritdoc/>
    public override double Survival(double value) => value <= Scale ? 1 : Math.Exp(-Shape * Elementary.LogRatio(value, Scale));

    /// <inheritdoc/>
    public override double Quantile(double probability) => Scale * Math.Exp(-Elementary.Log1P(-probability) / Shape);

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => Scale * Math.Pow(tail, -1 / Shape);

    /// <inheritdoc/>
    public override double Density(double value) => value < Scale ? 0 : Shape / value * Survival(value);

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value < Scale ? double.PositiveInfinity : value / Shape;

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value <= Scale ? 0 : value / Shape * Elementary.ExpM1(Shape * Elementary.LogRatio(value, Scale));

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [Scale];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => [new(Scale, double.PositiveInfinity, 1 - (1 / Shape), 0)];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Pareto", Shape, Scale);
}
