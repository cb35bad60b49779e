using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>One agent of an allocation rule "the best score that meets its reserve is served", in terms of its type.</summary>
/// <param name="Types">Distribution of the type: the prior of a buyer, the mirrored prior of a supplier.</param>
/// <param name="Score">The score that the allocation compares.</param>
/// <param name="Lowest">The agent is served only from this type on: reserve, cutoff and the lower end of the report domain together; may be −∞.</param>
/// <param name="IsLazy">
/// True if a report below <paramref name="Lowest"/> still keeps the others from winning (the best report wins only if it meets its own
/// reserve); false if such a report is dropped first.
/// </param>
/// <param name="Priority">Rank in ties: the highest wins, then the lowest index.</param>
public sealed record RuleAgent(Prior Types, ScoreCurve Score, double Lowest, bool IsLazy = false, int Priority = 0)
{
    /// <summary>The lowest type that can be served.</summary>
    public double Floor => Math.Max(Lowest, Score.From);
}

/// <summary>Open and closed tails of a prior.</summary>
internal static class Distributions
{
    /// <summary>P(T &lt; type).</summary>
    public static double Below(Prior types, double type) =>
        double.IsNegativeInfinity(type) ? 0
        : double.IsPositiveInfinity(type) ? 1
        : types is AtomicPrior ? Math.Max(0, types.Cdf(type) - types.MassAt(type))
        : types.Cdf(type);

    /// <summary>P(T ≥ type).</summary>
    public static double AtLeast(Prior types, double type) =>
        double.IsNegativeInfinity(type) ? 1
        : double.IsPositiveInfinity(type) ? 0
        : types is AtomicPrior ? Math.Min(1, types.Survival(type) + types.MassAt(type))
        : types.Survival(type);

    /// <summary>P(T ≤ type).</summary>
    public static double AtMost(Prior types, double type) =>
        double.IsNegativeInfinity(type) ? 0 : double.IsPositiveInfinity(type) ? 1 : types.Cdf(type);

    /// <summary>P(T &gt; type).</summary>
    public static double Above(Prior types, double type) =>
        double.IsNegativeInfinity(type) ? 1 : double.IsPositiveInfinity(type) ? 0 : types.Survival(type);
}
