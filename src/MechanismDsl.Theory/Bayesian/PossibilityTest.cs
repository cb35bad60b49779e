using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>Whether the agents of a problem can decide efficiently, be truthful, take part of their own accord and need no money, by the theorem of the environment.</summary>
public static class PossibilityTest
{
    private const string OnGrid = "reports on a grid are finitely many, and the types are not";

    /// <summary>What the theorem on bilateral trade is called.</summary>
    public const string Trade = "the Myerson–Satterthwaite theorem (1983)";

    /// <summary>What the theorem on public projects is called.</summary>
    public const string Project = "Proposition 6.26 on public projects (Güth and Hellwig 1986)";

    /// <summary>What the theorem on exchanges is called.</summary>
    public const string Exchange = "the theorem of Williams (1999) on exchanges, after Myerson and Satterthwaite (1983)";

    /// <summary>What the theorem on partnerships is called.</summary>
    public const string Partnership = "the theorem of Cramton, Gibbons and Klemperer (1987) on partnerships";

    /// <summary>
    /// The answer; silent wherever a hypothesis of the theorem fails. Finitely many types can also be held to promises that are stronger than truth in expectation and
    /// interim participation.
    /// </summary>
    /// <param name="problem">Any problem; its payment rule does not matter, and of its claims the stronger ones do.</param>
    /// <param name="cancellation">Looked at between the steps of an integration.</param>
    public static Possibility Of(Problem problem, CancellationToken cancellation)
    {
        if (problem.Information != Information.IndependentPriors || AgentsOf(problem.Population) is not { } agents)
        {
            return new Possibility.Silent("independent priors of a fixed number of agents are needed");
        }

        if (agents.Any(agent => agent.Prior is null || agent.Data is not null || double.IsInfinity(agent.Prior.Mean) || double.IsNaN(agent.Prior.Mean)))
        {
            return new Possibility.Silent("stated priors with finite means are needed");
        }

        if (agents.Any(agent => agent.Weight != 1) || problem.Choice?.Boosts.Any(boost => boost != 0) == true)
        {
            return new Possibility.Silent("weights and boosts stand for an aim of their own, which is not the sum of values");
        }

        var answer = OfTheorem(problem, agents, cancellation);
        return answer is Possibility.Possible || IsPlainSale(problem, agents) ? PromisedProgram.Of(problem, agents, cancellation) ?? answer : answer;
    }

    /// <summary>One item for the highest value: what is promised in expectation always can be kept, so that no theorem of its own is needed.</summary>
    private static bool IsPlainSale(Problem problem, EquatableArray<Agent> agents) =>
        problem is { Environment.Name: EnvironmentName.SingleItem, Objective: Objective.Efficient, Own: null, Strategy: null }
        && agents.All(agent => agent is { Side: Side.Buyer, Weight: 1, Reserve: null });

    private static Possibility OfTheorem(Problem problem, EquatableArray<Agent> agents, CancellationToken cancellation) =>
        problem.Environment switch
        {
            { Name: EnvironmentName.BilateralTrade } => Provide(problem, agents, Fraction.Zero, Trade, cancellation),
            { Name: EnvironmentName.PublicProject, Cost: SocialCost.PerOutcome([_, var cost]) } => Provide(problem, agents, Rationals.FromDecimal(cost), Project, cancellation),
            { Name: EnvironmentName.FiniteOutcomes } => ChoicePossibility.Of(problem, agents, cancellation),
            { Name: EnvironmentName.DoubleAuction } => Trades(problem, agents, cancellation),
            { Name: EnvironmentName.Partnership } => Obstacle(problem, agents) is { } obstacle ? new Possibility.Silent(obstacle) : PartnershipSolver.Test(problem, cancellation).Conclude(Partnership),
            _ => new Possibility.Silent("no theorem on this environment is known here"),
        };

