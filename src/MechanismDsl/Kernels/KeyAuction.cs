using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The second-price rule in terms of keys, one auction at a time: the best key wins if it is at least the limit (the key of the reserve or of
/// the ceiling), and the price is the larger of the limit and the second-best key.
/// </summary>
internal static class KeyAuction<TOrder>
    where TOrder : struct, IReportOrder
{
    /// <summary>Any number of reports. The limit is a key as a double: not negative, not NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sale<double> Run(ReadOnlySpan<double> reports, double limit)
    {
        if (TopTwo<TOrder>.IsFew(reports.Length))
        {
            var winner = TopTwo<TOrder>.FindFew(reports, out var best, out var second);
            if (best.ToScalar() <= ReportDomain.HighestBits)
            {
                return Decide(winner, best, second, limit);
            }
        }

        return RunAny(reports, limit);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunAny(ReadOnlySpan<double> reports, double limit)
    {
        if (reports.IsEmpty)
        {
            return Sale<double>.Unsold;
        }

        var winner = TopTwo<TOrder>.Find(reports, -1, out var best, out var second);
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
