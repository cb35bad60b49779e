using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>Eight rows of eight doubles turned into eight columns, in registers. Needs AVX-512.</summary>
internal static class Transpose
{
    /// <summary>Pairs of rows, then pairs of pairs (128-bit parts), then the two halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows(
        Vector512<double> row0,
        Vector512<double> row1,
        Vector512<double> row2,
        Vector512<double> row3,
        Vector512<double> row4,
        Vector512<double> row5,
        Vector512<double> row6,
        Vector512<double> row7,
        out Columns columns)
    {
        var low01 = Avx512F.UnpackLow(row0, row1);
        var high01 = Avx512F.UnpackHigh(row0, row1);
        var low23 = Avx512F.UnpackLow(row2, row3);
        var high23 = Avx512F.UnpackHigh(row2, row3);
        var low45 = Avx512F.UnpackLow(row4, row5);
        var high45 = Avx512F.UnpackHigh(row4, row5);
        var low67 = Avx512F.UnpackLow(row6, row7);
        var high67 = Avx512F.UnpackHigh(row6, row7);
        var first04 = Even(low01, low23);
        var first26 = Odd(low01, low23);
        var first15 = Even(high01, high23);
        var first37 = Odd(high01, high23);
        var last04 = Even(low45, low67);
        var last26 = Odd(low45, low67);
        var last15 = Even(high45, high67);
        var last37 = Odd(high45, high67);
        columns.C0 = Even(first04, last04);
        columns.C1 = Even(first15, last15);
        columns.C2 = Even(first26, last26);
        columns.C3 = Even(first37, last37);
        columns.C4 = Odd(first04, last04);
        columns.C5 = Odd(first15, last15);
        columns.C6 = Odd(first26, last26);
        columns.C7 = Odd(first37, last37);
    }

    /// <summary>The 128-bit parts 0 and 2 of both registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Even(Vector512<double> left, Vector512<double> right) => Avx512F.Shuffle4x128(left, right, 0b10_00_10_00);

    /// <summary>The 128-bit parts 1 and 3 of both registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Odd(Vector512<double> left, Vector512<double> right) => Avx512F.Shuffle4x128(left, right, 0b11_01_11_01);

    /// <summary>Column J holds element J of each row.</summary>
    public struct Columns
    {
        public Vector512<double> C0;
        public Vector512<double> C1;
        public Vector512<double> C2;
        public Vector512<double> C3;
        public Vector512<double> C4;
        public Vector512<double> C5;
        public Vector512<double> C6;
        public Vector512<double> C7;
    }
}
