using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Planning;

/// <summary>Virtual values without a closed-form inverse, as tables of the score and of its inverse over reports.</summary>
/// <remarks>
/// Errors are measured where they matter: the score's against the larger of score and report, because the reserve, where the score is 0, is no
/// special place; the report's against the report itself, for costs down to a millionth of the ceiling.
/// </remarks>
internal sealed class Tabulation(Market market)
{
    /// <summary>The accuracy that every table is meant to reach; what reaches less says so.</summary>
    public const double Accuracy = 1e-11;

    /// <summary>Where an unbounded support is cut, if one table reaches that far: values beyond have this probability, and the score goes on with slope one.</summary>
    private const double FarTail = 1e-100;

    /// <summary>Where it is cut otherwise.</summary>
    private const double Tail = 1e-12;

    /// <summary>A tail that is a smaller part of the interval is left inside the table if it takes few segments.</summary>
    private const double ShortestTail = 1e-3;

    /// <summary>A tail is never a smaller part of the interval than this: nobody can tell reports there from the end of the support.</summary>
    private const double ThinnestTail = 1e-12;

    /// <summary>The segments of a table that a reader may still look at; an interval that takes more is halved.</summary>
    private const int MostSegments = 256;

    /// <summary>The segments of a table that may reach to the end of a support.</summary>
    private const int FewSegments = 32;

    /// <summary>The part of the highest cost below which errors of costs do not shrink any more.</summary>
    private const double SmallestReport = 1e-6;

    /// <summary>Beyond this accuracy a table would be no better than a line; the ladder down to it is the same on every machine.</summary>
    private const double WorstAccuracy = 1e-8;

    /// <summary>An interval that is halved this often, around a point where the score is not smooth, is a line to within its length.</summary>
    private const int MostHalvings = 44;

    /// <summary>More tables than this say that the score is rough everywhere, so that less accuracy is the better way out.</summary>
    private const int MostTables = 24;

    /// <summary>The pieces for a virtual value, from the lowest type that is served on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">That type has no finite score.</exception>
    public IEnumerable<Piece> Pieces(VirtualPiece piece, double lowest)
    {
        var from = Math.Max(piece.From, lowest);
        if (double.IsInfinity(piece.At(from)))
        {
            throw new ArgumentOutOfRangeException(nameof(lowest), lowest, "The lowest type that is served needs a finite score.");
        }

        var tail = piece.Prior.UpperQuantile(Tail);
        var isBounded = !double.IsPositiveInfinity(piece.To);
        if (isBounded && (tail <= from || piece.To - tail <= ShortestTail * (piece.To - from)) && Between(piece, from, piece.To, [Accuracy], 1, FewSegments) is { } whole)
        {
            return whole;
        }

        // Far out in a tail F and f may underflow, and their ratio is no smooth function of the type any more.
        var (near, far) = (End(Tail), End(FarTail));
        var pieces = new List<Piece>();
        if (far > near && Between(piece, from, far, [Accuracy], 1, MostSegments) is { } table)
        {
            pieces.AddRange(table);
            near = far;
        }
        else if (near > from)
        {
            pieces.AddRange(Between(piece, from, near, Ladder(), MostTables, MostSegments) ?? throw new InvalidOperationException("The last step of the ladder takes every function."));
        }

        if (near < piece.To)
        {
            pieces.Add(Chord(piece, near, piece.To));
        }

        return pieces;

        double End(double probability)
        {
            var end = Math.Min(Math.Max(piece.Prior.UpperQuantile(probability), from), Market.LargestReport);
            return isBounded ? Math.Min(end, piece.To - (ThinnestTail * (piece.To - from))) : end;
        }
    }

    /// <summary>The table with coefficients rounded to the digits that are printed.</summary>
    public static ChebyshevTable Rounded(ChebyshevTable table) =>
        table with { Coefficients = table.Coefficients.Select(coefficient => NumberText.Rounded(coefficient)).ToEquatableArray() };

    private static IEnumerable<double> Ladder()
    {
        for (var accuracy = Accuracy; accuracy < WorstAccuracy * 1.5; accuracy *= 10)
        {
            yield return accuracy;
        }

        // Whatever the function, halves that are small enough are lines.
        yield return double.PositiveInfinity;
    }

