using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>Makes payments that balance at every profile out of interim payments. Types are independent: otherwise truth may stop being a best reply.</summary>
public static class Balancing
{
    /// <summary>
    /// Proposition 7.1: pᵢ = p̄ᵢ(tᵢ) − p̄ᵢ₊₁(tᵢ₊₁) + E pᵢ₊₁ − (1/n) Σ E pⱼ. Interim payments fall by the expected surplus divided by n for every type, so
    /// truth stays a best reply and, if the surplus is not negative, no type loses (Börgers 2015).
    /// </summary>
    /// <param name="beliefs">The types.</param>
    /// <param name="interim">For each agent and each of its types the expected payment, net of its share of a social cost.</param>
    public static BalancedPayments Rebalance(Beliefs beliefs, EquatableArray<EquatableArray<Fraction>> interim)
    {
        var means = interim.Select((payments, agent) => beliefs.Mean(agent, payments)).ToList();
        var each = means.Aggregate(Fraction.Zero, (sum, mean) => sum + mean) / means.Count;

        // Tᵢ = p̄ᵢ + dᵢ with dᵢ − dᵢ₊₁ = E pᵢ₊₁ − (1/n) Σ E pⱼ, which sums to zero around the circle.
        List<EquatableArray<Fraction>> tables = [];
        var shift = Fraction.Zero;
        for (var agent = 0; agent < interim.Count; agent++)
        {
            var own = shift;
            tables.Add(interim[agent].Select(payment => payment + own).ToEquatableArray());
            shift -= means[(agent + 1) % means.Count] - each;
        }

        return new BalancedPayments(Redistribution.Cyclic, tables.ToEquatableArray());
    }

    /// <summary>
    /// Definition 7.4, the expected externality mechanism: pᵢ = p̄ᵢ(tᵢ) − p̄ᵢ₊₁(tᵢ₊₁), where p̄ᵢ is the interim pivot payment, the externality that a type is
    /// expected to impose on the others (Arrow 1979; d'Aspremont and Gérard-Varet 1979).
    /// </summary>
    /// <param name="pivots">For each agent and each of its types the expected pivot payment, net of its share of a social cost.</param>
    public static BalancedPayments ExpectedExternality(EquatableArray<EquatableArray<Fraction>> pivots) => new(Redistribution.Cyclic, pivots);

    /// <summary>
    /// The d'AGVA mechanism: pᵢ = (1/(n − 1)) Σ δⱼ(tⱼ) over the others − δᵢ(tᵢ), where δᵢ is what the others are expected to have of what is decided
    /// (d'Aspremont and Gérard-Varet 1979; Arrow 1979). One agent alone pays nothing.
    /// </summary>
    /// <param name="others">For each agent and each of its types the expected sum of the others' values, net of their shares of a social cost.</param>
    public static BalancedPayments DAgva(EquatableArray<EquatableArray<Fraction>> others) => new(
        Redistribution.Uniform,
        others.Select(own => own.Select(amount => others.Count == 1 ? Fraction.Zero : -amount / (others.Count - 1)).ToEquatableArray()).ToEquatableArray());
}
