using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>The Beta distribution on [0, 1]: density proportional to v^(A − 1)·(1 − v)^(B − 1).</summary>
/// <param name="A">Positive; below 1 the density has a pole at 0.</param>
/// <param name="B">Positive; below 1 the density has a pole at 1.</param>
public sealed record BetaPrior(double A, double B) : ContinuousPrior
{
    /// <summary>Quantiles below this are rounded to 0.</summary>
    private const double Smallest = 1e-300;

    /// <inheritdoc/>
    public override double Lower => 0;

    /// <inheritdoc/>
    public override double Upper => 1;

    /// <inheritdoc/>
    public override double Mean => A / (A + B);

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= 0 ? 0 : value >= 1 ? 1 : IncompleteBeta.Regularized(A, B, value, 1 - value);

    /// <inheritdoc/>
    public override double Survival(double value) => value <= 0 ? 1 : value >= 1 ? 0 : IncompleteBeta.Regularized(B, A, 1 - value, value);

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability switch
    {
        <= 0 => 0,
        > 0.5 => UpperQuantile(1 - probability),
        _ when Cdf(0.5) >= probability => LowerMassAt(A, B, probability),
        _ => 1 - UpperMassAt(B, A, probability),
    };

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => tail switch
    {
        >= 1 => 0,
        > 0.5 => Quantile(1 - tail),
        _ when Survival(0.5) >= tail => 1 - LowerMassAt(B, A, tail),
        _ => UpperMassAt(A, B, tail),
    };

    /// <inheritdoc/>
    public override double Density(double value)
    {
        if (value > 0 && value < 1)
        {
            return GammaFunction.BetaWeight(A, B, value, 1 - value) / value / (1 - value);
        }

        return value == 0 ? AtEnd(A, B) : value == 1 ? AtEnd(B, A) : 0;
    }

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value switch
    {
        < 0 => double.PositiveInfinity,
        0 => 1 / Density(0),
        >= 1 => 0,
        _ => value * (1 - value) * IncompleteBeta.OverWeight(B, A, 1 - value, value),
    };

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value switch
    {
        <= 0 => 0,
        1 => 1 / Density(1),
        > 1 => double.PositiveInfinity,
        _ => value * (1 - value) * IncompleteBeta.OverWeight(A, B, value, 1 - value),
    };

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [0, 1];

    /// <summary>With A = 1 the survival is (1 − v)^B: ψ(v) = v − (1 − v)/B.</summary>
    public override EquatableArray<AffineInterval> AffineVirtualValue => A == 1 ? [new(0, 1, 1 + (1 / B), -1 / B)] : [];

    /// <summary>With B = 1 the distribution is v^A: the virtual cost is c·(1 + 1/A).</summary>
    public override EquatableArray<AffineInterval> AffineVirtualCost => B == 1 ? [new(0, 1, 1 + (1 / A), 0)] : [];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Beta", A, B);

    /// <summary>The density at the end whose shape is given first.</summary>
    private static double AtEnd(double shape, double other) => shape > 1 ? 0 : shape < 1 ? double.PositiveInfinity : other;

    /// <summary>The x up to 1/2 with I_x(a, b) = mass.</summary>
    private static double LowerMassAt(double a, double b, double mass)
    {
        // I_x(a, b) ≈ xᵃ/(a B(a, b)) for small x.
        return mass <= 0 ? 0 : Root(
            x => new Jet(Math.Log(IncompleteBeta.Regularized(a, b, x, 1 - x) / mass), 1 / (x * (1 - x) * IncompleteBeta.OverWeight(a, b, x, 1 - x))),
            Math.Pow(mass * a * GammaFunction.Beta(a, b), 1 / a));
    }

    /// <summary>The x up to 1/2 with 1 − I_x(a, b) = mass: a distance from 0 is found as such, because 1 minus its complement would lose it.</summary>
    private static double UpperMassAt(double a, double b, double mass) => Root(
        x => new Jet(Math.Log(mass / IncompleteBeta.Regularized(b, a, 1 - x, x)), 1 / (x * (1 - x) * IncompleteBeta.OverWeight(b, a, 1 - x, x))),
        double.NaN);

    private static double Root(Func<double, Jet> function, double start) =>
        function(Smallest).Value >= 0 ? 0 : MonotoneRoot.Find(function, Smallest, 0.5, start);
}
