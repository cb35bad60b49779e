namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>Powers of probabilities that may lie close to one.</summary>
internal static class Chance
{
    /// <summary>uⁿ for u = 1 − tail; the smaller of the two carries the precision.</summary>
    public static double Power(double u, double tail, double exponent) =>
        exponent == 0 ? 1
        : u <= 0 ? 0
        : tail >= 0.5 ? Math.Pow(u, exponent)
        : Math.Exp(exponent * LogOneMinus(tail));

    /// <summary>1 − uⁿ for u = 1 − tail, without cancellation.</summary>
    public static double OneMinusPower(double u, double tail, double exponent) =>
        u <= 0 ? exponent == 0 ? 0 : 1 : OneMinusExp(exponent * (tail < 0.5 ? LogOneMinus(tail) : Math.Log(u)));

    /// <summary>ln(1 − x) for small x (Kahan's correction of the rounded argument).</summary>
    public static double LogOneMinus(double x)
    {
        var rounded = 1 - x;
        return rounded == 1 ? -x : Math.Log(rounded) * (x / (1 - rounded));
    }

    /// <summary>1 − eˣ for x ≤ 0 (Kahan).</summary>
    public static double OneMinusExp(double x)
    {
        var power = Math.Exp(x);
        if (power == 1)
        {
            return -x;
        }

        return power < 0.5 ? 1 - power : (1 - power) * (x / Math.Log(power));
    }
}
