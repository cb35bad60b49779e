using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>Density 1/(π·√((v − Low)(High − v))): U-shaped with poles at both ends, irregular.</summary>
/// <param name="Low">Lower end; finite.</param>
/// <param name="High">Upper end; finite, above Low.</param>
public sealed record ArcsinePrior(double Low, double High) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => Low;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    public override double Mean => Low + ((High - Low) / 2);

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= Low ? 0 : value >= High ? 1 : Angle(value - Low, High - value) / (Math.PI / 2);

    /// <inheritdoc/>
    public override double Survival(double value) => value <= Low ? 1 : value >= High ? 0 : Angle(High - value, value - Low) / (Math.PI / 2);

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability > 0.5 ? UpperQuantile(1 - probability) : Low + Distance(probability);

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => tail > 0.5 ? Quantile(1 - tail) : High - Distance(tail);

    /// <inheritdoc/>
    public override double Density(double value) => value < Low || value > High ? 0 : 1 / (Math.PI * Spread(value));

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value < Low ? double.PositiveInfinity : value >= High ? 0
        : 2 * Angle(High - value, value - Low) * Spread(value);

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value > High ? double.PositiveInfinity : value <= Low ? 0
        : 2 * Angle(value - Low, High - value) * Spread(value);

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [Low, High];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Arcsine", Low, High);

    /// <summary>arcsin √(near/(near + far)), without the cancellation that the arcsine has near 1.</summary>
    private static double Angle(double near, double far) => Math.Atan2(Math.Sqrt(near), Math.Sqrt(far));

    private double Spread(double value) => Math.Sqrt(value - Low) * Math.Sqrt(High - value);

    private double Distance(double mass)
    {
        var sine = Math.Sin(Math.PI / 2 * mass);
        return (High - Low) * sine * sine;
    }
}