    /// <summary>Tables between two types, with the best accuracy of the ladder that a readable number of tables reaches; null if none does.</summary>
    private List<Piece>? Between(VirtualPiece piece, double from, double to, IEnumerable<double> ladder, int most, int segments)
    {
        var ends = piece.Prior.Breakpoints.Where(point => point > from && point < to).Prepend(from).Append(to).ToArray();
        foreach (var accuracy in ladder)
        {
            var pieces = new List<Piece>();
            var isLast = double.IsPositiveInfinity(accuracy);
            var limit = isLast ? int.MaxValue : most + ends.Length - 2;
            var succeeds = true;
            for (var index = 0; index + 1 < ends.Length && succeeds; index++)
            {
                succeeds = Add(pieces, piece, ends[index], ends[index + 1], new Limits(isLast ? WorstAccuracy : accuracy, limit, segments), MostHalvings);
            }

            if (succeeds)
            {
                return pieces;
            }
        }

        return null;
    }

    /// <summary>Adds one table, or the tables of the two halves where one is not accurate enough; false if there are too many.</summary>
    private bool Add(List<Piece> pieces, VirtualPiece piece, double from, double to, Limits limits, int halvings)
    {
        if (pieces.Count >= limits.Tables)
        {
            return false;
        }

        var middle = from + ((to - from) / 2);
        var (worst, beyond) = (Report(from), Report(to));
        if (worst == beyond)
        {
            return true;
        }

        if (halvings == 0 || !(from < middle && middle < to))
        {
            pieces.Add(Chord(piece, from, to));
            return true;
        }

        if (Table(piece, from, to, limits) is { } table)
        {
            pieces.Add(table);
            return true;
        }

        return Add(pieces, piece, from, middle, limits, halvings - 1) && Add(pieces, piece, middle, to, limits, halvings - 1);
    }

    /// <summary>A line through the scores of two types; behind the last type with slope one.</summary>
    private Piece Chord(VirtualPiece piece, double from, double to)
    {
        var slope = double.IsPositiveInfinity(to) ? 1 : NumberText.Rounded((piece.At(to) - piece.At(from)) / (to - from));
        if (!(slope > 0) || double.IsInfinity(slope))
        {
            return new Piece.Flat(Report(from), Report(to), NumberText.Rounded(market.Mirror(piece.At(to))));
        }

        return new Piece.Line(Report(from), Report(to), slope, NumberText.Rounded(market.Mirror(piece.At(from) - (slope * from))));
    }

    private double Report(double type) => NumberText.Rounded(market.Mirror(type));

    private Piece.Table? Table(VirtualPiece piece, double from, double to, Limits limits)
    {
        var (worst, beyond) = (Report(from), Report(to));
        var (low, high) = (Math.Min(worst, beyond), Math.Max(worst, beyond));
        var smallest = market.IsProcurement || low <= 0 ? Math.Max(Math.Abs(low), Math.Abs(high)) * SmallestReport : low;
        if (ChebyshevTable.Fit(Score, low, high, smallest, tolerance: limits.Accuracy, scale: Math.Abs, segments: limits.Segments, mayTurn: true) is not { } forward)
        {
            return null;
        }

        var (lowScore, highScore) = (NumberText.Rounded(Score(low)), NumberText.Rounded(Score(high)));
        return lowScore < highScore && ChebyshevTable.Fit(Inverse, lowScore, highScore, smallest, tolerance: limits.Accuracy, segments: limits.Segments, mayTurn: true) is { } inverse
            ? new Piece.Table(worst, beyond, Rounded(forward), Rounded(inverse))
            : null;

        double Score(double report) => market.Mirror(piece.At(Math.Min(Math.Max(market.Mirror(report), from), to)));

        double Inverse(double value) => market.Mirror(Math.Min(Math.Max(piece.Lowest(market.Mirror(value), strictly: false), from), to));
    }

    /// <summary>What tables may cost, and what they must reach.</summary>
    private readonly record struct Limits(double Accuracy, int Tables, int Segments);
}
