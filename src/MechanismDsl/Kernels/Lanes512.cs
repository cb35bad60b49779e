using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>The running best two of each lane of 512-bit registers, and how halves become one.</summary>
internal static class Lanes512
{
    /// <summary>
    /// A key enters each lane. The best is chosen by mask and the second by comparing doubles, because unsigned maxima of 64 bits occupy only one
    /// of the two vector ports; the second has no meaning once an illegal key is best.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter(
        Vector512<ulong> keys, Vector512<long> agent, ref Vector512<ulong> best, ref Vector512<double> second, ref Vector512<long> winner)
    {
        var better = Vector512.GreaterThan(keys, best);
        second = Vector512.MaxNative(second, Vector512.MinNative(best.AsDouble(), keys.AsDouble()));
        winner = Vector512.ConditionalSelect(better.AsInt64(), agent, winner);
        best = Vector512.ConditionalSelect(better, keys, best);
    }

    /// <summary>Two halves in one register. <c>Vector512.Create</c> of two halves goes through memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Join(Vector256<double> lower, Vector256<double> upper) =>
        Avx512F.InsertVector256(lower.ToVector512Unsafe(), upper, 1);

    /// <summary>−1 and price 0 in lanes whose best key is below the limit, otherwise the larger of limit and second as a price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Decide<TOrder>(
        ref Vector512<long> winner, Vector512<ulong> best, Vector512<double> second, double limit, out Vector512<double> price)
        where TOrder : struct, IReportOrder
    {
        var limits = Vector512.Create(limit);
        var unsold = Vector512.LessThan(best.AsDouble(), limits);
        winner = Vector512.ConditionalSelect(unsold.AsInt64(), Vector512<long>.AllBitsSet, winner);
        var reports = TOrder.Report(Vector512.MaxNative(second, limits).AsUInt64());
        price = Vector512.ConditionalSelect(unsold, Vector512<double>.Zero, reports);
    }
}
