using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.SingleParameter.Equilibria;

/// <summary>
/// The payment that makes truth optimal for a non-decreasing chance of being served: p(t) = t f(t) − ∫₀ᵗ f, zero for type 0 (Myerson 1981;
/// Mirrlees 1971 for the envelope).
/// </summary>
public static class EnvelopePayment
{
    /// <summary>p(t) for a non-decreasing chance f given as a function.</summary>
    /// <param name="chance">f, smooth between the breakpoints.</param>
    /// <param name="type">t ≥ 0.</param>
    /// <param name="breakpoints">Where f jumps or is not smooth.</param>
    /// <exception cref="ArgumentException">f falls between two of the points where it is looked at.</exception>
    public static double Of(Func<double, double> chance, double type, IEnumerable<double>? breakpoints = null)
    {
        var ends = new SortedSet<double>((breakpoints ?? []).Where(end => end > 0 && end < type)) { 0, type };
        var quadrature = new TanhSinh(1);
        var (from, before) = (double.NaN, double.NegativeInfinity);
        foreach (var to in ends)
        {
            var level = chance(to);
            if (level < before)
            {
                throw new ArgumentException($"the chance of being served falls before {NumberText.Words(to)}", nameof(chance));
            }

            if (!double.IsNaN(from))
            {
                var (left, width) = (from, to - from);
                quadrature.Add((x, _, values) => values[0] = width * chance(left + (width * x)));
            }

            (from, before) = (to, level);
        }

        return (type * chance(type)) - quadrature.Sum[0];
    }

    /// <summary>p(t) for a step function: each step costs its threshold times its height, Σ θₖ (fₖ − fₖ₋₁) over θₖ ≤ t.</summary>
    /// <param name="steps">Thresholds in increasing order with the level from there on; level 0 before the first.</param>
    /// <param name="type">t ≥ 0.</param>
    /// <exception cref="ArgumentException">Thresholds or levels fall.</exception>
    public static double OfSteps(EquatableArray<AllocationStep> steps, double type)
    {
        var (payment, threshold, level) = (0.0, double.NegativeInfinity, 0.0);
        foreach (var step in steps)
        {
            if (step.Threshold <= threshold || step.Level < level)
            {
                throw new ArgumentException($"the steps fall at {NumberText.Words(step.Threshold)}", nameof(steps));
            }

            if (step.Threshold <= type)
            {
                payment += step.Threshold * (step.Level - level);
            }

            (threshold, level) = (step.Threshold, step.Level);
        }

        return payment;
    }
}

/// <summary>From this type on the chance of being served is Level.</summary>
public readonly record struct AllocationStep(double Threshold, double Level);
