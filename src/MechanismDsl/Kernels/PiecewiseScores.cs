using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Agents whose scores are piecewise constant or affine in their types, with jumps: ironed virtual values (Myerson 1981) and those of discrete
/// types. At most eight pieces an agent.
/// </summary>
/// <remarks>
/// <para>A type is a buyer's value or minus a supplier's cost. Piece p of an agent is slope · type + intercept on [from_p, from_{p+1}), the last
/// one to +∞; a slope of 0 is a flat, on which all types tie with each other.</para>
/// <para>Layout: twice, once piece by piece with the agents in the lanes of a register (to compute eight scores at once without a branch) and once agent
/// by agent (to invert the winner's curve).</para>
/// <para>Build one instance and keep it: running an auction allocates nothing. No fused multiply-add, so scores are the same numbers on every machine.</para>
/// </remarks>
public sealed class PiecewiseScores
{
    /// <summary>The largest number of pieces of an agent.</summary>
    public const int MostPieces = ScoreTables.Width;

    private readonly int _agents;
    private readonly int _pieces;
    private readonly double[] _lowest;

    // Eight if there are eight agents and wide registers, otherwise -1: one comparison says how an auction runs.
    private readonly int _eight;

    // By piece, eight agents a row: the lowest types served in place of the first lower ends, lower ends of pieces 1 to 7, eight rows of slopes,
    // eight of intercepts. Only filled for up to eight agents.
    private readonly double[] _byPiece;
    private readonly int _byPieceStart;

    // By agent: slope, intercept, score at from, slope and intercept for the inverse (1 and −∞ where flat, so that the inverse is +∞), from; eight
    // pieces each and +∞ behind the last from.
    private readonly double[] _byAgent;
    private readonly int _byAgentStart;
    private const int Slope = 0;
    private const int Intercept = 8;
    private const int StartScore = 16;
    private const int InverseSlope = 24;
    private const int InverseIntercept = 32;
    private const int From = 40;
    private const int Stride = 56;
    private const int PiecesOfAll = MostPieces * ScoreTables.Width;

    /// <summary>The curves of all agents, in agent order.</summary>
    /// <param name="pieces">The number of pieces of each agent, 1 to 8.</param>
    /// <param name="from">The lower ends of all pieces, agent after agent, increasing within an agent; the first may be −∞ if its slope is 0.</param>
    /// <param name="slopes">Their slopes, at least 0 and finite.</param>
    /// <param name="intercepts">Their intercepts, finite.</param>
    /// <param name="lowest">The lowest type at which each agent is served when alone (reserve, cutoff and support taken together); at least the first lower end counts.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a number is outside its range, or a curve falls.</exception>
    public PiecewiseScores(
        ReadOnlySpan<int> pieces, ReadOnlySpan<double> from, ReadOnlySpan<double> slopes, ReadOnlySpan<double> intercepts, ReadOnlySpan<double> lowest)
    {
        _agents = pieces.Length;
        _eight = ScoreAuction.IsEight(_agents) ? _agents : -1;
        ScoreTables.CheckLength(lowest.Length, _agents, nameof(lowest));
        _lowest = ScoreTables.Pad(lowest, double.PositiveInfinity);
        var byAgent = new double[_agents * Stride];
        var byPiece = new double[3 * PiecesOfAll];
        byPiece.AsSpan(0, PiecesOfAll).Fill(double.PositiveInfinity);
        var first = 0;
        for (var agent = 0; agent < _agents; agent++)
        {
            ScoreTables.Check(pieces[agent] is >= 1 and <= MostPieces, nameof(pieces), agent, "a curve has 1 to 8 pieces");
            _pieces = Math.Max(_pieces, pieces[agent]);
            ScoreTables.Check(first + pieces[agent] <= from.Length, nameof(from), agent, "pieces are missing");
            var rows = byAgent.AsSpan(agent * Stride, Stride);
            AddAgent(agent, from.Slice(first, pieces[agent]), slopes.Slice(first, pieces[agent]), intercepts.Slice(first, pieces[agent]), rows);
            _lowest[agent] = Math.Max(lowest[agent], from[first]);
            ScoreTables.Check(!double.IsNaN(_lowest[agent]), nameof(lowest), agent, "the lowest type must be a number");
            if (_agents <= ScoreTables.Width)
            {
                AddLane(agent, pieces[agent], _lowest[agent], rows, byPiece);
            }

            first += pieces[agent];
        }

        _byAgent = AlignedRows.Copy(byAgent, out _byAgentStart);
        _byPiece = AlignedRows.Copy(byPiece, out _byPieceStart);

        ScoreTables.CheckLength(from.Length, first, nameof(from));
        ScoreTables.CheckLength(slopes.Length, first, nameof(slopes));
        ScoreTables.CheckLength(intercepts.Length, first, nameof(intercepts));
    }

