namespace MechanismDsl.Theory.Bayesian;

/// <summary>One interpolant, Σ cₖ·Tₖ(u) with u from −1 to 1.</summary>
internal sealed class SmoothPiece
{
    /// <summary>Interpolation nodes: the interpolant is a polynomial of a degree below it.</summary>
    public const int Nodes = 16;

    private static readonly double[] _cosines = [.. Enumerable.Range(0, 4 * Nodes).Select(step => Math.Cos(Math.PI * step / (2 * Nodes)))];

    private readonly double[] _coefficients = new double[Nodes];
    private readonly double[] _slopes = new double[Nodes];
    private readonly double[] _primitive = new double[Nodes + 1];

    /// <summary>Interpolates the function between two points.</summary>
    public SmoothPiece(Func<double, double> function, double from, double to)
    {
        (From, To) = (from, to);
        var values = new double[Nodes];
        for (var node = 0; node < Nodes; node++)
        {
            values[node] = function(Argument(_cosines[(2 * node) + 1]));
        }

        for (var order = 0; order < Nodes; order++)
        {
            for (var node = 0; node < Nodes; node++)
            {
                _coefficients[order] += values[node] * _cosines[order * ((2 * node) + 1) % (4 * Nodes)] * (order == 0 ? 1.0 : 2.0) / Nodes;
            }
        }

        // ∫ T₀ = T₁, ∫ T₁ = T₂/4, ∫ Tₖ = Tₖ₊₁/(2(k + 1)) − Tₖ₋₁/(2(k − 1)); the constant makes the integral 0 at the lower end.
        for (var order = 1; order <= Nodes; order++)
        {
            _primitive[order] = ((order == 1 ? 2 * _coefficients[0] : _coefficients[order - 1]) - (order + 1 < Nodes ? _coefficients[order + 1] : 0)) / (2 * order) * (to - from) / 2;
        }

        // T′ₖ = 2k·(Tₖ₋₁ + Tₖ₋₃ + …), of which T₀ counts half.
        for (var order = Nodes - 1; order >= 1; order--)
        {
            _slopes[order - 1] = (order + 1 < Nodes ? _slopes[order + 1] : 0) + (2 * order * _coefficients[order] * 2 / (to - from));
        }

        _slopes[0] /= 2;
        _primitive[0] = 0 - Sum(_primitive, -1);
        Largest = values.Max(Math.Abs);

        // Between the nodes, and close to both ends, where a function may be steep.
        foreach (var coordinate in new[] { -0.999, -0.6, 0.05, 0.7, 0.999 })
        {
            Error = Math.Max(Error, Math.Abs(Sum(_coefficients, coordinate) - function(Argument(coordinate))));
        }
    }

    /// <summary>The lower end.</summary>
    public double From { get; }

    /// <summary>The upper end.</summary>
    public double To { get; }

    /// <summary>The largest error that was found.</summary>
    public double Error { get; }

    /// <summary>The largest value that was found.</summary>
    public double Largest { get; }

    /// <summary>The value; beyond an end that of the end.</summary>
    public double At(double argument) => Sum(_coefficients, Coordinate(argument));

    /// <summary>The derivative.</summary>
    public double SlopeAt(double argument) => Sum(_slopes, Coordinate(argument));

    /// <summary>The integral from the lower end.</summary>
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
