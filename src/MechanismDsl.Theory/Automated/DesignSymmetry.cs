using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Automated;

/// <summary>
/// A way to rename agents, their types and the outcomes. Where it changes neither values nor costs, outside options or probabilities, a mechanism and the same
/// mechanism renamed have the same guarantees and the same expectations; so has their average, because all of these are linear. Among the optimal
/// mechanisms there is therefore one that no renaming changes (Gatermann and Parrilo 2004 for programs in general; Conitzer and Sandholm 2002 for mechanisms).
/// </summary>
/// <param name="Agents">For each agent whose place it takes.</param>
/// <param name="Types">For each agent and each of its types the type of the other agent that it becomes.</param>
/// <param name="Outcomes">For each outcome what it becomes.</param>
public sealed record DesignSymmetry(EquatableArray<int> Agents, EquatableArray<EquatableArray<int>> Types, EquatableArray<int> Outcomes)
{
    /// <summary>The exchange of two agents with equally many types, each type for the one of the same rank.</summary>
    /// <param name="types">The profiles.</param>
    /// <param name="first">One agent.</param>
    /// <param name="second">The other agent.</param>
    /// <param name="outcomes">For each outcome what it becomes.</param>
    public static DesignSymmetry Exchange(TypeSpace types, int first, int second, EquatableArray<int> outcomes) => new(
        Enumerable.Range(0, types.Agents).Select(agent => agent == first ? second : agent == second ? first : agent).ToEquatableArray(),
        types.Counts.Select(count => Enumerable.Range(0, count).ToEquatableArray()).ToEquatableArray(),
        outcomes);

    /// <summary>The profile that a profile becomes.</summary>
    public int Profile(TypeSpace types, int profile)
    {
        var renamed = new int[types.Agents];
        for (var agent = 0; agent < types.Agents; agent++)
        {
            renamed[Agents[agent]] = Types[agent][types.TypeAt(profile, agent)];
        }

        return types.ProfileOf(renamed);
    }

    /// <summary>What a constraint becomes.</summary>
    public DesignConstraint Constraint(TypeSpace types, DesignConstraint constraint) => constraint with
    {
        Profile = constraint.Profile < 0 ? -1 : Profile(types, constraint.Profile),
        Agent = constraint.Agent < 0 ? -1 : Agents[constraint.Agent],
        Type = constraint.Type < 0 ? -1 : Types[constraint.Agent][constraint.Type],
        Report = constraint.Report < 0 ? -1 : Types[constraint.Agent][constraint.Report],
    };

    /// <summary>Whether the renaming changes nothing of a design and its prior.</summary>
    public bool Preserves(FiniteDesign design, JointDistribution prior)
    {
        var types = design.Types;
        if (!IsPermutation(Agents, types.Agents) || !IsPermutation(Outcomes, design.Outcomes) || Types.Count != types.Agents)
        {
            return false;
        }

        for (var agent = 0; agent < types.Agents; agent++)
        {
            var other = Agents[agent];
            if (types.Counts[other] != types.Counts[agent] || !IsPermutation(Types[agent], types.Counts[agent]))
            {
                return false;
            }

            for (var type = 0; type < types.Counts[agent]; type++)
            {
                var renamed = Types[agent][type];
                if (design.Outside[agent][type] != design.Outside[other][renamed]
                    || Enumerable.Range(0, design.Outcomes).Any(outcome => design.Values[agent][type][outcome] != design.Values[other][renamed][Outcomes[outcome]]))
                {
                    return false;
                }
            }
        }

        return Enumerable.Range(0, design.Outcomes).All(outcome => design.Costs[outcome] == design.Costs[Outcomes[outcome]])
            && Enumerable.Range(0, types.Profiles).All(profile => prior.Masses[profile] == prior.Masses[Profile(types, profile)]);
    }

    private static bool IsPermutation(EquatableArray<int> images, int count) => images.Count == count && images.OrderBy(image => image).SequenceEqual(Enumerable.Range(0, count));
}
