using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Automated;

/// <summary>A problem with finitely many outcomes and types, as a finite design with names.</summary>
/// <param name="Design">What is decided.</param>
/// <param name="Prior">The distribution of the types.</param>
/// <param name="Types">For each agent and type the numbers that the agent reports: one, or one a good.</param>
/// <param name="Outcomes">The outcomes in words.</param>
/// <param name="Symmetries">Exchanges of agents or goods that may leave everything as it is.</param>
public sealed record FiniteEnvironment(
    FiniteDesign Design,
    JointDistribution Prior,
    EquatableArray<EquatableArray<EquatableArray<double>>> Types,
    EquatableArray<string> Outcomes,
    EquatableArray<DesignSymmetry> Symmetries)
{
    /// <summary>The environment of a problem.</summary>
    /// <param name="problem">A problem whose goal is an optimum; its agents are finitely many and have finitely many types, each of positive probability.</param>
    /// <exception cref="ArgumentException">It is not such a problem.</exception>
    public static FiniteEnvironment Of(Problem problem)
    {
        var agents = AgentsOf(problem);
        return problem.Environment.Name switch
        {
            EnvironmentName.SingleItem => SingleItem(problem, agents),
            EnvironmentName.FiniteOutcomes => Choice(problem, agents),
            EnvironmentName.PublicProject => Project(problem, agents),
            EnvironmentName.BilateralTrade => Trade(problem, agents),
            EnvironmentName.DoubleAuction => Exchange(problem, agents),
            EnvironmentName.Goods => GoodsDivision.Of(problem, agents),
            _ => throw new ArgumentException("No program is written for this environment.", nameof(problem)),
        };
    }

    /// <summary>The types of an agent that it reports as one number.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="agent">The agent.</param>
    /// <returns>The types, ascending; empty if they are not finitely many.</returns>
    public static EquatableArray<double> TypesOf(Problem problem, Agent agent) =>
        problem.Joint is not null ? agent.Types : agent.Prior is AtomicPrior atoms ? atoms.Values : [];

    /// <summary>The agents in order; alike agents are repeated.</summary>
    /// <exception cref="ArgumentException">Their number is not fixed.</exception>
    internal static EquatableArray<Agent> AgentsOf(Problem problem) => problem.Population switch
    {
        Population.Named(var named) => named,
        Population.Alike { Count: { } count } alike => Enumerable.Repeat(alike.Agent, count).ToEquatableArray(),
        Population.TwoSided { Buyers: { } buyers, Sellers: { } sellers } market =>
            Enumerable.Repeat(market.Buyer, buyers).Concat(Enumerable.Repeat(market.Seller, sellers)).ToEquatableArray(),
        _ => throw new ArgumentException("The number of agents is not fixed.", nameof(problem)),
    };

    private static FiniteEnvironment SingleItem(Problem problem, EquatableArray<Agent> agents)
    {
        var types = agents.Select(agent => TypesOf(problem, agent)).ToEquatableArray();
        var values = types.Select(row => row.Select(Rationals.FromDecimal).ToEquatableArray()).ToEquatableArray();
        var sale = FiniteDesign.SingleItem(values, problem.Environment.Cost is SocialCost.PerServed(var amount) ? Rationals.FromDecimal(amount) : Fraction.Zero);
        var design = new FiniteDesign(sale.Values, sale.Costs, OutsideOf(agents, types));
        return new FiniteEnvironment(
            design,
            PriorOf(problem, agents, types),
            Single(types),
            agents.Select((agent, index) => agent.Name ?? FormattableString.Invariant($"agent {index}")).Append("nobody").ToEquatableArray(),
            Exchanges(design.Types, (first, second) => Enumerable.Range(0, agents.Count + 1).Select(outcome => outcome == first ? second : outcome == second ? first : outcome)));
    }

    private static FiniteEnvironment Choice(Problem problem, EquatableArray<Agent> agents)
    {
        var tables = problem.Choice?.Tables ?? throw new ArgumentException("The problem has no table of values.", nameof(problem));
        var rows = Enumerable.Range(0, agents.Count).Select(agent => tables[tables.Count == 1 ? 0 : agent]).ToList();
        var names = ((Alternatives)problem.Environment.Feasible).Names;
        var costs = problem.Environment.Cost is SocialCost.PerOutcome { Amounts: { Count: > 0 } amounts } ? amounts : names.Select(_ => 0.0).ToEquatableArray();
        var types = rows.Select(row => row.Types).ToEquatableArray();
        var outside = rows.Select((row, agent) => row.Types.Select((_, type) => MultiParameter.OutsideOptions.Of(problem, agent, type)).ToEquatableArray()).ToEquatableArray();
        var common = Common(problem, agents, types, rows.Select(row => row.Values).ToEquatableArray(), costs, names);
        return common with { Design = new FiniteDesign(common.Design.Values, common.Design.Costs, outside) };
    }

    private static FiniteEnvironment Project(Problem problem, EquatableArray<Agent> agents)
    {
        var types = agents.Select(agent => TypesOf(problem, agent)).ToEquatableArray();
        var costs = problem.Environment.Cost is SocialCost.PerOutcome { Amounts: { Count: 2 } amounts } ? amounts : [0, 0];
        return Common(problem, agents, types, types.Select(row => row.Select(value => new[] { 0, value }.ToEquatableArray()).ToEquatableArray()).ToEquatableArray(), costs, ((Alternatives)problem.Environment.Feasible).Names);
    }

    /// <summary>A seller gives its good away at the cost of its value, so that welfare is the gains from trade; staying away is worth nothing to either.</summary>
    private static FiniteEnvironment Trade(Problem problem, EquatableArray<Agent> agents)
    {
        var types = agents.Select(agent => TypesOf(problem, agent)).ToEquatableArray();
        var values = types.Select((row, agent) => row.Select(value => new[] { 0, agents[agent].Side == Side.Supplier ? -value : value }.ToEquatableArray()).ToEquatableArray()).ToEquatableArray();
        return Common(problem, agents, types, values, [0, 0], ["no trade", "trade"]);
    }

    /// <summary>Every set of as many buyers as sellers can trade.</summary>
    private static FiniteEnvironment Exchange(Problem problem, EquatableArray<Agent> agents)
    {
        var types = agents.Select(agent => TypesOf(problem, agent)).ToEquatableArray();
        var sets = Enumerable.Range(0, 1 << agents.Count)
            .Where(set => Enumerable.Range(0, agents.Count).Sum(agent => ((set >> agent) & 1) == 0 ? 0 : agents[agent].Side == Side.Buyer ? 1 : -1) == 0)
            .ToList();
        var values = types.Select((row, agent) => row.Select(value => sets
            .Select(set => ((set >> agent) & 1) == 0 ? 0 : agents[agent].Side == Side.Supplier ? -value : value)
            .ToEquatableArray()).ToEquatableArray()).ToEquatableArray();
        var names = sets.Select(set => set == 0
            ? "no trade"
            : string.Join(" and ", Enumerable.Range(0, agents.Count).Where(agent => ((set >> agent) & 1) != 0).Select(agent => agents[agent].Name ?? FormattableString.Invariant($"agent {agent}"))) + " trade");
        var plain = Common(problem, agents, types, values, sets.Select(_ => 0.0).ToEquatableArray(), names.ToEquatableArray());
        return plain with { Symmetries = [] };
    }

    /// <summary>One outcome for all, so that an exchange of agents leaves the outcomes what they are.</summary>
    private static FiniteEnvironment Common(
        Problem problem,
        EquatableArray<Agent> agents,
        EquatableArray<EquatableArray<double>> types,
        EquatableArray<EquatableArray<EquatableArray<double>>> values,
        EquatableArray<double> costs,
        EquatableArray<string> outcomes)
    {
        var design = new FiniteDesign(
            values.Select(rows => rows.Select(row => row.Select(Rationals.FromDecimal).ToEquatableArray()).ToEquatableArray()).ToEquatableArray(),
            costs.Select(Rationals.FromDecimal).ToEquatableArray(),
            OutsideOf(agents, types));
        return new FiniteEnvironment(design, PriorOf(problem, agents, types), Single(types), outcomes, Exchanges(design.Types, (_, _) => Enumerable.Range(0, outcomes.Count)));
    }

    /// <summary>The utility of not taking part, for each agent and type.</summary>
    internal static EquatableArray<EquatableArray<Fraction>> OutsideOf<TType>(EquatableArray<Agent> agents, EquatableArray<EquatableArray<TType>> types) =>
        agents.Select((agent, index) => types[index].Select(_ => Rationals.FromDecimal(agent.OutsideOption)).ToEquatableArray()).ToEquatableArray();

    private static JointDistribution PriorOf(Problem problem, EquatableArray<Agent> agents, EquatableArray<EquatableArray<double>> types) =>
        problem.Joint ?? JointDistribution.Independent([.. agents.Select((agent, index) => agent.Prior is AtomicPrior atoms && atoms.Values == types[index]
            ? atoms.ExactMasses.ToList()
            : throw new ArgumentException("A type has no probability.", nameof(problem)))]);

    private static EquatableArray<EquatableArray<EquatableArray<double>>> Single(EquatableArray<EquatableArray<double>> types) =>
        types.Select(row => row.Select(value => new[] { value }.ToEquatableArray()).ToEquatableArray()).ToEquatableArray();

    /// <summary>Each agent for the next one that has as many types.</summary>
    internal static EquatableArray<DesignSymmetry> Exchanges(TypeSpace types, Func<int, int, IEnumerable<int>> outcomes)
    {
        List<DesignSymmetry> exchanges = [];
        for (var first = 0; first < types.Agents; first++)
        {
            for (var second = first + 1; second < types.Agents; second++)
            {
                if (types.Counts[first] == types.Counts[second])
                {
                    exchanges.Add(DesignSymmetry.Exchange(types, first, second, outcomes(first, second).ToEquatableArray()));
                }
            }
        }

        return exchanges.ToEquatableArray();
    }
}
