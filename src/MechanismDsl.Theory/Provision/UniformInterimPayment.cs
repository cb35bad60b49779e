using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Provision;

/// <summary>
/// Interim payments where all types are uniform: it is decided for where the agent's type t and the sum X of the others reach L, so that q(t) = P(X ≥ L − t) and
/// ∫ q = E[(X − L + t)⁺] − E[(X − L + floor)⁺]. Piecewise polynomials, whose expectations are rational.
/// </summary>
/// <param name="own">The ends of the agent's types.</param>
/// <param name="others">The sum of the others' types.</param>
/// <param name="least">L: the sum of all types from which it is decided for.</param>
/// <param name="floor">The lowest threshold of the agent.</param>
/// <param name="share">What the agent bears of the cost where it is decided for.</param>
internal sealed class UniformInterimPayment((Fraction Low, Fraction High) own, UniformSum others, Fraction least, Fraction floor, Fraction share)
    : InterimPayment(Rationals.ToNearest(share))
{
    /// <summary>Of more pieces the polynomials join so smoothly that tables need not end where they do.</summary>
    private const int MostPieces = 32;

    /// <summary>What is above the lowest threshold: rents begin there.</summary>
    private readonly Fraction _before = others.ExcessOver(least - (floor < own.Low ? floor : own.Low));

    /// <inheritdoc/>
    public override IReadOnlyList<double> Points { get; } = Apart(
        Rationals.ToNearest(own.Low),
        Rationals.ToNearest(own.High),
        others.Kinks.ToList() is { Count: <= MostPieces } kinks ? kinks.Select(kink => Rationals.ToNearest(least - kink)) : []);

    /// <inheritdoc/>
    public override Amount Mean => Amount.Of(MeanType - (share * MeanChance) - Rents);

    /// <inheritdoc/>
    public override Amount MeanRent => Amount.Of(Rents);

    /// <inheritdoc/>
    public override double LeastRent => Rationals.ToNearest(others.ExcessOver(least - own.Low) - _before);

    /// <summary>E[q].</summary>
    private Fraction MeanChance => (others.ExcessOver(least - own.High) - others.ExcessOver(least - own.Low)) / (own.High - own.Low);

    /// <summary>∫ E[(X − L + t)⁺] dt.</summary>
    private Fraction Area => (others.SquareOver(least - own.High) - others.SquareOver(least - own.Low)) / 2;

    /// <summary>E[t·q(t)], by integration by parts.</summary>
    private Fraction MeanType =>
        ((own.High * others.ExcessOver(least - own.High)) - (own.Low * others.ExcessOver(least - own.Low)) - Area) / (own.High - own.Low);

    private Fraction Rents => (Area / (own.High - own.Low)) - _before;

    /// <inheritdoc/>
    protected override double Chance(double type) => Rationals.ToNearest(others.AtLeast(least - Rationals.FromDecimal(type)));

    /// <inheritdoc/>
    protected override double Rent(double type) => Rationals.ToNearest(others.ExcessOver(least - Rationals.FromDecimal(type)) - _before);
}
