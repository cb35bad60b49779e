using MathNet.Numerics.Integration;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// The distribution function of a sum of independent continuous types, counted from the sum of their lowest types and up to a given reach, as polynomials between
/// points: one type's is interpolated, and P(A + B ≤ x) = ∫ P(A ≤ x − b) dP(B ≤ b) is integrated exactly and interpolated again.
/// </summary>
/// <remarks>
/// No density is needed, so that poles of one do no harm, and the error is additive: the distribution functions of two sums differ by at most what those of their terms
/// do, in the greatest difference as in the area between them (Wasserstein's distance W₁); where one term has a density, the greatest difference is also at most that times
/// the area of the other. How far an interpolant is from its function is estimated by sampling it between
/// its nodes.
/// </remarks>
internal sealed class SumTable
{
    /// <summary>How much farther an interpolant may be from its function between the samples than at them.</summary>
    private const double Caution = 4;

    /// <summary>With more points at which the terms are not smooth, their sums are smooth enough to be left to interpolation, unless terms jump.</summary>
    private const int MostCorners = 24;

    /// <summary>Exact for a product of two polynomials of the interpolants' degree.</summary>
    private static readonly GaussLegendreRule _rule = new(-1, 1, SmoothPiece.Nodes);

    private readonly SmoothPieces _chances;

    /// <summary>Points at which the distribution function is not smooth.</summary>
    private readonly IReadOnlyList<double> _corners;

    /// <summary>Where the table ends: at the highest type, or at the reach.</summary>
    private readonly double _end;

    /// <summary>The probability of what the table reaches.</summary>
    private readonly double _last;

    /// <summary>About the largest density; beyond all numbers where there are jumps.</summary>
    private readonly double _steepest;

    /// <summary>Whether there are no sums above the end.</summary>
    private readonly bool _isWhole;

    /// <summary>Whether some values have a probability of their own.</summary>
    private readonly bool _jumps;

    private SumTable(
        Func<double, double> chance, IReadOnlyList<double> corners, double low, double end, (bool IsWhole, bool Jumps) kind, (double Largest, double Area) error, CancellationToken cancellation)
    {
        (_corners, Low, _end) = (corners, low, end);
        (_isWhole, _jumps) = kind;
        _chances = new SmoothPieces(chance, Points(corners, end), cancellation, byArea: true);
        _last = _isWhole ? 1 : _chances.At(_end);
        _steepest = _jumps
            ? double.MaxValue
            : Caution * _chances.Pieces.Max(piece => Math.Max(Math.Abs(piece.SlopeAt(piece.From)), Math.Max(Math.Abs(piece.SlopeAt((piece.From + piece.To) / 2)), Math.Abs(piece.SlopeAt(piece.To)))));
        LargestError = error.Largest + (Caution * _chances.Pieces.Max(piece => piece.Error));
        Area = error.Area + (Caution * _chances.Pieces.Sum(piece => piece.Error * (piece.To - piece.From)));
    }

    /// <summary>The sum of the lowest types, from which sums are counted.</summary>
    public double Low { get; }

    /// <summary>Estimated greatest error of a probability.</summary>
    public double LargestError { get; }

    /// <summary>Estimated area between the distribution function and the table.</summary>
    public double Area { get; }

    /// <summary>Points, counted from <see cref="Low"/>, at which the distribution function is not smooth.</summary>
    public IReadOnlyList<double> Corners => _corners;

    /// <summary>The distribution of one term.</summary>
    /// <param name="chance">The probability of at most so much above the lowest value.</param>
    /// <param name="corners">Points at which that is not smooth, counted from the lowest value.</param>
    /// <param name="low">The lowest value, or one below which there is hardly anything.</param>
    /// <param name="width">The distance of the highest value; may be infinite.</param>
    /// <param name="reach">How far above the lowest value it is wanted; above 0.</param>
    /// <param name="jumps">Whether some values have a probability of their own.</param>
    /// <param name="cut">The probability and the area that are cut off at the lowest value.</param>
    /// <param name="cancellation">Looked at between intervals.</param>
    public static SumTable Of(
        Func<double, double> chance, IEnumerable<double> corners, double low, double width, double reach, bool jumps, (double Largest, double Area) cut, CancellationToken cancellation)
    {
        var end = Math.Min(reach, width);
        return new SumTable(chance, [0, .. corners.Where(point => point > 0 && point < end), end], low, end, (width <= reach, jumps), cut, cancellation);
    }

