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

    // By piece: row p holds (from, slope, intercept) of piece p, eight agents each. Only filled for up to eight agents.
    private readonly double[] _byPiece;

    // By agent: slope, intercept, score at from, slope and intercept for the inverse (1 and −∞ where flat, so that the inverse is +∞), from; eight
    // pieces each and one more +∞ behind the last from.
    private readonly double[] _byAgent;
    private const int Slope = 0;
    private const int Intercept = 8;
    private const int StartScore = 16;
    private const int InverseSlope = 24;
    private const int InverseIntercept = 32;
    private const int From = 40;
    private const int Stride = 49;

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
        ScoreTables.CheckLength(lowest.Length, _agents, nameof(lowest));
        _lowest = ScoreTables.Pad(lowest, double.PositiveInfinity);
        _byAgent = new double[_agents * Stride];
        _byPiece = new double[3 * MostPieces * ScoreTables.Width];
        for (var piece = 0; piece < MostPieces; piece++)
        {
            _byPiece.AsSpan(3 * piece * ScoreTables.Width, ScoreTables.Width).Fill(double.PositiveInfinity);
        }

        var first = 0;
        for (var agent = 0; agent < _agents; agent++)
        {
            ScoreTables.Check(pieces[agent] is >= 1 and <= MostPieces, nameof(pieces), agent, "a curve has 1 to 8 pieces");
            _pieces = Math.Max(_pieces, pieces[agent]);
            ScoreTables.Check(first + pieces[agent] <= from.Length, nameof(from), agent, "pieces are missing");
            AddAgent(agent, from.Slice(first, pieces[agent]), slopes.Slice(first, pieces[agent]), intercepts.Slice(first, pieces[agent]));
            _lowest[agent] = Math.Max(lowest[agent], from[first]);
            ScoreTables.Check(!double.IsNaN(_lowest[agent]), nameof(lowest), agent, "the lowest type must be a number");
            first += pieces[agent];
        }

        ScoreTables.CheckLength(from.Length, first, nameof(from));
        ScoreTables.CheckLength(slopes.Length, first, nameof(slopes));
        ScoreTables.CheckLength(intercepts.Length, first, nameof(intercepts));
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

    private void AddAgent(int agent, ReadOnlySpan<double> from, ReadOnlySpan<double> slopes, ReadOnlySpan<double> intercepts)
    {
        var rows = _byAgent.AsSpan(agent * Stride, Stride);
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
            if (_agents <= ScoreTables.Width)
            {
                var column = (3 * piece * ScoreTables.Width) + agent;
                _byPiece[column] = start;
                _byPiece[column + ScoreTables.Width] = slope;
                _byPiece[column + (2 * ScoreTables.Width)] = intercept;
            }
        }
    }

    private readonly struct Curves(PiecewiseScores scores) : IScoreCurves
    {
        public int Agents => scores._agents;

        public double[] Lowest => scores._lowest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<double> Scores(Vector512<double> types)
        {
            ref var row = ref MemoryMarshal.GetArrayDataReference(scores._byPiece);
            var slope = Vector512.LoadUnsafe(ref row, 8);
            var intercept = Vector512.LoadUnsafe(ref row, 16);
            for (var piece = 1; piece < scores._pieces; piece++)
            {
                row = ref Unsafe.Add(ref row, 24);
                var reached = Vector512.GreaterThanOrEqual(types, Vector512.LoadUnsafe(ref row));
                slope = Vector512.ConditionalSelect(reached, Vector512.LoadUnsafe(ref row, 8), slope);
                intercept = Vector512.ConditionalSelect(reached, Vector512.LoadUnsafe(ref row, 16), intercept);
            }

            return (types * slope) + intercept;
        }

        public double Score(int agent, double type)
        {
            var rows = scores._byAgent.AsSpan(agent * Stride, Stride);
            var piece = 0;
            while (type >= rows[From + piece + 1])
            {
                piece++;
            }

            return (type * rows[Slope + piece]) + rows[Intercept + piece];
        }

        /// <summary>
        /// The first piece whose start qualifies has its start as candidate; the piece before it may reach the score inside.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Threshold(int agent, double score, bool strictly)
        {
            ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._byAgent), agent * Stride);
            int failing;
            if (Vector512.IsHardwareAccelerated)
            {
                var starts = Vector512.LoadUnsafe(ref rows, StartScore);
                var wanted = Vector512.Create(score);
                var below = (uint)Vector512.LessThan(starts, wanted).ExtractMostSignificantBits();
                var equal = (uint)Vector512.Equals(starts, wanted).ExtractMostSignificantBits();
                failing = BitOperations.TrailingZeroCount(~(below | (strictly ? equal : 0)));
            }
            else
            {
                failing = 0;
                while (failing < MostPieces && (strictly ? Unsafe.Add(ref rows, StartScore + failing) <= score : Unsafe.Add(ref rows, StartScore + failing) < score))
                {
                    failing++;
                }
            }

            var last = Math.Max(failing - 1, 0);
            var inside = (score - Unsafe.Add(ref rows, InverseIntercept + last)) / Unsafe.Add(ref rows, InverseSlope + last);
            return double.MinNative(Unsafe.Add(ref rows, From + failing), double.MaxNative(Unsafe.Add(ref rows, From + last), inside));
        }
    }
}
