using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Correlated;

/// <summary>
/// Bets that make any mechanism Bayesian incentive compatible across beliefs (Crémer and McLean 1988): each agent also pays a multiple of the bet that its
/// report buys. Truth costs nothing in expectation; a report of another belief costs more than it can gain.
/// </summary>
/// <param name="Base">The mechanism without bets.</param>
/// <param name="Conditions">For each agent its beliefs and bets.</param>
/// <param name="Smallest">For each agent the smallest multiple at which no report of another belief is better than the truth.</param>
public sealed record Elicitation(FiniteMechanism Base, EquatableArray<BeliefCondition> Conditions, EquatableArray<Fraction> Smallest)
{
    /// <summary>Works out the smallest multiples.</summary>
    /// <param name="mechanism">The mechanism without bets.</param>
    /// <param name="prior">The joint distribution.</param>
    /// <param name="conditions">For each agent its beliefs and bets; every condition separates beliefs.</param>
    public static Elicitation Of(FiniteMechanism mechanism, JointDistribution prior, EquatableArray<BeliefCondition> conditions) =>
        new(mechanism, conditions, conditions.Select((condition, agent) => SmallestOf(mechanism, prior, condition, agent)).ToEquatableArray());

    /// <summary>The mechanism with bets.</summary>
    /// <param name="multiples">For each agent the multiple of its bets.</param>
    public FiniteMechanism With(EquatableArray<Fraction> multiples)
    {
        var types = Base.Design.Types;
        return Base with
        {
            Payments = Base.Payments.Select((row, profile) => row.Select((payment, agent) => multiples[agent].IsZero
                ? payment
                : (payment + (multiples[agent] * Conditions[agent].Bets[types.TypeAt(profile, agent)][types.OthersOf(profile, agent)])).Reduce()).ToEquatableArray()).ToEquatableArray(),
        };
    }

    private static Fraction SmallestOf(FiniteMechanism mechanism, JointDistribution prior, BeliefCondition condition, int agent)
    {
        var smallest = Fraction.Zero;
        for (var type = 0; type < condition.Classes.Count; type++)
        {
            var truth = mechanism.InterimUtility(prior, agent, type, type);
            for (var report = 0; report < condition.Classes.Count; report++)
            {
                if (condition.Classes[report] != condition.Classes[type]
                    && (mechanism.InterimUtility(prior, agent, type, report) - truth) / condition.CostOf(type, report) is var needed
                    && needed > smallest)
                {
                    smallest = needed;
                }
            }
        }

        return smallest.Reduce();
    }
}
