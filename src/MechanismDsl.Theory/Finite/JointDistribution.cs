using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Finite;

/// <summary>One distribution over all profiles of finitely many types, common knowledge.</summary>
public sealed record JointDistribution
{
    private JointDistribution(TypeSpace types, EquatableArray<Fraction> masses) => (Types, Masses) = (types, masses);

    /// <summary>The profiles.</summary>
    public TypeSpace Types { get; }

    /// <summary>The probability of every profile; their sum is one.</summary>
    public EquatableArray<Fraction> Masses { get; }

    /// <summary>The distribution in which probabilities stand to each other as weights do.</summary>
    /// <param name="types">The profiles.</param>
    /// <param name="weights">One weight a profile.</param>
    /// <exception cref="ArgumentException">Another number of weights than profiles, a negative weight, or a type whose weights are all zero.</exception>
    public static JointDistribution FromWeights(TypeSpace types, IReadOnlyList<Fraction> weights)
    {
        if (weights.Count != types.Profiles)
        {
            throw new ArgumentException(FormattableString.Invariant($"{types.Profiles} profiles need as many weights, not {weights.Count}."), nameof(weights));
        }

        if (weights.Any(weight => weight.IsNegative))
        {
            throw new ArgumentException("A weight is negative.", nameof(weights));
        }

        var total = weights.Aggregate(Fraction.Zero, (sum, weight) => sum + weight);
        var joint = new JointDistribution(types, weights.Select(weight => total.IsZero ? weight : (weight / total).Reduce()).ToEquatableArray());
        return joint.ImpossibleType() is null ? joint : throw new ArgumentException("A type has probability zero.", nameof(weights));
    }

    /// <summary>The distribution of independent types.</summary>
    /// <param name="marginals">For each agent the probability of each of its types.</param>
    /// <exception cref="ArgumentException">A probability is not above zero.</exception>
    public static JointDistribution Independent(IReadOnlyList<IReadOnlyList<Fraction>> marginals)
    {
        var types = new TypeSpace(marginals.Select(row => row.Count).ToEquatableArray());
        return FromWeights(types, [.. Enumerable.Range(0, types.Profiles).Select(profile =>
            marginals.Select((row, agent) => row[types.TypeAt(profile, agent)]).Aggregate(Fraction.One, (product, mass) => product * mass))]);
    }

    /// <summary>The probability of an agent's type.</summary>
    public Fraction Marginal(int agent, int type) =>
        Enumerable.Range(0, Types.Others(agent)).Aggregate(Fraction.Zero, (sum, others) => sum + Masses[Types.Join(agent, type, others)]);

    /// <summary>What an agent of a type believes about the others: the probability of each of their profiles.</summary>
    public EquatableArray<Fraction> Posterior(int agent, int type)
    {
        var mass = Marginal(agent, type);
        return Enumerable.Range(0, Types.Others(agent)).Select(others => (Masses[Types.Join(agent, type, others)] / mass).Reduce()).ToEquatableArray();
    }

    /// <summary>For each type of an agent the first type with the same posterior: its belief type (Bergemann and Morris 2005).</summary>
    public EquatableArray<int> BeliefClasses(int agent)
    {
        var posteriors = Enumerable.Range(0, Types.Counts[agent]).Select(type => Posterior(agent, type)).ToList();
        return posteriors.Select(posterior => posteriors.IndexOf(posterior)).ToEquatableArray();
    }

    /// <summary>Whether the types are independent.</summary>
    public bool IsIndependent
    {
        get
        {
            var marginals = Enumerable.Range(0, Types.Agents)
                .Select(agent => Enumerable.Range(0, Types.Counts[agent]).Select(type => Marginal(agent, type)).ToList()).ToList();
            return Enumerable.Range(0, Types.Profiles).All(profile =>
                marginals.Select((row, agent) => row[Types.TypeAt(profile, agent)]).Aggregate(Fraction.One, (product, mass) => product * mass) == Masses[profile]);
        }
    }

    /// <summary>Whether, given the belief types of all agents, their payoff types are independent. For a common prior it always is so; the check is by definition.</summary>
    public bool IsConditionallyIndependent
    {
        get
        {
            var classes = Enumerable.Range(0, Types.Agents).Select(BeliefClasses).ToList();
            return Enumerable.Range(0, Types.Profiles)
                .GroupBy(profile => Enumerable.Range(0, Types.Agents).Select(agent => classes[agent][Types.TypeAt(profile, agent)]).ToEquatableArray())
                .All(HasProductForm);
        }
    }

    /// <summary>The first agent and type of probability zero; null if there is none.</summary>
    private (int Agent, int Type)? ImpossibleType()
    {
        for (var agent = 0; agent < Types.Agents; agent++)
        {
            for (var type = 0; type < Types.Counts[agent]; type++)
            {
                if (Marginal(agent, type).IsZero)
                {
                    return (agent, type);
                }
            }
        }

        return null;
    }

    private bool HasProductForm(IEnumerable<int> group)
    {
        var profiles = group.ToList();
        var total = Sum(profiles);
        return total.IsZero || profiles.All(profile =>
        {
            // P(t | class) = Π P(tᵢ | class), with both sides multiplied by the total to the power of the number of agents.
            var left = Masses[profile];
            var right = total;
            for (var agent = 0; agent < Types.Agents; agent++)
            {
                left *= total;
                right *= Sum(profiles.Where(other => Types.TypeAt(other, agent) == Types.TypeAt(profile, agent)));
            }

            return left == right;
        });
    }

    private Fraction Sum(IEnumerable<int> profiles) => profiles.Aggregate(Fraction.Zero, (sum, profile) => sum + Masses[profile]);
}
