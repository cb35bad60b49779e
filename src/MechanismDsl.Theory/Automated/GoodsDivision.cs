using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Automated;

/// <summary>
/// Several goods with additive values as a finite design. A type is a value for every good, the last good's running fastest; an outcome is an owner for every good,
/// the last good's running fastest, with nobody after the last agent.
/// </summary>
public static class GoodsDivision
{
    /// <summary>How many outcomes there are: every good goes to one of the agents or nobody.</summary>
    /// <param name="agents">The number of agents.</param>
    /// <param name="goods">The number of goods.</param>
    public static double OutcomesOf(int agents, int goods) => Math.Pow(agents + 1, goods);

    /// <summary>How many types an agent has: every value of a good with every value of the others.</summary>
    /// <param name="agent">An agent whose priors are finite.</param>
    public static double TypesOf(Agent agent) => agent.GoodPriors.Aggregate(1.0, (product, prior) => product * ((AtomicPrior)prior).Values.Count);

    /// <summary>Who gets each good in an outcome; −1 for nobody.</summary>
    /// <param name="agents">The number of agents.</param>
    /// <param name="goods">The number of goods.</param>
    /// <param name="outcome">The outcome.</param>
    public static EquatableArray<int> OwnersOf(int agents, int goods, int outcome) =>
        Owners(agents, goods).TypesAt(outcome).Select(owner => owner == agents ? -1 : owner).ToEquatableArray();

    /// <summary>The outcome in which each good has a given owner.</summary>
    /// <param name="agents">The number of agents.</param>
    /// <param name="owners">For each good the index of an agent, or −1 for nobody.</param>
    public static int OutcomeOf(int agents, IReadOnlyCollection<int> owners) =>
        Owners(agents, owners.Count).ProfileOf([.. owners.Select(owner => owner < 0 ? agents : owner)]);

    /// <summary>What the best auction of each good by itself would earn in all: the expected highest ironed virtual value, where it is positive (Myerson 1981).</summary>
    /// <param name="agents">The agents, each with a finite prior for every good.</param>
    public static Fraction SeparateRevenue(EquatableArray<Agent> agents)
    {
        var revenue = Fraction.Zero;
        for (var good = 0; good < agents[0].GoodPriors.Count; good++)
        {
            var priors = agents.Select(agent => (AtomicPrior)agent.GoodPriors[good]).ToList();
            var ironed = priors.Select(prior => FiniteTypes.Of(prior).Ironed).ToList();
            var space = new TypeSpace(priors.Select(prior => prior.Values.Count).ToEquatableArray());
            for (var profile = 0; profile < space.Profiles; profile++)
            {
                var types = space.TypesAt(profile);
                var highest = ironed.Select((row, agent) => row[types[agent]]).Max();
                if (highest.IsPositive)
                {
                    revenue += highest * priors.Select((prior, agent) => prior.ExactMasses[types[agent]]).Aggregate(Fraction.One, (one, other) => one * other);
                }
            }
        }

        return revenue.Reduce();
    }

