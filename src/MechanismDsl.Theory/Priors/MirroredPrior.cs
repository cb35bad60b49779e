using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>The distribution of −V: a supplier's type t = −c, where V is the cost c.</summary>
public static class Mirror
{
    /// <summary>The distribution of −V; the mirror of a mirror is the original.</summary>
    public static Prior Mirrored(this Prior prior) => prior switch
    {
        ContinuousPrior continuous => continuous.Mirrored(),
        AtomicPrior atomic => atomic.Mirrored(),
        _ => throw new ArgumentException($"{prior.Describe()} is neither continuous nor atomic", nameof(prior)),
    };

    /// <summary>The distribution of −V; the mirror of a mirror is the original.</summary>
    public static ContinuousPrior Mirrored(this ContinuousPrior prior) =>
        prior is MirroredContinuousPrior mirror ? mirror.Original : new MirroredContinuousPrior(prior);

    /// <summary>The distribution of −V; the mirror of a mirror is the original.</summary>
    public static AtomicPrior Mirrored(this AtomicPrior prior) =>
        prior is MirroredAtomicPrior mirror ? mirror.Original : new MirroredAtomicPrior(prior);

    internal static EquatableArray<double> Negated(EquatableArray<double> values) =>
        values.Reverse().Select(value => 0 - value).ToEquatableArray();
}

/// <summary>The distribution of −V for a continuous V. Its virtual value at t = −c is −(c + F(c)/f(c)).</summary>
/// <param name="Original">The distribution of V.</param>
public sealed record MirroredContinuousPrior(ContinuousPrior Original) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => 0 - Original.Upper;

    /// <inheritdoc/>
    public override double Upper => 0 - Original.Lower;

    /// <inheritdoc/>
    public override double Mean => 0 - Original.Mean;

    /// <inheritdoc/>
    public override double Cdf(double value) => Original.Survival(-value);

    /// <inheritdoc/>
    public override double Survival(double value) => Original.Cdf(-value);

    /// <inheritdoc/>
    public override double Quantile(double probability) => 0 - Original.UpperQuantile(probability);

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => 0 - Original.Quantile(tail);

    /// <inheritdoc/>
    public override double Density(double value) => Original.LeftDensity(-value);

    /// <inheritdoc/>
    public override double LeftDensity(double value) => Original.Density(-value);

    /// <inheritdoc/>
    public override double InverseHazard(double value)
    {
        var density = Original.LeftDensity(-value);
        return density == Original.Density(-value) ? Original.InverseReverseHazard(-value) : Original.Cdf(-value) / density;
    }

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value)
    {
        var density = Original.LeftDensity(-value);
        return density == Original.Density(-value) ? Original.InverseHazard(-value) : Original.Survival(-value) / density;
    }

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => Mirror.Negated(Original.Breakpoints);

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => Reflected(Original.AffineVirtualCost);

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualCost => Reflected(Original.AffineVirtualValue);

    /// <inheritdoc/>
    public override string Describe() => $"−{Original.Describe()}";

    /// <summary>t ↦ −g(−t) for a piecewise affine g.</summary>
    private static EquatableArray<AffineInterval> Reflected(EquatableArray<AffineInterval> pieces) =>
        pieces.Reverse().Select(piece => new AffineInterval(0 - piece.To, 0 - piece.From, piece.Slope, 0 - piece.Intercept)).ToEquatableArray();
}

/// <summary>The distribution of −V for an atomic V.</summary>
/// <param name="Original">The distribution of V.</param>
public sealed record MirroredAtomicPrior(AtomicPrior Original) : AtomicPrior
{
    /// <inheritdoc/>
    public override EquatableArray<double> Values => Table.Values;

    /// <inheritdoc/>
    public override EquatableArray<Fraction> ExactValues => Original.ExactValues.Reverse().Select(value => value.Negate()).ToEquatableArray();

    /// <inheritdoc/>
    public override string Describe() => $"−{Original.Describe()}";

    /// <inheritdoc/>
    private protected override WeightTable Atoms => Table.Weights;

    private AtomTable Table => Derived(this, static self => new AtomTable(
        Mirror.Negated(self.Original.Values),
        WeightTable.FromFractions([.. self.Original.ExactMasses.Reverse()])));
}
