using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Units;

/// <summary>What a sale of identical items decides at one profile.</summary>
/// <param name="Quantities">How many items each agent gets.</param>
/// <param name="Payments">What each agent pays in total.</param>
/// <param name="Welfare">The values of what is sold, less the lowest price of each item sold.</param>
public sealed record UnitsOutcome(EquatableArray<int> Quantities, EquatableArray<decimal> Payments, decimal Welfare);

/// <summary>
/// Runs a sale of identical items to agents who want several by its definition: every way to share the items out is looked at. Slow and obvious on purpose:
/// it is what fast generated code is compared with.
/// </summary>
/// <remarks>Of the allocations that are worth most the first agent's largest share is taken, then the second's, and so on; nobody gets an item of value 0.</remarks>
/// <param name="items">The number of items.</param>
/// <param name="lowest">The lowest price of an item, which counts as the seller's value of keeping it.</param>
/// <param name="payments">Clarke payments, the lowest winning value for all, or the own values.</param>
public sealed class UnitsInterpreter(int items, decimal lowest, PaymentRule payments)
{
    /// <summary>The outcome at a profile.</summary>
    /// <param name="values">For each agent what every further item adds, none more than the one before.</param>
    /// <exception cref="NotSupportedException">The payment rule is none of such sales.</exception>
    public UnitsOutcome Run(IReadOnlyList<IReadOnlyList<decimal>> values)
    {
        var (welfare, shares) = Best(values, 0, items, except: -1);
        var sold = values.SelectMany((row, agent) => row.Take(shares[agent])).ToList();
        var paid = values.Select((row, agent) => payments switch
        {
            // The seller's value of what is sold is the cost that the agents bear together.
            PaymentRule.Clarke => Best(values, 0, items, agent).Worth - (welfare - row.Take(shares[agent]).Sum(value => value - lowest)) + (shares[agent] * lowest),
            PaymentRule.UniformPrice => shares[agent] * sold.DefaultIfEmpty(0).Min(),
            PaymentRule.PayAsBid => row.Take(shares[agent]).Sum(),
            _ => throw new NotSupportedException($"{payments.GetType().Name} is no payment of identical items with decreasing values."),
        });
        return new UnitsOutcome(shares.ToEquatableArray(), paid.ToEquatableArray(), welfare);
    }

    private (decimal Worth, int[] Shares) Best(IReadOnlyList<IReadOnlyList<decimal>> values, int agent, int left, int except)
    {
        if (agent == values.Count)
        {
            return (0, []);
        }

        (decimal Worth, int[] Shares)? best = null;
        var most = agent == except ? 0 : Math.Min(left, values[agent].Count(value => value > 0));
        for (var share = most; share >= 0; share--)
        {
            var (others, shares) = Best(values, agent + 1, left - share, except);
            var worth = others + values[agent].Take(share).Sum(value => value - lowest);
            if (best is not { } known || worth > known.Worth)
            {
                best = (worth, [share, .. shares]);
            }
        }

        return best!.Value;
    }
}
