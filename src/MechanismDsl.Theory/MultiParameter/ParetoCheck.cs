using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>How everybody gains without lowering the sum of payments: the constructive half of "Pareto optimal if and only if efficient".</summary>
/// <param name="Alternative">The outcome that should be chosen instead.</param>
/// <param name="Delta">By how much it is worth more, social cost deducted.</param>
/// <param name="Payments">What each agent pays then; they sum to what is paid now, plus what the other outcome costs more.</param>
/// <param name="Gain">What each agent gains, the same for all: delta / n.</param>
public sealed record ParetoImprovement(int Alternative, Fraction Delta, EquatableArray<Fraction> Payments, Fraction Gain);

/// <summary>
/// Whether an outcome with payments is Pareto optimal, payments not being lowered in sum: it is if and only if no outcome is worth more. If outcome b is worth
/// δ more than f, the payments πᵢ = vᵢ(b) − vᵢ(f) + pᵢ − δ/n leave everybody δ/n better off.
/// </summary>
public static class ParetoCheck
{
    /// <summary>The improvement that gains most; null if there is none, and the outcome is Pareto optimal.</summary>
    /// <param name="values">For each agent, at least one, its value of every outcome.</param>
    /// <param name="chosen">The outcome.</param>
    /// <param name="payments">What each agent pays.</param>
    /// <param name="costs">What each outcome costs; empty if nothing.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static ParetoImprovement? Of(IReadOnlyList<IReadOnlyList<Fraction>> values, int chosen, IReadOnlyList<Fraction> payments, IReadOnlyList<Fraction> costs)
    {
        if (values.Count == 0 || values.Count != payments.Count || values.Any(row => row.Count != values[0].Count) || (costs.Count != 0 && costs.Count != values[0].Count))
        {
            throw new ArgumentException("Every agent has one payment and one value for each outcome.", nameof(values));
        }

        Fraction Cost(int outcome) => costs.Count == 0 ? Fraction.Zero : costs[outcome];
        Fraction Worth(int outcome) => values.Aggregate(-Cost(outcome), (sum, row) => sum + row[outcome]);
        var best = Enumerable.Range(0, values[0].Count).Aggregate((one, other) => Worth(other) > Worth(one) ? other : one);
        var delta = Worth(best) - Worth(chosen);
        if (delta.IsZero)
        {
            return null;
        }

        var gain = delta / values.Count;
        return new ParetoImprovement(best, delta, values.Select((row, agent) => row[best] - row[chosen] + payments[agent] - gain).ToEquatableArray(), gain);
    }
}
