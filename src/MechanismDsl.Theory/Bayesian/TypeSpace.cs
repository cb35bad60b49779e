using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// The profiles of finitely many types and their probabilities. Profiles are numbered: agents in order, the last one's type running fastest.
/// </summary>
/// <param name="Masses">For each agent the probability of each of its types; each agent's sum to one. Under a joint distribution: the marginals.</param>
public sealed record TypeSpace(EquatableArray<EquatableArray<Fraction>> Masses)
{
    /// <summary>The probability of each profile where types depend on each other; empty where they are independent.</summary>
    public EquatableArray<Fraction> Joint { get; init; }

    /// <summary>The number of agents.</summary>
    public int Agents => Masses.Count;

    /// <summary>Whether no agent's type tells anything of another's.</summary>
    public bool IsIndependent => Joint.Count == 0 || Joint.Select((mass, profile) => mass == Product(Decode(profile))).All(equal => equal);

    /// <summary>The number of profiles.</summary>
    /// <exception cref="OverflowException">There are more than int.MaxValue.</exception>
    public int Profiles => Masses.Aggregate(1, (count, own) => checked(count * own.Count));

    /// <summary>The space of a joint distribution.</summary>
    /// <param name="counts">How many types each agent has.</param>
    /// <param name="joint">The probability of each profile; they sum to one.</param>
    /// <exception cref="ArgumentException">There is not one probability for each profile.</exception>
    public static TypeSpace OfJoint(EquatableArray<int> counts, EquatableArray<Fraction> joint)
    {
        if (joint.Count != counts.Aggregate(1, (product, count) => checked(product * count)))
        {
            throw new ArgumentException("Every profile has one probability.", nameof(joint));
        }

        var marginals = counts.Select(count => new Fraction[count]).ToArray();
        var shape = new TypeSpace(marginals.Select(own => own.ToEquatableArray()).ToEquatableArray());
        for (var profile = 0; profile < joint.Count; profile++)
        {
            var types = shape.Decode(profile);
            for (var agent = 0; agent < types.Length; agent++)
            {
                marginals[agent][types[agent]] += joint[profile];
            }
        }

        return new TypeSpace(marginals.Select(own => own.ToEquatableArray()).ToEquatableArray()) { Joint = joint };
    }

    /// <summary>The place of each agent's type in a numbered profile.</summary>
    public int[] Decode(int profile)
    {
        var types = new int[Agents];
        for (var agent = Agents - 1; agent >= 0; agent--)
        {
            types[agent] = profile % Masses[agent].Count;
            profile /= Masses[agent].Count;
        }

        return types;
    }

    /// <summary>The number of a profile.</summary>
    public int Encode(IReadOnlyList<int> types)
    {
        var profile = 0;
        for (var agent = 0; agent < Agents; agent++)
        {
            profile = (profile * Masses[agent].Count) + types[agent];
        }

        return profile;
    }

    /// <summary>How far the numbers of two profiles lie apart that differ by one type of an agent.</summary>
    public int Stride(int agent) => Enumerable.Range(agent + 1, Agents - agent - 1).Aggregate(1, (stride, other) => stride * Masses[other].Count);

    /// <summary>The number of a profile of the others: as for all, without the agent.</summary>
    public int Others(int profile, int agent)
    {
        var stride = Stride(agent);
        return (profile / (stride * Masses[agent].Count) * stride) + (profile % stride);
    }

    /// <summary>The probability of a profile.</summary>
    public Fraction Mass(int profile) => Joint.Count > 0 ? Joint[profile] : Product(Decode(profile));

    /// <summary>The probability of a profile given one agent's type there; zero where that type has none.</summary>
    public Fraction MassGiven(int profile, int agent)
    {
        var own = Masses[agent][Decode(profile)[agent]];
        return own.IsZero ? Fraction.Zero : Mass(profile) / own;
    }

    /// <summary>E[amount | type] for each type of an agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="amount">An amount at each profile.</param>
    public EquatableArray<Fraction> Given(int agent, Func<int, Fraction> amount)
    {
        var sums = new Fraction[Masses[agent].Count];
        for (var profile = 0; profile < Profiles; profile++)
        {
            sums[Decode(profile)[agent]] += MassGiven(profile, agent) * amount(profile);
        }

        return sums.ToEquatableArray();
    }

    /// <summary>The expectation of an amount of one agent's type.</summary>
    public Fraction Mean(int agent, EquatableArray<Fraction> amounts) =>
        amounts.Select((amount, type) => Masses[agent][type] * amount).Aggregate(Fraction.Zero, (sum, term) => sum + term);

    private Fraction Product(int[] types) => types.Select((type, agent) => Masses[agent][type]).Aggregate(Fraction.One, (product, mass) => product * mass);
}
