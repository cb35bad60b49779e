namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// A function that is expensive, and smooth between given points, as Chebyshev interpolants on intervals that are halved where they are not accurate; its integral is
/// that of the interpolants (Trefethen 2013, chapters 4 and 19).
/// </summary>
internal sealed class SmoothPieces
{
    /// <summary>Intervals are halved until the function is met to this part of its largest value: less is the noise of numeric inverses.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>The same where the area between function and interpolant is what matters, as a part of the largest value over all of the panel.</summary>
    private const double AreaTolerance = 1e-13;

    /// <summary>Intervals between two of the given points at the most: behind them lies noise.</summary>
    private const int MostPieces = 96;

    private readonly List<SmoothPiece> _pieces = [];
    private readonly List<double> _sums = [];

    /// <summary>Samples the function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="points">The lower end, the points at which the function is not smooth, and the upper end; ascending and finite.</param>
    /// <param name="cancellation">Looked at between intervals.</param>
    /// <param name="byArea">Whether errors count by the length of their interval, so that a vertical tangent is not followed down to the last digit.</param>
    public SmoothPieces(Func<double, double> function, IReadOnlyList<double> points, CancellationToken cancellation, bool byArea = false)
    {
        for (var panel = 0; panel + 1 < points.Count; panel++)
        {
            List<SmoothPiece> pieces = [new SmoothPiece(function, points[panel], points[panel + 1])];
            var length = points[panel + 1] - points[panel];
            while (pieces.Count < MostPieces)
            {
                cancellation.ThrowIfCancellationRequested();
                var worst = pieces.Aggregate((one, other) => Weight(other) > Weight(one) ? other : one);
                var middle = worst.From + ((worst.To - worst.From) / 2);
                if (Weight(worst) <= (byArea ? AreaTolerance : Tolerance) * pieces.Max(piece => piece.Largest) || !(worst.From < middle && middle < worst.To))
                {
                    break;
                }

                var place = pieces.IndexOf(worst);
                pieces[place] = new SmoothPiece(function, worst.From, middle);
                pieces.Insert(place + 1, new SmoothPiece(function, middle, worst.To));
            }

            _pieces.AddRange(pieces);

            double Weight(SmoothPiece piece) => byArea ? piece.Error * ((piece.To - piece.From) / length) : piece.Error;
        }

        var sum = 0.0;
        foreach (var piece in _pieces)
        {
            _sums.Add(sum);
            sum += piece.IntegralTo(piece.To);
        }
    }

    /// <summary>The interpolants, in order.</summary>
    public IReadOnlyList<SmoothPiece> Pieces => _pieces;

    /// <summary>The value of the function.</summary>
    public double At(double argument) => _pieces[PlaceOf(argument)].At(argument);

    /// <summary>The integral from the lower end up to the argument.</summary>
    public double IntegralTo(double argument)
    {
        var place = PlaceOf(argument);
        return _sums[place] + _pieces[place].IntegralTo(argument);
    }

    private int PlaceOf(double argument)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = argument >= _pieces[middle].From ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
