namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// A function that is expensive, and smooth between given points, as Chebyshev interpolants on intervals that are halved where they are not accurate; its integral is
/// that of the interpolants (Trefethen 2013, chapters 4 and 19).
/// </summary>
internal sealed class SmoothPieces
{
    /// <summary>Interpolation nodes of an interval.</summary>
    private const int Nodes = 16;

    /// <summary>Intervals are halved until the function is met to this part of its largest value: less is the noise of numeric inverses.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Intervals between two of the given points at the most: behind them lies noise.</summary>
    private const int MostPieces = 96;

    private readonly List<Piece> _pieces = [];
    private readonly List<double> _sums = [];

    /// <summary>Samples the function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="points">The lower end, the points at which the function is not smooth, and the upper end; ascending and finite.</param>
    /// <param name="cancellation">Looked at between intervals.</param>
    public SmoothPieces(Func<double, double> function, IReadOnlyList<double> points, CancellationToken cancellation)
    {
        for (var panel = 0; panel + 1 < points.Count; panel++)
        {
            List<Piece> pieces = [new Piece(function, points[panel], points[panel + 1])];
            while (pieces.Count < MostPieces)
            {
                cancellation.ThrowIfCancellationRequested();
                var worst = pieces.Aggregate((one, other) => other.Error > one.Error ? other : one);
                var middle = worst.From + ((worst.To - worst.From) / 2);
                if (worst.Error <= Tolerance * pieces.Max(piece => piece.Largest) || !(worst.From < middle && middle < worst.To))
                {
                    break;
                }

                var place = pieces.IndexOf(worst);
                pieces[place] = new Piece(function, worst.From, middle);
                pieces.Insert(place + 1, new Piece(function, middle, worst.To));
            }

            _pieces.AddRange(pieces);
        }

        var sum = 0.0;
        foreach (var piece in _pieces)
        {
            _sums.Add(sum);
            sum += piece.IntegralTo(piece.To);
        }
    }

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

    /// <summary>One interpolant, Σ cₖ·Tₖ(u) with u from −1 to 1.</summary>
    private sealed class Piece
    {
        private readonly double[] _coefficients = new double[Nodes];
        private readonly double[] _primitive = new double[Nodes + 1];

        public Piece(Func<double, double> function, double from, double to)
        {
            (From, To) = (from, to);
            var values = new double[Nodes];
            for (var node = 0; node < Nodes; node++)
            {
                values[node] = function(Argument(Math.Cos(Math.PI * (node + 0.5) / Nodes)));
            }

            for (var order = 0; order < Nodes; order++)
            {
                for (var node = 0; node < Nodes; node++)
                {
                    _coefficients[order] += values[node] * Math.Cos(Math.PI * order * (node + 0.5) / Nodes) * (order == 0 ? 1.0 : 2.0) / Nodes;
                }
            }

            // ∫ T₀ = T₁, ∫ T₁ = T₂/4, ∫ Tₖ = Tₖ₊₁/(2(k + 1)) − Tₖ₋₁/(2(k − 1)); the constant makes the integral 0 at the lower end.
            for (var order = 1; order <= Nodes; order++)
            {
                _primitive[order] = ((order == 1 ? 2 * _coefficients[0] : _coefficients[order - 1]) - (order + 1 < Nodes ? _coefficients[order + 1] : 0)) / (2 * order) * (to - from) / 2;
            }

            _primitive[0] = 0 - Sum(_primitive, -1);
            Largest = values.Max(Math.Abs);

            // Between the nodes, and close to both ends, where a function may be steep.
            foreach (var coordinate in new[] { -0.999, -0.6, 0.05, 0.7, 0.999 })
            {
                Error = Math.Max(Error, Math.Abs(Sum(_coefficients, coordinate) - function(Argument(coordinate))));
            }
        }

        public double From { get; }

        public double To { get; }

        /// <summary>The largest error that was found.</summary>
        public double Error { get; }

        /// <summary>The largest value that was found.</summary>
        public double Largest { get; }

        public double At(double argument) => Sum(_coefficients, Coordinate(argument));

        public double IntegralTo(double argument) => Sum(_primitive, Coordinate(argument));

        private double Argument(double coordinate) => From + ((To - From) * (1 + coordinate) / 2);

        private double Coordinate(double argument) => Math.Min(Math.Max((2 * (argument - From) / (To - From)) - 1, -1), 1);

        /// <summary>Clenshaw's recurrence (1955).</summary>
        private static double Sum(double[] coefficients, double coordinate)
        {
            var (next, after) = (0.0, 0.0);
            for (var order = coefficients.Length - 1; order > 0; order--)
            {
                (next, after) = (coefficients[order] + (2 * coordinate * next) - after, next);
            }

            return coefficients[0] + (coordinate * next) - after;
        }
    }
}