    /// <summary>The agents one by one; null where their number is not fixed.</summary>
    public static EquatableArray<Agent>? AgentsOf(Population population) => population switch
    {
        Population.Named(var named) => named,
        Population.Alike { Count: { } count } alike => Copies(alike.Agent, count, "agent").ToEquatableArray(),
        Population.TwoSided { Sellers: { } sellers, Buyers: { } buyers } market => Copies(market.Buyer, buyers, "buyer").Concat(Copies(market.Seller, sellers, "seller")).ToEquatableArray(),
        _ => null,
    };

    private static IEnumerable<Agent> Copies(Agent pattern, int count, string name) =>
        Enumerable.Range(0, count).Select(index => pattern with { Name = FormattableString.Invariant($"{name} {index}") });

    /// <summary>True if the support has no gap and the distribution no atom: the types are connected.</summary>
    public static bool IsConnected(Prior prior)
    {
        if (prior is not ContinuousPrior)
        {
            return false;
        }

        var points = prior.Breakpoints;
        for (var index = 0; index + 1 < points.Count; index++)
        {
            if (points[index] >= prior.Lower && points[index + 1] <= prior.Upper && !(prior.Survival(points[index]) > prior.Survival(points[index + 1])) && !(prior.Cdf(points[index]) < prior.Cdf(points[index + 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static Possibility Provide(Problem problem, EquatableArray<Agent> agents, Fraction cost, string theorem, CancellationToken cancellation)
    {
        if (agents.All(agent => agent.Prior is AtomicPrior))
        {
            return OnFiniteTypes(problem, agents, cost, theorem, cancellation);
        }

        return problem.Money.IsGrid ? new Possibility.Silent(OnGrid) : BySums(agents, cost, theorem, cancellation);
    }

    private static Possibility BySums(EquatableArray<Agent> agents, Fraction cost, string theorem, CancellationToken cancellation) =>
        new ProvisionSurplus(agents, cost, cancellation).Test() is { } test ? test.Conclude(theorem) : new Possibility.Silent("the finite types of the agents have too many different sums");

    /// <summary>
    /// A decision at exactly the cost is efficient either way. To decide against it there collects the most: it is worth nothing, and it leaves rents to those
    /// with higher types.
    /// </summary>
    private static Possibility OnFiniteTypes(Problem problem, EquatableArray<Agent> agents, Fraction cost, string theorem, CancellationToken cancellation) =>
        OffGrid(problem, agents) ?? BySums(agents, cost, theorem, cancellation);

    private static Possibility.Silent? OffGrid(Problem problem, EquatableArray<Agent> agents) =>
        problem.Money.IsGrid && agents.Any(agent => ((AtomicPrior)agent.Prior!).Values.Any(value => problem.Money.RoundDown(value) != value))
            ? new Possibility.Silent("a type does not lie on the grid of money")
            : null;

    private static Possibility Conclude((Fraction Surplus, Fraction Welfare)? most, string theorem) => most switch
    {
        null => new Possibility.Silent("there are too many profiles of types"),
        ({ IsNegative: true } surplus, var welfare) => new Possibility.Impossible(theorem, Amount.Of(surplus), Amount.Of(welfare), []),
        var (surplus, _) => new Possibility.Possible(Amount.Of(surplus)),
    };

    private static Possibility Trades(Problem problem, EquatableArray<Agent> agents, CancellationToken cancellation) =>
        agents.All(agent => agent.Prior is AtomicPrior) ? OffGrid(problem, agents) ?? Conclude(FiniteExchange.Of(agents, cancellation), FiniteExchange.Theorem)
        : Obstacle(problem, agents) is { } obstacle ? new Possibility.Silent(obstacle)
        : agents.Any(agent => agent.Prior!.Lower < 0) ? new Possibility.Silent("a type can be negative")
        : new CountSurplus(agents, cancellation).Test().Conclude(agents.Count == 2 ? Trade : Exchange);

    private static string? Obstacle(Problem problem, EquatableArray<Agent> agents) =>
        problem.Money.IsGrid ? OnGrid
        : agents.Any(agent => !IsConnected(agent.Prior!)) ? "types that are not connected may escape the theorem"
        : null;
}
