using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>
/// The second-price rule in terms of keys, one auction at a time: the best key wins if it is at least the limit (the key of the reserve or of
/// the ceiling), and the price is the larger of the limit and the second-best key.
/// </summary>
internal static class KeyAuction<TOrder>
    where TOrder : struct, IReportOrder
{
    /// <summary>Any number of reports. What is inlined is the choice of a method; the methods are too large for that.</summary>
    /// <param name="reports">One report an agent.</param>
    /// <param name="limit">A key as a double: not negative, not NaN.</param>
    /// <param name="auction">The auction to name in a message; negative for the only one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sale<double> Run(ReadOnlySpan<double> reports, double limit, int auction = -1) =>
        !Avx2.IsSupported ? RunAny(reports, limit, auction)
        : reports.Length == 4 ? RunFour(reports, limit, auction)
        : Vector512.IsHardwareAccelerated && reports.Length == 8 ? RunEight(reports, limit, auction)
        : Vector512.IsHardwareAccelerated && reports.Length == 16 ? RunSixteen(reports, limit, auction)
        : (uint)(reports.Length - 5) > 11 ? RunAny(reports, limit, auction)
        : reports.Length > 8 ? RunToSixteen(reports, limit, auction)
        : RunToEight(reports, limit, auction);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunFour(ReadOnlySpan<double> reports, double limit, int auction)
    {
        var winner = TopTwoNetwork<TOrder>.FindFour(ref MemoryMarshal.GetReference(reports), out var best, out var second);
        return best.ToScalar() <= ReportDomain.HighestBits ? Decide(winner, best, second, limit) : RunAny(reports, limit, auction);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunEight(ReadOnlySpan<double> reports, double limit, int auction)
    {
        var winner = TopTwoNetwork<TOrder>.FindEight(ref MemoryMarshal.GetReference(reports), out var best, out var second);
        return best.ToScalar() <= ReportDomain.HighestBits ? Decide(winner, best, second, limit) : RunAny(reports, limit, auction);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunSixteen(ReadOnlySpan<double> reports, double limit, int auction)
    {
        var winner = TopTwoNetwork<TOrder>.FindSixteen(ref MemoryMarshal.GetReference(reports), out var best, out var second);
        return best.ToScalar() <= ReportDomain.HighestBits ? Decide(winner, best, second, limit) : RunAny(reports, limit, auction);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunToEight(ReadOnlySpan<double> reports, double limit, int auction)
    {
        var winner = TopTwoNetwork<TOrder>.FindToEight(ref MemoryMarshal.GetReference(reports), reports.Length, out var best, out var second);
        return best.ToScalar() <= ReportDomain.HighestBits ? Decide(winner, best, second, limit) : RunAny(reports, limit, auction);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunToSixteen(ReadOnlySpan<double> reports, double limit, int auction)
    {
        var winner = TopTwoNetwork<TOrder>.FindToSixteen(ref MemoryMarshal.GetReference(reports), reports.Length, out var best, out var second);
        return best.ToScalar() <= ReportDomain.HighestBits ? Decide(winner, best, second, limit) : RunAny(reports, limit, auction);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunAny(ReadOnlySpan<double> reports, double limit, int auction)
    {
        if (Vector512.IsHardwareAccelerated && reports.Length >= 8)
        {
            var winner = TopTwo512<TOrder>.Find(ref MemoryMarshal.GetReference(reports), reports.Length, out var best, out var second);
            if (best <= ReportDomain.HighestBits)
            {
                return Decide(winner, Vector128.CreateScalarUnsafe(best), Vector128.CreateScalarUnsafe(second), limit);
            }
        }

        return RunSlowly(reports, limit, auction);
    }

    /// <summary>Any number of reports, legal or not.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunSlowly(ReadOnlySpan<double> reports, double limit, int auction)
    {
        if (reports.IsEmpty)
        {
            return Sale<double>.Unsold;
        }

        var winner = TopTwo<TOrder>.Find(reports, auction, out var best, out var second);
        return Decide(winner, Vector128.CreateScalarUnsafe(best), Vector128.CreateScalarUnsafe(second), limit);
    }

    /// <summary>Compares the best key with the limit, in lane 0 and without a branch: whether an item is sold is hard to predict.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sale<double> Decide(int winner, Vector128<ulong> best, Vector128<ulong> second, double limit)
    {
        var limits = Vector128.CreateScalarUnsafe(limit);
        var unsold = Vector128.LessThan(best.AsDouble(), limits);
        var price = TOrder.Report(Vector128.MaxNative(second.AsDouble(), limits).AsUInt64());
        return new(winner | unsold.AsInt32().ToScalar(), Vector128.AndNot(price, unsold).ToScalar());
    }
}
