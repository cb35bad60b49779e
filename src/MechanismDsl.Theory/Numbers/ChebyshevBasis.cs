namespace MechanismDsl.Theory.Numbers;

/// <summary>Interpolation at the zeros of a Chebyshev polynomial, with everything that does not depend on the function worked out once.</summary>
internal sealed class ChebyshevBasis
{
    private readonly int _count;
    private readonly double[] _nodes;
    private readonly double[] _cosines;
    private readonly double[][] _polynomials;

    /// <summary>The basis of polynomials up to a degree.</summary>
    public ChebyshevBasis(int degree)
    {
        _count = degree + 1;
        _nodes = [.. Enumerable.Range(0, _count).Select(node => Math.Cos(Math.PI * (node + 0.5) / _count))];
        _cosines = [.. from order in Enumerable.Range(0, _count) from node in Enumerable.Range(0, _count) select Math.Cos(Math.PI * order * (node + 0.5) / _count)];
        _polynomials = new double[_count][];
        for (var order = 0; order < _count; order++)
        {
            _polynomials[order] = Polynomial(order);
        }
    }

    /// <summary>Interpolates at the zeros of T_{d+1} on [left, right] (Trefethen 2013, chapter 4).</summary>
    /// <param name="function">What is interpolated.</param>
    /// <param name="left">Lower end.</param>
    /// <param name="right">Upper end.</param>
    /// <param name="row">Receives the monomial coefficients in the coordinate of [left, right].</param>
    public void Interpolate(Func<double, double> function, double left, double right, Span<double> row)
    {
        Span<double> values = stackalloc double[_count];
        for (var node = 0; node < _count; node++)
        {
            values[node] = function(left + ((right - left) * (_nodes[node] + 1) / 2));
        }

        row.Clear();
        for (var order = 0; order < _count; order++)
        {
            var sum = 0.0;
            for (var node = 0; node < _count; node++)
            {
                sum += values[node] * _cosines[(order * _count) + node];
            }

            var weight = sum * (order == 0 ? 1.0 : 2.0) / _count;
            for (var power = 0; power <= order; power++)
            {
                row[power] += weight * _polynomials[order][power];
            }
        }
    }

    /// <summary>The monomial coefficients of T_order: T_{k+1} = 2u·T_k − T_{k−1}.</summary>
    private double[] Polynomial(int order)
    {
        var coefficients = new double[_count];
        if (order < 2)
        {
            coefficients[order] = 1;
            return coefficients;
        }

        var (older, current) = (_polynomials[order - 2], _polynomials[order - 1]);
        for (var power = 0; power < _count; power++)
        {
            coefficients[power] = (power > 0 ? 2 * current[power - 1] : 0) - older[power];
        }

        return coefficients;
    }
}
