using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Correlated;

/// <summary>
/// The sale of one item by a seller that knows everybody's beliefs but not their types: the highest score of those that cover the cost wins, and the winner
/// pays the lowest of its types of the same belief that would have won. An agent whose belief reveals its type pays its value.
/// </summary>
internal static class BeliefAuction
{
    /// <summary>The mechanism.</summary>
    /// <param name="design">The single item: outcome i serves agent i, the last one nobody.</param>
    /// <param name="values">For each agent its values, ascending.</param>
    /// <param name="scores">For each agent and type its score, not decreasing within a belief.</param>
    /// <param name="conditions">For each agent its beliefs.</param>
    /// <param name="ties">Who wins among equals.</param>
    /// <param name="priorities">The priority of every agent; all zero unless ties are broken by it.</param>
    public static FiniteMechanism Of(
        FiniteDesign design,
        EquatableArray<EquatableArray<Fraction>> values,
        EquatableArray<EquatableArray<Fraction>> scores,
        EquatableArray<BeliefCondition> conditions,
        TieBreaking ties,
        EquatableArray<int> priorities)
    {
        var types = design.Types;
        var lotteries = Enumerable.Range(0, types.Profiles).Select(profile => Lottery(design, scores, types.TypesAt(profile), ties, priorities)).ToEquatableArray();
        var payments = Enumerable.Range(0, types.Profiles).Select(profile => Enumerable.Range(0, types.Agents)
            .Select(agent => Payment(types, lotteries, profile, agent, values[agent], conditions[agent].Classes)).ToEquatableArray()).ToEquatableArray();
        return new FiniteMechanism(design, lotteries, payments);
    }

    private static EquatableArray<Fraction> Lottery(FiniteDesign design, EquatableArray<EquatableArray<Fraction>> scores, EquatableArray<int> profile, TieBreaking ties, EquatableArray<int> priorities)
    {
        var agents = profile.Count;
        var best = Enumerable.Range(0, agents).Select(agent => scores[agent][profile[agent]]).Max();
        List<int> winners = best < design.Costs[0]
            ? [agents]
            : [.. Enumerable.Range(0, agents).Where(agent => scores[agent][profile[agent]] == best).OrderByDescending(agent => priorities[agent])];
        if (ties != TieBreaking.Shared)
        {
            winners.RemoveRange(1, winners.Count - 1);
        }

        return Enumerable.Range(0, agents + 1).Select(outcome => winners.Contains(outcome) ? new Fraction(1, winners.Count) : Fraction.Zero).ToEquatableArray();
    }

    /// <summary>Every rise of the chance within the belief is paid at the type where it happens (Myerson 1981).</summary>
    private static Fraction Payment(TypeSpace types, EquatableArray<EquatableArray<Fraction>> lotteries, int profile, int agent, EquatableArray<Fraction> values, EquatableArray<int> classes)
    {
        var own = types.TypeAt(profile, agent);
        var (payment, chance) = (Fraction.Zero, Fraction.Zero);
        for (var type = 0; type <= own; type++)
        {
            if (classes[type] == classes[own])
            {
                var risen = lotteries[types.With(profile, agent, type)][agent];
                payment += values[type] * (risen - chance);
                chance = risen;
            }
        }

        return payment.Reduce();
    }
}
