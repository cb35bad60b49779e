using System.Globalization;

namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>Round numbers on an axis: multiples of 1, 2 or 5 times a power of ten (Heckbert 1990).</summary>
/// <param name="Step">The distance of two ticks.</param>
/// <param name="Values">The ticks.</param>
internal sealed record Ticks(double Step, IReadOnlyList<double> Values)
{
    /// <summary>About so many ticks inside [low, high], at least two where the interval is not empty.</summary>
    public static Ticks Within(double low, double high, int about = 6)
    {
        var step = Nice((high - low) / Math.Max(1, about - 1));
        var first = Math.Ceiling((low / step) - 1e-6);
        List<double> values = [];
        for (var index = 0; (first + index) * step <= high + (step * 1e-6); index++)
        {
            values.Add(((first + index) * step) + 0.0);
        }

        return new Ticks(step, values);
    }

    /// <summary>[low, high] widened to multiples of the step, so that an axis begins and ends with a tick.</summary>
    public static (double Low, double High) Widen(double low, double high, int about = 6)
    {
        var step = Nice((high - low) / Math.Max(1, about - 1));
        return ((Math.Floor((low / step) + 1e-12) * step) + 0.0, (Math.Ceiling((high / step) - 1e-12) * step) + 0.0);
    }

    /// <summary>A tick with as many digits as tell it from its neighbours.</summary>
    public string Text(double value)
    {
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(Step) - 1e-9), 0, 12);
        var magnitude = Math.Abs(value);
        return magnitude >= 1e7 ? value.ToString("0.###e0", CultureInfo.InvariantCulture).Replace('-', '−')
            : Math.Round(value, decimals).ToString(magnitude >= 1e4 ? "#,0.############" : "0.############", CultureInfo.InvariantCulture).Replace('-', '−').Replace(",", "\u202F", StringComparison.Ordinal);
    }

    private static double Nice(double range)
    {
        var exponent = Math.Floor(Math.Log10(range));
        var fraction = range / Math.Pow(10, exponent);
        var nice = fraction < 1.5 ? 1 : fraction < 3 ? 2 : fraction < 7 ? 5 : 10;
        return exponent >= 0 ? nice * Math.Pow(10, exponent) : nice / Math.Pow(10, -exponent);
    }
}
