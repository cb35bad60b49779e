using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>What agents with finitely many types believe of each other: a common prior, under which types are independent unless a joint distribution is stated.</summary>
/// <param name="Masses">For each agent the probability of each of its types; each agent's sum to one, unless nothing is known. Under a joint distribution: the marginals.</param>
public sealed record Beliefs(EquatableArray<EquatableArray<Fraction>> Masses)
{
    /// <summary>The profiles of types.</summary>
    public TypeSpace Types { get; } = new(Masses.Select(own => own.Count).ToEquatableArray());

    /// <summary>The probability of each profile where types depend on each other; empty where they are independent.</summary>
    public EquatableArray<Fraction> Joint { get; init; }

    /// <summary>The beliefs under a joint distribution.</summary>
    public static Beliefs Of(JointDistribution joint) => new(
        Enumerable.Range(0, joint.Types.Agents)
            .Select(agent => Enumerable.Range(0, joint.Types.Counts[agent]).Select(type => joint.Marginal(agent, type)).ToEquatableArray())
            .ToEquatableArray())
    {
        Joint = joint.IsIndependent ? [] : joint.Masses,
    };

    /// <summary>The probability of a profile.</summary>
    public Fraction Mass(int profile)
    {
        if (Joint.Count > 0)
        {
            return Joint[profile];
        }

        var mass = Fraction.One;
        for (var agent = 0; agent < Masses.Count; agent++)
        {
            mass *= Masses[agent][Types.TypeAt(profile, agent)];
        }

        return mass;
    }

    /// <summary>The probability of a profile given one agent's type there.</summary>
    public Fraction MassGiven(int profile, int agent)
    {
        if (Joint.Count > 0)
        {
            return Joint[profile] / Masses[agent][Types.TypeAt(profile, agent)];
        }

        // Independent types: the others' probabilities, also where that type has none.
        var mass = Fraction.One;
        for (var other = 0; other < Masses.Count; other++)
        {
            mass *= other == agent ? Fraction.One : Masses[other][Types.TypeAt(profile, other)];
        }

        return mass;
    }

    /// <summary>E[amount | type] for each type of an agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="amount">An amount at each profile.</param>
    public EquatableArray<Fraction> Given(int agent, Func<int, Fraction> amount)
    {
        var sums = new Fraction[Masses[agent].Count];
        for (var profile = 0; profile < Types.Profiles; profile++)
        {
            sums[Types.TypeAt(profile, agent)] += MassGiven(profile, agent) * amount(profile);
        }

        return sums.ToEquatableArray();
    }

    /// <summary>The expectation of an amount of one agent's type.</summary>
    public Fraction Mean(int agent, EquatableArray<Fraction> amounts) =>
        amounts.Select((amount, type) => Masses[agent][type] * amount).Aggregate(Fraction.Zero, (sum, term) => sum + term);
}
