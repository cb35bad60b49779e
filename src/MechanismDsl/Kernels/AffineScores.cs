using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>
/// Agents whose scores are affine in their types: score = slope · type + intercept. For a value uniform on [0, b] the virtual value is
/// 2v − b (Myerson 1981).
/// </summary>
/// <remarks>
/// A type is a buyer's value or minus a supplier's cost. Build one instance and keep it: running an auction allocates nothing. Products and sums
/// are rounded separately (no fused multiply-add), so scores are the same numbers on every machine.
/// </remarks>
public sealed class AffineScores
{
    private readonly int _agents;
    private readonly double[] _lowest;

    // From _start on: the slopes, intercepts and lowest types of all agents, each filled up to _width, a multiple of 8.
    private readonly double[] _rows;
    private readonly int _start;
    private readonly int _width;

    /// <summary>The curves of all agents, in agent order.</summary>
    /// <param name="slopes">Positive and finite.</param>
    /// <param name="intercepts">Finite.</param>
    /// <param name="lowest">
    /// The lowest type at which each agent is served when alone: the largest of the support's lower end, the agent's reserve (minus the ceiling) and the
    /// type whose score is the cutoff; −∞ without any of them, +∞ for an agent that is never served.
    /// </param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is outside its range.</exception>
    public AffineScores(ReadOnlySpan<double> slopes, ReadOnlySpan<double> intercepts, ReadOnlySpan<double> lowest)
    {
        ScoreTables.CheckLength(intercepts.Length, slopes.Length, nameof(intercepts));
        ScoreTables.CheckLength(lowest.Length, slopes.Length, nameof(lowest));
        for (var agent = 0; agent < slopes.Length; agent++)
        {
            ScoreTables.Check(slopes[agent] > 0 && double.IsFinite(slopes[agent]), nameof(slopes), agent, "the slope must be positive and finite");
            ScoreTables.Check(double.IsFinite(intercepts[agent]), nameof(intercepts), agent, "the intercept must be finite");
            ScoreTables.Check(!double.IsNaN(lowest[agent]), nameof(lowest), agent, "the lowest type must be a number");
        }

        _agents = slopes.Length;
        _lowest = ScoreTables.Pad(lowest, double.PositiveInfinity);
        _width = _lowest.Length;
        _rows = AlignedRows.Copy([.. ScoreTables.Pad(slopes, 1), .. ScoreTables.Pad(intercepts, 0), .. _lowest], out _start);
    }

    /// <summary>Runs one auction among buyers.</summary>
    /// <param name="values">One value an agent, in [0, 1e15].</param>
    /// <returns>The winner and what it pays: the lowest value with which it would still win.</returns>
    /// <exception cref="ArgumentException">There is not one value for each agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside the domain; the message names agent, value and domain.</exception>
    public Sale<double> Run(ReadOnlySpan<double> values) => ScoreAuction.Run<Curves, Buyers>(new(this), values);

    /// <summary>Runs one auction among suppliers.</summary>
    /// <param name="costs">One cost an agent, in [0, 1e15].</param>
    /// <returns>The winner and what it receives: the highest cost with which it would still win.</returns>
    /// <exception cref="ArgumentException">There is not one cost for each agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost lies outside the domain; the message names agent, value and domain.</exception>
    public Sale<double> RunSuppliers(ReadOnlySpan<double> costs) => ScoreAuction.Run<Curves, Suppliers>(new(this), costs);

    /// <summary>As <see cref="Run"/>, among the buyers that take part; without allocation for up to 64 agents.</summary>
    /// <param name="values">One entry an agent; null if it stays away.</param>
    /// <returns>The winner and what it pays.</returns>
    /// <exception cref="ArgumentException">There is not one entry for each agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside the domain; the message names agent, value and domain.</exception>
    public Sale<double> RunPresent(ReadOnlySpan<double?> values) => ScoreAuction.RunPresent<Curves, Buyers>(new(this), values);

    /// <summary>As <see cref="RunSuppliers"/>, among the suppliers that take part; without allocation for up to 64 agents.</summary>
    /// <param name="costs">One entry an agent; null if it stays away.</param>
    /// <returns>The winner and what it receives.</returns>
    /// <exception cref="ArgumentException">There is not one entry for each agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost lies outside the domain; the message names agent, value and domain.</exception>
    public Sale<double> RunSuppliersPresent(ReadOnlySpan<double?> costs) => ScoreAuction.RunPresent<Curves, Suppliers>(new(this), costs);

    private readonly struct Curves(AffineScores scores) : IScoreCurves
    {
        // The truth table of "first ? second : third": one instruction, where a selection by doubles takes three.
        private const byte Select = 0xCA;

        public int Agents => scores._agents;

        public double[] Lowest => scores._lowest;

        private ref double Rows
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._rows), scores._start);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Scores(Vector256<double> types, Vector256<double> types2, out Vector256<double> scores1, out Vector256<double> scores2)
        {
            ref var rows = ref Rows;
            scores1 = Half(types, ref rows);
            scores2 = Half(types2, ref Unsafe.Add(ref rows, 4));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> Half(Vector256<double> types, ref double rows) =>
            Avx512F.VL.TernaryLogic(
                Vector256.LessThan(types, Vector256.LoadUnsafe(ref rows, 16)),
                Vector256.Create(double.NegativeInfinity),
                (types * Vector256.LoadUnsafe(ref rows)) + Vector256.LoadUnsafe(ref rows, 8),
                Select);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double LowestOfEight(nuint agent) => Unsafe.Add(ref Rows, (2 * ScoreTables.Width) + agent);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double ThresholdOfEight(nuint agent, double score, bool strictly) =>
            (score - Unsafe.Add(ref Rows, ScoreTables.Width + agent)) / Unsafe.Add(ref Rows, agent);

        public double Score(int agent, double type) => (type * Unsafe.Add(ref Rows, agent)) + Unsafe.Add(ref Rows, scores._width + agent);

        public double Threshold(int agent, double score, bool strictly) =>
            (score - Unsafe.Add(ref Rows, scores._width + agent)) / Unsafe.Add(ref Rows, agent);
    }
}