    /// <summary>The distribution of the sum of two.</summary>
    /// <param name="one">A table.</param>
    /// <param name="other">A table with the same reach.</param>
    /// <param name="reach">How far above the lowest sum it is wanted.</param>
    /// <param name="cancellation">Looked at between intervals.</param>
    public static SumTable Of(SumTable one, SumTable other, double reach, CancellationToken cancellation)
    {
        var isWhole = one._isWhole && other._isWhole && one._end + other._end <= reach;
        var end = isWhole ? one._end + other._end : reach;
        var corners = one._corners.SelectMany(first => other._corners.Select(second => first + second)).Where(point => point < end).Distinct().ToList();
        return new SumTable(
            above => Blend(one, other, above, isArea: false),
            corners.Count <= MostCorners || one._jumps || other._jumps ? [.. corners, end] : [0, end],
            one.Low + other.Low,
            end,
            (isWhole, one._jumps || other._jumps),
            (ErrorOf(one, other), one.Area + other.Area),
            cancellation);
    }

    /// <summary>P(sum ≤ Low + above).</summary>
    public Amount AtMost(double above) => Amount.Approximately(above <= 0 ? 0 : Value(above, isArea: false), LargestError);

    /// <summary>E[(Low + above − sum)⁺].</summary>
    public Amount Shortfall(double above) => Amount.Approximately(above <= 0 ? 0 : Value(above, isArea: true), Area + (1e-15 * Math.Abs(above)));

    /// <summary>P(A + B ≤ Low + above) without a table of the sum.</summary>
    public static Amount AtMost(SumTable one, SumTable other, double above) =>
        Amount.Approximately(Blend(one, other, above, isArea: false), ErrorOf(one, other) + 1e-15);

    /// <summary>E[(Low + above − A − B)⁺] without a table of the sum.</summary>
    public static Amount Shortfall(SumTable one, SumTable other, double above) =>
        Amount.Approximately(Blend(one, other, above, isArea: true), one.Area + other.Area + (1e-14 * Math.Abs(above)));

    private static double ErrorOf(SumTable one, SumTable other) =>
        Math.Min(one.LargestError, one.Area * other._steepest) + Math.Min(other.LargestError, other.Area * one._steepest);

    /// <summary>The points between which a table is smooth, without those that no interpolation could tell apart.</summary>
    private static List<double> Points(IEnumerable<double> corners, double end)
    {
        var least = 1e-12 * end;
        List<double> points = [0];
        foreach (var corner in corners.Where(corner => corner > least && corner < end - least).OrderBy(corner => corner))
        {
            if (corner > points[points.Count - 1] + least)
            {
                points.Add(corner);
            }
        }

        points.Add(end);
        return points;
    }

    /// <summary>∫ f(above − b) dP(B ≤ b), where f is the distribution function of A or the area under it. Interpolants that do not quite meet are joined by jumps.</summary>
    private static double Blend(SumTable one, SumTable other, double above, bool isArea)
    {
        // f is one polynomial as long as above − b stays within one piece of A, or beyond the last: that is the place that the number of the pieces stands for.
        var (sum, reached, place) = (0.0, 0.0, one._chances.Pieces.Count);
        foreach (var piece in other._chances.Pieces)
        {
            if (piece.From >= above)
            {
                return sum;
            }

            sum += (piece.At(piece.From) - reached) * one.Value(above - piece.From, isArea);
            reached = piece.At(piece.To);
            for (var from = piece.From; place >= 0 && from < piece.To;)
            {
                var end = above - (place == one._chances.Pieces.Count ? one._end : one._chances.Pieces[place].From);
                if (end <= from)
                {
                    place--;
                    continue;
                }

                var next = Math.Min(piece.To, end);
                sum += place == one._chances.Pieces.Count && !isArea ? one._last * (piece.At(next) - piece.At(from)) : Blend(one, piece, above, from, next, isArea);
                from = next;
            }
        }

        return above > other._end ? sum + (((other._isWhole ? 1 : reached) - reached) * one.Value(above - other._end, isArea)) : sum;
    }

    private static double Blend(SumTable one, SmoothPiece piece, double above, double from, double to, bool isArea)
    {
        var (middle, half, sum) = (from + ((to - from) / 2), (to - from) / 2, 0.0);
        for (var node = 0; node < _rule.Order; node++)
        {
            var at = middle + (half * _rule.GetAbscissa(node));
            sum += _rule.GetWeight(node) * piece.SlopeAt(at) * one.Value(above - at, isArea);
        }

        return half * sum;
    }

    private double Value(double above, bool isArea)
    {
        if (above <= 0)
        {
            return 0;
        }

        var inside = Math.Min(above, _end);
        return isArea ? _chances.IntegralTo(inside) + ((above - inside) * _last)
            : above > _end ? _last
            : _chances.At(above);
    }
}
