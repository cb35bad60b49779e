using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Planning;

/// <summary>Virtual values without a closed-form inverse, as tables of the score and of its inverse over reports.</summary>
internal sealed class Tabulation(Market market)
{
    /// <summary>Where an unbounded support is cut: values beyond have this probability, and the score goes on with slope one.</summary>
    private const double Tail = 1e-12;

    private const double Tolerance = 1e-11;

    /// <summary>A tail that is a smaller part of the interval is left inside the tables.</summary>
    private const double ShortestTail = 1e-3;

    /// <summary>The pieces for a virtual value, from the lowest type that is served on.</summary>
    public IEnumerable<Piece> Pieces(VirtualPiece piece, double lowest)
    {
        var from = Math.Max(piece.From, lowest);
        var end = End(piece, from);
        var points = piece.Prior.Breakpoints.Where(point => point > from && point < end).Prepend(from).Append(end).ToArray();
        for (var index = 0; index + 1 < points.Length; index++)
        {
            yield return Table(piece, points[index], points[index + 1]);
        }

        if (end < piece.To)
        {
            // Through the last point of the tables and, where the support ends, through the score of its end.
            var slope = double.IsPositiveInfinity(piece.To) ? 1 : NumberText.Rounded((piece.At(piece.To) - piece.At(end)) / (piece.To - end));
            var intercept = market.Mirror(piece.At(end) - (slope * end));
            yield return new Piece.Line(NumberText.Rounded(market.Mirror(end)), NumberText.Rounded(market.Mirror(piece.To)), slope, NumberText.Rounded(intercept));
        }
    }

    /// <summary>Where the tables end: far out in a tail F and f underflow and their ratio is no smooth function of the type any more.</summary>
    private static double End(VirtualPiece piece, double from)
    {
        var tail = piece.Prior.UpperQuantile(Tail);
        var isNearEnd = !double.IsPositiveInfinity(piece.To) && piece.To - tail <= ShortestTail * (piece.To - from);
        return tail <= from || isNearEnd ? piece.To : Math.Min(tail, piece.To);
    }

    private Piece.Table Table(VirtualPiece piece, double from, double to)
    {
        var (worst, beyond) = (NumberText.Rounded(market.Mirror(from)), NumberText.Rounded(market.Mirror(to)));
        var (low, high) = (Math.Min(worst, beyond), Math.Max(worst, beyond));
        var score = Fit(Score, low, high, piece);
        var (lowScore, highScore) = (NumberText.Rounded(Score(low)), NumberText.Rounded(Score(high)));
        return new Piece.Table(worst, beyond, score, Fit(Report, lowScore, highScore, piece));

        double Score(double report) => market.Mirror(piece.At(Math.Min(Math.Max(market.Mirror(report), from), to)));

        double Report(double value) => market.Mirror(Math.Min(Math.Max(piece.Lowest(market.Mirror(value), strictly: false), from), to));
    }

    /// <summary>The table with coefficients rounded to the digits that are printed.</summary>
    public static ChebyshevTable Rounded(ChebyshevTable table) =>
        table with { Coefficients = table.Coefficients.Select(coefficient => NumberText.Rounded(coefficient)).ToEquatableArray() };

    private static ChebyshevTable Fit(Func<double, double> function, double low, double high, VirtualPiece piece)
    {
        // Errors are relative to the size that matters: a hundredth of the largest value, so that a zero crossing costs no segments.
        var floor = Math.Max(Math.Abs(function(low)), Math.Abs(function(high))) / 100;
        var table = ChebyshevTable.Fit(function, low, high, floor, tolerance: Tolerance)
            ?? ChebyshevTable.Fit(function, low, high, floor, ChebyshevTable.HighestDegree, Tolerance)
            ?? throw new NotSupportedException($"The virtual value of {piece.Prior.Describe()} could not be tabulated to 11 digits from {NumberText.Words(low)} to {NumberText.Words(high)}.");
        return Rounded(table);
    }
}
