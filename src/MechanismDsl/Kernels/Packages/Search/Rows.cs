using System.Numerics;
using System.Runtime.InteropServices;

namespace MechanismDsl.Kernels;

/// <summary>What the simplex method spends its time in.</summary>
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
}
