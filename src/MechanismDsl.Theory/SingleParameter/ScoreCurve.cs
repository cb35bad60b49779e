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

    /// <summary>True if the score of a type is the type itself, wherever there is one.</summary>
    public bool IsIdentity => Pieces is [AffinePiece { Slope: 1, Intercept: 0 }];

    /// <summary>s(type): −∞ below the first piece.</summary>
    public double Score(double type) => PieceAt(type)?.At(type) ?? double.NegativeInfinity;

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

    /// <summary>The last piece that starts at the type or below; null below the first.</summary>
    internal ScorePiece? PieceAt(double type)
    {
        var count = CountWhile(piece => type >= piece.From);
        return count == 0 ? null : Pieces[count - 1];
    }

    /// <summary>The index of the first piece whose lowest type has at least the score, or more if <paramref name="strictly"/>; the number of pieces if there is none.</summary>
    internal int FirstFrom(double score, bool strictly) => CountWhile(piece => !ScorePiece.Qualifies(piece.At(piece.From), score, strictly));

    /// <summary>The parts of the pieces on [from, to).</summary>
    internal IEnumerable<ScorePiece> Between(double from, double to) => Pieces
        .Where(piece => piece.To > from && piece.From < to)
        .Select(piece => piece with { From = Math.Max(piece.From, from), To = Math.Min(piece.To, to) });

    private double Lowest(double score, bool strictly)
    {
        // The first type that qualifies starts a piece or lies inside the piece before it.
        var next = FirstFrom(score, strictly);
        if (next > 0 && Pieces[next - 1].Lowest(score, strictly) is var inside && inside < Pieces[next - 1].To)
        {
            return inside;
        }

        return next < Pieces.Count ? Pieces[next].From : double.PositiveInfinity;
    }

    /// <summary>The number of pieces at the beginning of which the condition holds, by bisection: once it fails, it fails for all that follow.</summary>
    private int CountWhile(Func<ScorePiece, bool> condition)
    {
        var (low, high) = (0, Pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = condition(Pieces[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
