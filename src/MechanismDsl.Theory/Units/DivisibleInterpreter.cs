using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Units;

/// <summary>What a sale of a divisible good decides at one profile.</summary>
/// <param name="Amounts">How many units each agent gets.</param>
/// <param name="Payments">What each agent pays in total.</param>
public sealed record DivisibleOutcome(EquatableArray<decimal> Amounts, EquatableArray<decimal> Payments);

/// <summary>
/// Runs a sale of a divisible good by its definition: the greatest sum of values, found anew without each agent for its Clarke payment. Slow and obvious on purpose: it is
/// what fast generated code is compared with.
/// </summary>
/// <param name="quantity">How many units there are.</param>
/// <param name="lowest">The lowest price of a unit, which counts as the seller's value of keeping it.</param>
/// <param name="payments">Clarke payments, the lowest winning value for all, or the own values.</param>
public sealed class DivisibleInterpreter(decimal quantity, decimal lowest, PaymentRule payments)
{
    /// <summary>The outcome at a profile.</summary>
    /// <param name="demands">For each agent what a unit is worth to it, and how many it wants.</param>
    /// <exception cref="NotSupportedException">The payment rule is none of such sales.</exception>
    public DivisibleOutcome Run(IReadOnlyList<(decimal Value, decimal Most)> demands)
    {
        var amounts = Amounts(demands, except: -1);
        var paid = Enumerable.Range(0, demands.Count).Select(agent => payments switch
        {
            PaymentRule.Clarke => Worth(demands, Amounts(demands, agent), agent) - Worth(demands, amounts, agent) + (amounts[agent] * lowest),
            PaymentRule.UniformPrice => amounts[agent] * demands.Where((_, other) => amounts[other] > 0).Select(demand => demand.Value).DefaultIfEmpty(0).Min(),
            PaymentRule.PayAsBid => amounts[agent] * demands[agent].Value,
            _ => throw new NotSupportedException($"{payments.GetType().Name} is no payment for a divisible good."),
        });
        return new DivisibleOutcome(amounts.ToEquatableArray(), paid.ToEquatableArray());
    }

    /// <summary>The values that the others have, above the lowest price.</summary>
    private decimal Worth(IReadOnlyList<(decimal Value, decimal Most)> demands, decimal[] amounts, int except) =>
        demands.Select((demand, agent) => agent == except ? 0 : amounts[agent] * (demand.Value - lowest)).Sum();

    private decimal[] Amounts(IReadOnlyList<(decimal Value, decimal Most)> demands, int except)
    {
        var amounts = new decimal[demands.Count];
        var left = quantity;
        foreach (var agent in Enumerable.Range(0, demands.Count)
            .Where(agent => agent != except && demands[agent].Value > 0 && demands[agent].Value >= lowest)
            .OrderByDescending(agent => demands[agent].Value).ThenBy(agent => agent))
        {
            amounts[agent] = Math.Min(left, demands[agent].Most);
            left -= amounts[agent];
        }

        return amounts;
    }
}
