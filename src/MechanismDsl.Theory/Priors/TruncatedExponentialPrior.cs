using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>The exponential distribution conditioned on [0, High]. The inverse hazard is (1 − exp(−Rate·(High − v)))/Rate.</summary>
/// <param name="Rate">Positive.</param>
/// <param name="High">Upper end; positive.</param>
public sealed record TruncatedExponentialPrior(double Rate, double High) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => 0;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    /// <remarks>1/Rate − High/(exp(Rate·High) − 1); by its Taylor series where both terms are nearly High/2 apart.</remarks>
    public override double Mean
    {
        get
        {
            // High·g(x) with g(x) = 1/x − 1/(eˣ − 1) = 1/2 − Σ B₂ₖ x^(2k−1)/(2k)! (Bernoulli numbers, DLMF 24.2.1).
            var x = Rate * High;
            if (x > 0.5)
            {
                return (1 / Rate) - (High / Elementary.ExpM1(x));
            }

            var square = x * x;
            var series = 1.0 / 74724249600;
            foreach (var coefficient in (ReadOnlySpan<double>)[-691.0 / 1307674368000, 1.0 / 47900160, -1.0 / 1209600, 1.0 / 30240, -1.0 / 720, 1.0 / 12])
            {
                series = coefficient + (series * square);
            }

            return High * (0.5 - (x * series));
        }
    }

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= 0 ? 0 : value >= High ? 1 : Elementary.ExpM1(-Rate * value) / Elementary.ExpM1(-Rate * High);

    /// <inheritdoc/>
    public override double Survival(double value) => value <= 0 ? 1 : value >= High ? 0
        : Math.Exp(-Rate * value) * Elementary.ExpM1(-Rate * (High - value)) / Elementary.ExpM1(-Rate * High);

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability >= 1 ? High
        : Math.Min(High, -Elementary.Log1P(probability * Elementary.ExpM1(-Rate * High)) / Rate);

    /// <inheritdoc/>
    /// <remarks>With q near 0 the distance from High is ln(1 + q(exp(Rate·High) − 1))/Rate.</remarks>
    public override double UpperQuantile(double tail)
    {
        if (tail > 0.5)
        {
            return Quantile(1 - tail);
        }

        var growth = tail * Elementary.ExpM1(Rate * High);
        return growth < 1
            ? High - (Elementary.Log1P(growth) / Rate)
            : Math.Min(High, -Math.Log(tail + ((1 - tail) * Math.Exp(-Rate * High))) / Rate);
    }

    /// <inheritdoc/>
    public override double Density(double value) =>
        value < 0 || value > High ? 0 : Rate * Math.Exp(-Rate * value) / -Elementary.ExpM1(-Rate * High);

    /// <inheritdoc/>
    public override double InverseHazard(double value) =>
        value < 0 ? double.PositiveInfinity : value >= High ? 0 : -Elementary.ExpM1(-Rate * (High - value)) / Rate;

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) =>
        value > High ? double.PositiveInfinity : value <= 0 ? 0 : Elementary.ExpM1(Rate * value) / Rate;

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => [0, High];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("TruncatedExponential", Rate, High);
}
