namespace MechanismDsl.Kernels;

/// <summary>
/// The integral of a monotone quantity curve, with jumps and kinks at unknown places: adaptive Gauss–Kronrod (Piessens et al. 1983, QUADPACK) on the
/// smooth parts; every jump is located among the doubles and its two sides are integrated apart.
/// </summary>
/// <remarks>
/// Monotonicity bounds what the rule can hide: on [a, b] the integral lies between the width times either end, so an interval that is narrow or flat enough
/// is settled without trust in an estimate. No allocation; the recursion is at most as deep as an interval of doubles can be halved.
/// </remarks>
internal ref struct MonotoneIntegral<TCurve>
    where TCurve : IQuantityCurve<double>, allows ref struct
{
    /// <summary>After this number of evaluations the trapezoids that are left are taken as they are, and their bounds are added to the error.</summary>
    private const int MostEvaluations = 400_000;

    private const int Points = 17;

    private readonly TCurve _curve;
    private readonly double _tolerance;
    private int _evaluations;

    /// <summary>An integral to an accuracy.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="tolerance">What one settled interval may be wrong by, in units of the integral.</param>
    public MonotoneIntegral(TCurve curve, double tolerance)
    {
        _curve = curve;
        _tolerance = tolerance;
    }

    /// <summary>Sum of the error bounds and estimates of all settled intervals.</summary>
    public double Error { get; private set; }

    /// <summary>The integral over [low, high], whose ends have the given quantities.</summary>
    public double Over(double low, double atLow, double high, double atHigh)
    {
        var width = high - low;
        var rise = Math.Abs(atHigh - atLow);
        if (rise == 0 || !(width > 0))
        {
            return width > 0 ? width * atLow : 0;
        }

        if (width * rise <= _tolerance || _evaluations >= MostEvaluations)
        {
            // Both ends bound the integral; the middle of the bounds is wrong by at most half their distance.
            Error += 0.5 * width * rise;
            return 0.5 * width * (atLow + atHigh);
        }

        Span<double> places = stackalloc double[Points];
        Span<double> values = stackalloc double[Points];
        Sample(low, atLow, high, atHigh, places, values);
        if (!HasPlateau(values))
        {
            var (integral, error) = GaussKronrod.Estimate(width, values);
            if (error <= _tolerance)
            {
                Error += error;
                return integral;
            }
        }

        var (left, atLeft, right, atRight) = Cut(places, values);
        Error += 0.5 * (right - left) * Math.Abs(atRight - atLeft);
        return Over(low, atLow, left, atLeft)
            + (0.5 * (right - left) * (atLeft + atRight))
            + Over(right, atRight, high, atHigh);
    }

    private void Sample(double low, double atLow, double high, double atHigh, scoped Span<double> places, scoped Span<double> values)
    {
        (places[0], values[0]) = (low, atLow);
        (places[^1], values[^1]) = (high, atHigh);
        for (var point = 1; point < Points - 1; point++)
        {
            places[point] = low + ((high - low) * GaussKronrod.Place(point));
            values[point] = Quantity(places[point], atLow, atHigh);
        }
    }

    /// <summary>
    /// Whether the curve is flat somewhere though it rises elsewhere. Then it is a staircase or has a kink, and two rules of quadrature may agree on a wrong
    /// number: the steps of a symmetric staircase can lie anywhere between the points at which it is sampled.
    /// </summary>
    private static bool HasPlateau(scoped ReadOnlySpan<double> values)
    {
        for (var point = 1; point < Points; point++)
        {
            if (values[point] == values[point - 1])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where to cut: around the jump in the steepest gap if there is one, otherwise in the middle. A jump keeps its rise however often the gap around it is
    /// halved and ends between two neighbouring doubles; a slope loses half of its rise at once.
    /// </summary>
    private (double Left, double AtLeft, double Right, double AtRight) Cut(scoped ReadOnlySpan<double> places, scoped ReadOnlySpan<double> values)
    {
        var gap = 0;
        for (var point = 1; point < Points - 1; point++)
        {
            gap = Math.Abs(values[point + 1] - values[point]) > Math.Abs(values[gap + 1] - values[gap]) ? point : gap;
        }

        var (left, atLeft, right, atRight) = (places[gap], values[gap], places[gap + 1], values[gap + 1]);
        while ((right - left) * Math.Abs(atRight - atLeft) > _tolerance * Small)
        {
            if (!default(DoubleScale).TryMiddle(left, right, out var middle))
            {
                break;
            }

            var centre = left + (0.5 * (right - left));
            middle = centre > left && centre < right ? centre : middle;
            var atMiddle = Quantity(middle, atLeft, atRight);
            var (below, above) = (Math.Abs(atMiddle - atLeft), Math.Abs(atRight - atMiddle));
            if (Math.Max(below, above) < Jump * Math.Abs(atRight - atLeft))
            {
                var (half, atHalf) = (places[Points / 2], values[Points / 2]);
                return (half, atHalf, half, atHalf);
            }

            (left, atLeft, right, atRight) = below > above ? (left, atLeft, middle, atMiddle) : (middle, atMiddle, right, atRight);
        }

        return (left, atLeft, right, atRight);
    }

    /// <summary>Half of an interval that holds this share of its rise may hold a jump.</summary>
    private const double Jump = 0.75;

    /// <summary>A jump is located much more finely than the accuracy, because it costs one evaluation a bit.</summary>
    private const double Small = 1.0 / 256;

    /// <summary>The quantity at a place, kept between those of the places around it: rounding in a rule may break its monotonicity by a unit in the last place.</summary>
    private double Quantity(double place, double atLow, double atHigh)
    {
        _evaluations++;
        var quantity = _curve.Quantity(place);
        return Math.Clamp(quantity, Math.Min(atLow, atHigh), Math.Max(atLow, atHigh));
    }
}
