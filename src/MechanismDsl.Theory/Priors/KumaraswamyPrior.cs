using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>1 − F(v) = (1 − v^A)^B on [0, 1] (Kumaraswamy 1980). The inverse hazard is (1 − v^A)/(A·B·v^(A−1)).</summary>
/// <param name="A">Positive.</param>
/// <param name="B">Positive.</param>
public sealed record KumaraswamyPrior(double A, double B) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => 0;

    /// <inheritdoc/>
    public override double Upper => 1;

    /// <inheritdoc/>
    public override double Mean => B * GammaFunction.Beta(1 + (1 / A), B);

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= 0 ? 0 : value >= 1 ? 1 : -Elementary.ExpM1(B * LogComplement(value));

    /// <inheritdoc/>
    public override double Survival(double value) => value <= 0 ? 1 : value >= 1 ? 0 : Math.Exp(B * LogComplement(value));

    /// <inheritdoc/>
    public override double Quantile(double probability) =>
        probability >= 1 ? 1 : Root(-Elementary.ExpM1(Elementary.Log1P(-probability) / B), Elementary.Log1P(-probability) / B);

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) =>
        tail <= 0 ? 1 : tail >= 1 ? 0 : Root(-Elementary.ExpM1(Math.Log(tail) / B), Math.Log(tail) / B);

    /// <inheritdoc/>
    public override double Density(double value) => value switch
    {
        < 0 or > 1 => 0,
        0 => A > 1 ? 0 : A < 1 ? double.PositiveInfinity : B,
        1 => B > 1 ? 0 : B < 1 ? double.PositiveInfinity : A,
        _ => A * B * Math.Pow(value, A - 1) * Math.Exp((B - 1) * LogComplement(value)),
    };

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value switch
    {
        < 0 => double.PositiveInfinity,
        0 => 1 / Density(0),
        >= 1 => 0,
        _ => Complement(value) / (A * B * Math.Pow(value, A - 1)),
    };

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value switch
    {
        <= 0 => 0,
        1 => 1 / Density(1),
        > 1 => double.PositiveInfinity,
        _ => Elementary.ExpM1(-B * LogComplement(value)) * Complement(value) / (A * B * Math.Pow(value, A - 1)),
    };

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [0, 1];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => A == 1 ? [new(0, 1, 1 + (1 / B), -1 / B)] : [];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualCost => B == 1 ? [new(0, 1, 1 + (1 / A), 0)] : [];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Kumaraswamy", A, B);

    /// <summary>1 − v^A, accurate near both ends.</summary>
    private double Complement(double value) => -Elementary.ExpM1(A * Elementary.LogRatio(value, 1));

    /// <summary>ln(1 − v^A), accurate near both ends.</summary>
    private double LogComplement(double value)
    {
        var complement = Complement(value);
        return complement > 0.5 ? Elementary.Log1P(-Math.Pow(value, A)) : Math.Log(complement);
    }

    /// <summary>v from v^A = power, where ln(1 − power) is known too: the better conditioned of the two is used.</summary>
    private double Root(double power, double logComplement) =>
        power <= 0.5 ? Math.Pow(power, 1 / A) : Math.Exp(Elementary.Log1P(-Math.Exp(logComplement)) / A);
}
