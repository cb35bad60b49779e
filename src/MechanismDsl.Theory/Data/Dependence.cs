using MathNet.Numerics;

namespace MechanismDsl.Theory.Data;

/// <summary>How alike the bidders of one auction are, compared with bidders of different auctions.</summary>
/// <param name="Correlation">
/// The intraclass correlation, at most 1: the part of the variance of values that a whole auction shares; 0 under independence, negative where
/// bidders of one auction differ more than chance makes them.
/// </param>
/// <param name="FStatistic">Mean square between auctions over mean square within; +∞ if all bidders of each auction are equal.</param>
/// <param name="PValue">P(F ≥ the statistic) for independent, normally distributed values.</param>
/// <param name="DesignEffect">Variance of the sample's mean over what it would be for independent values.</param>
/// <param name="EffectiveSize">So many independent values would tell as much: #values / max(1, design effect).</param>
public sealed record Dependence(double Correlation, double FStatistic, double PValue, double DesignEffect, double EffectiveSize)
{
    /// <summary>Chance findings are reported for one file in a hundred.</summary>
    public const double Significance = 0.01;

    /// <summary>Above this design effect a band computed for independent values is more than 10 % too narrow (1.1² = 1.21).</summary>
    public const double LargestHarmlessDesignEffect = 1.21;

    /// <summary>
    /// True if independence is refuted and it matters: p &lt; 1 % and a design effect above 1.21. Independent priors are a hypothesis of the optimal
    /// auction, of revenue equivalence and of the sample-size bound; but a tiny correlation that only a large file can show changes none of them.
    /// </summary>
    public bool Matters => PValue < Significance && DesignEffect > LargestHarmlessDesignEffect;

    /// <summary>
    /// One-way analysis of variance for auctions of different sizes: ρ = (MSB − MSW)/(MSB + (n₀ − 1)MSW), n₀ = (N − Σnᵢ²/N)/(k − 1)
    /// (Donner 1986); design effect 1 + (Σnᵢ²/N − 1)ρ (Kish 1965; for unequal clusters Donner, Birkett and Buck 1981).
    /// </summary>
    /// <returns>The result; null where the sample names no auctions, or has fewer than two, or never two bidders in one, or no variance.</returns>
    public static Dependence? Of(BidSample sample)
    {
        if (sample.Auctions.Count == 0)
        {
            return null;
        }

        var groups = sample.Values.Zip(sample.Auctions, (value, auction) => (value, auction)).GroupBy(pair => pair.auction, pair => pair.value).ToArray();
        var (values, auctions) = (sample.Values.Count, groups.Length);
        if (auctions < 2 || values == auctions)
        {
            return null;
        }

        var mean = sample.Values.Average();
        var between = groups.Sum(group => group.Count() * Square(group.Average() - mean)) / (auctions - 1);
        var within = groups.Sum(group => SquaresAround(group, group.Average())) / (values - auctions);
        if (between == 0 && within == 0)
        {
            return null;
        }

        var meanSize = groups.Sum(group => Square(group.Count())) / values;
        var size = (values - meanSize) / (auctions - 1);
        var correlation = (between - within) / (between + ((size - 1) * within));
        var statistic = within == 0 ? double.PositiveInfinity : between / within;
        var designEffect = 1 + ((meanSize - 1) * correlation);
        return new Dependence(correlation, statistic, UpperTail(between, within, auctions - 1, values - auctions), designEffect, values / Math.Max(1, designEffect));
    }

    /// <summary>P(F ≥ between/within) = I(w/(w + b); w-freedom/2, b-freedom/2), which keeps its digits where 1 − CDF would be 0.</summary>
    private static double UpperTail(double between, double within, int betweenFreedom, int withinFreedom)
    {
        var withinSum = within * withinFreedom;
        return SpecialFunctions.BetaRegularized(withinFreedom / 2.0, betweenFreedom / 2.0, withinSum / (withinSum + (between * betweenFreedom)));
    }

    private static double SquaresAround(IEnumerable<double> values, double mean) => values.Sum(value => Square(value - mean));

    private static double Square(double value) => value * value;
}
