namespace MechanismDsl;

/// <summary>A piecewise constant density: mass <c>masses[k]</c>, spread evenly over [edges[k], edges[k+1]).</summary>
/// <param name="edges">Increasing, finite; one more than <paramref name="masses"/>.</param>
/// <param name="masses">Not negative, with a positive sum; divided by their sum.</param>
/// <example>
/// An irregular market, ironed by the compiler:
/// <code>[Mechanism, SingleItem, RevenueOptimal, HistogramPrior([0, 3, 8], [.75, .25])] public partial class Bimodal;</code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class HistogramPriorAttribute(double[] edges, double[] masses) : Attribute
{
    /// <summary>The ends of the bins, increasing.</summary>
    public double[] Edges => edges;

    /// <summary>The probability of each bin, up to a common factor.</summary>
    public double[] Masses => masses;

    /// <summary>The agent whose prior this is; all agents unless set.</summary>
    public string? Agent { get; set; }
}
