using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// An order of reports from worst to best as an unsigned integer key: 0 is the worst legal report, <see cref="ReportDomain.HighestBits"/> the
/// best, and reports outside the domain (and −0.0, which needs normalising) have larger keys. The maximum of the keys therefore selects
/// and validates at once, and key 0 pads missing reports.
/// </summary>
internal interface IReportOrder
{
    static abstract ulong Key(double report);

    static abstract Vector128<ulong> Key(Vector128<double> reports);

    static abstract Vector256<ulong> Key(Vector256<double> reports);

    static abstract Vector512<ulong> Key(Vector512<double> reports);

    static abstract double Report(ulong key);

    static abstract Vector128<double> Report(Vector128<ulong> keys);

    static abstract Vector256<double> Report(Vector256<ulong> keys);

    static abstract Vector512<double> Report(Vector512<ulong> keys);
}

/// <summary>The highest report is the best: buyers. The key is the bit pattern.</summary>
internal readonly struct HighestFirst : IReportOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(double report) => BitConverter.DoubleToUInt64Bits(report);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Key(Vector128<double> reports) => reports.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Key(Vector256<double> reports) => reports.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Key(Vector512<double> reports) => reports.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Report(ulong key) => BitConverter.UInt64BitsToDouble(key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Report(Vector128<ulong> keys) => keys.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Report(Vector256<ulong> keys) => keys.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Report(Vector512<ulong> keys) => keys.AsDouble();
}

/// <summary>
/// The lowest report is the best: suppliers. The key is the distance of the bit pattern from that of 1e15; patterns above it wrap around to
/// keys above it.
/// </summary>
internal readonly struct LowestFirst : IReportOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(double report) => unchecked(ReportDomain.HighestBits - BitConverter.DoubleToUInt64Bits(report));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Key(Vector128<double> reports) => Vector128.Create(ReportDomain.HighestBits) - reports.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Key(Vector256<double> reports) => Vector256.Create(ReportDomain.HighestBits) - reports.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Key(Vector512<double> reports) => Vector512.Create(ReportDomain.HighestBits) - reports.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Report(ulong key) => BitConverter.UInt64BitsToDouble(unchecked(ReportDomain.HighestBits - key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Report(Vector128<ulong> keys) => (Vector128.Create(ReportDomain.HighestBits) - keys).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Report(Vector256<ulong> keys) => (Vector256.Create(ReportDomain.HighestBits) - keys).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Report(Vector512<ulong> keys) => (Vector512.Create(ReportDomain.HighestBits) - keys).AsDouble();
}
