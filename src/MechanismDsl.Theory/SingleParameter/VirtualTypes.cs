using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// The virtual types of a prior, ironed: ψ(v) = v − (1 − F(v))/f(v) is the slope dR/dq of the revenue curve R(q) = q·F⁻¹(1 − q), q = 1 − F(v),
/// and the ironed virtual value is the slope of the concave hull of R (Myerson 1981; Bulow and Roberts 1989). For a supplier take the prior
/// of the type, −cost.
/// </summary>
/// <param name="Prior">The distribution of the type.</param>
/// <param name="Regularity">The class, how it is known, and the ironed blocks.</param>
/// <param name="Score">The ironed virtual value of every type from the lower end of the support on; without pieces if the optimal revenue is unbounded.</param>
public sealed record VirtualTypes(Prior Prior, Regularity Regularity, ScoreCurve Score)
{
    /// <summary>Analyses a prior.</summary>
    /// <param name="prior">A prior with parameters in their domain.</param>
    /// <param name="cancellation">Checked between steps.</param>
    /// <exception cref="ArgumentException">The prior is neither atomic nor continuous.</exception>
    public static VirtualTypes Of(Prior prior, CancellationToken cancellation) => prior switch
    {
        AtomicPrior atomic => FiniteTypes.Of(atomic, cancellation).ToVirtualTypes(),
        ContinuousPrior continuous when double.IsPositiveInfinity(continuous.RevenueLimit) => Unbounded(continuous),
        ContinuousPrior continuous when RationalHistogram.Of(continuous) is { } histogram => histogram.ToVirtualTypes(continuous),
        ContinuousPrior continuous => DensityTypes.Of(continuous, cancellation),
        _ => throw new ArgumentException($"{prior.Describe()} is neither continuous nor atomic.", nameof(prior)),
    };

    /// <summary>
    /// The lowest price that maximises (p − sellerValue)·(1 − F(p)): the lowest type whose ironed virtual value is at least the seller's value.
    /// +∞ where no price is optimal because ever higher ones earn more.
    /// </summary>
    public double MonopolyPrice(double sellerValue = 0) => Score.LowestMeeting(sellerValue);

    /// <summary>Ever higher prices earn more without bound: the hull of R is +∞, and no type has a finite ironed virtual value.</summary>
    private static VirtualTypes Unbounded(ContinuousPrior prior)
    {
        const string Reason = "p(1 − F(p)) grows without bound: the revenue curve has no finite concave hull";
        var low = prior.UpperQuantile(0.5);
        var high = prior.UpperQuantile(0.25);
        var witness = prior.VirtualValue(low) > prior.VirtualValue(high) ? new TypeInterval(low, high) : (TypeInterval?)null;
        return new VirtualTypes(prior, new Regularity(RegularityClass.Irregular, RegularityBasis.Theorem, Reason, witness, []), new ScoreCurve([]));
    }
}
