using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// A prior of whose information rents only a share α counts: its virtual value is t − α·(1 − F(t))/f(t), what a type adds to welfare where a unit of money is
/// worth λ = α/(1 − α) more than a unit of welfare (Myerson and Satterthwaite 1983, section 4).
/// </summary>
/// <remarks>Distribution and quantiles are those of the original; only what follows from the density is damped. Not a prior of its own: its density does not integrate to 1.</remarks>
/// <param name="Original">The distribution of the type.</param>
/// <param name="Share">α, above 0 and below 1.</param>
internal sealed record DampedPrior(ContinuousPrior Original, double Share) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => Original.Lower;

    /// <inheritdoc/>
    public override double Upper => Original.Upper;

    /// <inheritdoc/>
    public override double Mean => Original.Mean;

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => Original.Breakpoints;

    /// <inheritdoc/>
    public override double RevenueLimit => Original.RevenueLimit;

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => Original.AffineVirtualValue
        .Select(piece => piece with { Slope = 1 - Share + (Share * piece.Slope), Intercept = Share * piece.Intercept })
        .ToEquatableArray();

    /// <inheritdoc/>
    public override double Cdf(double value) => Original.Cdf(value);

    /// <inheritdoc/>
    public override double Survival(double value) => Original.Survival(value);

    /// <inheritdoc/>
    public override double Quantile(double probability) => Original.Quantile(probability);

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => Original.UpperQuantile(tail);

    /// <inheritdoc/>
    public override double Density(double value) => Original.Density(value) / Share;

    /// <inheritdoc/>
    public override double LeftDensity(double value) => Original.LeftDensity(value) / Share;

    /// <inheritdoc/>
    public override double InverseHazard(double value) => Share * Original.InverseHazard(value);

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => Share * Original.InverseReverseHazard(value);

    /// <inheritdoc/>
    public override string Describe() => Original.Describe();

    /// <summary>
    /// What an ironed block's integral ∫(score − level)dF has in addition to that of virtual values: (1 − α)·∫(1 − F)dt, because types are worth that much more
    /// than virtual types.
    /// </summary>
    public double Undamped(double from, double to)
    {
        double[] points = [from, .. Breakpoints.Where(point => point > from && point < to), to];
        var sum = 0.0;
        for (var index = 0; index + 1 < points.Length; index++)
        {
            sum += points[index] < points[index + 1] ? Priors.Special.Quadrature.Integrate(Survival, points[index], points[index + 1]) : 0;
        }

        return (1 - Share) * sum;
    }
}
