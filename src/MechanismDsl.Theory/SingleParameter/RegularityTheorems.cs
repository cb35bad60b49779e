using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>A class that a theorem gives to a prior.</summary>
/// <param name="Class">The class.</param>
/// <param name="Reason">The theorem in words.</param>
internal sealed record RegularityTheorem(RegularityClass Class, string Reason);

/// <summary>
/// Classes of families that are known by theorem, for values and, through F/f in the place of (1 − F)/f, for costs. What is not listed is
/// not claimed.
/// </summary>
internal static class RegularityTheorems
{
    /// <summary>
    /// min over z of 2h(z) − z with the hazard rate h of the standard normal distribution, at h(z)(h(z) − z) = 1/2, z = −0.55060751984787; computed with
    /// 30 digits. A lognormal virtual value has dψ/dz = σ·e^(μ+σz)·(2 − (σ + z)/h(z)) in z = (ln v − μ)/σ, so it never falls if and only if σ is at
    /// most this number; the minimum is unique because h is strictly convex (Sampford 1953).
    /// </summary>
    public const double LargestRegularLognormalScale = 1.51761939922795743;

    private static readonly RegularityTheorem LogConcave = new(
        RegularityClass.MonotoneHazardRate,
        "a log-concave density has a log-concave tail 1 − F (Prékopa 1973; Bagnoli and Bergstrom 2005)");

    private static readonly RegularityTheorem RisingDensity = new(
        RegularityClass.MonotoneHazardRate,
        "the density does not fall, so f/(1 − F) rises");

    private static readonly RegularityTheorem FallingDensityOfCost = new(
        RegularityClass.MonotoneHazardRate,
        "the density of the cost does not rise, so F/f rises");

    private static readonly RegularityTheorem LogConcaveCost = new(
        RegularityClass.MonotoneHazardRate,
        "the distribution function of the cost is log-concave, so F/f rises (Bagnoli and Bergstrom 2005)");

    private static readonly RegularityTheorem Pole = new(
        RegularityClass.Irregular,
        "the density has a pole at the lowest type, where (1 − F)/f rises with infinite slope");

    private static readonly RegularityTheorem PoleOfCost = new(
        RegularityClass.Irregular,
        "the density has a pole at the highest cost, where F/f falls with infinite slope");

    /// <summary>The class of the prior of a type; null where no theorem is known.</summary>
    public static RegularityTheorem? Of(ContinuousPrior prior) =>
        prior is MirroredContinuousPrior(var original) ? OfCost(original) : OfValue(prior);

    private static RegularityTheorem? OfValue(ContinuousPrior prior) => prior switch
    {
        ExponentialPrior => new(RegularityClass.MonotoneHazardRate, "the hazard rate is constant"),
        TruncatedExponentialPrior or TriangularPrior or TruncatedNormalPrior or LogisticPrior => LogConcave,
        PowerPrior { Exponent: >= 1 } or GammaPrior { Shape: >= 1 } or WeibullPrior { Shape: >= 1 } or BetaPrior { A: >= 1, B: >= 1 } => LogConcave,
        BetaPrior { A: >= 1 } => RisingDensity,
        KumaraswamyPrior { A: >= 1 } => new(RegularityClass.MonotoneHazardRate, "(1 − F)/f = (v^(1 − A) − v)/(A·B) falls for A ≥ 1"),
        PowerPrior or GammaPrior or WeibullPrior or BetaPrior or KumaraswamyPrior or ArcsinePrior => Pole,
        ParetoPrior { Shape: >= 1 } => new(RegularityClass.Regular, "ψ(v) = v·(1 − 1/shape) does not fall, and the hazard rate shape/v does"),
        BoundedParetoPrior pareto => BoundedPareto(pareto),
        LognormalPrior lognormal => Lognormal(lognormal.Scale),
        _ => null,
    };

    private static RegularityTheorem? OfCost(ContinuousPrior cost) => cost switch
    {
        ExponentialPrior or ParetoPrior or BoundedParetoPrior => FallingDensityOfCost,
        TruncatedExponentialPrior or TriangularPrior or TruncatedNormalPrior or LogisticPrior or LognormalPrior or PowerPrior => LogConcaveCost,
        GammaPrior { Shape: >= 1 } or WeibullPrior { Shape: >= 1 } or BetaPrior { A: >= 1, B: >= 1 } or KumaraswamyPrior { A: >= 1, B: >= 1 } => LogConcaveCost,
        GammaPrior or WeibullPrior or BetaPrior { B: >= 1 } or KumaraswamyPrior { B: >= 1 } => FallingDensityOfCost,
        BetaPrior or KumaraswamyPrior or ArcsinePrior => PoleOfCost,
        _ => null,
    };

    /// <summary>
    /// ψ(v) = v·(1 − 1/α) + v^(α+1)/(α·High^α) has the slope 1 − 1/α + (1 + 1/α)·(v/High)^α, least at Low; (1 − F)/f = (v − v^(α+1)/High^α)/α has the
    /// slope (1 − (1 + α)·(v/High)^α)/α, greatest at Low.
    /// </summary>
    private static RegularityTheorem BoundedPareto(BoundedParetoPrior prior)
    {
        var share = Math.Pow(prior.Low / prior.High, prior.Shape);
        return share >= 1 / (1 + prior.Shape)
            ? new(RegularityClass.MonotoneHazardRate, "(1 − F)/f falls on the support, since (Low/High)^shape ≥ 1/(1 + shape)")
            : share >= (1 - prior.Shape) / (1 + prior.Shape)
                ? new(RegularityClass.Regular, "ψ does not fall on the support, since (Low/High)^shape ≥ (1 − shape)/(1 + shape)")
                : new(RegularityClass.Irregular, "ψ falls where (v/High)^shape < (1 − shape)/(1 + shape)");
    }

    private static RegularityTheorem Lognormal(double scale) => scale <= LargestRegularLognormalScale
        ? new(RegularityClass.Regular, "dψ/dz has the sign of 2h(z) − z − scale, z = (ln v − location)/scale, h the normal hazard rate; its minimum over z is 1.5176 − scale; the hazard rate falls in the tail")
        : new(RegularityClass.Irregular, "dψ/dz has the sign of 2h(z) − z − scale, z = (ln v − location)/scale, h the normal hazard rate; its minimum over z is 1.5176 − scale");
}
