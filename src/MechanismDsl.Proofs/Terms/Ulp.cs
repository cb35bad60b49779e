namespace MechanismDsl.Proofs.Terms;

/// <summary>Neighbours of doubles; own code because netstandard2.0 has no <c>Math.BitIncrement</c>.</summary>
internal static class Ulp
{
    /// <summary>The smallest double above a number; +∞ and NaN stay.</summary>
    public static double Up(double value)
    {
        if (double.IsNaN(value) || double.IsPositiveInfinity(value))
        {
            return value;
        }

        if (value == 0)
        {
            return double.Epsilon;
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        return BitConverter.Int64BitsToDouble(value > 0 ? bits + 1 : bits - 1);
    }

    /// <summary>The largest double below a number; −∞ and NaN stay.</summary>
    public static double Down(double value) => -Up(-value);

    /// <summary>A number moved up by several units in the last place.</summary>
    public static double Up(double value, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            value = Up(value);
        }

        return value;
    }

    /// <summary>A number moved down by several units in the last place.</summary>
    public static double Down(double value, int steps) => -Up(-value, steps);
}
