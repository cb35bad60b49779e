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

    // Rows of eight lanes: Low, High, Shift, Scale, last segment, tail slope, tail intercept (doubles).
    private readonly double[] _lanes;

    // Rows of eight lanes: 52 − k, k, FirstSegment, last segment, first coefficient in _coefficients (integers).
    private readonly long[] _layout;
    private readonly double[] _coefficients;

    // The inverse tables of all agents, and where each begins.
    private readonly double[] _inverse;
    private readonly int[] _inverseStarts;

    /// <summary>The curves of all agents, in agent order.</summary>
    /// <param name="agents">One entry an agent.</param>
    /// <exception cref="ArgumentException">A table is empty or badly shaped, a number is not finite, or a tail falls.</exception>
    public SmoothScores(ReadOnlySpan<SmoothAgent> agents)
    {
        _agents = agents.ToArray();
        _lowest = ScoreTables.Pad(new double[agents.Length], double.PositiveInfinity);
        _lanes = new double[7 * ScoreTables.Width];
        _layout = new long[5 * ScoreTables.Width];
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
                FillLane(agents[agent], agent, coefficients);
            }
        }

        _coefficients = [.. coefficients];
        _inverse = [.. inverse];
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

    private void FillLane(SmoothAgent agent, int lane, List<double> coefficients)
    {
        var curve = agent.Score;
        double[] lanes = [curve.Low, curve.High, curve.Shift, curve.Scale, curve.Segments - 1, agent.TailSlope, agent.TailIntercept];
        long[] layout = [52 - curve.SegmentBits, curve.SegmentBits, curve.FirstSegment, curve.Segments - 1, coefficients.Count];
        for (var row = 0; row < lanes.Length; row++)
        {
            _lanes[(row * ScoreTables.Width) + lane] = lanes[row];
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

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<double> Scores(Vector512<double> types)
        {
            ref var lanes = ref MemoryMarshal.GetArrayDataReference(scores._lanes);
            ref var layout = ref MemoryMarshal.GetArrayDataReference(scores._layout);
            var high = Vector512.LoadUnsafe(ref lanes, 8);
            var shifted = Vector512.MinNative(Vector512.MaxNative(types, Vector512.LoadUnsafe(ref lanes)), high) + Vector512.LoadUnsafe(ref lanes, 16);

            // Octaves: segment and coordinate are parts of the bit pattern.
            var bits = shifted.AsInt64();
            var number = Avx512F.ShiftRightLogicalVariable(bits, Vector512.LoadUnsafe(ref layout).AsUInt64()) - Vector512.LoadUnsafe(ref layout, 16);
            var last = Vector512.LoadUnsafe(ref layout, 24);
            var octave = Vector512.Min(Vector512.Max(number, Vector512<long>.Zero), last);
            var mantissa = (Avx512F.ShiftLeftLogicalVariable(bits, Vector512.LoadUnsafe(ref layout, 8).AsUInt64()) & Vector512.Create(0x000F_FFFF_FFFF_FFFFL))
                | Vector512.Create(0x3FF0_0000_0000_0000L);
            var octaveU = Vector512.ConditionalSelect(
                Vector512.GreaterThan(number, last).AsDouble(), Vector512<double>.One, (mantissa.AsDouble() * 2.0) - Vector512.Create(3.0));

            // Uniform segments.
            var scale = Vector512.LoadUnsafe(ref lanes, 24);
            var position = shifted * scale;
            var cell = Vector512.MinNative(Vector512.MaxNative(Vector512.Floor(position), Vector512<double>.Zero), Vector512.LoadUnsafe(ref lanes, 32));
            var isUniform = Vector512.GreaterThan(scale, Vector512<double>.Zero);
            var u = Vector512.ConditionalSelect(isUniform, ((position - cell) * 2.0) - Vector512<double>.One, octaveU);
            var segment = Vector512.ConditionalSelect(isUniform.AsInt64(), Avx512DQ.ConvertToVector512Int64(cell), octave);

            // Each agent's eight coefficients are one register; transposed, lane i of register p is agent i's coefficient of u^p.
            var row = Vector512.LoadUnsafe(ref layout, 32) + (segment << 3);
            ref var all = ref MemoryMarshal.GetArrayDataReference(scores._coefficients);
            Transpose.Rows(
                Row(ref all, row, 0), Row(ref all, row, 1), Row(ref all, row, 2), Row(ref all, row, 3),
                Row(ref all, row, 4), Row(ref all, row, 5), Row(ref all, row, 6), Row(ref all, row, 7), out var c);
            var square = u * u;
            var low = Vector512.FusedMultiplyAdd(
                Vector512.FusedMultiplyAdd(c.C3, u, c.C2), square, Vector512.FusedMultiplyAdd(c.C1, u, c.C0));
            var upper = Vector512.FusedMultiplyAdd(
                Vector512.FusedMultiplyAdd(c.C7, u, c.C6), square, Vector512.FusedMultiplyAdd(c.C5, u, c.C4));
            var inside = Vector512.FusedMultiplyAdd(upper, square * square, low);
            var tail = (Vector512.LoadUnsafe(ref lanes, 40) * types) + Vector512.LoadUnsafe(ref lanes, 48);
            return Vector512.ConditionalSelect(Vector512.GreaterThan(types, high), tail, inside);
        }

        public double Score(int agent, double type)
        {
            ref readonly var own = ref scores._agents[agent];
            return type > own.Score.High ? (own.TailSlope * type) + own.TailIntercept : own.Score.At(type);
        }

        public double Threshold(int agent, double score, bool strictly)
        {
            ref readonly var own = ref scores._agents[agent];
            if (score <= own.Type.High)
            {
                return own.Type.At(
                    score, own.Type.Segments - 1, ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._inverse), scores._inverseStarts[agent]));
            }

            return double.MaxNative(own.Score.High, (score - own.TailIntercept) / own.TailSlope);
        }

        // The rows are chosen from tables checked when they were built: segment numbers are clamped to them, and absent agents read row 0.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> Row(ref double coefficients, Vector512<long> starts, int agent) =>
            Vector512.LoadUnsafe(ref coefficients, (nuint)(ulong)starts.GetElement(agent));
    }
}
