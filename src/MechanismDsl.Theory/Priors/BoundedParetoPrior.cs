using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>The Pareto distribution conditioned on [Low, High]. The inverse hazard is v·(1 − (v/High)^Shape)/Shape.</summary>
/// <param name="Shape">Positive.</param>
/// <param name="Low">Lower end; positive.</param>
/// <param name="High">Upper end; finite, above Low.</param>
public sealed record BoundedParetoPrior(double Shape, double Low, double High) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => Low;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    /// <remarks>Low·Shape·h(1 − Shape)/h(−Shape) with h(k) = ((High/Low)^k − 1)/k, and h(0) = ln(High/Low).</remarks>
    public override double Mean => Low * Power(1 - Shape) / Power(-Shape);

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= Low ? 0 : value >= High ? 1
        : Elementary.ExpM1(-Shape * Elementary.LogRatio(value, Low)) / Total;

    /// <inheritdoc/>
    public override double Survival(double value) => value <= Low ? 1 : value >= High ? 0
        : Math.Exp(-Shape * Elementary.LogRatio(value, Low)) * Elementary.ExpM1(-Shape * Elementary.LogRatio(High, value)) / Total;

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability >= 1 ? High
        : Math.Min(High, Low * Math.Exp(-Elementary.Log1P(probability * Total) / Shape));

    /// <inheritdoc/>
    /// <remarks>With q near 0 the quantile is High·(1 + q((High/Low)^Shape − 1))^(−1/Shape).</remarks>
    public override double UpperQuantile(double tail)
    {
        if (tail > 0.5)
        {
            return Quantile(1 - tail);
        }

        var log = Shape * Elementary.LogRatio(High, Low);
        var growth = tail * Elementary.ExpM1(log);
        return growth < 1
            ? High * Math.Exp(-Elementary.Log1P(growth) / Shape)
            : Math.Min(High, Low * Math.Exp(-Math.Log(tail + ((1 - tail) * Math.Exp(-log))) / Shape));
    }

    /// <inheritdoc/>
    public override double Density(double value) => value < Low || value > High ? 0
        : Shape / value * Math.Exp(-Shape * Elementary.LogRatio(value, Low)) / -Total;

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value < Low ? double.PositiveInfinity : value >= High ? 0
        : value * -Elementary.ExpM1(-Shape * Elementary.LogRatio(High, value)) / Shape;

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value > High ? double.PositiveInfinity : value <= Low ? 0
        : value * Elementary.ExpM1(Shape * Elementary.LogRatio(value, Low)) / Shape;

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [Low, High];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("BoundedPareto", Shape, Low, High);

    /// <summary>(Low/High)^Shape − 1: minus the mass of the untruncated distribution on the support.</summary>
    private double Total => Elementary.ExpM1(-Shape * Elementary.LogRatio(High, Low));

    /// <summary>((High/Low)^k − 1)/k, continued to k = 0.</summary>
    private double Power(double exponent)
    {
        var log = Elementary.LogRatio(High, Low);
        return exponent == 0 ? log : Elementary.ExpM1(exponent * log) / exponent;
    }
}
