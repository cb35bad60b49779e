using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// A non-decreasing score of an agent's type, as pieces in increasing order that leave no gap; below the first piece the agent is never
/// served (score −∞). The allocation serves the best scores, and every threshold payment is an inverse of this curve.
/// The last piece reaches to +∞: reports above a prior's support are legal.
/// </summary>
/// <param name="Pieces">Pieces on [From, To), each non-decreasing, joined without a fall.</param>
public sealed partial record ScoreCurve(EquatableArray<ScorePiece> Pieces)
{
    /// <summary>The score factor·type for all types of at least <paramref name="from"/>.</summary>
    public static ScoreCurve Proportional(double from, double factor = 1) =>
        new([new AffinePiece(from, double.PositiveInfinity, factor, 0)]);

    /// <summary>The lowest type that has a score; +∞ for a curve without pieces.</summary>
    public double From => Pieces.Count == 0 ? double.PositiveInfinity : Pieces[0].From;

    /// <summary>s(type): −∞ below the first piece.</summary>
    public double Score(double type)
    {
        for (var index = Pieces.Count - 1; index >= 0; index--)
        {
            if (type >= Pieces[index].From)
            {
                return Pieces[index].At(type);
            }
        }

        return double.NegativeInfinity;
    }

    /// <summary>inf{t : s(t) ≥ score}, never below <see cref="From"/>; +∞ where no type reaches the score.</summary>
    public double LowestMeeting(double score) => Lowest(score, strictly: false);

    /// <summary>inf{t : s(t) &gt; score}, never below <see cref="From"/>; +∞ where no type exceeds the score.</summary>
    public double LowestBeating(double score) => Lowest(score, strictly: true);

    /// <summary>True if no two types of at least <paramref name="type"/> have the same score.</summary>
    public bool IsStrictlyIncreasingFrom(double type) => Pieces.All(piece => piece.To <= type || piece.IsStrictlyIncreasing);

    /// <summary>The same curve with empty pieces left out and neighbours of one formula joined.</summary>
    public ScoreCurve Normalise()
    {
        var joined = new List<ScorePiece>();
        foreach (var piece in Pieces)
        {
            if (!(piece.From < piece.To))
            {
                continue;
            }

            if (joined.Count > 0 && (joined[^1] with { From = piece.From, To = piece.To }) == piece)
            {
                joined[^1] = joined[^1] with { To = piece.To };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return new ScoreCurve(joined.ToEquatableArray());
    }

    /// <summary>The parts of the pieces on [from, to).</summary>
    internal IEnumerable<ScorePiece> Between(double from, double to) => Pieces
        .Where(piece => piece.To > from && piece.From < to)
        .Select(piece => piece with { From = Math.Max(piece.From, from), To = Math.Min(piece.To, to) });

    private double Lowest(double score, bool strictly)
    {
        foreach (var piece in Pieces)
        {
            var type = piece.Lowest(score, strictly);
            if (type < piece.To)
            {
                return type;
            }
        }

        return double.PositiveInfinity;
    }
}
