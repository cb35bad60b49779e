using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// Ironing of a piecewise monotone virtual value (Myerson 1981): pooling adjacent violators, with runs in the place of points. Two
/// neighbouring runs are joined by a block [v₁, v₂] with the level φ for which ∫(ψ − φ)dF = 0 over the block, where v₁ and v₂ are the inverses of φ on the
/// two runs, held at their ends; that is the chord or common tangent of the revenue curve.
/// </summary>
/// <remarks>
/// Since ψ·f = −d[v(1 − F)]/dv, the integral is (v₂ − φ)·P(v₁ &lt; V ≤ v₂) − (v₂ − v₁)·(1 − F(v₁)). It falls in φ with slope −P(v₁ &lt; V ≤ v₂) because the
/// integrand vanishes at inner ends, so bisection finds the one root. An earlier block above the new level disappears by itself: the inverse lies before it. A gap of the
/// support, where R jumps, is a fall to −∞ between two runs and needs no case of its own.
/// </remarks>
internal static class Ironing
{
    /// <summary>The ironed virtual value on [first.From, last.To), non-decreasing.</summary>
    /// <param name="prior">The distribution.</param>
    /// <param name="runs">The runs in order, at least one; between two of them the virtual value falls.</param>
    /// <param name="cancellation">Checked before each block.</param>
    public static ScoreCurve Join(ContinuousPrior prior, IReadOnlyList<MonotoneRun> runs, CancellationToken cancellation)
    {
        var joined = runs[0];
        foreach (var run in runs.Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            var level = Level(prior, joined, run);
            var from = joined.LowestMeeting(level);
            var to = run.LowestBeating(level);
            ScorePiece[] pieces = [.. joined.Score.Between(joined.From, from), new ConstantPiece(from, to, level), .. run.Score.Between(to, run.To)];
            joined = new MonotoneRun(joined.From, run.To, new ScoreCurve(pieces.ToEquatableArray()).Normalise());
        }

        return joined.Score;
    }

    /// <summary>∫(ψ − level)dF over the types of (from, to]: 0 for a block at its ironed level.</summary>
    public static double Excess(ContinuousPrior prior, double from, double to, double level)
    {
        var above = prior.Survival(from);
        var excess = double.IsPositiveInfinity(to)
            ? ((from - level) * above) - prior.RevenueLimit
            : ((to - level) * Mass(prior, from, to)) - ((to - from) * above);
        return prior is DampedPrior damped && from < to ? excess + damped.Undamped(from, to) : excess;
    }

    /// <summary>P(from &lt; V ≤ to) as the difference of the smaller tails.</summary>
    public static double Mass(ContinuousPrior prior, double from, double to) =>
        prior.Survival(to) > 0.5 ? prior.Cdf(to) - prior.Cdf(from) : prior.Survival(from) - prior.Survival(to);

    private static double Level(ContinuousPrior prior, MonotoneRun left, MonotoneRun right)
    {
        var width = prior.UpperQuantile(0.25) - prior.Quantile(0.25);
        var high = prior.Quantile(0.5);
        for (var step = width; !IsTooHigh(high); step *= 2)
        {
            high += step;
        }

        var low = high - width;
        for (var step = width; IsTooHigh(low); step *= 2)
        {
            low -= step;
        }

        return Bisection.FirstReaching(level => -Above(level), strictly: false, low, high);

        bool IsTooHigh(double level) => Above(level) <= 0;

        // A level without bound can only come from a density that is not a number or not the derivative of its distribution function.
        double Above(double level) => double.IsInfinity(level) || Excess(prior, left.LowestMeeting(level), right.LowestBeating(level), level) is var excess && double.IsNaN(excess)
            ? throw new ArithmeticException($"The revenue curve of {prior.Describe()} has no finite chord between {left.To} and {right.From}.")
            : excess;
    }
}