    /// <summary>Runs one auction among buyers.</summary>
    /// <param name="values">One value an agent, in [0, 1e15].</param>
    /// <returns>The winner and what it pays: the lowest value with which it would still win.</returns>
    /// <exception cref="ArgumentException">There is not one value for each agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside the domain; the message names agent, value and domain.</exception>
    public Sale<double> Run(ReadOnlySpan<double> values) =>
        values.Length == _eight ? ScoreAuction.RunEight<Curves, Buyers>(new(this), values) : ScoreAuction.Run<Curves, Buyers>(new(this), values);

    /// <summary>Runs one auction among suppliers.</summary>
    /// <param name="costs">One cost an agent, in [0, 1e15].</param>
    /// <returns>The winner and what it receives: the highest cost with which it would still win.</returns>
    /// <exception cref="ArgumentException">There is not one cost for each agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost lies outside the domain; the message names agent, value and domain.</exception>
    public Sale<double> RunSuppliers(ReadOnlySpan<double> costs) =>
        costs.Length == _eight ? ScoreAuction.RunEight<Curves, Suppliers>(new(this), costs) : ScoreAuction.Run<Curves, Suppliers>(new(this), costs);

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

    private static void AddAgent(int agent, ReadOnlySpan<double> from, ReadOnlySpan<double> slopes, ReadOnlySpan<double> intercepts, Span<double> rows)
    {
        rows[From..].Fill(double.PositiveInfinity);
        rows.Slice(StartScore, MostPieces).Fill(double.PositiveInfinity);
        var reached = double.NegativeInfinity;
        for (var piece = 0; piece < from.Length; piece++)
        {
            var (start, slope, intercept) = (from[piece], slopes[piece], intercepts[piece]);
            ScoreTables.Check(slope >= 0 && double.IsFinite(slope) && double.IsFinite(intercept), nameof(slopes), agent, "slopes are at least 0 and finite, intercepts finite");
            ScoreTables.Check(piece == 0 ? start < double.PositiveInfinity : start > from[piece - 1] && double.IsFinite(start), nameof(from), agent, "the lower ends must increase");
            ScoreTables.Check(double.IsFinite(start) || slope == 0, nameof(from), agent, "a piece from −∞ on must be flat");
            var score = slope == 0 ? intercept : (start * slope) + intercept;
            ScoreTables.Check(score >= reached - (1e-9 * (1 + Math.Abs(score))), nameof(intercepts), agent, "the score must not fall");
            var end = piece + 1 < from.Length ? from[piece + 1] : start;
            reached = slope == 0 ? intercept : (end * slope) + intercept;
            rows[Slope + piece] = slope;
            rows[Intercept + piece] = intercept;
            rows[StartScore + piece] = score;
            rows[InverseSlope + piece] = slope == 0 ? 1 : slope;
            rows[InverseIntercept + piece] = slope == 0 ? double.NegativeInfinity : intercept;
            rows[From + piece] = start;
        }
    }

    private static void AddLane(int agent, int pieces, double lowest, ReadOnlySpan<double> rows, Span<double> byPiece)
    {
        for (var piece = 0; piece < pieces; piece++)
        {
            var column = (piece * ScoreTables.Width) + agent;
            byPiece[column] = piece == 0 ? lowest : rows[From + piece];
            byPiece[column + PiecesOfAll] = rows[Slope + piece];
            byPiece[column + (2 * PiecesOfAll)] = rows[Intercept + piece];
        }
    }

