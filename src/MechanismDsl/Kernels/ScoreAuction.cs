using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>Non-decreasing score curves of different agents, in terms of types: a buyer's value, or minus a supplier's cost.</summary>
internal interface IScoreCurves
{
    /// <summary>The number of agents.</summary>
    int Agents { get; }

    /// <summary>The lowest types that are served, padded with +∞ to a multiple of 8.</summary>
    double[] Lowest { get; }

    /// <summary>Where the numbers begin that the next three methods are given: found once an auction.</summary>
    ref double Table { get; }

    /// <summary>
    /// The scores of up to eight types, the first being that of agent 0; where a type is below <see cref="Lowest"/>, one that <see cref="IsServed"/> denies
    /// and that is below every score that it grants. In two registers, because what follows is faster in halves: 512-bit instructions close one of three
    /// vector ports.
    /// </summary>
    void Scores(ref double table, Vector256<double> types, Vector256<double> types2, out Vector256<double> scores, out Vector256<double> scores2);

    /// <summary>Whether an agent with this score, as <see cref="Scores"/> gives it, can be served.</summary>
    bool IsServed(double score);

    /// <summary>The entry of <see cref="Lowest"/> of one of at most eight agents, from where <see cref="Scores"/> has just read it.</summary>
    double LowestOfEight(ref double table, nuint agent);

    /// <summary>As <see cref="Threshold"/>, for one of at most eight agents.</summary>
    double ThresholdOfEight(ref double table, nuint agent, double score, bool strictly);

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

    /// <summary>The report of a type, never −0.0.</summary>
    static abstract double Report(double type);
}

/// <summary>Buyers report values.</summary>
internal readonly struct Buyers : ISide
{
    public static double Sign => 1;

    public static double LowestType => 0;

    public static double Report(double type) => type + 0.0;
}

/// <summary>Suppliers report costs.</summary>
internal readonly struct Suppliers : ISide
{
    public static double Sign => -1;

    public static double LowestType => -ReportDomain.Highest;

    public static double Report(double type) => 0.0 - type;
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

    /// <summary>Whether <see cref="RunEight{TCurves, TSide}(TCurves, ReadOnlySpan{double})"/> can be called for this number of agents on this machine.</summary>
    public static bool IsEight(int agents) => Vector512.IsHardwareAccelerated && agents == Width;

    /// <summary>As <see cref="Run"/>, for as many reports as agents if <see cref="IsEight"/> says so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sale<double> RunEight<TCurves, TSide>(TCurves curves, ReadOnlySpan<double> reports)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        ref var start = ref MemoryMarshal.GetReference(reports);
        return RunEight<TCurves, TSide>(curves, reports, Vector256.LoadUnsafe(ref start), Vector256.LoadUnsafe(ref start, 4));
    }

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
        ref var start = ref MemoryMarshal.GetReference(reports);
        return !Vector512.IsHardwareAccelerated || (uint)(reports.Length - 1) >= Width ? RunEach<TCurves, TSide>(curves, reports)
            : reports.Length == Width ? RunEight<TCurves, TSide>(curves, reports, Vector256.LoadUnsafe(ref start), Vector256.LoadUnsafe(ref start, 4))
            : RunFew<TCurves, TSide>(curves, reports);
    }

    /// <summary>1 to 7 agents. Apart from <see cref="Run"/>, whose registers it would otherwise send through memory.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Sale<double> RunFew<TCurves, TSide>(TCurves curves, ReadOnlySpan<double> reports)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        ref var start = ref MemoryMarshal.GetReference(reports);
        var front = Math.Min(reports.Length, 4);
        return RunEight<TCurves, TSide>(curves, reports, LoadQuarter(ref start, front), LoadQuarter(ref Unsafe.Add(ref start, front), reports.Length - front));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Sale<double> RunEight<TCurves, TSide>(TCurves curves, ReadOnlySpan<double> reports, Vector256<double> amounts, Vector256<double> amounts2)
        where TCurves : struct, IScoreCurves
        where TSide : struct, ISide
    {
        // Reports outside the domain, and −0.0, are larger than 1e15 as unsigned integers: one comparison instead of two.
        if (Vector256.GreaterThanAny(Vector256.Max(amounts.AsUInt64(), amounts2.AsUInt64()), Vector256.Create(ReportDomain.HighestBits)))
        {
            return RunEach<TCurves, TSide>(curves, reports);
        }

        ref var table = ref curves.Table;
        curves.Scores(ref table, TSide.Sign > 0 ? amounts : -amounts, TSide.Sign > 0 ? amounts2 : -amounts2, out var scores, out var scores2);
        BestTwo(scores, scores2, out var best, out var second);
        var winner = BitOperations.TrailingZeroCount(LanesEqual(scores, scores2, best));

        // Where nobody can be served, the winner found and the price computed for it are dropped below.
        var rivals = LanesEqual(scores, scores2, Vector256.Create(second));
        var strictly = (rivals & ((1u << winner) - 1)) != 0;
        var agent = (nuint)(uint)winner;
        var threshold = curves.ThresholdOfEight(ref table, agent, second, strictly);
        var price = Price<TSide>(threshold, Unsafe.Add(ref MemoryMarshal.GetReference(reports), agent), curves.LowestOfEight(ref table, agent));
        return curves.IsServed(best.ToScalar()) ? new(winner, price) : Sale<double>.Unsold;
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
            : new(winner, Price<TSide>(curves.Threshold(winner, Math.Max(before, after), before >= after), reports[winner], lowest[winner]));
    }

    /// <summary>The lowest type that still wins, as a price; never worse for the winner than its own report, which an inverse may miss by rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Price<TSide>(double threshold, double report, double lowest)
        where TSide : struct, ISide =>
        TSide.Report(double.MinNative(double.MaxNative(threshold, double.MaxNative(lowest, TSide.LowestType)), TSide.Sign * report));

    /// <summary>The best of eight scores in all lanes, and the second best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BestTwo(Vector256<double> scores, Vector256<double> scores2, out Vector256<double> best, out double second)
    {
        var winners = Vector256.MaxNative(scores, scores2);
        var losers = Vector256.MinNative(scores, scores2);
        var crossed = Avx2.Permute4x64(winners, 0b01_00_11_10);
        var beaten = Vector128.MaxNative(
            Vector128.MinNative(winners.GetLower(), crossed.GetLower()), Vector128.MaxNative(losers.GetLower(), losers.GetUpper()));
        winners = Vector256.MaxNative(winners, crossed);
        var swapped = Avx2.Shuffle(winners.AsInt32(), 0b01_00_11_10).AsDouble();
        best = Vector256.MaxNative(winners, swapped);
        second = Vector128.MaxNative(Vector128.MinNative(winners.GetLower(), swapped.GetLower()), Vector128.MaxNative(beaten, Swap(beaten))).ToScalar();
    }

    /// <summary>Which of eight scores equal the wanted one, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint LanesEqual(Vector256<double> scores, Vector256<double> scores2, Vector256<double> wanted) =>
        Vector256.Equals(scores, wanted).ExtractMostSignificantBits() | (Vector256.Equals(scores2, wanted).ExtractMostSignificantBits() << 4);

    // As integers of 32 bits: two ports shuffle these, one port doubles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Swap(Vector128<double> pair) => Vector128.Shuffle(pair.AsInt32(), Vector128.Create(2, 3, 0, 1)).AsDouble();

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
