using System.Runtime.InteropServices;

namespace MechanismDsl.Kernels;

/// <summary>
/// Numbers in rows of eight that begin where cache lines begin: a row read into a 512-bit register touches one line instead of two.
/// </summary>
internal static class AlignedRows
{
    private const int Line = 64;

    /// <summary>A copy of the numbers in memory that does not move.</summary>
    /// <param name="numbers">Rows of eight numbers.</param>
    /// <param name="start">Receives the index of the first number in the copy.</param>
    public static double[] Copy(ReadOnlySpan<double> numbers, out int start)
    {
        var memory = GC.AllocateArray<double>(numbers.Length + (Line / sizeof(double)), pinned: true);
        var address = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0);
        start = (int)((Line - (address % Line)) % Line) / sizeof(double);
        numbers.CopyTo(memory.AsSpan(start));
        return memory;
    }
}
