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

    // From _start on: the slopes, intercepts, lowest types and reciprocals of the slopes of all agents, each filled up to _width, a multiple of 8.
    private readonly double[] _rows;
    private readonly int _start;
    private readonly int _width;

    // The score from which on an agent is served where that says the same as the lowest types, and quotients by slopes are products; otherwise not a number.
    private readonly double _cutoff;

    // Eight if there are eight agents with such a cutoff and wide registers, otherwise -1: one comparison says how an auction runs.
    private readonly int _regular;

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
        _rows = AlignedRows.Copy([.. ScoreTables.Pad(slopes, 1), .. ScoreTables.Pad(intercepts, double.NegativeInfinity), .. _lowest, .. ScoreTables.Pad(Reciprocals(slopes), 1)], out _start);
        _cutoff = CommonCutoff(slopes, intercepts, lowest);
        _regular = ScoreAuction.IsEight(_agents) && !double.IsNaN(_cutoff) ? _agents : -1;
    }

    /// <summary>Runs one auction among buyers.</summary>
    /// <param name="values">One value an agent, in [0, 1e15].</param>
    /// <returns>The winner and what it pays: the lowest value with which it would still win.</returns>
    /// <exception cref="ArgumentException">There is not one value for each agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside the domain; the message names agent, value and domain.</exception>
    public Sale<double> Run(ReadOnlySpan<double> values) =>
        values.Length == _regular ? ScoreAuction.RunEight<RegularCurves, Buyers>(new(this), values) : ScoreAuction.Run<Curves, Buyers>(new(this), values);

    /// <summary>Runs one auction among suppliers.</summary>
    /// <param name="costs">One cost an agent, in [0, 1e15].</param>
    /// <returns>The winner and what it receives: the highest cost with which it would still win.</returns>
    /// <exception cref="ArgumentException">There is not one cost for each agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost lies outside the domain; the message names agent, value and domain.</exception>
    public Sale<double> RunSuppliers(ReadOnlySpan<double> costs) =>
        costs.Length == _regular ? ScoreAuction.RunEight<RegularCurves, Suppliers>(new(this), costs) : ScoreAuction.Run<Curves, Suppliers>(new(this), costs);

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

    private static double[] Reciprocals(ReadOnlySpan<double> slopes)
    {
        var reciprocals = new double[slopes.Length];
        for (var agent = 0; agent < slopes.Length; agent++)
        {
            reciprocals[agent] = 1 / slopes[agent];
        }

        return reciprocals;
    }

    /// <summary>
    /// The one score from which on every agent is served, as with virtual values of uniform distributions and one seller's value; not a number where reserves or
    /// supports give agents cutoffs of their own, or where a slope is no power of two, so that a product with its reciprocal is another number than the quotient.
    /// </summary>
    private static double CommonCutoff(ReadOnlySpan<double> slopes, ReadOnlySpan<double> intercepts, ReadOnlySpan<double> lowest)
    {
        var cutoff = double.NaN;
        for (var agent = 0; agent < slopes.Length; agent++)
        {
            // A computed score never falls with the type, so the lowest type and the one before it decide for all; nor does the computed inverse, so that no
            // rival below the cutoff raises a price above the lowest type.
            var score = (lowest[agent] * slopes[agent]) + intercepts[agent];
            var below = (double.BitDecrement(lowest[agent]) * slopes[agent]) + intercepts[agent];
            var isExact = double.IsPow2(slopes[agent]) && double.IsNormal(slopes[agent]) && double.IsNormal(1 / slopes[agent]);
            var inverse = (score - intercepts[agent]) / slopes[agent];
            if (!isExact || !double.IsFinite(score) || !(below < score) || !(inverse <= lowest[agent]) || (agent > 0 && score != cutoff))
            {
                return double.NaN;
            }

            cutoff = score;
        }

        return cutoff;
    }

    private readonly struct Curves(AffineScores scores) : IScoreCurves
    {
        // The truth table of "first ? second : third": one instruction, where a selection by doubles takes three.
        private const byte Select = 0xCA;

        public int Agents => scores._agents;

        public double[] Lowest => scores._lowest;

        public ref double Table
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._rows), scores._start);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Scores(ref double table, Vector256<double> types, Vector256<double> types2, out Vector256<double> scores1, out Vector256<double> scores2)
        {
            scores1 = Half(types, ref table);
            scores2 = Half(types2, ref Unsafe.Add(ref table, 4));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> Half(Vector256<double> types, ref double table) =>
            Avx512F.VL.TernaryLogic(
                Vector256.LessThan(types, Vector256.LoadUnsafe(ref table, 16)),
                Vector256.Create(double.NegativeInfinity),
                (types * Vector256.LoadUnsafe(ref table)) + Vector256.LoadUnsafe(ref table, 8),
                Select);

        public bool IsServed(double score) => score > double.NegativeInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double LowestOfEight(ref double table, nuint agent) => Unsafe.Add(ref table, (2 * ScoreTables.Width) + agent);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double ThresholdOfEight(ref double table, nuint agent, double score, bool strictly) =>
            (score - Unsafe.Add(ref table, ScoreTables.Width + agent)) / Unsafe.Add(ref table, agent);

        public double Score(int agent, double type) => (type * Unsafe.Add(ref Table, agent)) + Unsafe.Add(ref Table, scores._width + agent);

        public double Threshold(int agent, double score, bool strictly) =>
            (score - Unsafe.Add(ref Table, scores._width + agent)) / Unsafe.Add(ref Table, agent);
    }

    /// <summary>Curves with one cutoff and slopes that are powers of two: nothing is masked, and nothing divided.</summary>
    private readonly struct RegularCurves(AffineScores scores) : IScoreCurves
    {
        public int Agents => scores._agents;

        public double[] Lowest => scores._lowest;

        public ref double Table
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._rows), scores._start);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Scores(ref double table, Vector256<double> types, Vector256<double> types2, out Vector256<double> scores1, out Vector256<double> scores2)
        {
            scores1 = (types * Vector256.LoadUnsafe(ref table)) + Vector256.LoadUnsafe(ref table, 8);
            scores2 = (types2 * Vector256.LoadUnsafe(ref table, 4)) + Vector256.LoadUnsafe(ref table, 12);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsServed(double score) => score >= scores._cutoff;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double LowestOfEight(ref double table, nuint agent) => Unsafe.Add(ref table, (2 * ScoreTables.Width) + agent);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double ThresholdOfEight(ref double table, nuint agent, double score, bool strictly)
        {
            ref var row = ref Unsafe.Add(ref table, agent);
            return (score - Unsafe.Add(ref row, ScoreTables.Width)) * Unsafe.Add(ref row, 3 * ScoreTables.Width);
        }

        public double Score(int agent, double type) => new Curves(scores).Score(agent, type);

        public double Threshold(int agent, double score, bool strictly) => new Curves(scores).Threshold(agent, score, strictly);
    }
}
