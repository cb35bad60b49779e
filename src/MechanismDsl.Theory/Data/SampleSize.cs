using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Data;

/// <summary>
/// What a price learnt from a sample may be worth in the population it came from, with 95 % confidence and no assumption on the distribution.
/// </summary>
/// <param name="Size">The number of independent values that the band is computed for; not whole where it is an effective size.</param>
/// <param name="Band">ε: the share of the population that accepts a price differs from the sample's share by at most this, at all prices at once.</param>
/// <param name="AtLeast">The expected gain from one bidder at the learnt price is at least this much.</param>
/// <param name="AtMost">No price up to the highest value seen (procurement: down to the lowest cost seen) gains more than this from one bidder.</param>
/// <param name="Needed">
/// So many independent values with the same shares would bound the loss by 5 % of <paramref name="AtMost"/>; +∞ where the sample gains nothing.
/// </param>
public sealed record SampleSize(double Size, double Band, double AtLeast, double AtMost, double Needed)
{
    /// <summary>The probability that the statement is wrong.</summary>
    public const double Risk = 0.05;

    /// <summary>The relative loss for which <see cref="Needed"/> is computed.</summary>
    public const double TolerableLoss = 0.05;

    /// <summary>The gain from one bidder that the learnt price may miss.</summary>
    public double MayLose => AtMost - AtLeast;

    /// <summary><see cref="MayLose"/> as a part of <see cref="AtMost"/>, in [0, 1].</summary>
    public double MayLoseShare => AtMost > 0 ? MayLose / AtMost : 0;

    /// <summary>The bound for the empirical reserve of a sample whose values are independent.</summary>
    /// <remarks>
    /// P(supₜ |Ŝ(t) − S(t)| &gt; ε) ≤ 2e^(−2mε²), where S(t) is the share of the population with types of at least t, Ŝ that of the sample
    /// (Dvoretzky, Kiefer and Wolfowitz 1956 with the constant of Massart 1990; left limits included). So ε = √(ln(2/0.05)/(2m)), and outside
    /// an event of probability 5 %, for the margin p over the platform's own value at every price at once,
    /// p·max(0, Ŝ − ε) ≤ p·S ≤ p·min(1, Ŝ + ε).
    /// The left side at the learnt price is <see cref="AtLeast"/>. Between two values of the sample Ŝ is that of the higher one, so the right side
    /// is largest at a value of the sample; its maximum is <see cref="AtMost"/>. That the price is learnt from the same sample does no harm, because
    /// the band holds at all prices at once. Prices beyond the highest value seen cannot be bounded without assuming a bounded support.
    /// With the shares kept, the loss is at most λ·AtMost iff ε ≤ min over t of
    /// max((rŜ(r) − (1 − λ)tŜ(t))/(r + (1 − λ)t), Ŝ(r) − (1 − λ)t/r), r and t as margins; <see cref="Needed"/> is the m with that ε.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="options">What it is used for.</param>
    /// <param name="size">The number of independent values that it is worth; null: all of them. At most their number.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options, or the size, is outside its domain.</exception>
    public static SampleSize Of(BidSample sample, DataOptions options, double? size = null)
    {
        SampleCheck.Require(sample, options);
        if (size is { } given && !(given > 0 && given <= sample.Values.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(size), given, "The effective size lies in (0, number of values].");
        }

        var grid = new TypeGrid(sample, options);
        return Of(grid, EmpiricalReserve.Of(grid, grid.Count(_ => true), options.Side), options.Side, size ?? sample.Values.Count);
    }

    internal static SampleSize Of(TypeGrid grid, PostedPrice learnt, Side side, double size)
    {
        var logarithm = Math.Log(2 / Risk);
        var band = Math.Sqrt(logarithm / (2 * size));
        var own = (side == Side.Buyer ? learnt.Price : -learnt.Price) - grid.Cutoff;
        var counts = grid.Count(_ => true);
        var (atMost, tolerable, accepting) = (0.0, double.PositiveInfinity, 0);
        for (var index = counts.Length - 1; index >= 0 && grid.Types[index] > grid.Cutoff; index--)
        {
            accepting += counts[index];
            var margin = grid.Types[index] - grid.Cutoff;
            var share = (double)accepting / grid.Entries.Length;
            atMost = Math.Max(atMost, margin * Math.Min(1, share + band));
            var kept = (1 - TolerableLoss) * margin;
            var crossing = ((own * learnt.Share) - (kept * share)) / (own + kept);
            tolerable = Math.Min(tolerable, Math.Max(crossing, learnt.Share - (kept / own)));
        }

        var needed = atMost > 0 ? Math.Ceiling(logarithm / (2 * tolerable * tolerable)) : double.PositiveInfinity;
        return new SampleSize(size, band, own * Math.Max(0, learnt.Share - band), atMost, needed);
    }
}
