using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>Non-decreasing score curves of different agents, in terms of types: a buyer's value, or minus a supplier's cost.</summary>
internal interface IScoreCurves
{
    /// <summary>The number of agents.</summary>
    int Agents { get; }

    /// <summary>The lowest types that are served, padded with +∞ to a multiple of 8.</summary>
    double[] Lowest { get; }

    /// <summary>The scores of up to eight types, the first being that of agent 0. Lanes below <see cref="Lowest"/> may hold anything but NaN.</summary>
    Vector512<double> Scores(Vector512<double> types);

    /// <summary>The score of a type of at least <see cref="Lowest"/>.</summary>
    double Score(int agent, double type);

    /// <summary>inf{type : score(type) ≥ score}, or with &gt; if <paramref name="strictly"/>; any number below <see cref="Lowest"/> for −∞.</summary>
    double Threshold(int agent, double score, bool strictly);
}

/// <summary>Which side of the market reports: what turns a report into a type and back.</summary>
internal interface ISide
{
    /// <summary>Type = Sign · report.</summary>
    static abstract double Sign { get; }

    /// <summary>The lowest possible type.</summary>
    static abstract double LowestType { get; }
}

/// <summary>Buyers report values.</summary>
internal readonly struct Buyers : ISide
{
    public static double Sign => 1;

    public static double LowestType => 0;
}

/// <summary>Suppliers report costs.</summary>
internal readonly struct Suppliers : ISide
{
    public static double Sign => -1;

    public static double LowestType => -ReportDomain.Highest;
}

/// <summary>
/// The auction of scores: of the agents whose type is at least their lowest served one, the best score wins, the lowest index among equals,
/// and the price is the lowest type with which the winner would still win (Myerson 1981).
/// </summary>
/// <remarks>
/// A rival with a lower index wins ties, so the winner's score has to exceed the rival's; against a rival with a higher index it only has to
/// reach it. The difference shows where a curve is flat.
/// </remarks>
internal static class ScoreAuction
{
    private const int Width = 8;
    private const int MostOnStack = 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sale<double> Run<TCurves, TSide>(TCurves curves, ReadOnlySpan<double> reports)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        if (reports.Length != curves.Agents)
        {
            ThrowCount(reports.Length, curves.Agents);
        }

