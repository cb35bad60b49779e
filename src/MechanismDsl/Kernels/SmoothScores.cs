using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Kernels;

/// <summary>One agent's score as a table and its inverse.</summary>
/// <param name="Score">The score of the types of [Low, High], increasing.</param>
/// <param name="Type">The inverse: the type of each score of [Score(Low), Score(High)].</param>
/// <param name="TailSlope">Above High the score goes on as TailSlope · type + TailIntercept; positive.</param>
/// <param name="TailIntercept">Such that the score does not fall at High.</param>
/// <param name="Lowest">The lowest type at which the agent is served when alone (reserve, cutoff and support taken together), at least Low.</param>
public readonly record struct SmoothAgent(SmoothCurve Score, SmoothCurve Type, double TailSlope, double TailIntercept, double Lowest);

/// <summary>
/// Agents whose scores are smooth without a closed-form inverse, such as virtual values of lognormal or Gamma priors (Myerson 1981), through
/// tables of polynomials.
/// </summary>
/// <remarks>
/// <para>A type is a buyer's value or minus a supplier's cost. The price is as accurate as the inverse table.</para>
/// <para>Build one instance and keep it: running an auction allocates nothing. Fused multiply-adds are used everywhere, in scalar code as well.</para>
/// </remarks>
public sealed class SmoothScores
{
    private readonly SmoothAgent[] _agents;
    private readonly double[] _lowest;

    // Rows of eight lanes: Low, High, Shift, Scale, last segment, tail slope, tail intercept, lowest (doubles).
    private readonly double[] _lanes;
    private readonly int _lanesStart;

    // Rows of eight lanes: 52 − k, k, FirstSegment, last segment, first coefficient in _coefficients, the same less those of
    // FirstSegment segments (integers).
    private readonly long[] _layout;

    // All scores, all inverses are tables of octaves that have a segment for every argument.
    private readonly bool _areInsideOctaves;
    private readonly bool _areInversesInsideOctaves;
    private readonly double[] _coefficients;
    private readonly int _coefficientsStart;

    // The inverse tables of all agents, and where each begins.
    private readonly double[] _inverse;
    private readonly int _inverseStart;
    private readonly int[] _inverseStarts;

