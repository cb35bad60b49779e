using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Correlated;

/// <summary>A solved sale of one item to agents whose types are correlated (Crémer and McLean 1988).</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that the table has; each was computed at every profile.</param>
/// <param name="Prior">The joint distribution.</param>
/// <param name="Values">For each agent the value of each of its types.</param>
/// <param name="Elicitation">The sale without bets, the bets, and the smallest multiples.</param>
/// <param name="Multiples">For each agent the multiple of its bets that is used: 3/2 of the smallest, on a grid of money the next step above it.</param>
/// <param name="Mechanism">The sale with bets, exactly.</param>
/// <param name="Table">What is run: payments rounded down to the grid of money; the same as <paramref name="Mechanism"/> without a grid.</param>
public sealed record SolvedExtraction(
    Problem Problem,
    EquatableArray<Evidence> Evidence,
    JointDistribution Prior,
    EquatableArray<EquatableArray<double>> Values,
    Elicitation Elicitation,
    EquatableArray<Fraction> Multiples,
    FiniteMechanism Mechanism,
    FiniteMechanism Table) : Solution(Problem, Evidence)
{
    /// <summary>Expected payments less the cost of selling.</summary>
    public Fraction Revenue => Table.Revenue(Prior);

    /// <summary>What a seller that knew all types would earn: the expected welfare of the efficient allocation.</summary>
    public Fraction FullSurplus => Enumerable.Range(0, Prior.Types.Profiles)
        .Aggregate(Fraction.Zero, (sum, profile) => sum + (Prior.Masses[profile] * Mechanism.Design.BestWelfare(profile))).Reduce();

    /// <summary>What a second-price auction with the cost as its reserve would earn, less the cost of selling.</summary>
    public Fraction SecondPrice => Enumerable.Range(0, Prior.Types.Profiles)
        .Aggregate(Fraction.Zero, (sum, profile) => sum + (Prior.Masses[profile] * SecondWelfare(profile))).Reduce();

    /// <summary>Whether beliefs tell the types of every agent apart, so that nobody keeps any surplus.</summary>
    public bool IsFull => Elicitation.Conditions.All(condition => condition.SeparatesTypes);

    /// <summary>
    /// How much a type's expected utility moves, at the most, if one percentage point of its belief moves from one profile of the others to another: a
    /// hundredth of the widest range of any type's utilities.
    /// </summary>
    public Fraction Sensitivity => Ranges().Max(range => range.Best - range.Worst) / 100;

    /// <summary>The lowest utility of a truthful agent at any profile.</summary>
    public Fraction LeastUtility => Ranges().Min(range => range.Worst);

    /// <summary>The number of types in a profile at which a type's utility is lowest: agent, type, and the profile.</summary>
    public (int Agent, int Profile) Worst
    {
        get
        {
            var least = LeastUtility;
            return (from profile in Enumerable.Range(0, Prior.Types.Profiles)
                    from agent in Enumerable.Range(0, Prior.Types.Agents)
                    where Table.Utility(agent, Prior.Types.TypeAt(profile, agent), profile) == least
                    select (agent, profile)).First();
        }
    }

    private IEnumerable<(Fraction Worst, Fraction Best)> Ranges()
    {
        var types = Prior.Types;
        for (var agent = 0; agent < types.Agents; agent++)
        {
            for (var type = 0; type < types.Counts[agent]; type++)
            {
                var utilities = Enumerable.Range(0, types.Others(agent)).Select(others => Table.Utility(agent, type, types.Join(agent, type, others))).ToList();
                yield return (utilities.Min(), utilities.Max());
            }
        }
    }

    private Fraction SecondWelfare(int profile)
    {
        var design = Mechanism.Design;
        var sorted = Enumerable.Range(0, Prior.Types.Agents).Select(agent => design.Welfare(profile, agent)).OrderByDescending(welfare => welfare).ToList();
        return sorted[0].IsNegative || sorted.Count == 1 || sorted[1].IsNegative ? Fraction.Zero : sorted[1];
    }
}