    /// <summary>The environment.</summary>
    /// <param name="problem">A problem about several goods.</param>
    /// <param name="agents">Its agents, each with a finite prior for every good.</param>
    internal static FiniteEnvironment Of(Problem problem, EquatableArray<Agent> agents)
    {
        var goods = (AdditiveGoods)problem.Environment.Feasible;
        var priors = agents.Select(agent => agent.GoodPriors.Cast<AtomicPrior>().ToList()).ToList();
        var spaces = priors.Select(own => new TypeSpace(own.Select(prior => prior.Values.Count).ToEquatableArray())).ToList();
        var types = spaces.Select((space, agent) => Enumerable.Range(0, space.Profiles)
            .Select(type => space.TypesAt(type).Select((value, good) => priors[agent][good].Values[value]).ToEquatableArray()).ToEquatableArray()).ToEquatableArray();
        var owners = Owners(agents.Count, goods.Count);
        var design = new FiniteDesign(
            spaces.Select((space, agent) => Enumerable.Range(0, space.Profiles).Select(type => ValuesOf(priors[agent], space.TypesAt(type), owners, agent)).ToEquatableArray()).ToEquatableArray(),
            Enumerable.Repeat(Fraction.Zero, owners.Profiles).ToEquatableArray(),
            FiniteEnvironment.OutsideOf(agents, types));
        var masses = spaces.Select((space, agent) => (IReadOnlyList<Fraction>)[.. Enumerable.Range(0, space.Profiles)
            .Select(type => space.TypesAt(type).Select((value, good) => priors[agent][good].ExactMasses[value]).Aggregate((one, other) => one * other).Reduce())]).ToList();
        return new FiniteEnvironment(
            design,
            JointDistribution.Independent([.. masses]),
            types,
            Enumerable.Range(0, owners.Profiles).Select(outcome => Words(agents, goods, owners.TypesAt(outcome))).ToEquatableArray(),
            [.. FiniteEnvironment.Exchanges(design.Types, (first, second) => Renamed(owners, owner => owner == first ? second : owner == second ? first : owner)), .. GoodExchanges(spaces, owners)]);
    }

    private static TypeSpace Owners(int agents, int goods) => new(Enumerable.Repeat(agents + 1, goods).ToEquatableArray());

    private static EquatableArray<Fraction> ValuesOf(List<AtomicPrior> priors, EquatableArray<int> type, TypeSpace owners, int agent) =>
        Enumerable.Range(0, owners.Profiles).Select(outcome => Enumerable.Range(0, priors.Count)
            .Where(good => owners.TypeAt(outcome, good) == agent)
            .Aggregate(Fraction.Zero, (sum, good) => sum + priors[good].ExactValues[type[good]])).ToEquatableArray();

    private static IEnumerable<int> Renamed(TypeSpace owners, Func<int, int> rename) =>
        Enumerable.Range(0, owners.Profiles).Select(outcome => owners.ProfileOf([.. owners.TypesAt(outcome).Select(rename)]));

    /// <summary>The exchange of two goods of which every agent has equally many values, each value for the one of the same rank.</summary>
    private static IEnumerable<DesignSymmetry> GoodExchanges(List<TypeSpace> spaces, TypeSpace owners) =>
        from first in Enumerable.Range(0, owners.Agents)
        from second in Enumerable.Range(first + 1, owners.Agents - first - 1)
        where spaces.TrueForAll(space => space.Counts[first] == space.Counts[second])
        select new DesignSymmetry(
            Enumerable.Range(0, spaces.Count).ToEquatableArray(),
            spaces.Select(space => Exchanged(space, first, second)).ToEquatableArray(),
            Exchanged(owners, first, second));

    private static EquatableArray<int> Exchanged(TypeSpace space, int first, int second) => Enumerable.Range(0, space.Profiles).Select(profile =>
    {
        var entries = space.TypesAt(profile).ToArray();
        (entries[first], entries[second]) = (entries[second], entries[first]);
        return space.ProfileOf(entries);
    }).ToEquatableArray();

    private static string Words(EquatableArray<Agent> agents, AdditiveGoods goods, EquatableArray<int> owners)
    {
        var parts = agents.Select((agent, index) =>
        {
            var own = Enumerable.Range(0, goods.Count).Where(good => owners[good] == index).Select(good => NameOf(goods, good)).ToList();
            return own.Count == 0 ? null : $"{string.Join(" and ", own)} to {agent.Name ?? FormattableString.Invariant($"agent {index}")}";
        }).OfType<string>().ToList();
        return parts.Count == 0 ? "nothing sold" : string.Join(", ", parts);
    }

    /// <summary>What a good is called.</summary>
    /// <param name="goods">The goods.</param>
    /// <param name="good">The index of one of them.</param>
    public static string NameOf(AdditiveGoods goods, int good) => goods.Names.Count > 0 ? goods.Names[good] : FormattableString.Invariant($"good {good}");
}