    /// <summary>The curves of all agents, in agent order.</summary>
    /// <param name="agents">One entry an agent.</param>
    /// <exception cref="ArgumentException">A table is empty or badly shaped, a number is not finite, or a tail falls.</exception>
    public SmoothScores(ReadOnlySpan<SmoothAgent> agents)
    {
        _agents = agents.ToArray();
        _lowest = ScoreTables.Pad(new double[agents.Length], double.PositiveInfinity);
        var lanes = new double[8 * ScoreTables.Width];
        lanes.AsSpan(7 * ScoreTables.Width).Fill(double.PositiveInfinity);
        _layout = new long[6 * ScoreTables.Width];
        _inverseStarts = new int[agents.Length];
        var coefficients = new List<double>(new double[SmoothCurve.Terms]);
        var inverse = new List<double>();
        for (var agent = 0; agent < agents.Length; agent++)
        {
            Check(agents[agent], agent);
            _inverseStarts[agent] = inverse.Count;
            inverse.AddRange(agents[agent].Type.Coefficients.Span);
            _lowest[agent] = Math.Max(agents[agent].Lowest, agents[agent].Score.Low);
            if (agents.Length <= ScoreTables.Width)
            {
                FillLane(agents[agent] with { Lowest = _lowest[agent] }, agent, lanes, coefficients);
            }
        }

        _areInsideOctaves = Array.TrueForAll(_agents, agent => agent.Score.IsInsideOctaves);
        _areInversesInsideOctaves = Array.TrueForAll(_agents, agent => agent.Type.IsInsideOctaves);
        _lanes = AlignedRows.Copy(lanes, out _lanesStart);
        _coefficients = AlignedRows.Copy(CollectionsMarshal.AsSpan(coefficients), out _coefficientsStart);
        _inverse = AlignedRows.Copy(CollectionsMarshal.AsSpan(inverse), out _inverseStart);
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

    private static void Check(SmoothAgent agent, int index)
    {
        foreach (var curve in new[] { agent.Score, agent.Type })
        {
            ScoreTables.Check(curve.Segments > 0 && curve.Coefficients.Length % SmoothCurve.Terms == 0, "agents", index, "a table has eight coefficients a segment");
            ScoreTables.Check(double.IsFinite(curve.Low) && double.IsFinite(curve.High) && curve.Low < curve.High, "agents", index, "a table covers a finite interval");
            ScoreTables.Check(curve.Scale > 0 || curve.Low + curve.Shift > 0, "agents", index, "octaves need a positive shifted argument");
            ScoreTables.Check(curve.SegmentBits is >= 0 and <= 51, "agents", index, "an octave has 1 to 2⁵¹ segments");
        }

        var top = agent.Score.At(agent.Score.High);
        ScoreTables.Check(agent.TailSlope > 0 && double.IsFinite(agent.TailSlope), "agents", index, "the tail must increase");
        ScoreTables.Check(
            (agent.TailSlope * agent.Score.High) + agent.TailIntercept >= top - (1e-9 * (1 + Math.Abs(top))), "agents", index, "the score must not fall where the tail begins");
        ScoreTables.Check(!double.IsNaN(agent.Lowest), "agents", index, "the lowest type must be a number");
    }

    private void FillLane(SmoothAgent agent, int lane, Span<double> rows, List<double> coefficients)
    {
        var curve = agent.Score;
        double[] lanes = [curve.Low, curve.High, curve.Shift, curve.Scale, curve.Segments - 1, agent.TailSlope, agent.TailIntercept, agent.Lowest];
        long[] layout = [52 - curve.SegmentBits, curve.SegmentBits, curve.FirstSegment, curve.Segments - 1, coefficients.Count, coefficients.Count - (SmoothCurve.Terms * curve.FirstSegment)];
        for (var row = 0; row < lanes.Length; row++)
        {
            rows[(row * ScoreTables.Width) + lane] = lanes[row];
        }

        for (var row = 0; row < layout.Length; row++)
        {
            _layout[(row * ScoreTables.Width) + lane] = layout[row];
        }

        coefficients.AddRange(curve.Coefficients.Span);
    }

    private readonly struct Curves(SmoothScores scores) : IScoreCurves
    {
        public int Agents => scores._agents.Length;

        public double[] Lowest => scores._lowest;

        public ref double Table
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._lanes), scores._lanesStart);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Scores(ref double table, Vector256<double> types1, Vector256<double> types2, out Vector256<double> scores1, out Vector256<double> scores2)
        {
            var types = Lanes512.Join(types1, types2);
            ref var layout = ref MemoryMarshal.GetArrayDataReference(scores._layout);
            var high = Vector512.LoadUnsafe(ref table, 8);
            var shifted = Vector512.MinNative(Vector512.MaxNative(types, Vector512.LoadUnsafe(ref table)), high) + Vector512.LoadUnsafe(ref table, 16);

            Vector512<long> starts;
            Vector512<double> u;
            if (scores._areInsideOctaves)
            {
                InOctaves(shifted.AsInt64(), ref layout, out starts, out u);
            }
            else
            {
                Anywhere(shifted, ref table, ref layout, out starts, out u);
            }

            var (starts0, starts4) = (starts.GetLower(), starts.GetUpper());
            var (starts01, starts23, starts45, starts67) = (starts0.GetLower(), starts0.GetUpper(), starts4.GetLower(), starts4.GetUpper());
            ref var all = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._coefficients), scores._coefficientsStart);
            var square = u * u;
            var fourth = square * square;
            var agents02 = Folded(ref all, starts01.ToScalar(), starts23.ToScalar(), fourth, Vector512.Create(0L, 0, 0, 0, 2, 2, 2, 2));
            var agents13 = Folded(ref all, starts01.GetElement(1), starts23.GetElement(1), fourth, Vector512.Create(1L, 1, 1, 1, 3, 3, 3, 3));
            var agents46 = Folded(ref all, starts45.ToScalar(), starts67.ToScalar(), fourth, Vector512.Create(4L, 4, 4, 4, 6, 6, 6, 6));
            var agents57 = Folded(ref all, starts45.GetElement(1), starts67.GetElement(1), fourth, Vector512.Create(5L, 5, 5, 5, 7, 7, 7, 7));

            // Transposed, lane i of register p is agent i's coefficient of u^p.
            var even1 = Avx512F.UnpackLow(agents02, agents13);
            var even2 = Avx512F.UnpackLow(agents46, agents57);
            var odd1 = Avx512F.UnpackHigh(agents02, agents13);
            var odd2 = Avx512F.UnpackHigh(agents46, agents57);
            var low = Vector512.FusedMultiplyAdd(Transpose.Odd(odd1, odd2), u, Transpose.Odd(even1, even2));
            var inside = Vector512.FusedMultiplyAdd(
                low, square, Vector512.FusedMultiplyAdd(Transpose.Even(odd1, odd2), u, Transpose.Even(even1, even2)));
            var tail = (Vector512.LoadUnsafe(ref table, 40) * types) + Vector512.LoadUnsafe(ref table, 48);
            var any = Vector512.ConditionalSelect(Vector512.GreaterThan(types, high), tail, inside);
            var served = Vector512.ConditionalSelect(
                Vector512.LessThan(types, Vector512.LoadUnsafe(ref table, 56)), Vector512.Create(double.NegativeInfinity), any);
            scores1 = served.GetLower();
            scores2 = served.GetUpper();
        }

        public bool IsServed(double score) => score > double.NegativeInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double LowestOfEight(ref double table, nuint agent) => Unsafe.Add(ref table, (7 * ScoreTables.Width) + agent);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double ThresholdOfEight(ref double table, nuint agent, double score, bool strictly) => Threshold((int)agent, score, strictly);

        public double Score(int agent, double type)
        {
            ref readonly var own = ref scores._agents[agent];
            return type > own.Score.High ? (own.TailSlope * type) + own.TailIntercept : own.Score.At(type);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Threshold(int agent, double score, bool strictly)
        {
            ref readonly var own = ref scores._agents[agent];
            if (score <= own.Type.High)
            {
                ref var coefficients = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._inverse), scores._inverseStart + scores._inverseStarts[agent]);
                return scores._areInversesInsideOctaves
                    ? own.Type.InOctaves(score, ref coefficients)
                    : own.Type.At(score, own.Type.Segments - 1, ref coefficients);
            }

            return double.MaxNative(own.Score.High, (score - own.TailIntercept) / own.TailSlope);
        }

        /// <summary>Segment and coordinate are parts of the bit pattern.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void InOctaves(Vector512<long> bits, ref long layout, out Vector512<long> starts, out Vector512<double> u)
        {
            starts = (Avx512F.ShiftRightLogicalVariable(bits, Vector512.LoadUnsafe(ref layout).AsUInt64()) << 3) + Vector512.LoadUnsafe(ref layout, 40);
            u = Vector512.FusedMultiplyAdd(Mantissa(bits, ref layout), Vector512.Create(2.0), Vector512.Create(-3.0));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> Mantissa(Vector512<long> bits, ref long layout) =>
            ((Avx512F.ShiftLeftLogicalVariable(bits, Vector512.LoadUnsafe(ref layout, 8).AsUInt64()) & Vector512.Create(0x000F_FFFF_FFFF_FFFFL))
                | Vector512.Create(0x3FF0_0000_0000_0000L)).AsDouble();

        /// <summary>Octaves or uniform segments, and arguments that need not have a segment.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Anywhere(
            Vector512<double> shifted, ref double lanes, ref long layout, out Vector512<long> starts, out Vector512<double> u)
        {
            // Octaves: segment and coordinate are parts of the bit pattern.
            var bits = shifted.AsInt64();
            var number = Avx512F.ShiftRightLogicalVariable(bits, Vector512.LoadUnsafe(ref layout).AsUInt64()) - Vector512.LoadUnsafe(ref layout, 16);
            var last = Vector512.LoadUnsafe(ref layout, 24);
            var octave = Vector512.Min(Vector512.Max(number, Vector512<long>.Zero), last);
            var octaveU = Vector512.ConditionalSelect(
                Vector512.GreaterThan(number, last).AsDouble(), Vector512<double>.One, (Mantissa(bits, ref layout) * 2.0) - Vector512.Create(3.0));

            // Uniform segments.
            var scale = Vector512.LoadUnsafe(ref lanes, 24);
            var position = shifted * scale;
            var cell = Vector512.MinNative(Vector512.MaxNative(Vector512.Floor(position), Vector512<double>.Zero), Vector512.LoadUnsafe(ref lanes, 32));
            var isUniform = Vector512.GreaterThan(scale, Vector512<double>.Zero);
            u = Vector512.ConditionalSelect(isUniform, ((position - cell) * 2.0) - Vector512<double>.One, octaveU);
            var segment = Vector512.ConditionalSelect(isUniform.AsInt64(), Avx512DQ.ConvertToVector512Int64(cell), octave);

            starts = Vector512.LoadUnsafe(ref layout, 32) + (segment << 3);
        }

        /// <summary>
        /// For two agents, c_p + c_{p+4} u⁴ with p = 0 … 3 in four lanes each. The rows are chosen from tables checked when they were built: segment
        /// numbers are clamped to them, and absent agents read row 0.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> Folded(ref double coefficients, long start, long start2, Vector512<double> fourth, Vector512<long> agents)
        {
            ref var row = ref Unsafe.Add(ref coefficients, (nint)start);
            ref var row2 = ref Unsafe.Add(ref coefficients, (nint)start2);
            return Vector512.FusedMultiplyAdd(
                Lanes512.Join(Vector256.LoadUnsafe(ref row, 4), Vector256.LoadUnsafe(ref row2, 4)),
                Avx512F.PermuteVar8x64(fourth, agents),
                Lanes512.Join(Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row2)));
        }
    }
}
