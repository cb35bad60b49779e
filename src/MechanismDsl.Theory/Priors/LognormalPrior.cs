using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>ln V is normal. The inverse hazard is Scale·v times Mills' ratio.</summary>
/// <param name="Location">Mean of ln V; finite.</param>
/// <param name="Scale">Standard deviation of ln V; positive.</param>
public sealed record LognormalPrior(double Location, double Scale) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => 0;

    /// <inheritdoc/>
    public override double Upper => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Mean => Math.Exp(Location + (Scale * Scale / 2));

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= 0 ? 0 : NormalTail.Upper(-Score(value));

    /// <inheritdoc/>
    public override double Survival(double value) => value <= 0 ? 1 : NormalTail.Upper(Score(value));

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability <= 0 ? 0 : Math.Exp(Location + (Scale * NormalTail.Quantile(probability)));

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => tail >= 1 ? 0 : Math.Exp(Location + (Scale * NormalTail.UpperQuantile(tail)));

    /// <inheritdoc/>
    public override double Density(double value) => value <= 0 ? 0 : NormalTail.Density(Score(value)) / (Scale * value);

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value <= 0 ? double.PositiveInfinity : Scale * value * NormalTail.Mills(Score(value));

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value <= 0 ? 0 : Scale * value * NormalTail.Mills(-Score(value));

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [0];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Lognormal", Location, Scale);

    private double Score(double value) => (Math.Log(value) - Location) / Scale;
}
