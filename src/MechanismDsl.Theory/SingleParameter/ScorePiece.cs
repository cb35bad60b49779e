using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>A score on the half-open interval of types [From, To).</summary>
/// <param name="From">First type of the piece; −∞ for a curve without a lower end.</param>
/// <param name="To">First type behind the piece; +∞ for the last one.</param>
public abstract record ScorePiece(double From, double To)
{
    /// <summary>The score of a type of [From, To).</summary>
    public abstract double At(double type);

    /// <summary>True if two different types of the piece have different scores.</summary>
    internal virtual bool IsStrictlyIncreasing => true;

    /// <summary>
    /// inf{t ≥ From : s(t) ≥ score}, or with &gt; if <paramref name="strictly"/>; a number ≥ <see cref="To"/> where no type of the piece qualifies.
    /// </summary>
    public double Lowest(double score, bool strictly) =>
        Qualifies(At(From), score, strictly) ? From : LowestInside(score, strictly);

    /// <summary>As <see cref="Lowest"/>, for a score that <see cref="From"/> itself does not reach.</summary>
    private protected abstract double LowestInside(double score, bool strictly);

    internal static bool Qualifies(double own, double score, bool strictly) => strictly ? own > score : own >= score;
}

/// <summary>The same score for all types of the interval: an ironed block, or the step of a discrete type.</summary>
public sealed record ConstantPiece(double From, double To, double Score) : ScorePiece(From, To)
{
    /// <inheritdoc/>
    public override double At(double type) => Score;

    /// <inheritdoc/>
    internal override bool IsStrictlyIncreasing => false;

    private protected override double LowestInside(double score, bool strictly) => To;
}

/// <summary>Slope·t + Intercept with a positive slope.</summary>
public sealed record AffinePiece(double From, double To, double Slope, double Intercept) : ScorePiece(From, To)
{
    /// <inheritdoc/>
    public override double At(double type) => (Slope * type) + Intercept;

    private protected override double LowestInside(double score, bool strictly) => Math.Max(From, (score - Intercept) / Slope);
}

/// <summary>The virtual value of a prior without a closed-form inverse, on an interval of the support on which it increases.</summary>
public sealed record VirtualPiece(double From, double To, ContinuousPrior Prior) : ScorePiece(From, To)
{
    /// <inheritdoc/>
    public override double At(double type) => double.IsNegativeInfinity(type) ? type : Prior.VirtualValue(type);

    private protected override double LowestInside(double score, bool strictly) =>
        Bisection.FirstReaching(type => At(type) is var own && own == score ? 0 : own - score, strictly, From, To);
}