    private readonly struct Curves(PiecewiseScores scores) : IScoreCurves
    {
        public int Agents => scores._agents;

        public double[] Lowest => scores._lowest;

        public ref double Table
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._byPiece), scores._byPieceStart);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Scores(ref double table, Vector256<double> types, Vector256<double> types2, out Vector256<double> scores1, out Vector256<double> scores2)
        {
            var all = Lanes512.Join(types, types2);
            Vector512<double> slope;
            Vector512<double> intercept;
            if (scores._pieces > MostPieces / 2)
            {
                SearchEight(all, ref table, out slope, out intercept);
            }
            else
            {
                SearchFew(all, ref table, scores._pieces, out slope, out intercept);
            }

            var served = Vector512.ConditionalSelect(
                Vector512.LessThan(all, Row(ref table, 0)), Vector512.Create(double.NegativeInfinity), (all * slope) + intercept);
            scores1 = served.GetLower();
            scores2 = served.GetUpper();
        }

        /// <summary>A binary search in all lanes: three comparisons instead of seven.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void SearchEight(Vector512<double> types, ref double rows, out Vector512<double> slope, out Vector512<double> intercept)
        {
            var from4 = Vector512.GreaterThanOrEqual(types, Row(ref rows, 4));
            var from2 = Vector512.GreaterThanOrEqual(types, Either(from4, ref rows, 6, 2));
            var odd = Vector512.ConditionalSelect(from2, Either(from4, ref rows, 7, 3), Either(from4, ref rows, 5, 1));
            var from1 = Vector512.GreaterThanOrEqual(types, odd);
            slope = OneOfEight(from4, from2, from1, ref Unsafe.Add(ref rows, PiecesOfAll));
            intercept = OneOfEight(from4, from2, from1, ref Unsafe.Add(ref rows, 2 * PiecesOfAll));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void SearchFew(Vector512<double> types, ref double rows, int pieces, out Vector512<double> slope, out Vector512<double> intercept)
        {
            slope = Row(ref rows, MostPieces);
            intercept = Row(ref rows, 2 * MostPieces);
            for (var piece = 1; piece < pieces; piece++)
            {
                rows = ref Unsafe.Add(ref rows, ScoreTables.Width);
                var reached = Vector512.GreaterThanOrEqual(types, Row(ref rows, 0));
                slope = Vector512.ConditionalSelect(reached, Row(ref rows, MostPieces), slope);
                intercept = Vector512.ConditionalSelect(reached, Row(ref rows, 2 * MostPieces), intercept);
            }
        }

        /// <summary>Row 4·from4 + 2·from2 + from1 in each lane; the mask that is known first selects first.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> OneOfEight(Vector512<double> from4, Vector512<double> from2, Vector512<double> from1, ref double rows)
        {
            var even = Vector512.ConditionalSelect(from2, Either(from4, ref rows, 6, 2), Either(from4, ref rows, 4, 0));
            var odd = Vector512.ConditionalSelect(from2, Either(from4, ref rows, 7, 3), Either(from4, ref rows, 5, 1));
            return Vector512.ConditionalSelect(from1, odd, even);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> Either(Vector512<double> condition, ref double rows, int first, int second) =>
            Vector512.ConditionalSelect(condition, Row(ref rows, first), Row(ref rows, second));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> Row(ref double rows, int row) => Vector512.LoadUnsafe(ref rows, (nuint)(row * ScoreTables.Width));

        public bool IsServed(double score) => score > double.NegativeInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double LowestOfEight(ref double table, nuint agent) => Unsafe.Add(ref table, agent);

        public double Score(int agent, double type)
        {
            ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._byAgent), scores._byAgentStart + (agent * Stride));
            var piece = 0;
            while (type >= Unsafe.Add(ref rows, From + piece + 1))
            {
                piece++;
            }

            return (type * Unsafe.Add(ref rows, Slope + piece)) + Unsafe.Add(ref rows, Intercept + piece);
        }

        /// <summary>
        /// The first piece whose start qualifies has its start as candidate; the piece before it may reach the score inside.
        /// </summary>
        public double Threshold(int agent, double score, bool strictly)
        {
            ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._byAgent), scores._byAgentStart + (agent * Stride));
            var failing = 0;
            while (failing < MostPieces && (strictly ? Unsafe.Add(ref rows, StartScore + failing) <= score : Unsafe.Add(ref rows, StartScore + failing) < score))
            {
                failing++;
            }

            return Inverse(ref rows, (nuint)failing, score);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double ThresholdOfEight(ref double table, nuint agent, double score, bool strictly)
        {
            ref var rows = ref Unsafe.Add(
                ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._byAgent), scores._byAgentStart), agent * Stride);
            var starts = Vector512.LoadUnsafe(ref rows, StartScore);
            var wanted = Vector512.Create(score);
            var below = (uint)Vector512.LessThan(starts, wanted).ExtractMostSignificantBits();
            var equal = (uint)Vector512.Equals(starts, wanted).ExtractMostSignificantBits();

            // Without a branch on the order of winner and rival, which nobody could predict.
            var failing = BitOperations.TrailingZeroCount(~(below | (equal & (uint)-Convert.ToInt32(strictly))));
            return Inverse(ref rows, (nuint)(uint)failing, score);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double Inverse(ref double rows, nuint failing, double score)
        {
            ref var last = ref Unsafe.Add(ref rows, failing - (failing > 0 ? 1u : 0));
            var inside = (score - Unsafe.Add(ref last, InverseIntercept)) / Unsafe.Add(ref last, InverseSlope);
            return double.MinNative(Unsafe.Add(ref rows, From + failing), double.MaxNative(Unsafe.Add(ref last, From), inside));
        }
    }
}
