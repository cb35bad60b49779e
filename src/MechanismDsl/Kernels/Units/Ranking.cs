using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The best few of many reports, in order. Reports that cannot be among them are passed over 64 at a time: only those that beat the worst of the best
/// so far are looked at. What is kept is cut back to the best when its memory is full, so the whole takes O(n + wanted · log wanted) for reports in
/// random order and O(n · log wanted) at most.
/// </summary>
internal static class Ranking<TOrder>
    where TOrder : struct, IReportOrder
{
    private const int Block = 64;

    /// <summary>Ranks the reports that meet a limit.</summary>
    /// <param name="reports">One report an agent.</param>
    /// <param name="limit">The key that a report must reach.</param>
    /// <param name="best">Receives the best reports, the lowest index first among equals; its length is how many are wanted.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names agent, value and domain.</exception>
    public static int Best(ReadOnlySpan<double> reports, ulong limit, Span<Ranked> best)
    {
        using var memory = new RunMemory<Ranked>((2 * best.Length) + Block);
        var kept = new Kept(memory.Span, best.Length, limit);
        ref var start = ref MemoryMarshal.GetReference(reports);
        var agent = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; agent <= reports.Length - Block; agent += Block)
            {
                if (HasCandidate(ref Unsafe.Add(ref start, agent), kept.Least))
                {
                    AddBlock(ref kept, ref start, agent);
                }
            }
        }

        for (; agent < reports.Length; agent++)
        {
            kept.Add(Unsafe.Add(ref start, agent), agent);
        }

        return kept.Finish(best);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasCandidate(ref double block, ulong least) =>
        Vector512.GreaterThanOrEqualAny(
            Vector512.Max(
                Vector512.Max(Vector512.Max(Load(ref block, 0), Load(ref block, 8)), Vector512.Max(Load(ref block, 16), Load(ref block, 24))),
                Vector512.Max(Vector512.Max(Load(ref block, 32), Load(ref block, 40)), Vector512.Max(Load(ref block, 48), Load(ref block, 56)))),
            Vector512.Create(least));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Load(ref double block, nuint at) => TOrder.Key(Vector512.LoadUnsafe(ref block, at));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddBlock(ref Kept kept, ref double start, int agent)
    {
        for (var end = agent + Block; agent < end; agent += Vector512<double>.Count)
        {
            var hits = Vector512.GreaterThanOrEqual(Load(ref start, (nuint)agent), Vector512.Create(kept.Least)).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1)
            {
                var hit = agent + BitOperations.TrailingZeroCount(hits);
                kept.Add(Unsafe.Add(ref start, hit), hit);
            }
        }
    }

    /// <summary>The reports that may be among the best, unordered.</summary>
    private ref struct Kept(Span<Ranked> memory, int wanted, ulong limit)
    {
        private readonly Span<Ranked> _memory = memory;
        private int _count = 0;
        private ulong _least = limit;

        /// <summary>Smaller keys are of no interest.</summary>
        public readonly ulong Least => _least;

        public void Add(double report, int agent)
        {
            var key = TOrder.Key(report);
            if (key > ReportDomain.HighestBits)
            {
                ReportDomain.Check(report, agent);
                key = TOrder.Key(report + 0.0);
            }

            if (key < _least || wanted == 0)
            {
                return;
            }

            if (_count == _memory.Length)
            {
                Cut();

                // Of equal reports the earlier one is ahead, so from now on a report must beat the last of the best.
                _least = Math.Max(_least, _memory[wanted - 1].Key + 1);
                if (key < _least)
                {
                    return;
                }
            }

            _memory[_count++] = new(key, agent);
        }

        public int Finish(Span<Ranked> best)
        {
            Cut();
            _memory[.._count].CopyTo(best);
            return _count;
        }

        private void Cut()
        {
            _memory[.._count].Sort();
            _count = Math.Min(_count, wanted);
        }
    }
}
