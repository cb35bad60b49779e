using System.Globalization;

namespace MechanismDsl.Auditing;

/// <summary>A mean of independent draws.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardError">Its standard deviation.</param>
public readonly record struct Estimate(double Mean, double StandardError)
{
    /// <summary>The 97.5 % quantile of the standard normal distribution.</summary>
    private const double Normal = 1.959963984540054;

    /// <summary>Half the width of the 95 % confidence interval, by the central limit theorem.</summary>
    public double HalfWidth => Normal * StandardError;

    /// <summary>Lower end of the 95 % confidence interval.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end of the 95 % confidence interval.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>Whether a number lies so many standard errors around the mean; rounding is no error.</summary>
    /// <param name="value">The number.</param>
    /// <param name="standardErrors">How many standard errors; above 0.</param>
    public bool IsNear(double value, double standardErrors) => Math.Abs(value - Mean) <= (standardErrors * StandardError) + (1e-9 * Math.Max(1, Math.Abs(Mean)));

    /// <summary>Mean and half width: <c>0.41663 ± 0.00046</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean:0.#####} ± {HalfWidth:0.#####}");

    /// <summary>The estimate from sums over draws.</summary>
    internal static Estimate Of(double sum, double squares, long draws) => draws < 2
        ? new(sum, double.PositiveInfinity)
        : new(sum / draws, Math.Sqrt(Math.Max(0, (squares - (sum * sum / draws)) / (draws - 1)) / draws));
}
