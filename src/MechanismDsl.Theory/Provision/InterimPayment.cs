using MechanismDsl.Theory.Bayesian;

namespace MechanismDsl.Theory.Provision;

/// <summary>
/// What one agent is expected to pay by its type if all pay thresholds and the others are truthful, less the share of the cost that it would bear:
/// m(t) = (t − share)·q(t) − ∫ q up to t, where q is the probability that it is decided for (Myerson 1981). Other truthful payments for the same decision differ by constants.
/// </summary>
/// <param name="share">What the agent bears of the cost where it is decided for.</param>
internal abstract class InterimPayment(double share)
{
    /// <summary>The lowest type, the types at which the payment is not smooth, and the highest type, ascending; types outside count as the nearest end.</summary>
    public abstract IReadOnlyList<double> Points { get; }

    /// <summary>The expectation over the agent's own type.</summary>
    public abstract Amount Mean { get; }

    /// <summary>What the agent is expected to gain by its type before it knows it, E[∫ q].</summary>
    public abstract Amount MeanRent { get; }

    /// <summary>What the lowest type gains: 0, unless every type is decided for and thresholds lie below the lowest one.</summary>
    public abstract double LeastRent { get; }

    /// <summary>The payment.</summary>
    public double At(double type)
    {
        var inside = Math.Min(Math.Max(type, Points[0]), Points[Points.Count - 1]);
        return ((inside - share) * Chance(inside)) - Rent(inside);
    }

    /// <summary>q: the probability that it is decided for.</summary>
    protected abstract double Chance(double type);

    /// <summary>∫ q from the lowest threshold up to the type.</summary>
    protected abstract double Rent(double type);

    /// <summary>The points without those that no reader could tell apart.</summary>
    protected static IReadOnlyList<double> Apart(double from, double to, IEnumerable<double> inner)
    {
        var least = 1e-12 * (to - from);
        List<double> points = [from];
        foreach (var point in inner.Where(point => point > from + least && point < to - least).OrderBy(point => point))
        {
            if (point > points[points.Count - 1] + least)
            {
                points.Add(point);
            }
        }

        points.Add(to);
        return points;
    }
}
