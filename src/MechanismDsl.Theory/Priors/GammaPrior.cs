using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>The Gamma distribution on [0, ∞): density proportional to v^(Shape − 1)·e^(−v/Scale).</summary>
/// <param name="Shape">Positive; below 1 the density has a pole at 0.</param>
/// <param name="Scale">Positive; the mean is Shape·Scale.</param>
public sealed record GammaPrior(double Shape, double Scale) : ContinuousPrior
{
    /// <summary>Quantiles below this are rounded to 0.</summary>
    private const double Smallest = 1e-300;

    /// <inheritdoc/>
    public override double Lower => 0;

    /// <inheritdoc/>
    public override double Upper => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Mean => Shape * Scale;

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= 0 ? 0 : double.IsPositiveInfinity(value) ? 1 : IncompleteGamma.Lower(Shape, value / Scale);

    /// <inheritdoc/>
    public override double Survival(double value) => value <= 0 ? 1 : double.IsPositiveInfinity(value) ? 0 : IncompleteGamma.Upper(Shape, value / Scale);

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        if (probability <= 0)
        {
            return 0;
        }

        if (probability > 0.5)
        {
            return UpperQuantile(1 - probability);
        }

        // P(a, x) ≈ xᵃ/Γ(1+a) for small x.
        var start = Shape < 10 ? Math.Pow(probability * GammaFunction.Gamma(1 + Shape), 1 / Shape) : NearlyNormal(-NormalTail.UpperQuantile(probability));
        return Scale * Root(
            x => new Jet(Math.Log(IncompleteGamma.Lower(Shape, x) / probability), 1 / (x * IncompleteGamma.LowerOverWeight(Shape, x))),
            start);
    }

    /// <inheritdoc/>
    public override double UpperQuantile(double tail)
    {
        if (tail <= 0)
        {
            return double.PositiveInfinity;
        }

        if (tail > 0.5)
        {
            return tail >= 1 ? 0 : Quantile(1 - tail);
        }

        return Scale * Root(
            x => new Jet(Math.Log(tail / IncompleteGamma.Upper(Shape, x)), 1 / (x * IncompleteGamma.UpperOverWeight(Shape, x))),
            NearlyNormal(NormalTail.UpperQuantile(tail)));
    }

    /// <inheritdoc/>
    public override double Density(double value)
    {
        if (value > 0)
        {
            return GammaFunction.GammaWeight(Shape, value / Scale) / value;
        }

        return value < 0 || Shape > 1 ? 0 : Shape < 1 ? double.PositiveInfinity : 1 / Scale;
    }

    /// <inheritdoc/>
    public override double InverseHazard(double value) =>
        value > 0 ? value * IncompleteGamma.UpperOverWeight(Shape, value / Scale) : value < 0 ? double.PositiveInfinity : 1 / Density(0);

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) =>
        value > 0 ? value * IncompleteGamma.LowerOverWeight(Shape, value / Scale) : 0;

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [0];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => Shape == 1 ? [new(0, double.PositiveInfinity, 1, -Scale)] : [];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Gamma", Shape, Scale);

    /// <summary>The cube root of a Gamma variable is nearly normal (Wilson and Hilferty 1931).</summary>
    private double NearlyNormal(double score)
    {
        var root = 1 - (1 / (9 * Shape)) + (score / (3 * Math.Sqrt(Shape)));
        return Shape * root * root * root;
    }

    private static double Root(Func<double, Jet> function, double start)
    {
        var high = Math.Max(1, start);
        while (function(high).Value < 0)
        {
            high *= 2;
        }

        return function(Smallest).Value >= 0 ? 0 : MonotoneRoot.Find(function, Smallest, high, start);
    }
}
