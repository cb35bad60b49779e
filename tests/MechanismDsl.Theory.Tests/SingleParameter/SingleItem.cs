using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>Short ways to write single-item problems in tests.</summary>
internal static class SingleItem
{
    private static readonly string[] Names = ["North", "South", "East", "West"];

    public static Problem Sale(Objective objective, params IEnumerable<Prior?> priors) =>
        Of(objective, Named(Side.Buyer, priors), cost: 0);

    public static Problem Procurement(Objective objective, double buyerValue, params IEnumerable<Prior?> priors) =>
        Of(objective, Named(Side.Supplier, priors), cost: -buyerValue);

    public static Problem Alike(Objective objective, int? count, Prior? prior, Side side = Side.Buyer, double cost = 0) =>
        Of(objective, new Population.Alike(count ?? 1, count, new Agent(null, side, prior)), cost);

    public static SolvedAuction Solve(this Problem problem) => AuctionSolver.Solve(problem, CancellationToken.None);

    public static AuctionOutcome Run(this Problem problem, params double[] reports) => new AuctionInterpreter(problem.Solve()).Run(reports);

    public static Problem With(this Problem problem, Func<Agent, int, Agent> change) => problem with
    {
        Population = problem.Population switch
        {
            Population.Named(var agents) => new Population.Named(agents.Select(change).ToEquatableArray()),
            Population.Alike alike => alike with { Agent = change(alike.Agent, 0) },
            _ => problem.Population,
        },
    };

    private static Population.Named Named(Side side, IEnumerable<Prior?> priors) =>
        new(priors.Select((prior, index) => new Agent(Names[index], side, prior)).ToEquatableArray());

    private static Problem Of(Objective objective, Population population, double cost) => new()
    {
        Environment = new Environment(
            EnvironmentName.SingleItem,
            Kernel.SingleParameter,
            new ServeAtMost(1),
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerServed(cost)),
        Population = population,
        Information = Information.IndependentPriors,
        Participation = Participation.ExPost,
        Objective = objective,
        Payments = new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };
}
