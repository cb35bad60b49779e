namespace MechanismDsl.Theory.Numbers;

/// <summary>A vector-valued integrand on (0, 1); both distances to the ends are accurate, however close the point lies to one of them.</summary>
/// <param name="fromLeft">The point x.</param>
/// <param name="fromRight">1 − x, without cancellation.</param>
/// <param name="values">Receives the integrand's components.</param>
internal delegate void UnitIntegrand(double fromLeft, double fromRight, Span<double> values);

/// <summary>
/// Tanh-sinh quadrature on (0, 1) (Takahasi and Mori 1974) with step halving and bisection.
/// </summary>
/// <remarks>
/// MathNet's double-exponential rule integrates one scalar function, stops at a fixed level and hands the integrand only x. Expectations need
/// many integrands over the same nodes, the distance to the upper end without cancellation (heavy tails live there) and an error estimate.
/// </remarks>
internal sealed class TanhSinh
{
    private const int FinestLevel = 5;
    private const int DeepestBisection = 14;
    private const double Reach = 6;
    private const double CoarsestStep = 0.5;

    private readonly int _dimension;
    private readonly int _budget;
    private readonly CancellationToken _cancellation;
    private readonly double[] _values;

    /// <summary>Prepares sums of <paramref name="dimension"/> components that may spend <paramref name="budget"/> evaluations in all; the token is looked at before each refinement.</summary>
    public TanhSinh(int dimension, int budget = 2_000_000, CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        _dimension = dimension;
        _budget = budget;
        _values = new double[dimension];
        Sum = new double[dimension];
        Error = new double[dimension];
        Magnitude = new double[dimension];
    }

    /// <summary>The integrals over all panels added so far.</summary>
    public double[] Sum { get; }

    /// <summary>Estimated absolute errors of <see cref="Sum"/>.</summary>
    public double[] Error { get; }

    /// <summary>∫ of the absolute values, the scale against which errors are judged.</summary>
    public double[] Magnitude { get; }

    /// <summary>Evaluations of the integrand so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The largest error of a component relative to its magnitude.</summary>
    public double RelativeError(int component) => Error[component] == 0 ? 0 : Error[component] / Magnitude[component];

    /// <summary>Adds the integral over one panel.</summary>
    /// <param name="integrand">Smooth inside (0, 1); it may be singular but integrable at the ends.</param>
    /// <param name="tolerance">Wanted error relative to the integral of the absolute value.</param>
    public void Add(UnitIntegrand integrand, double tolerance = 1e-12) => Add(integrand, 0, 1, tolerance, DeepestBisection);

    private void Add(UnitIntegrand integrand, double left, double right, double tolerance, int depth)
    {
        var sums = new double[_dimension];
        var magnitudes = new double[_dimension];
        var previous = new double[_dimension];
        var older = new double[_dimension];
        var errors = new double[_dimension];
        var cut = new bool[_dimension];
        var (first, last) = (-Reach, Reach);

        for (var level = 0; level <= FinestLevel; level++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var step = CoarsestStep / (1 << level);
            (older, previous) = (previous, older);
            Array.Copy(sums, previous, _dimension);
            var scale = level == 0 ? 1 : 0.5;
            for (var component = 0; component < _dimension; component++)
            {
                sums[component] *= scale;
                magnitudes[component] *= scale;
            }

            if (level == 0)
            {
                (first, last) = AddCoarsest(integrand, left, right, sums, magnitudes, cut);
            }
            else
            {
                // The nodes between those of the coarser levels.
                var from = (int)Math.Floor(first / step) | 1;
                for (var index = from; index * step <= last; index += 2)
                {
                    AddNode(integrand, left, right, index * step, step, sums, magnitudes);
                }
            }

            if (level >= 2 && Converged(sums, previous, older, magnitudes, cut, errors, tolerance))
            {
                Accept(sums, magnitudes, errors);
                return;
            }

            if (Evaluations > _budget)
            {
                break;
            }
        }

        if (depth == 0 || Evaluations > _budget)
        {
            Accept(sums, magnitudes, errors);
            return;
        }

        var middle = left + ((right - left) / 2);
        Add(integrand, left, middle, tolerance, depth - 1);
        Add(integrand, middle, right, tolerance, depth - 1);
    }

