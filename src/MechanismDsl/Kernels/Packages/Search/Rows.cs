using System.Numerics;
using System.Runtime.InteropServices;

namespace MechanismDsl.Kernels;

/// <summary>The few operations on rows of numbers that the simplex method spends its time in.</summary>
internal static class Rows
{
    /// <summary>Adds a multiple of one row to another.</summary>
    public static void AddScaled(Span<double> to, double factor, ReadOnlySpan<double> from)
    {
        var wideTo = MemoryMarshal.Cast<double, Vector<double>>(to);
        var wideFrom = MemoryMarshal.Cast<double, Vector<double>>(from);
        var wideFactor = new Vector<double>(factor);
        for (var index = 0; index < wideTo.Length; index++)
        {
            wideTo[index] += wideFactor * wideFrom[index];
        }

        for (var index = wideTo.Length * Vector<double>.Count; index < to.Length; index++)
        {
            to[index] += factor * from[index];
        }
    }

    /// <summary>Multiplies a row.</summary>
    public static void Scale(Span<double> row, double factor)
    {
        for (var index = 0; index < row.Length; index++)
        {
            row[index] *= factor;
        }
    }

    /// <summary>The inner product of two rows, summed in one order on every machine.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0);
        var index = 0;
        for (; index + 4 <= left.Length; index += 4)
        {
            first += left[index] * right[index];
            second += left[index + 1] * right[index + 1];
            third += left[index + 2] * right[index + 2];
            fourth += left[index + 3] * right[index + 3];
        }

        for (; index < left.Length; index++)
        {
            first += left[index] * right[index];
        }

        return (first + second) + (third + fourth);
    }
}