        // Without agents there is nothing to point at; the loop copes.
        return !Vector512.IsHardwareAccelerated || (uint)(reports.Length - 1) >= Width ? RunEach<TCurves, TSide>(curves, reports)
            : reports.Length == Width ? RunEight<TCurves, TSide>(curves, reports, Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(reports)))
            : RunFew<TCurves, TSide>(curves, reports);
    }

    /// <summary>1 to 7 agents. Apart from <see cref="Run"/>, whose registers it would otherwise send through memory.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunFew<TCurves, TSide>(TCurves curves, ReadOnlySpan<double> reports)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide =>
        RunEight<TCurves, TSide>(curves, reports, LoadFew(ref MemoryMarshal.GetReference(reports), reports.Length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Sale<double> RunEight<TCurves, TSide>(TCurves curves, ReadOnlySpan<double> reports, Vector512<double> amounts)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        // Reports outside the domain, and −0.0, are larger than 1e15 as unsigned integers: one comparison instead of two.
        if (Vector512.GreaterThan(amounts.AsUInt64(), Vector512.Create(ReportDomain.HighestBits)).ExtractMostSignificantBits() != 0)
        {
            return RunEach<TCurves, TSide>(curves, reports);
        }

        ref var start = ref MemoryMarshal.GetReference(reports);
        var types = TSide.Sign > 0 ? amounts : -amounts;
        ref var lowest = ref MemoryMarshal.GetArrayDataReference(curves.Lowest);
        var scores = Vector512.ConditionalSelect(
            Vector512.LessThan(types, Vector512.LoadUnsafe(ref lowest)), Vector512.Create(double.NegativeInfinity), curves.Scores(types));
        BestTwo(scores, out var best, out var second);
        var winner = BitOperations.TrailingZeroCount((uint)Vector512.Equals(scores, Vector512.Create(best)).ExtractMostSignificantBits());

        // Nobody competes: all lanes are −∞, the winner found is agent 0, and the price computed for it is dropped below.
        var rivals = (uint)Vector512.Equals(scores, Vector512.Create(second)).ExtractMostSignificantBits();
        var strictly = (rivals & ((1u << winner) - 1)) != 0;
        var price = Price<TCurves, TSide>(curves, winner, Unsafe.Add(ref start, winner), second, strictly, Unsafe.Add(ref lowest, winner));
        return best > double.NegativeInfinity ? new(winner, price) : Sale<double>.Unsold;
    }

    /// <summary>As <see cref="Run"/>, with null for an agent that stays away.</summary>
    public static Sale<double> RunPresent<TCurves, TSide>(TCurves curves, ReadOnlySpan<double?> reports)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        if (reports.Length != curves.Agents)
        {
            ThrowCount(reports.Length, curves.Agents);
        }

        Span<double> present = reports.Length <= MostOnStack ? stackalloc double[reports.Length] : new double[reports.Length];
        for (var agent = 0; agent < reports.Length; agent++)
        {
            // Not a number misses every limit, so nobody meets an agent that stays away.
            present[agent] = double.NaN;
            if (reports[agent] is { } report)
            {
                ReportDomain.Check(report, agent);
                present[agent] = report;
            }
        }

        return Decide<TCurves, TSide>(curves, present);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunEach<TCurves, TSide>(TCurves curves, ReadOnlySpan<double> reports)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        for (var agent = 0; agent < reports.Length; agent++)
        {
            ReportDomain.Check(reports[agent], agent);
        }

        return Decide<TCurves, TSide>(curves, reports);
    }

    private static Sale<double> Decide<TCurves, TSide>(TCurves curves, ReadOnlySpan<double> reports)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        var lowest = curves.Lowest;
        var winner = -1;
        var best = double.NegativeInfinity;
        var before = double.NegativeInfinity;
        var after = double.NegativeInfinity;
        for (var agent = 0; agent < reports.Length; agent++)
        {
            var type = TSide.Sign * reports[agent];
            if (!(type >= lowest[agent]))
            {
                continue;
            }

            var score = curves.Score(agent, type);
            if (score > best)
            {
                before = best;
                after = double.NegativeInfinity;
                best = score;
                winner = agent;
            }
            else if (score > after)
            {
                after = score;
            }
        }

        return winner < 0
            ? Sale<double>.Unsold
            : new(winner, Price<TCurves, TSide>(curves, winner, reports[winner], Math.Max(before, after), before >= after, lowest[winner]));
    }

    /// <summary>The lowest type that still wins, as a price; never worse for the winner than its own report, which an inverse may miss by rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Price<TCurves, TSide>(TCurves curves, int winner, double report, double rival, bool strictly, double lowest)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        var threshold = double.MaxNative(curves.Threshold(winner, rival, strictly), double.MaxNative(lowest, TSide.LowestType));
        return (TSide.Sign * double.MinNative(threshold, TSide.Sign * report)) + 0.0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BestTwo(Vector512<double> scores, out double best, out double second)
    {
        var left = scores.GetLower();
        var right = scores.GetUpper();
        var winners = Vector256.MaxNative(left, right);
        var losers = Vector256.MinNative(left, right);
        var winners2 = Vector128.MaxNative(winners.GetLower(), winners.GetUpper());
        var losers2 = Vector128.MaxNative(
            Vector128.MinNative(winners.GetLower(), winners.GetUpper()), Vector128.MaxNative(losers.GetLower(), losers.GetUpper()));
        var swapped = Swap(winners2);
        best = Vector128.MaxNative(winners2, swapped).ToScalar();
        second = Vector128.MaxNative(Vector128.MinNative(winners2, swapped), Vector128.MaxNative(losers2, Swap(losers2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Swap(Vector128<double> pair) => Vector128.Shuffle(pair, Vector128.Create(1L, 0L));

    // Inlined like everything that returns a 512-bit register: a call would pass it through memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LoadFew(ref double reports, int count) =>
        Vector512.Create(
            LoadQuarter(ref reports, Math.Min(count, 4)),
            LoadQuarter(ref Unsafe.Add(ref reports, Math.Min(count, 4)), Math.Max(count - 4, 0)));

    /// <summary>0 to 4 reports, 0 in the other lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LoadQuarter(ref double reports, int count) => count switch
    {
        0 => Vector256<double>.Zero,
        1 => Vector256.CreateScalar(reports),
        2 => Vector128.LoadUnsafe(ref reports).ToVector256(),
        3 => Vector256.Create(Vector128.LoadUnsafe(ref reports), Vector128.CreateScalar(Unsafe.Add(ref reports, 2))),
        _ => Vector256.LoadUnsafe(ref reports),
    };

    [DoesNotReturn]
    private static void ThrowCount(int reports, int agents) =>
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {agents} agents but {reports} reports."), nameof(reports));
}