    /// <summary>The coarsest sum, and the range of nodes outside of which the terms are negligible.</summary>
    private (double First, double Last) AddCoarsest(UnitIntegrand integrand, double left, double right, double[] sums, double[] magnitudes, bool[] cut)
    {
        var count = (int)(Reach / CoarsestStep);
        var terms = new double[(2 * count) + 1][];
        for (var index = -count; index <= count; index++)
        {
            var before = (double[])magnitudes.Clone();
            AddNode(integrand, left, right, index * CoarsestStep, CoarsestStep, sums, magnitudes);
            for (var component = 0; component < _dimension; component++)
            {
                before[component] = magnitudes[component] - before[component];
            }

            terms[index + count] = before;
        }

        // What lies closer to an end than a double can come must not matter: 1/x^0.99 converges, but not within reach.
        for (var component = 0; component < _dimension; component++)
        {
            cut[component] = Math.Max(terms[0][component], terms[^1][component]) > 1e-14 * magnitudes[component];
        }

        bool Matters(double[] term)
        {
            for (var component = 0; component < _dimension; component++)
            {
                if (term[component] > 1e-19 * magnitudes[component])
                {
                    return true;
                }
            }

            return false;
        }

        var lowest = Array.FindIndex(terms, Matters);
        var highest = Array.FindLastIndex(terms, Matters);
        return lowest < 0
            ? (0, 0)
            : (Math.Max(-Reach, (lowest - count - 1) * CoarsestStep), Math.Min(Reach, (highest - count + 1) * CoarsestStep));
    }

    private void AddNode(UnitIntegrand integrand, double left, double right, double t, double step, double[] sums, double[] magnitudes)
    {
        var angle = Math.PI * Math.Sinh(t);
        var x = 1 / (1 + Math.Exp(-angle));
        var y = 1 / (1 + Math.Exp(angle));
        var width = right - left;
        var weight = step * width * Math.PI * Math.Cosh(t) * x * y;
        var fromLeft = left + (width * x);
        var fromRight = 1 - right + (width * y);
        if (weight <= 0 || fromLeft <= 0 || fromRight <= 0)
        {
            return;
        }

        Evaluations++;
        Array.Clear(_values, 0, _dimension);
        integrand(fromLeft, fromRight, _values);
        for (var component = 0; component < _dimension; component++)
        {
            var term = weight * _values[component];
            sums[component] += term;
            magnitudes[component] += Math.Abs(term);
        }
    }

    /// <summary>
    /// Halving the step squares the error of a smooth panel (Bailey, Jeyabalan and Li 2005). The last two differences must both fit that pattern:
    /// two sums that agree by luck, as those of a steep integrand may, do not pass.
    /// </summary>
    private bool Converged(double[] sums, double[] previous, double[] older, double[] magnitudes, bool[] cut, double[] errors, double tolerance)
    {
        var converged = true;
        for (var component = 0; component < _dimension; component++)
        {
            var magnitude = magnitudes[component];
            var last = Math.Abs(sums[component] - previous[component]);
            if (magnitude == 0)
            {
                errors[component] = 0;
                continue;
            }

            var lastDigits = Math.Log10(Math.Max(last / magnitude, 1e-17));
            var olderDigits = Math.Log10(Math.Max(Math.Abs(sums[component] - older[component]) / magnitude, 1e-17));
            var squared = 2 * Math.Max(lastDigits, 2 * olderDigits);
            var estimate = lastDigits >= 0 ? lastDigits : lastDigits <= -14 && olderDigits <= -6 ? lastDigits : Math.Max(squared, -16);
            errors[component] = cut[component] ? magnitude : magnitude * Math.Pow(10, estimate);
            if (!(errors[component] <= tolerance * magnitude))
            {
                converged = false;
            }
        }

        return converged;
    }

    private void Accept(double[] sums, double[] magnitudes, double[] errors)
    {
        for (var component = 0; component < _dimension; component++)
        {
            Sum[component] += sums[component];
            Magnitude[component] += magnitudes[component];
            Error[component] += errors[component];
        }
    }
}
