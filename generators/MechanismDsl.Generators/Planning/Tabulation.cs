using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Planning;

/// <summary>Virtual values without a closed-form inverse, as tables of the score and of its inverse over reports.</summary>
internal sealed class Tabulation(Market market)
{
    /// <summary>Where an unbounded support is cut: values beyond have this probability, and the score goes on with slope one.</summary>
    private const double Tail = 1e-12;

    private const double Tolerance = 1e-11;

    /// <summary>The pieces for a virtual value, from the lowest type that is served on.</summary>
    public IEnumerable<Piece> Pieces(VirtualPiece piece, double lowest)
    {
        var from = Math.Max(piece.From, lowest);
        var isUnbounded = double.IsPositiveInfinity(piece.To);
        var end = isUnbounded ? piece.Prior.UpperQuantile(Tail) : piece.To;
        var points = piece.Prior.Breakpoints.Where(point => point > from && point < end).Prepend(from).Append(end).ToArray();
        for (var index = 0; index + 1 < points.Length; index++)
        {
            yield return Table(piece, points[index], points[index + 1]);
        }

        if (isUnbounded)
        {
            var intercept = piece.At(end) - end;
            yield return new Piece.Line(NumberText.Rounded(market.Mirror(end)), double.PositiveInfinity, 1, NumberText.Rounded(intercept));
        }
    }

    private Piece.Table Table(VirtualPiece piece, double from, double to)
    {
        var (worst, beyond) = (NumberText.Rounded(market.Mirror(from)), NumberText.Rounded(market.Mirror(to)));
        var (low, high) = (Math.Min(worst, beyond), Math.Max(worst, beyond));
        var score = Fit(Score, low, high);
        var (lowScore, highScore) = (NumberText.Rounded(Score(low)), NumberText.Rounded(Score(high)));
        return new Piece.Table(worst, beyond, score, Fit(Report, lowScore, highScore));

        double Score(double report) => market.Mirror(piece.At(Math.Min(Math.Max(market.Mirror(report), from), to)));

        double Report(double value) => market.Mirror(Math.Min(Math.Max(piece.Lowest(market.Mirror(value), strictly: false), from), to));
    }

    private static ChebyshevTable Fit(Func<double, double> function, double low, double high)
    {
        // Errors are relative to the size that matters: a hundredth of the largest value, so that a zero crossing costs no segments.
        var floor = Math.Max(Math.Abs(function(low)), Math.Abs(function(high))) / 100;
        var table = ChebyshevTable.Fit(function, low, high, floor, tolerance: Tolerance)
            ?? ChebyshevTable.Fit(function, low, high, floor, ChebyshevTable.HighestDegree, Tolerance)
            ?? throw new NotSupportedException("A virtual value could not be tabulated to 11 digits.");
        return table with { Coefficients = table.Coefficients.Select(coefficient => NumberText.Rounded(coefficient)).ToEquatableArray() };
    }
}
