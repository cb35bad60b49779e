using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>How what an agent pays by its own type is handed to the others.</summary>
public enum Redistribution
{
    /// <summary>To the agent before it, the first one's to the last: agent i pays Tᵢ(tᵢ) − Tᵢ₊₁(tᵢ₊₁).</summary>
    Cyclic,

    /// <summary>To all others alike: agent i pays (n − 1) Tᵢ(tᵢ) − Σ Tⱼ(tⱼ) over the others.</summary>
    Uniform,
}

/// <summary>
/// Payments that sum to zero at every profile, whatever the tables hold: each agent pays by its own type, and the others receive it. Shares of a social cost
/// come on top.
/// </summary>
/// <param name="Redistribution">To whom an agent pays.</param>
/// <param name="Tables">For each agent an amount for each of its types.</param>
public sealed record BalancedPayments(Redistribution Redistribution, EquatableArray<EquatableArray<Fraction>> Tables)
{
    /// <summary>What each agent pays at a profile.</summary>
    /// <param name="types">The place of each agent's type.</param>
    public EquatableArray<Fraction> At(IReadOnlyList<int> types)
    {
        var amounts = Tables.Select((table, agent) => table[types[agent]]).ToList();
        var sum = amounts.Aggregate(Fraction.Zero, (total, amount) => total + amount);
        return amounts
            .Select((amount, agent) => Redistribution == Redistribution.Cyclic ? amount - amounts[(agent + 1) % amounts.Count] : (amounts.Count * amount) - sum)
            .ToEquatableArray();
    }

    /// <summary>The same payments with tables on a grid: still balanced, because what one pays the others receive.</summary>
    public BalancedPayments On(PaymentGrid grid) => new(Redistribution, Tables.Select(table => table.Select(grid.Nearest).ToEquatableArray()).ToEquatableArray());
}
