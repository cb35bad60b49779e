using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>The best key, the second-best key (with multiplicity) and the lowest index of the best, for one order of reports.</summary>
internal static class TopTwo<TOrder>
    where TOrder : struct, IReportOrder
{
    /// <summary>Selects among any number of reports and validates them in the same pass.</summary>
    /// <param name="reports">At least one report.</param>
    /// <param name="auction">The auction to name in a message; negative for the only one.</param>
    /// <param name="best">The best key.</param>
    /// <param name="second">The second-best key; 0 for a single report.</param>
    /// <returns>The lowest index of the best report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain.</exception>
    public static int Find(ReadOnlySpan<double> reports, int auction, out ulong best, out ulong second)
    {
        ref var start = ref MemoryMarshal.GetReference(reports);
        ulong first;
        ulong next;
        var index = Vector512.IsHardwareAccelerated && reports.Length >= 8
            ? TopTwo512<TOrder>.Find(ref start, reports.Length, out first, out next)
            : Avx2.IsSupported && reports.Length >= 8
            ? TopTwo256<TOrder>.Find(ref start, reports.Length, out first, out next)
            : FindScalar(ref start, reports.Length, out first, out next);
        best = first;
        second = next;
        return first <= ReportDomain.HighestBits ? index : Recover(ref start, 1, reports.Length, auction, out best, out second);
    }

    /// <summary>The loop without SIMD. A key outside the domain becomes the best key and ends the search.</summary>
    internal static int FindScalar(ref double reports, int count, out ulong best, out ulong second)
    {
        var first = TOrder.Key(reports);
        var next = 0UL;
        var index = 0;
        for (var agent = 1; agent < count; agent++)
        {
            var key = TOrder.Key(Unsafe.Add(ref reports, agent));
            if (key > next)
            {
                if (key > first)
                {
                    next = first;
                    first = key;
                    index = agent;
                }
                else
                {
                    next = key;
                }
            }
        }

        best = first;
        second = next;
        return index;
    }

    /// <summary>A report was not a positive number of the domain: names the first one outside, or goes on with −0.0 read as 0.</summary>
    /// <param name="reports">The report of agent 0.</param>
    /// <param name="stride">The distance from one agent's report to the next.</param>
    /// <param name="count">The number of agents.</param>
    /// <param name="auction">The auction to name in a message; negative for the only one.</param>
    /// <param name="best">The best key.</param>
    /// <param name="second">The second-best key.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Recover(ref double reports, int stride, int count, int auction, out ulong best, out ulong second)
    {
        best = 0;
        second = 0;
        var index = -1;
        for (var agent = 0; agent < count; agent++)
        {
            var report = Unsafe.Add(ref reports, (nint)agent * stride);
            if (!ReportDomain.Contains(report))
            {
                ReportDomain.ThrowOutside(report, agent, auction);
            }

            var key = TOrder.Key(report + 0.0);
            if (index < 0 || key > best)
            {
                second = best;
                best = key;
                index = agent;
            }
            else if (key > second)
            {
                second = key;
            }
        }

        return index;
    }
}
