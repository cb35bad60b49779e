namespace MechanismDsl.Theory.Priors.Special;

/// <summary>
/// Double-exponential quadrature (Takahasi and Mori 1974): integrands may have poles at the ends and heavy tails. Own code instead of
/// MathNet's DoubleExponentialTransformation, which evaluates at rounded abscissas x (poles at an end lose their digits) and has no
/// form for half-lines.
/// </summary>
internal static class Quadrature
{
    private const double HalfPi = 1.5707963267948966192;
    private const int MaximumLevels = 9;

    /// <summary>Halving the step about doubles the number of right digits, so two rounds that agree to this leave the second with all of them.</summary>
    private const double Precision = 1e-12;

    /// <summary>∫ f over (low, high); the high end may be +∞, the low end −∞.</summary>
    public static double Integrate(Func<double, double> function, double low, double high)
    {
        if (double.IsInfinity(low) && double.IsInfinity(high))
        {
            return Integrate(function, low, 0) + Integrate(function, 0, high);
        }

        return double.IsInfinity(high) ? HalfLine(distance => function(low + distance))
            : double.IsInfinity(low) ? HalfLine(distance => function(high - distance))
            : Interval(function, low, high);
    }

    /// <summary>x = low + (high − low)/(1 + exp(π sinh t)), approached from the nearer end.</summary>
    private static double Interval(Func<double, double> function, double low, double high) => Trapezoid(
        t =>
        {
            var growth = Math.Exp(2 * HalfPi * Math.Sinh(Math.Abs(t)));
            var share = 1 / (1 + growth);
            // Rounding must not put a point of weight on an end, where the function may have a pole or already follow another law.
            var x = t < 0
                ? Math.Max(low + ((high - low) * share), Elementary.Neighbour(low, above: true))
                : Math.Min(high - ((high - low) * share), Elementary.Neighbour(high, above: false));
            return function(x) * (high - low) * share * (growth * share) * 2 * HalfPi * Math.Cosh(t);
        },
        3.2);

    /// <summary>x = exp(π/2 sinh t).</summary>
    private static double HalfLine(Func<double, double> function) => Trapezoid(
        t =>
        {
            var x = Math.Exp(HalfPi * Math.Sinh(t));
            var value = function(x);
            return value == 0 ? 0 : value * x * HalfPi * Math.Cosh(t);
        },
        5.5);

    /// <summary>The trapezoidal rule with halved steps until two rounds agree.</summary>
    private static double Trapezoid(Func<double, double> function, double reach)
    {
        var step = 0.5;
        var sum = Sum(function, reach, 0, step);
        var previous = sum * step;
        for (var level = 0; level < MaximumLevels; level++)
        {
            sum += Sum(function, reach, step / 2, step);
            step /= 2;
            var value = sum * step;
            if (level >= 2 && Math.Abs(value - previous) <= Precision * Math.Abs(value))
            {
                return value;
            }

            previous = value;
        }

        return previous;
    }

    private static double Sum(Func<double, double> function, double reach, double first, double step)
    {
        var sum = new CompensatedSum();
        for (var t = first; t <= reach; t += step)
        {
            Add(ref sum, function(t));
            if (t > 0)
            {
                Add(ref sum, function(-t));
            }
        }

        return sum.Value;
    }

    /// <summary>Values that overflow are outside what the integral can contain.</summary>
    private static void Add(ref CompensatedSum sum, double term)
    {
        if (!double.IsNaN(term) && !double.IsInfinity(term))
        {
            sum.Add(term);
        }
    }
}
