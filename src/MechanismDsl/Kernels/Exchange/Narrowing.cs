using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>Reads of the reports of one side of the market: how they lie about a bracket, and which are inside.</summary>
internal static class Narrowing
{
    /// <summary>Checks all reports, counts them and copies those inside.</summary>
    /// <param name="reports">One report an agent.</param>
    /// <param name="bracket">The bracket.</param>
    /// <param name="inside">Receives the reports inside, in order; as long as <paramref name="reports"/>.</param>
    /// <param name="side">Whose reports they are, for the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names agent, value and domain.</exception>
    public static Position OfReports(ReadOnlySpan<double> reports, Bracket bracket, Span<double> inside, MarketSide side)
    {
        var position = Keep<Checked>(reports, bracket, inside);
        if (position.Inside < 0)
        {
            for (var agent = 0; agent < reports.Length; agent++)
            {
                if (!ReportDomain.Contains(reports[agent]))
                {
                    MarketReports.ThrowOutside(side, agent, reports[agent]);
                }
            }
        }

        return position;
    }

    /// <summary>Counts legal reports and copies those inside, which may overwrite what was read.</summary>
    public static Position Keep(ReadOnlySpan<double> reports, Bracket bracket, Span<double> inside) => Keep<Unchecked>(reports, bracket, inside);

    /// <summary>Counts legal reports.</summary>
    public static Position Count(ReadOnlySpan<double> reports, Bracket bracket)
    {
        var (above, below) = (0, 0);
        foreach (var report in reports)
        {
            above += report > bracket.High ? 1 : 0;
            below += report < bracket.Low ? 1 : 0;
        }

        return new(above, reports.Length - above - below, below);
    }

    /// <summary>The least report above a number; there is one.</summary>
    public static double LeastAbove(ReadOnlySpan<double> reports, double bound)
    {
        var (bounds, most) = (new Vector<double>(bound), new Vector<double>(double.PositiveInfinity));
        var lanes = most;
        var index = 0;
        for (; index <= reports.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            var some = new Vector<double>(reports[index..]);
            lanes = Vector.Min(lanes, Vector.ConditionalSelect(Vector.GreaterThan(some, bounds), some, most));
        }

        var least = double.PositiveInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            least = Math.Min(least, lanes[lane]);
        }

        foreach (var report in reports[index..])
        {
            least = report > bound ? Math.Min(least, report) : least;
        }

        return least;
    }

    /// <summary>The greatest report below a number; there is one.</summary>
    public static double GreatestBelow(ReadOnlySpan<double> reports, double bound)
    {
        var (bounds, none) = (new Vector<double>(bound), new Vector<double>(double.NegativeInfinity));
        var lanes = none;
        var index = 0;
        for (; index <= reports.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            var some = new Vector<double>(reports[index..]);
            lanes = Vector.Max(lanes, Vector.ConditionalSelect(Vector.LessThan(some, bounds), some, none));
        }

        var greatest = double.NegativeInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            greatest = Math.Max(greatest, lanes[lane]);
        }

        foreach (var report in reports[index..])
        {
            greatest = report < bound ? Math.Max(greatest, report) : greatest;
        }

        return greatest + 0.0;
    }

    /// <summary>As the public methods; a number of −1 inside says that a report is not legal.</summary>
    private static Position Keep<TCheck>(ReadOnlySpan<double> reports, Bracket bracket, Span<double> inside)
        where TCheck : struct
    {
        ref var start = ref MemoryMarshal.GetReference(reports);
        ref var kept = ref MemoryMarshal.GetReference(inside);
        var (agent, count, above, isLegal) = (0, 0, 0, true);

        // Where all reports inside are equal they are counted and not copied one by one.
        var isPoint = bracket.Low == bracket.High;
        if (Vector512.IsHardwareAccelerated)
        {
            var (low, high, highest) = (Vector512.Create(bracket.Low), Vector512.Create(bracket.High), Vector512.Create(ReportDomain.Highest));
            for (; agent <= reports.Length - Vector512<double>.Count; agent += Vector512<double>.Count)
            {
                var eight = Vector512.LoadUnsafe(ref start, (nuint)agent);
                if (typeof(TCheck) == typeof(Checked))
                {
                    isLegal &= Vector512.GreaterThanOrEqualAll(eight, Vector512<double>.Zero) & Vector512.LessThanOrEqualAll(eight, highest);
                }

                var tooHigh = Vector512.GreaterThan(eight, high).ExtractMostSignificantBits();
                above += BitOperations.PopCount(tooHigh);
                var hits = Vector512.GreaterThanOrEqual(eight, low).ExtractMostSignificantBits() & ~tooHigh;
                count += isPoint ? BitOperations.PopCount(hits) : 0;
                for (hits = isPoint ? 0 : hits; hits != 0; hits &= hits - 1)
                {
                    Unsafe.Add(ref kept, count++) = Unsafe.Add(ref start, agent + BitOperations.TrailingZeroCount(hits));
                }
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            var (low, high, highest) = (Vector256.Create(bracket.Low), Vector256.Create(bracket.High), Vector256.Create(ReportDomain.Highest));
            for (; agent <= reports.Length - Vector256<double>.Count; agent += Vector256<double>.Count)
            {
                var four = Vector256.LoadUnsafe(ref start, (nuint)agent);
                if (typeof(TCheck) == typeof(Checked))
                {
                    isLegal &= Vector256.GreaterThanOrEqualAll(four, Vector256<double>.Zero) & Vector256.LessThanOrEqualAll(four, highest);
                }

                var tooHigh = Vector256.GreaterThan(four, high).ExtractMostSignificantBits();
                above += BitOperations.PopCount(tooHigh);
                var hits = Vector256.GreaterThanOrEqual(four, low).ExtractMostSignificantBits() & ~tooHigh;
                count += isPoint ? BitOperations.PopCount(hits) : 0;
                for (hits = isPoint ? 0 : hits; hits != 0; hits &= hits - 1)
                {
                    Unsafe.Add(ref kept, count++) = Unsafe.Add(ref start, agent + BitOperations.TrailingZeroCount(hits));
                }
            }
        }

        for (; agent < reports.Length; agent++)
        {
            var report = Unsafe.Add(ref start, agent);
            isLegal &= ReportDomain.Contains(report);
            above += report > bracket.High ? 1 : 0;
            if (report >= bracket.Low && report <= bracket.High)
            {
                Unsafe.Add(ref kept, count++) = report;
            }
        }

        if (isPoint)
        {
            inside[..count].Fill(bracket.Low);
        }

        return new(above, isLegal ? count : -1, reports.Length - above - count);
    }

    private readonly struct Checked;

    private readonly struct Unchecked;
}
