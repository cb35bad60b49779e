using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>F(v) = 1/(1 + exp(−(v − Location)/Scale)) on the whole line. The inverse hazard is Scale/F(v).</summary>
/// <param name="Location">Mean and median; finite.</param>
/// <param name="Scale">Positive.</param>
public sealed record LogisticPrior(double Location, double Scale) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Upper => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Mean => Location;

    /// <inheritdoc/>
    public override double Cdf(double value) => 1 / (1 + Math.Exp(-Score(value)));

    /// <inheritdoc/>
    public override double Survival(double value) => 1 / (1 + Math.Exp(Score(value)));

    /// <inheritdoc/>
    public override double Quantile(double probability) => Location + (Scale * (Math.Log(probability) - Elementary.Log1P(-probability)));

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => Location + (Scale * (Elementary.Log1P(-tail) - Math.Log(tail)));

    /// <inheritdoc/>
    public override double Density(double value) => Cdf(value) * Survival(value) / Scale;

    /// <inheritdoc/>
    public override double InverseHazard(double value) => Scale * (1 + Math.Exp(-Score(value)));

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => Scale * (1 + Math.Exp(Score(value)));

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Logistic", Location, Scale);

    private double Score(double value) => (value - Location) / Scale;
}
