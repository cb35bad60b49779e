using MathNet.Numerics.Integration;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

public sealed partial record FormulaPrior
{
    /// <summary>Points of the support at which the formulas are tested, besides both sides of each breakpoint.</summary>
    private const int TestPoints = 512;

    /// <summary>Enough for a smooth density on one of so many short intervals.</summary>
    private const int Nodes = 16;

    /// <summary>How far F may be from 0 and 1 at the ends, and how far f may be from F′ relative to the density's size.</summary>
    private const double Slack = 1e-6;

    /// <summary>
    /// The first reason why the formulas are not a distribution, tested on a fixed grid: ends, F(Low) = 0 and F(High) = 1, finite values,
    /// F non-decreasing, f ≥ 0, f = F′, no jump of F. Null if none is found.
    /// </summary>
    public PriorInconsistency? FindInconsistency()
    {
        if (!(Low < High))
        {
            return new($"the support from {Numerals.Format(Low)} to {Numerals.Format(High)} is empty", Low);
        }

        var points = SupportGrid.Points(Low, High, TestPoints)
            .Concat(Breakpoints.Where(point => point > Low && point < High).SelectMany(point => new[] { Elementary.Neighbour(point, false), Elementary.Neighbour(point, true) }))
            .OrderBy(point => point)
            .ToList();
        return EndInconsistency(points)
            ?? points.Select(PointInconsistency).FirstOrDefault(found => found is not null)
            ?? points.Zip(points.Skip(1), StepInconsistency).FirstOrDefault(found => found is not null);
    }

    private PriorInconsistency? EndInconsistency(List<double> points)
    {
        var (low, high) = (double.IsInfinity(Low) ? points[0] : Low, double.IsInfinity(High) ? points[points.Count - 1] : High);
        var (first, last) = (Distribution.Evaluate(low), Distribution.Evaluate(high));
        return !(Math.Abs(first) <= Slack) ? new($"F({Numerals.Format(low)}) = {NumberText.Words(first)} at the lower end of the support, not 0", low)
            : !(Math.Abs(last - 1) <= Slack) ? new($"F({Numerals.Format(high)}) = {NumberText.Words(last)} at the upper end of the support, not 1", high)
            : null;
    }

    private PriorInconsistency? PointInconsistency(double point)
    {
        var (mass, density) = (Distribution.Evaluate(point), Evaluated(point));
        if (!(mass >= -Slack && mass <= 1 + Slack))
        {
            return new($"F({NumberText.Words(point)}) = {NumberText.Words(mass)} is not a probability", point);
        }

        if (IsFarOut(mass, mass))
        {
            return null;
        }

        if (!(density >= 0) || double.IsInfinity(density))
        {
            return new($"f({NumberText.Words(point)}) = {NumberText.Words(density)} is not a density", point);
        }

        if (DeclaredDensity is null)
        {
            return null;
        }

        var slope = Solved.Rise.Evaluate(point);
        return Math.Abs(density - slope) <= Slack * (Math.Max(density, Math.Abs(slope)) + Typical)
            ? null
            : new($"f({NumberText.Words(point)}) = {NumberText.Words(density)}, but F has slope {NumberText.Words(slope)} there", point);
    }

    private PriorInconsistency? StepInconsistency(double from, double to)
    {
        var (below, above) = (Distribution.Evaluate(from), Distribution.Evaluate(to));
        if (above < below - 1e-12)
        {
            return new($"F falls from F({NumberText.Words(from)}) = {NumberText.Words(below)} to F({NumberText.Words(to)}) = {NumberText.Words(above)}", from);
        }

        if (IsFarOut(below, above))
        {
            return null;
        }

        var mass = GaussLegendreRule.Integrate(Evaluated, from, to, Nodes);
        return Math.Abs(mass - (above - below)) <= Slack
            ? null
            : new($"F rises by {NumberText.Words(above - below)} from {NumberText.Words(from)} to {NumberText.Words(to)}, but f integrates to {NumberText.Words(mass)} there: F jumps, or f is not its slope", from);
    }

    /// <summary>True where an interval lies so far out on an unbounded support that formulas may overflow although the density is right.</summary>
    private bool IsFarOut(double below, double above) =>
        double.IsInfinity(High - Low) && (above <= Slack * Slack || below >= 1 - (Slack * Slack));

    /// <summary>The density of a uniform distribution over the middle half: what counts as large.</summary>
    private double Typical => double.IsInfinity(High - Low) ? 1e-9 : 1 / (High - Low);
}

/// <summary>Why formulas are not a distribution.</summary>
/// <param name="Message">In words, with numbers: <c>F falls from F(2) = 0.9 to F(2.1) = 0.8</c>.</param>
/// <param name="At">The value at which it was seen.</param>
public sealed record PriorInconsistency(string Message, double At);
