using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>Checks and padding of the data that score curves are built from.</summary>
internal static class ScoreTables
{
    public const int Width = 8;

    /// <summary>A copy, filled up to a multiple of 8 (at least 8) elements.</summary>
    public static double[] Pad(ReadOnlySpan<double> values, double filler)
    {
        var padded = new double[Math.Max(Width, (values.Length + Width - 1) / Width * Width)];
        values.CopyTo(padded);
        padded.AsSpan(values.Length).Fill(filler);
        return padded;
    }

    public static void CheckLength(int actual, int expected, string name)
    {
        if (actual != expected)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {expected} agents but {actual} {name}."), name);
        }
    }

    public static void Check(bool holds, string name, int agent, string requirement)
    {
        if (!holds)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Agent {agent}: {requirement}."), name);
        }
    }
}
