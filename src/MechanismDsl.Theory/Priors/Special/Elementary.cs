namespace MechanismDsl.Theory.Priors.Special;

/// <summary>Elementary functions that netstandard2.0 lacks, without cancellation near 0 (Kahan's forms, see Higham 2002, section 1.14).</summary>
internal static class Elementary
{
    /// <summary>ln(1 + x).</summary>
    public static double Log1P(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : double.IsPositiveInfinity(sum) ? sum : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>eˣ − 1.</summary>
    public static double ExpM1(double x)
    {
        if (x < -40)
        {
            return -1;
        }

        var power = Math.Exp(x);
        return power == 1 ? x : double.IsPositiveInfinity(power) || x > 1 ? power - 1 : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>ln(x / y) for positive x and y, accurate where they are close.</summary>
    public static double LogRatio(double x, double y)
    {
        var excess = (x - y) / y;
        return Math.Abs(excess) < 0.5 ? Log1P(excess) : Math.Log(x / y);
    }

    /// <summary>The next double above or below a finite one.</summary>
    public static double Neighbour(double value, bool above)
    {
        if (value == 0)
        {
            return above ? double.Epsilon : -double.Epsilon;
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        return BitConverter.Int64BitsToDouble(above == value > 0 ? bits + 1 : bits - 1);
    }
}
