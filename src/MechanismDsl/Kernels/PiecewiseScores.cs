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

    // By agent: (from, slope, intercept, score at from) of eight pieces each.
    private readonly double[] _byAgent;

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
        _byAgent = new double[_agents * 4 * MostPieces];
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

    private void AddAgent(int agent, ReadOnlySpan<double> from, ReadOnlySpan<double> slopes, ReadOnlySpan<double> intercepts)
    {
        var rows = _byAgent.AsSpan(agent * 4 * MostPieces, 4 * MostPieces);
        rows[..MostPieces].Fill(double.PositiveInfinity);
        rows[(3 * MostPieces)..].Fill(double.PositiveInfinity);
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
            rows[piece] = start;
            rows[MostPieces + piece] = slope;
            rows[(2 * MostPieces) + piece] = intercept;
            rows[(3 * MostPieces) + piece] = score;
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
            var rows = scores._byAgent.AsSpan(agent * 4 * MostPieces, 4 * MostPieces);
            var piece = 0;
            while (piece + 1 < MostPieces && type >= rows[piece + 1])
            {
                piece++;
            }

            return (type * rows[MostPieces + piece]) + rows[(2 * MostPieces) + piece];
        }

        /// <summary>
        /// The first piece whose start qualifies has its start as candidate; the piece before it may reach the score inside.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Threshold(int agent, double score, bool strictly)
        {
            ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scores._byAgent), agent * 4 * MostPieces);
            int failing;
            if (Vector512.IsHardwareAccelerated)
            {
                var starts = Vector512.LoadUnsafe(ref rows, 3 * MostPieces);
                var wanted = Vector512.Create(score);
                var below = Vector512.LessThan(starts, wanted).ExtractMostSignificantBits();
                var notAbove = Vector512.LessThanOrEqual(starts, wanted).ExtractMostSignificantBits();
                failing = BitOperations.TrailingZeroCount(~(uint)(strictly ? notAbove : below) | (1u << MostPieces));
            }
            else
            {
                failing = 0;
                while (failing < MostPieces && (strictly ? Unsafe.Add(ref rows, (3 * MostPieces) + failing) <= score : Unsafe.Add(ref rows, (3 * MostPieces) + failing) < score))
                {
                    failing++;
                }
            }

            var start = failing < MostPieces ? Unsafe.Add(ref rows, failing) : double.PositiveInfinity;
            var last = Math.Max(failing - 1, 0);
            var slope = Unsafe.Add(ref rows, MostPieces + last);
            var inside = (score - Unsafe.Add(ref rows, (2 * MostPieces) + last)) / slope;
            return failing > 0 && slope > 0 ? Math.Min(start, Math.Max(Unsafe.Add(ref rows, last), inside)) : start;
        }
    }
}
